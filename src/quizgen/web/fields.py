"""What a person has typed into an item's fields, as the item's own texts."""

from quizgen.items import Cloze, Editable, Matching, MultipleChoice, Ordering, ShortAnswer, TrueFalse
from quizgen.quiz import Quiz
from quizgen.web.asking import Asked
from quizgen.web.changes import Unsound, find_item

_SPACES = " \t\r\n\v\f"  # a no-break space is kept: somebody has typed it on purpose
_MOST_POINTS = 1000


def typed_fields(quiz: Quiz, id: str, asked: Asked) -> dict[str, Editable]:
    """Return the fields of an item that the form holds, by name. Raises Unsound when one cannot be what it must be."""
    texts = ("question", "context", "feedback", "hint")
    fields: dict[str, Editable] = {name: line(asked.text(name)) for name in texts if name in asked.fields}
    if "accepted" in asked.fields:
        fields["accepted"] = lines(asked.text("accepted"))
    if "points" in asked.fields:
        fields["points"] = _points(asked.text("points"))
    return fields | _answer(quiz, id, asked)


def _answer(quiz: Quiz, id: str, asked: Asked) -> dict[str, Editable]:
    match find_item(quiz, id):
        case MultipleChoice():
            return _options(asked)
        case TrueFalse():
            return {"answer": asked.text("answer") == "true", "correction": line(asked.text("correction"))}
        case Matching():
            pairs = zip(asked.texts("premise"), asked.texts("response"), strict=False)
            whole = tuple((line(premise), line(response)) for premise, response in pairs if line(premise) and line(response))
            return {"answer": whole, "distractors": lines(asked.text("distractors"))}
        case Ordering():
            return {"answer": lines(asked.text("answer"))}
        case ShortAnswer() | Cloze():
            return {"answer": line(asked.text("answer"))}


def _options(asked: Asked) -> dict[str, Editable]:
    """Return the options that are not empty, and the one that is marked as the key."""
    typed = [line(option) for option in asked.texts("option")]
    key = asked.number("key", -1)
    return {"options": tuple(filter(None, typed)), "answer": typed[key] if 0 <= key < len(typed) else ""}


def _points(text: str) -> float:
    try:
        points = float(text.strip().replace(",", "."))
    except ValueError:
        points = -1
    if not 0 <= points < _MOST_POINTS:
        raise Unsound("points")
    return points


def line(text: str) -> str:
    """Return a text on one line, as items have it."""
    return " ".join(filter(None, text.replace("\t", " ").replace("\r", " ").replace("\n", " ").strip(_SPACES).split(" ")))


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text that are not empty, each once."""
    return tuple(dict.fromkeys(filter(None, map(line, text.split("\n")))))
