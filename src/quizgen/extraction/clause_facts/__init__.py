"""Facts from clauses: start at making.py."""
