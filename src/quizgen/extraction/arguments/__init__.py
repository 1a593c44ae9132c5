"""The arguments of a clause, which complement is the date, place, object, agent, purpose, cause or quantity: start at finding.py."""
