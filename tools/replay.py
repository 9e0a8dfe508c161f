"""Give the cells of a chapter what they gave before, until the first that has changed.

An author mostly edits text. MyST-NB can keep the results of a whole notebook, but not together
with values in the text (``eval``), so a living build keeps them itself, in memory: step by step,
each with its code. At the first step that is new, a kernel runs all cells from the top. Nothing
is kept of a run that failed, or when the package or a lock file changes. Between two builds the
results are also written beside Sphinx's own record, for the first edit of the next day.
"""

from __future__ import annotations

import pickle
import time
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from myst_nb.core.execute.inline import NotebookClientInline

from places import sources  # beside the extensions of the book

if TYPE_CHECKING:
    from pathlib import Path

    from nbformat import NotebookNode


Stamp = tuple[tuple[str, int], ...]


@dataclass
class Run:
    """What a chapter's steps gave: its cells, and the expressions in its text."""

    stamp: Stamp = ()  # of the files that the results depend on
    language: Any = None
    steps: list[tuple[tuple[str, str], Any]] = field(default_factory=list)


def stamp() -> Stamp:
    """Return the files that can change what a cell prints, with the time of their last change."""
    return tuple((str(path), path.stat().st_mtime_ns) for path in sources())


class ReplayingClient(NotebookClientInline):
    """Run a chapter's cells, or give again what they gave."""

    memory: ClassVar[dict[Path | None, Run]] = {}
    is_new: ClassVar[bool] = False  # whether something was learned since it was written

    @classmethod
    def recall(cls, file: Path) -> None:
        """Read what an earlier process has written; what cannot be read is made anew."""
        cls.memory.clear()
        try:
            cls.memory.update(pickle.loads(file.read_bytes()))  # noqa: S301 (our own file)
        except (OSError, EOFError, AttributeError, ImportError, pickle.UnpicklingError):
            return

    @classmethod
    def keep(cls, file: Path) -> None:
        """Write what is new."""
        if cls.is_new:
            file.write_bytes(pickle.dumps(cls.memory))
            cls.is_new = False

    def start_client(self) -> None:
        """Remember the last run; a kernel is started only when it is needed."""
        now = stamp()
        before = self.memory.pop(self.path, Run())
        self.before = before if before.stamp == now else Run()
        self.run = Run(now, self.before.language)
        self.is_running = False
        self._last_cell_executed = -1
        self._cell_error: Exception | None = None
        if self.run.language:
            self.notebook.metadata["language_info"] = self.run.language

    def _known(self, step: tuple[str, str]) -> bool:
        """Whether the last run had this step here, after the same steps."""
        place = len(self.run.steps)
        steps = self.before.steps
        return not self.is_running and place < len(steps) and steps[place][0] == step

    def _start_kernel(self) -> None:
        """Start a kernel and bring it where the replay has come to."""
        if self.is_running:
            return
        reached = self._last_cell_executed
        super().start_client()
        self.is_running = True
        self.run.language = self.notebook.metadata.get("language_info")
        super().code_cell_outputs(reached)

    def code_cell_outputs(self, cell_index: int) -> tuple[int | None, list[NotebookNode]]:
        """Return count and outputs of a cell, after all cells before it."""
        while self._last_cell_executed < cell_index and not self._cell_error:
            place = self._last_cell_executed + 1
            cell = self.notebook.cells[place]
            if cell.cell_type != "code":
                self._last_cell_executed = place
                continue
            step = ("cell", cell.source)
            if self._known(step):
                cell.update(deepcopy(self.before.steps[len(self.run.steps)][1]))
                self._last_cell_executed = place
            else:
                self._start_kernel()
                super().code_cell_outputs(place)
            given = {"execution_count": cell.execution_count, "outputs": cell.outputs}
            self.run.steps.append((step, deepcopy(given)))
        cell = self.notebook.cells[cell_index]
        return cell.get("execution_count"), cell.get("outputs", [])

    def eval_variable(self, name: str) -> list[NotebookNode]:
        """Return the outputs of an expression in the text."""
        step = ("eval", name)
        if self._known(step):
            given = deepcopy(self.before.steps[len(self.run.steps)][1])
        else:
            self._start_kernel()
            given = super().eval_variable(name)
        self.run.steps.append((step, deepcopy(given)))
        return given

    def finalise_client(self) -> None:
        """Note the state of widgets, which only a kernel has."""
        if self.is_running:
            super().finalise_client()

    def close_client(self, exc_type: Any, exc_val: Any, exc_tb: Any) -> None:
        """Stop the kernel, if there is one, and keep what a run without errors gave."""
        if self.is_running:
            super().close_client(exc_type, exc_val, exc_tb)
        else:
            done = {"mtime": time.time(), "runtime": 0.0, "method": "inline", "succeeded": True}
            self.exec_metadata = {**done, "error": None, "traceback": None}
        if exc_type is None and not self._cell_error and not any(map(_failed, self.run.steps)):
            self.memory[self.path] = self.run
            ReplayingClient.is_new |= self.is_running


def _failed(step: tuple[tuple[str, str], Any]) -> bool:
    """Whether a step gave an error."""
    _, given = step
    outputs = given["outputs"] if isinstance(given, dict) else given
    return any(output["output_type"] == "error" for output in outputs)
