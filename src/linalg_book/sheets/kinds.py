"""The register of what a sheet can be about: a kind for each function of ``problems``."""

import inspect
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from linalg_book import problems
from linalg_book.errors import RequestError
from linalg_book.problems import Problem
from linalg_book.sheets.mistakes import Finder
from linalg_book.sheets.mistakes_of_fits import FINDERS as OF_FITS
from linalg_book.sheets.mistakes_of_systems import FINDERS as OF_SYSTEMS
from linalg_book.sheets.registers import entry_named
from linalg_book.writing.wording import show


@dataclass(frozen=True)
class Kind:
    """What a sheet can be about.

    Attributes
    ----------
    name : str
        As on the command line, for example "least-norm".
    title : str
        What a sheet of this kind is called.
    make : callable
        The function of ``problems``.
    find : callable
        What goes wrong often with an exercise of this kind.
    """

    name: str
    title: str
    make: Callable[..., Problem]
    find: Finder

    @property
    def options(self) -> dict[str, Any]:
        """The options of the function and their defaults."""
        parameters = list(inspect.signature(self.make).parameters.values())[1:]
        return {p.name: p.default for p in parameters}

    @property
    def slug(self) -> str:
        """The chapter that introduces it, as its file is called."""
        found = re.search(r"Introduced in: sec-([\w-]+)", self.make.__doc__ or "")
        return found[1] if found else ""


TITLES = {
    "cholesky": "Triangles and pivots: A = L D Lᵀ",
    "closest-point": "The nearest point of one equation",
    "condition-gaussian": "Gaussian vectors of which something is known",
    "dual-polynomial": "Dual activations of polynomials",
    "gradient-step": "Steps of gradient descent",
    "kernel-regression": "Kernel regression",
    "least-norm": "Least-norm solutions",
    "least-squares": "Least squares",
    "leave-one-out": "Residuals of left-out rows",
    "line-fit": "Lines through points",
    "linear-model": "Linear models of small networks",
    "low-rank": "Nearest matrices of lower rank",
    "polynomial": "Shortest polynomials through points",
    "project": "Projections",
    "pseudoinverse": "Pseudoinverses",
    "qr": "Perpendicular columns: A = Q R",
    "recall": "What a memory recalls",
    "redundant-features": "Dependent features",
    "ridge": "Ridge",
    "sample-mean": "Means of several draws",
    "solve": "Systems of equations",
    "step-kernel": "The kernel of a layer of steps",
    "svd": "Singular values",
}
FINDERS = {**OF_SYSTEMS, **OF_FITS}
KINDS: Mapping[str, Kind] = {
    name: Kind(name, title, getattr(problems, name.replace("-", "_")), FINDERS[name])
    for name, title in TITLES.items()
}


CHOICES: Mapping[str, tuple[str, ...]] = {"kind": ("unique", "infinite", "none")}
"""The options that are words, and the words that each takes."""


def kind_named(name: Any) -> Kind:
    """Return a kind, or refuse the name."""
    return entry_named(KINDS, name, "kind", "a kind of exercise")


def checked_options(kind: Kind, options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options, or refuse one that the kind does not take."""
    taken = kind.options
    for name in options:
        if name not in taken:
            raise RequestError(
                f"expected options of {kind.name} ({', '.join(taken)}), but received "
                f"{show(name)}: leave it out or choose another kind."
            ).about(name)
    return {name: options[name] for name in taken if name in options}
