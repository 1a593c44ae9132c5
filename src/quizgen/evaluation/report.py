"""The evaluation as a Markdown page: facts and items against gold, then what blind readers said of items."""

from collections.abc import Iterable, Mapping, Sequence

from quizgen.evaluation.figures import IMPORTANCES, Figures, share_of_gold
from quizgen.evaluation.fitting import FEWEST as ENOUGH
from quizgen.evaluation.fitting import foretold, ordered_by_chance, with_features
from quizgen.evaluation.held_out import is_held_out
from quizgen.evaluation.verdicts import Share, Verdict, share_acceptable, shares_by, shares_by_criterion

AUTOMATIC = """Automatic match: a gold fact is *found* when a fact rests on its sentence and holds one of its answers, *asked* when an
item's key does. It is coarse and knows nothing of quality: it shows trends and guards floors. Suspects are items worded like one of
the gold's `must_not`; a person has to look at them."""

BLIND = """Readers judged the items without knowing where they came from, by six or seven criteria each; an item is acceptable when
all are met. An interval is Wilson's, at 95 %."""

FOLDED = ("language", "form", "template", "rule")
CURVE = """Precision against deck size: the judged items that are still made, in the order of a score fitted without their article."""
BARRED, BAR = ("template", "rule"), 0.7  # a template or rule under the bar is marked with an arrow: it is mended or retired
FEWEST = 5  # templates and rules with fewer judgements are summed up in one row: their share would say nothing


def render_report(figures: Sequence[Figures], verdicts: Sequence[Verdict] = ()) -> str:
    """Return the report. Order and figures depend on the arguments alone."""
    parts = ["# Evaluation", "Written by `quizgen evaluate`; do not edit."]
    if figures:
        parts += ["## Against gold", AUTOMATIC, gold_table(figures), *_suspects(figures)]
    if verdicts:
        parts += ["## Blind readers", BLIND, _overall(verdicts), *(_fold(feature, verdicts) for feature in FOLDED)]
        parts += [_articles(verdicts), *_curve(with_features(verdicts))]
    return "\n\n".join(parts) + "\n"


def gold_table(figures: Sequence[Figures]) -> str:
    """Return a table with a row for each article and each language."""
    rows = [_row(one.id, [one]) for one in figures]
    for language in sorted({one.language for one in figures}):
        group = [one for one in figures if one.language == language]
        worst = min(group, key=lambda one: (share_of_gold([one], "asked", 3), one.id))
        rows += [_row(f"**all {language}**", group), _row(f"*worst {language}: {worst.id}*", [worst])]
    head = ("article", "words", "facts", *(f"found, importance {i}" for i in IMPORTANCES), "items")
    return table((*head, *(f"asked, importance {i}" for i in IMPORTANCES), "off gold", "repeated", "suspects"), rows)


def _row(name: str, figures: Sequence[Figures]) -> tuple[str, ...]:
    found = (percent(share_of_gold(figures, "found", importance)) for importance in IMPORTANCES)
    asked = (percent(share_of_gold(figures, "asked", importance)) for importance in IMPORTANCES)
    counts = (sum(one.off_gold for one in figures), sum(one.repeated for one in figures), sum(len(one.suspects) for one in figures))
    words, facts, items = (str(sum(getattr(one, what) for one in figures)) for what in ("words", "facts", "items"))
    return (name, words, facts, *found, items, *asked, *map(str, counts))


def _suspects(figures: Iterable[Figures]) -> list[str]:
    lines = [f"- {one.id}: {suspect}" for one in figures for suspect in one.suspects]
    return ["Suspects (the item, then what it looks like):\n\n" + "\n".join(lines)] if lines else []


def _overall(verdicts: Sequence[Verdict]) -> str:
    readers = len({verdict.reader for verdict in verdicts})
    whole = share_acceptable(verdicts)
    line = f"{whole.judged} judgements by {readers} reader{'s' * (readers != 1)}: {percent(whole.value)} acceptable as they are."
    return line + "\n\n" + share_table("criterion", shares_by_criterion(verdicts))


def _fold(feature: str, verdicts: Sequence[Verdict]) -> str:
    shares = shares_by(feature, verdicts)
    shown = {name: share for name, share in shares.items() if share.judged >= FEWEST}
    rest = [share for share in shares.values() if share.judged < FEWEST]
    if rest:
        shown[f"{len(rest)} judged fewer than {FEWEST} times"] = Share(sum(s.accepted for s in rest), sum(s.judged for s in rest))
    return share_table(feature, shown, BAR if feature in BARRED else 0.0)


def _articles(verdicts: Sequence[Verdict]) -> str:
    """Return the mean over articles and the worst, for those seen and those held out."""
    named = [verdict for verdict in verdicts if verdict.article]
    rows = []
    for name, is_unseen in (("seen", False), ("held out", True)):
        group = [verdict for verdict in named if is_held_out(verdict.article) == is_unseen]
        shares = {article: share for article, share in shares_by("article", group).items() if share.judged >= FEWEST}
        if shares:
            worst = min(shares, key=lambda article: (shares[article].value, article))
            mean = sum(share.value for share in shares.values()) / len(shares)
            rows.append((name, str(len(shares)), percent(mean), f"{worst}: {percent(shares[worst].value)}"))
    return table(("articles", f"judged {FEWEST} times or more", "mean", "worst"), rows)


def _curve(verdicts: Sequence[Verdict]) -> list[str]:
    """Return precision against deck size: what the best-scored items would be worth, by scores fitted on the other articles."""
    if len(verdicts) < ENOUGH:
        return []
    ordered = ordered_by_chance(verdicts, foretold(verdicts))
    articles = len({verdict.article for verdict in verdicts})
    rows = []
    for tenth in range(1, 11):
        kept = ordered[: max(1, len(ordered) * tenth // 10)]
        accepted = sum(is_accepted for _, is_accepted in kept)
        counts = (f"{accepted}/{len(kept)}", percent(accepted / len(kept)))
        rows.append((f"{10 * tenth} %", f"{len(kept) / articles:.1f}", f"{kept[-1][0]:.2f}", *counts))
    return [CURVE, table(("best-scored kept", "items an article", "least score", "accepted", "share"), rows)]


def share_table(name: str, shares: Mapping[str, Share], bar: float = 0.0) -> str:
    """Return a table of shares with their intervals; those under `bar` are marked, to be mended or retired."""
    rows = [
        (value, f"{s.accepted}/{s.judged}", percent(s.value) + " ←" * (s.value < bar), "–".join(map(percent, wilson(s))))
        for value, s in shares.items()
    ]
    return table((name, "accepted", "share", "interval"), rows)


def wilson(share: Share, z: float = 1.96) -> tuple[float, float]:
    """Return Wilson's interval (1927) of a share, by default at 95 %; it stays sound for few judgements and shares near 0 or 1."""
    if not share.judged:
        return (0.0, 1.0)
    n, p = share.judged, share.value
    middle = p + z * z / (2 * n)
    half = z * float((p * (1 - p) / n + z * z / (4 * n * n)) ** 0.5)
    scale = 1 + z * z / n
    return (max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale))


def percent(value: float) -> str:
    """Return a share as "42 %"."""
    return f"{100 * value:.0f} %"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in (head, *rows)]
    return "\n".join((lines[0], "|" + "---|" * len(head), *lines[1:]))
