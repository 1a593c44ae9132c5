"""Passages: sentences that stand alone, told as the article tells them, with one thing blanked."""
