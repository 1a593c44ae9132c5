"""Extraction: facts from parsed sentences. Start at `facts.py`; the rules themselves are in `languages/<code>/rules/`."""
