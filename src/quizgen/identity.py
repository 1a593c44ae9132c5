"""Identity: a question's key is assigned once and kept, so that a learner's cards survive every change of text, template or rule."""
