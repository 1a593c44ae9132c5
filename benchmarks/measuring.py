"""Wall time and peak memory of whole processes, in pairs."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Usage:
    """What one process took."""

    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Paired runs of what is measured and of what it is measured against."""

    name: str
    measured: tuple[Usage, ...]
    bare: tuple[Usage, ...]

    @property
    def seconds(self) -> tuple[float, float]:
        """Median seconds of both sides."""
        return (median(usage.seconds for usage in self.measured), median(usage.seconds for usage in self.bare))

    @property
    def megabytes(self) -> tuple[float, float]:
        """Median peak memory of both sides."""
        return (median(usage.megabytes for usage in self.measured), median(usage.megabytes for usage in self.bare))

    @property
    def ratio(self) -> float:
        """Median of the pairs' ratios of time."""
        return median(one.seconds / other.seconds for one, other in zip(self.measured, self.bare, strict=True))


def compare(name: str, measured: Sequence[str], bare: Sequence[str], runs: int, output: Path | None = None) -> Comparison:
    """Run both commands in turn `runs` times, after one unmeasured pair that fills the disk cache.

    `output`, the folder that `measured` writes, is removed before each pair: nothing is found there that could be used again.
    """
    pairs: list[tuple[Usage, Usage]] = []
    for _ in range(runs + 1):
        if output is not None:
            shutil.rmtree(output, ignore_errors=True)
        pairs.append((usage_of(measured), usage_of(bare)))
    return Comparison(name, tuple(one for one, _ in pairs[1:]), tuple(other for _, other in pairs[1:]))


def usage_of(command: Sequence[str]) -> Usage:
    """Run a command and return what it took. Raises CalledProcessError when it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command))
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes on macOS, in kilobytes on Linux
    return Usage(seconds, usage.ru_maxrss * unit / 1e6)
