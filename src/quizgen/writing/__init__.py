"""Writing: from facts to questions by templates, and from questions to items in their forms."""

from quizgen.writing.examples import check_templates
from quizgen.writing.groups import write_groups
from quizgen.writing.rendering import Drop
from quizgen.writing.templates import TemplateSet, load_templates
from quizgen.writing.writer import WritingContext, Written, write_items

__all__ = ["Drop", "TemplateSet", "WritingContext", "Written", "check_templates", "load_templates", "write_groups", "write_items"]
