"""The page for those who never open a terminal: an article in, a quiz made, looked through and taken away."""
