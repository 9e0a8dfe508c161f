"""What the benchmarks with peers share: ratios of one run, answers that agree, the processor."""

import platform
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from timing import Target, best

Functions = dict[str, Callable[[], Any]]


def compare(what: str, functions: Functions, most: dict[str, float]) -> list[Target]:
    """Print the times and ours divided by each; hold them against the promises."""
    found = best(functions)
    print(what)
    for name, milliseconds in found.items():
        print(f"    {name:28}{milliseconds:10.3f} ms{found['ours'] / milliseconds:10.3f}×")
    targets = []
    for name, limit in most.items():
        if name in found:
            ratio = found["ours"] / found[name]
            targets.append(Target(f"{what}: ≤ {limit}× {name}", f"{ratio:.3f}×", ratio <= limit))
    return targets


def same(found: Any, expected: Any) -> None:
    """Stop if two answers differ."""
    assert np.allclose(found, expected, rtol=1e-7, atol=1e-7), "the answers differ"  # noqa: S101


def processor() -> str:
    """Return the name of the processor, where the system tells."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()
