"""The least that `quizgen make` could take: reads an article, loads the same pipeline, parses the same text, and stops."""

import sys

from quizgen.annotation import annotate_paragraphs, load_pipeline
from quizgen.reading import ReadingOptions, read_article


def main() -> None:
    """Parse the article named by the first argument."""
    article = read_article(sys.argv[1], ReadingOptions())
    annotate_paragraphs(load_pipeline(article.language), article.text, [(block.start, block.end) for block in article.prose])


if __name__ == "__main__":
    main()
