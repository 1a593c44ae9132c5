"""How Chromium is started in tests: quietly, without a sandbox for root, and without a word to other servers."""

BROWSER_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                 "--disable-component-update", "--disable-sync", "--no-pdf-header-footer")  # fmt: skip
