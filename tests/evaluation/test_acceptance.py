"""The ranking's figures are the stored verdicts, and its file keeps its comments."""

import tomllib
from dataclasses import replace

from quizgen.evaluation.acceptance import ACCEPTANCE, with_counts
from quizgen.evaluation.verdicts import Verdict, read_verdicts

GOOD = Verdict("fr", "cloze", "event", "date", "fr/event/x", "clause/event", 0.7, "0.1.0", "reader-a", 1, 1, 1, 1, 1, 1)
TEXT = '# Why.\n\n[prior]\nshare = 0.6\nweight = 8\n\n[templates]  # by template\n"old" = { accepted = 1, judged = 1 }\n\n'
TEXT += "[rules]\n"


def test_counts_replace_the_old_ones() -> None:
    text = with_counts(TEXT, [GOOD, replace(GOOD, gram=0), replace(GOOD, is_made=False)])
    data = tomllib.loads(text)
    assert data["templates"] == {"fr/event/x": {"accepted": 1.25, "judged": 2.25}}
    assert data["rules"] == {"clause/event": {"accepted": 1.25, "judged": 2.25}}
    assert data["prior"] == {"share": 0.529, "weight": 8}
    assert text.startswith("# Why.\n")
    assert with_counts(text, [GOOD, replace(GOOD, gram=0), replace(GOOD, is_made=False)]) == text


def test_no_verdicts_leave_no_counts() -> None:
    data = tomllib.loads(with_counts(TEXT, []))
    assert (data["templates"], data["rules"]) == ({}, {})


def test_ranking_holds_what_the_stored_verdicts_say() -> None:
    text = ACCEPTANCE.read_text(encoding="utf-8")
    assert tomllib.loads(with_counts(text, read_verdicts())) == tomllib.loads(text)
