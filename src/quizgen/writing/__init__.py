"""Writing: from facts to questions by templates, and from questions to items in their forms."""
