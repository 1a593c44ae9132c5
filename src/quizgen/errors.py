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
    """A mistake a user can mend: `message` says what is wrong and where, `hint` what to do next, as a command when there is one.

    `told` names the sentences that say both on a page, without commands and in the reader's language: [problems] and [hints] in the
    labels, filled in with `values`. It is "" where there are none.
    """

    def __init__(self, message: str, hint: str, told: str = "", **values: object) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint
        self.told, self.values = told, values


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
