"""Every error a user can cause, with what to do next.

    QuizgenError(message, hint)
    ├── ReadingError       the article cannot be read, or is not one
    ├── PipelineError      no usable language pipeline
    ├── TemplateError      a template folder is broken
    ├── EntitiesError      an entities file is broken
    ├── RuleError          an extraction rule or a word list is broken
    ├── QuizFileError      a quiz file is broken or must not be overwritten
    ├── ExportError        an output cannot be written
    ├── AnkiError          a running Anki cannot be reached, or refuses
    ├── WebError           a local page cannot be served, or a change cannot be made
    └── EvaluationError    gold facts or verdicts are broken
"""


class QuizgenError(Exception):
    """A mistake a user can mend: `message` says what is wrong and where, `hint` what to do next."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class ReadingError(QuizgenError):
    """The article cannot be read, or is not one."""


class PipelineError(QuizgenError):
    """No usable language pipeline."""


class TemplateError(QuizgenError):
    """A template folder is broken."""


class EntitiesError(QuizgenError):
    """An entities file is broken."""


class RuleError(QuizgenError):
    """An extraction rule or a word list is broken."""


class QuizFileError(QuizgenError):
    """A quiz file is broken or must not be overwritten."""


class ExportError(QuizgenError):
    """An output cannot be written."""


class AnkiError(QuizgenError):
    """A running Anki cannot be reached, or refuses."""


class WebError(QuizgenError):
    """A local page cannot be served, or a change cannot be made there."""


class EvaluationError(QuizgenError):
    """Gold facts or verdicts are broken."""
