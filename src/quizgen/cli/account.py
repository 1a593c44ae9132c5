"""The short account after `quizgen make`: what was found, written, dropped and kept, and where in the article it lies."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from quizgen.quiz import Account, Quiz

if TYPE_CHECKING:
    from quizgen.export import Exported
    from quizgen.items import Editable
    from quizgen.quizfile import Change

REASONS = 5  # told on the terminal


def account_lines(quiz: Quiz) -> list[str]:
    """Return the account, a line for each figure."""
    account = quiz.account
    rows = [
        ("facts found", str(account.facts)),
        ("questions written", str(account.questions)),
        ("dropped", dropped_text(account.dropped)),
        ("kept", f"{account.kept} of {account.asked_for} asked for"),
        ("coverage", coverage_text(account.coverage, len(quiz.article.prose))),
    ]
    rows += _asked_no_more(quiz)
    return [f"{name:<18} {value}" for name, value in rows] + _why_fewer(account)


def _asked_no_more(quiz: Quiz) -> list[tuple[str, str]]:
    """Return rows for the items of earlier runs that this one does not have; their cards stay in Anki as they are."""
    vanished = [item.question for item in quiz.vanished if item.status != "rejected"]
    told = f"{len(vanished)}, whose sentence the article no longer has: {'; '.join(vanished[:REASONS])}"
    rows = [("vanished", told)] if vanished else []
    return rows + ([("passed over", f"{len(quiz.passed_over)} items of earlier runs")] if quiz.passed_over else [])


def change_lines(quiz: Quiz, previous: Quiz | None) -> list[str]:
    """Return what the program writes otherwise now in items that a person has judged or changed."""
    from quizgen.quizfile import changes

    return [_change_line(one) for one in changes(quiz, previous)]


def _change_line(change: "Change") -> str:
    what, before, now = f"item {change.item.id}, {change.field}", shown(change.before), shown(change.now)
    if change.is_conflict:
        return f"conflict           {what}: yours stays, {before}; written now: {now}"
    return f"changed            {what}: {now}, not {before}"


def shown(value: "Editable") -> str:
    """Return a field's value as one line: its parts, where it has several, between bars."""
    if isinstance(value, tuple):
        return " | ".join(part if isinstance(part, str) else " – ".join(part) for part in value) or "none"
    return str(value) or "none"


def left_out_lines(exported: "Iterable[Exported]") -> list[str]:
    """Return what each format had to leave out."""
    return [f"left out of {one.format}: item {one.item}, {one.reason}" for each in exported for one in each.left_out]


def dropped_text(dropped: Mapping[str, int]) -> str:
    """Return "14: 7 no blank, 5 asked already, 2 for 2 other reasons", the most frequent first. The quiz file has them all."""
    if not dropped:
        return "none"
    ordered = sorted(dropped.items(), key=lambda pair: (-pair[1], pair[0]))
    shown = [f"{count} {reason}" for reason, count in ordered[:REASONS]]
    if others := ordered[REASONS:]:
        shown.append(f"{sum(count for _, count in others)} for {len(others)} other reasons")
    return f"{sum(dropped.values())}: " + ", ".join(shown)


def coverage_text(coverage: Mapping[int, int], paragraphs: int) -> str:
    """Return "2 of 4 paragraphs; none from 1, 3". Paragraphs are numbered from 1."""
    missing = [number for number in range(1, paragraphs + 1) if not coverage.get(number)]
    text = f"{paragraphs - len(missing)} of {paragraphs} paragraphs"
    return f"{text}; none from {_ranges(missing)}" if missing else text



def _ranges(numbers: Iterable[int]) -> str:
    """Return "1, 3–5" for 1, 3, 4, 5."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _why_fewer(account: Account) -> list[str]:
    if account.kept >= account.asked_for:
        return []
    return [f"{account.asked_for - account.kept} fewer than asked for: what else was written did not pass the checks (see dropped)."]
