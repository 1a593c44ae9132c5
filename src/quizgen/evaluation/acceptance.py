"""Carries what readers accepted into the ranking: `ranking/acceptance.toml`, counts by template and rule."""

from collections.abc import Sequence
from pathlib import Path

import tomlkit

from quizgen import ranking
from quizgen.evaluation.verdicts import Verdict, share_acceptable, shares_by

ACCEPTANCE = Path(ranking.__file__).parent / "acceptance.toml"


def with_counts(text: str, verdicts: Sequence[Verdict]) -> str:
    """Return the text of `acceptance.toml` with the counts of these verdicts in place of its own and their mean as prior."""
    document = tomlkit.parse(text)
    prior = document["prior"]
    assert isinstance(prior, tomlkit.items.Table)
    prior["share"] = round(share_acceptable(verdicts).value, 3)
    for section, feature in (("templates", "template"), ("rules", "rule")):
        table = document[section]
        assert isinstance(table, tomlkit.items.Table)
        table.clear()
        for name, share in sorted(shares_by(feature, verdicts).items()):
            row = tomlkit.inline_table()
            row.update({"accepted": share.accepted, "judged": share.judged})
            table.add(name, row)
    return tomlkit.dumps(document)
