"""Carries what readers accepted into the ranking: `ranking/acceptance.toml`, counts by template and rule."""

from collections.abc import Sequence
from pathlib import Path

import tomlkit

from quizgen import ranking
from quizgen.evaluation.verdicts import Verdict, weighed_counts, weighed_share

ACCEPTANCE = Path(ranking.__file__).parent / "acceptance.toml"


def with_counts(text: str, verdicts: Sequence[Verdict]) -> str:
    """Return the text of `acceptance.toml` with the counts of these verdicts in place of its own and their mean as prior."""
    document = tomlkit.parse(text)
    prior = document["prior"]
    assert isinstance(prior, tomlkit.items.Table)
    prior["share"] = round(weighed_share(verdicts), 3)
    for section, feature in (("templates", "template"), ("rules", "rule")):
        table = document[section]
        assert isinstance(table, tomlkit.items.Table)
        table.clear()
        for name, (accepted, judged) in sorted(weighed_counts(feature, verdicts).items()):
            row = tomlkit.inline_table()
            row.update({"accepted": accepted, "judged": judged})
            table.add(name, row)
    return tomlkit.dumps(document)
