"""What reading accepts at most and at least; each limit is named in the message that refuses."""

MAX_BYTES = 5_000_000  # of a file, a page or standard input: a web page holds far more markup than words
MAX_WORDS = 120_000  # a long novel; parsing it stays within the memory of an ordinary laptop
MIN_WORDS = 80  # below, there is too little prose for a quiz that is not one sentence asked ten times
MAX_HEADER = 10_000  # characters of a TOML or YAML header
DOWNLOAD_SECONDS = 30.0  # for a whole page, redirects included
MAX_REDIRECTS = 5
