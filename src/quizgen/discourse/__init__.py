"""Discourse: what the article is about, its entities under all their names, who speaks, what matters."""
