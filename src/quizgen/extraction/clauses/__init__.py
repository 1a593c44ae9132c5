"""Clauses as tokens: start at parsing.py."""
