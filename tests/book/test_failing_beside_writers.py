"""A build that fails while other processes write pages ends, and says why."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

SCRIPT = """
import sys
sys.path.insert(0, "book/_ext")
{mend}
from sphinx.util.parallel import ParallelTasks
tasks = ParallelTasks(1)
tasks.add_task(lambda: "x" * 10_000_000)  # waits until the main process takes it
raise SystemExit("expected: a page that could be resolved")
"""


def ends(mend: str) -> bool:
    """Say whether a program ends whose main process fails while another wants to give a page."""
    command = [sys.executable, "-c", SCRIPT.format(mend=mend)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as program:
        try:
            said = program.communicate(timeout=15)[1]
        except subprocess.TimeoutExpired:
            os.killpg(program.pid, signal.SIGKILL)
            return False
    assert program.returncode == 1
    assert b"expected: a page" in said
    return True


def test_a_failed_build_ends() -> None:
    assert ends("from mends import parallel_writing")
