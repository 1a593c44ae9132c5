"""Tables on a terminal, and plain ones where the output is piped."""

import sys
from collections.abc import Iterable, Sequence

WIDTH_WHEN_PIPED = 110  # columns; a terminal has its own width


def print_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table with a line between its rows."""
    from rich.console import Console
    from rich.table import Table

    table = Table(*head, show_lines=True)
    for row in rows:
        table.add_row(*row)
    Console(width=None if sys.stdout.isatty() else WIDTH_WHEN_PIPED, markup=False, highlight=False).print(table)
