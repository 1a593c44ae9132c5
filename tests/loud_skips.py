"""A pytest plugin: a skipped test is said aloud, and is a failure where CI=true, because there everything has been installed.

`make test` loads it with `-p tests.loud_skips`.
"""

import os

import pytest

SKIPS = pytest.StashKey[list[tuple[str, str]]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[SKIPS] = []
    config.pluginmanager.register(_SkipRecorder(config), "skip-recorder")


class _SkipRecorder:
    """Notes every skip of a run, of single tests and of whole files."""

    def __init__(self, config: pytest.Config) -> None:
        self._skips = config.stash[SKIPS]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.skipped and not hasattr(report, "wasxfail"):
            self._skips.append((report.nodeid, _reason(report)))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.skipped:
            self._skips.append((report.nodeid, _reason(report)))


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    return report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    if session.config.stash[SKIPS] and os.environ.get("CI") == "true" and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    skips = config.stash[SKIPS]
    if not skips:
        return
    in_ci = os.environ.get("CI") == "true"
    terminalreporter.section("NOT TESTED HERE" + (" (a failure, since CI=true)" if in_ci else ""), sep="!", red=in_ci, yellow=not in_ci)
    for nodeid, reason in skips:
        terminalreporter.line(f"{nodeid}: {reason.removeprefix('Skipped: ')}")
