"""Tree-pattern rules of a language, in spaCy's DependencyMatcher format: start at loading.py."""
