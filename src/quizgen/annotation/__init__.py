"""Annotation: from the text of an article to spaCy documents with Universal Dependencies labels.

Nothing here loads spaCy until a pipeline is loaded.
"""

from quizgen.annotation.catalogue import PipelineInfo, list_pipelines
from quizgen.annotation.loading import load_pipeline, pipeline_language
from quizgen.annotation.paragraphs import annotate_paragraphs, annotate_text

__all__ = ["PipelineInfo", "annotate_paragraphs", "annotate_text", "list_pipelines", "load_pipeline", "pipeline_language"]
