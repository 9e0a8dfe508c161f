"""Tables that stand in the test modules of a folder, put together for suites that run over all."""

from importlib import import_module
from pkgutil import iter_modules
from typing import Any


def collected(folder: str, name: str) -> dict[str, Any]:
    """Join the dicts of this name in the modules of a folder of tests, by the alphabet."""
    modules = [f"{folder}.{module.name}" for module in iter_modules(import_module(folder).__path__)]
    found = [getattr(import_module(module), name, {}) for module in modules]
    joined = {key: value for table in found for key, value in table.items()}
    assert len(joined) == sum(map(len, found)), f"{folder}: a name has two entries in {name}"
    return dict(sorted(joined.items()))
