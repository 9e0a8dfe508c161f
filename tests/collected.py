"""Tables that stand in the test modules of a folder, put together for suites that run over all."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any


def modules_of(folder: str) -> list[ModuleType]:
    """Return the modules of a folder of tests, by the alphabet."""
    names = sorted(module.name for module in iter_modules(import_module(folder).__path__))
    return [import_module(f"{folder}.{name}") for name in names]


def collected(folder: str, table: str) -> dict[str, Any]:
    """Join the dicts of this name in the modules of a folder of tests, by the alphabet."""
    found = [getattr(module, table, {}) for module in modules_of(folder)]
    joined = {key: value for each in found for key, value in each.items()}
    assert len(joined) == sum(map(len, found)), f"{folder}: a name has two entries in {table}"
    return dict(sorted(joined.items()))
