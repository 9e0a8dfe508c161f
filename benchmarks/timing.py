"""What the benchmarks share: times in turns, and promises held against them."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import process_time
from typing import Any

SECONDS, ROUNDS = 0.6, 3
"""Each function is repeated for this long in each case, in rounds; its best time counts."""
SLOW = 5000
"""What takes longer, in milliseconds, is measured once."""


@dataclass
class Target:
    """A ratio or a time that is promised."""

    promise: str
    found: str
    met: bool


def best(functions: dict[str, Callable[[], Any]]) -> dict[str, float]:
    """Measure several functions in turns, each some times in a row, in milliseconds.

    Processor time, all in one thread: what else the machine does hardly matters.
    """
    found = dict.fromkeys(functions, float("inf"))
    for _ in range(ROUNDS):
        for name, function in functions.items():
            if SLOW < found[name] < float("inf"):
                continue
            start = process_time()
            while True:
                begin = process_time()
                function()
                end = process_time()
                found[name] = min(found[name], 1000 * (end - begin))
                if end - start > SECONDS / ROUNDS:
                    break
    return found


def load() -> str:
    """Say how busy the machine is, where the system tells."""
    if not hasattr(os, "getloadavg"):
        return "load unknown"
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"


def verdict(targets: Sequence[Target]) -> int:
    """Print the targets and the load; return 1 if one is missed, else 0."""
    for target in targets:
        print(f"{'met    ' if target.met else 'NOT MET'}  {target.promise}: {target.found}")
    print(load())
    return int(not all(target.met for target in targets))
