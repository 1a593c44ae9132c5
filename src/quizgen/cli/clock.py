"""The clock that commands pass to the library. SOURCE_DATE_EPOCH, where it is set, stands still for reproducible files."""

import os
import time


def now() -> int:
    """Return the time in seconds since 1970."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(fixed) if fixed.isdigit() else int(time.time())


def today() -> str:
    """Return the day as an ISO 8601 date, in universal time."""
    return time.strftime("%Y-%m-%d", time.gmtime(now()))
