"""Markdown and web pages: the markup goes, what it says stays."""

from pathlib import Path

import pytest

from quizgen.article import PROSE, BlockKind
from quizgen.errors import ReadingError
from quizgen.reading import ReadingOptions, read_article
from tests.reading.prose import FRENCH, kinds, read_as, texts

MARKDOWN = f"""---
date: 2020-03-04
---
# Le pont *renaît*

**La vallée retrouve son passage.**

![Jeanne Roux devant le pont](roux.jpg)

{FRENCH[0].replace("Valbrune", "[Valbrune](https://exemple.org)")}
<!-- note -->

## Dix ans de travaux

{FRENCH[1].replace(". ", ".  " + chr(10))}

1. deux piles
2. un **tablier**

| pile | hauteur |
|------|---------|
| nord | 4 m     |

> {FRENCH[2]}

```
code()
```

{FRENCH[3]}
"""
PAGE = f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Le pont renaît | Le Journal</title>
<meta property="og:title" content="Le pont renaît"><meta name="author" content="Jeanne Doe">
<meta property="article:published_time" content="2020-03-04T10:00:00Z"><link rel="canonical" href="https://exemple.org/pont#haut"></head>
<body><nav><a href="/">Accueil</a> <a href="/sport">Sport</a></nav><article><h1>Le pont renaît</h1>
<figure><img src="a.jpg" alt=""><figcaption><p>Jeanne Roux, charpentière.</p></figcaption></figure>
<p>{FRENCH[0]}</p><p>{FRENCH[1]}</p><h2>Dix ans de travaux</h2><ul><li>deux piles</li><li>un tablier</li></ul>
<p>{FRENCH[2]}</p><p>{FRENCH[3]}</p></article><footer>Mentions légales</footer></body></html>"""


def test_markdown(tmp_path: Path) -> None:
    article = read_as(tmp_path, "pont.md", MARKDOWN)
    assert texts(article, BlockKind.TITLE, BlockKind.HEADING) == ["Le pont renaît", "Dix ans de travaux"]
    assert texts(article, BlockKind.LIST_ITEM) == ["deux piles", "un tablier", "pile | hauteur", "nord | 4 m"]
    assert texts(article, BlockKind.CAPTION) == ["Jeanne Roux devant le pont"]
    assert texts(article, BlockKind.STANDFIRST) == ["La vallée retrouve son passage."]
    assert texts(article, BlockKind.PARAGRAPH) == list(FRENCH)
    assert (article.title, article.published, article.id) == ("Le pont renaît", "2020-03-04", "fr:le-pont-renait")
    assert "code()" not in article.text


def test_markdown_with_a_paragraph_on_each_line(tmp_path: Path) -> None:
    article = read_as(tmp_path, "pont.md", "\n".join(("Le pont renaît", " ".join(FRENCH[:2]), " ".join(FRENCH[2:]))))
    assert texts(article, *PROSE) == [" ".join(FRENCH[:2]), " ".join(FRENCH[2:])]


def test_web_page(tmp_path: Path) -> None:
    article = read_as(tmp_path, "pont.html", PAGE)
    assert kinds(article)[0] is BlockKind.TITLE
    assert texts(article, BlockKind.HEADING) == ["Dix ans de travaux"]
    assert texts(article, BlockKind.LIST_ITEM) == ["deux piles", "un tablier"]
    assert texts(article, BlockKind.CAPTION) == ["Jeanne Roux, charpentière."]
    assert texts(article, *PROSE) == list(FRENCH)
    assert (article.title, article.author, article.published) == ("Le pont renaît", "Jeanne Doe", "2020-03-04")
    assert article.id == "https://exemple.org/pont"
    assert article.retrieved == ""


def test_web_page_in_the_encoding_that_it_names(tmp_path: Path) -> None:
    path = tmp_path / "pont.html"
    path.write_bytes(PAGE.replace("utf-8", "windows-1252").encode("cp1252"))
    assert texts(read_article(str(path)), *PROSE) == list(FRENCH)


def test_web_page_on_standard_input() -> None:
    assert read_article("-", ReadingOptions(stdin=PAGE.encode())).title == "Le pont renaît"


@pytest.mark.parametrize("page", ["<html></html>", "<p>", "<!DOCTYPE html><script>x</script>"])
def test_page_without_article(tmp_path: Path, page: str) -> None:
    with pytest.raises(ReadingError):
        read_as(tmp_path, "a.html", page)
