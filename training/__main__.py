"""`python -m training CORPORA [--language fr] [--work DIR]`: rebuilds the bundled pipelines (see README.md)."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from build import main

main()
