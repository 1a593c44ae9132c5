"""Marks of notes, as encyclopedias print them behind a claim: "[17]", "[note 2]", "a priest,:10 had"."""

import re

INSIDE = re.compile(r"(?:\s*\[(?:\d+|[a-z]|note \d+)\])+|(?<=[^\W\d],):\d+(?=\s)|(?<=[^\W\d]):\d+(?=\s)")
CLOSING = re.compile(r"(?:\s*\[[^\]\[]{1,40}\]|\s*:\d+(?:[–:,-]\d+)*)+\s*$")  # also [citation needed], :4–5 after a full stop
