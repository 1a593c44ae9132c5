"""Measures facts and quizzes against gold written by people, and folds what blind readers said of items into figures."""
