"""The page where a person stays in charge of a quiz: a web server on this machine alone, for the browser that stands before it."""
