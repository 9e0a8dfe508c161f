"""What a package makes public, from the modules that it takes its names from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def public_names(package: Mapping[str, Any]) -> list[str]:
    """List the functions and classes that a package has from its own modules, by the alphabet.

    ``package`` are its global names. Its ``__init__`` takes what is public with stars, which type
    checkers follow; so a new function is named in the ``__all__`` of its module only.
    """
    inside = f"{package['__name__']}."
    names = (name for name, thing in package.items() if _module_of(thing).startswith(inside))
    return sorted(names, key=str.lower)


def _module_of(thing: object) -> str:
    return str(getattr(thing, "__module__", ""))
