"""Runs the stored cells of other programs again, and installs a program that they need."""

from __future__ import annotations

import os
import shutil
import subprocess

from tools.tasks import base, installing

PROGRAMS = {  # and the packages of Debian and Ubuntu that bring them
    "octave": ("octave-cli", "octave"),
    "r": ("R", "r-base-core", "r-cran-mass"),
}

WITH_SKLEARN = "tests/numeric/solving/test_scikit_learn.py"
"""Tests that are skipped where scikit-learn is not installed."""


def test_torch(arguments: list[str]) -> None:
    """Run the stored cells of PyTorch again and compare; --renew stores what they print."""
    run_stored_cells("torch", arguments)


def test_jax(arguments: list[str]) -> None:
    """Do the same with JAX."""
    run_stored_cells("jax", arguments)


def test_sklearn(arguments: list[str]) -> None:
    """Do the same with scikit-learn and statsmodels, and hand our kernels to scikit-learn."""
    beside = run_stored_cells("sklearn", arguments)
    installing.set_up("dev")
    base.run(base.PYTHON, "-m", "pytest", "-p", "no:cacheprovider", WITH_SKLEARN, **beside)


def test_octave(arguments: list[str]) -> None:
    """Do the same with GNU Octave, installing it where apt-get may."""
    run_stored_cells("octave", arguments)


def test_r(arguments: list[str]) -> None:
    """Do the same with R, installing it where apt-get may."""
    run_stored_cells("r", arguments)


def run_stored_cells(name: str, arguments: list[str]) -> dict[str, str]:
    """Install what the cells of a notebook call, and run them; return what lets Python find it."""
    base.refuse_others(arguments, "--renew")
    installing.set_up("book")
    if name in PROGRAMS:
        need_program(*PROGRAMS[name])
    beside = {} if name in PROGRAMS else installing.install_beside(name)
    base.run(base.PYTHON, "tools/stored_cells.py", name, *arguments, **beside)
    return beside


def need_program(program: str, *packages: str) -> None:
    """Install a program of the system where Debian's or Ubuntu's apt-get may; else say how."""
    if shutil.which(program):
        return
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    as_root = ["env"] if is_root else ["sudo", "-n", "env"]
    apt = shutil.which("apt-get") if shutil.which(as_root[0]) else None
    asked = [*as_root, "true"]
    remedy = (
        f"expected the program {program}, found none: install it and call the task again (on "
        f"Debian and Ubuntu: sudo apt-get install {' '.join(packages)}; on macOS: brew install "
        f"{packages[0].partition('-')[0]})"
    )
    if not apt or subprocess.run(asked, capture_output=True, check=False).returncode:
        raise base.TaskError(remedy)
    install = [*as_root, "DEBIAN_FRONTEND=noninteractive", apt]
    base.run(*install, "update", "-qq", remedy=remedy)
    flags = ("-y", "-qq", "--no-install-recommends")
    base.run(*install, "install", *flags, *packages, remedy=remedy)
