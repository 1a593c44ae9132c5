"""A card's two faces as Anki draws them, for who wants to see a card before it is in Anki."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from quizgen.export.anki.note_types import load_note_type
from quizgen.export.anki.notes import CardWriter, note_content, why_not
from quizgen.export.base import ExportOptions
from quizgen.export.labels import Labels
from quizgen.items import Item
from quizgen.languages import get_language
from quizgen.quiz import Quiz

_SECTION = re.compile(r"\{\{([#^])([^{}]+)\}\}(.*?)\{\{/\2\}\}", re.DOTALL)
_FIELD = re.compile(r"\{\{([^{}#^/]+)\}\}")
_DELETION = re.compile(r"\{\{c\d+::(.*?)\}\}", re.DOTALL)
_SPEECH = re.compile(r"\[anki:tts[^\]]*\].*?\[/anki:tts\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Faces:
    """The HTML of a card's front and back, and the style of both."""

    front: str
    back: str
    style: str


def faces(item: Item, quiz: Quiz, options: ExportOptions) -> Faces | None:
    """Return the card of an item; None of one that Anki cannot hold. Raises TemplateError when a template is broken."""
    if why_not(item):
        return None
    labels = Labels(quiz.article.language, options.templates)
    content = note_content(item, CardWriter(quiz.article, labels, get_language(quiz.article.language).typeset, quiz.typed, quiz.voice))
    model = load_note_type(content.note_type, options.templates).model
    template = model.templates[0]
    front = _filled(template["qfmt"], content.fields, is_back=False)
    return Faces(front, _filled(template["afmt"], {**content.fields, "FrontSide": front}, is_back=True), model.css)


def _filled(template: str, fields: Mapping[str, str], *, is_back: bool) -> str:
    """Return a face with its sections kept or left out and its fields filled in, as Anki's manual tells it."""

    def section(match: re.Match[str]) -> str:
        is_shown = bool(fields.get(match[2].strip(), "").strip()) is (match[1] == "#")
        return match[3] if is_shown else ""

    while (shorter := _SECTION.sub(section, template)) != template:
        template = shorter
    return _SPEECH.sub("", _FIELD.sub(lambda match: _field(match[1].strip(), fields, is_back), template))


def _field(name: str, fields: Mapping[str, str], is_back: bool) -> str:
    filters, _, own = name.rpartition(":")
    value = fields.get(own, "")
    if filters == "cloze":
        shown = r'<span class="cloze">\1</span>' if is_back else '<span class="cloze">[...]</span>'
        return _DELETION.sub(shown, value)
    if filters.startswith("type"):
        return f'<span class="typed">{value}</span>' if is_back else '<input type="text" disabled>'
    return value
