"""Syntax: what discourse and extraction both read from a parse — the tree, its phrases, and the analysis of an article."""
