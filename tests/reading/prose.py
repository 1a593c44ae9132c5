"""Two passages written for these tests, long enough to be articles, and a way to read any text."""

from pathlib import Path

from quizgen.article import Article, BlockKind
from quizgen.reading import ReadingOptions, read_article

FRENCH = (
    "Le pont de bois de Valbrune a été rouvert samedi par les habitants, qui l’attendaient depuis la crue de 2010.",
    "La charpentière Jeanne Roux a dirigé le chantier pendant dix ans avec une équipe de douze personnes, dont quatre apprentis du lycée. "
    "Les travaux ont coûté deux millions d’euros, et la commune en a payé la moitié.",
    "« Nous avons refait chaque pièce à la main », explique Jeanne Roux, qui prépare déjà un autre chantier dans la vallée voisine. "
    "Elle espère que les jeunes resteront avec elle.",
    "Le pont mesure trente mètres et repose sur deux piles de pierre, que la rivière n’avait pas emportées. Il ne porte que les piétons.",
)
ENGLISH = (
    "The wooden bridge of Valbrune was opened again on Saturday by the people there, who had waited for it since the flood of 2010.",
    "The carpenter Jane Rowe led the work for ten years with a team of twelve people, among them four apprentices from the school. "
    "It cost two million euros, and the town paid half of that.",
    '"We made every piece by hand", says Jane Rowe, who is already at work on another bridge in the next valley. '
    "She hopes that the young people will stay with her.",
    "The bridge is thirty metres long and rests on two stone piers, which the river had left in place. It carries only walkers.",
)


def read_text(text: str, **options: str) -> Article:
    """Read a text as standard input."""
    return read_article("-", ReadingOptions(stdin=text.encode(), **options))


def read_lines(*lines: str) -> Article:
    """Read a text with a paragraph on each line."""
    return read_text("\n".join(lines))


def read_as(folder: Path, name: str, text: str) -> Article:
    """Read a text from a file of that name."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_article(str(path))


def kinds(article: Article) -> list[BlockKind]:
    """Return what the blocks are, in order."""
    return [block.kind for block in article.blocks]


def texts(article: Article, *wanted: BlockKind) -> list[str]:
    """Return the texts of the blocks of these kinds."""
    return [article.text[block.start : block.end] for block in article.blocks_of(*wanted)]
