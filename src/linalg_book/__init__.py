"""Exact and numerical linear algebra with every step shown.

Importing the package loads none of its parts: each is imported when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

__version__ = "0.1.0"
__all__ = [
    "datasets",
    "errors",
    "exact",
    "examples",
    "figures",
    "formula",
    "live",
    "numeric",
    "problems",
    "scale",
    "worked",
]


def __getattr__(name: str) -> "ModuleType":
    """Import a part of the package when it is first used."""
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """List the parts of the package, loaded or not."""
    return sorted({*globals(), *__all__})
