"""False neighbors: statements that are nearly a theorem, and the tests that catch them.

The test of a theorem takes what its statement leaves to choose (which conditions, which constant,
which space) as keywords, whose defaults are the theorem.  ``neighbor`` gives other values, with
which the statement is false, and the arguments of a counterexample, which becomes an example of
the test itself.  ``tests/claims/test_neighbors.py`` runs the test with both.
"""

from __future__ import annotations

from functools import wraps
from importlib import import_module
from inspect import Signature, signature
from typing import TYPE_CHECKING, Any, NamedTuple

import hypothesis
from hypothesis import Phase, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

    Test = Callable[..., Any]

EXPLICIT = settings(phases=[Phase.explicit], database=None)
SEARCH = settings(phases=[Phase.generate], database=None, max_examples=400)


class Neighbor(NamedTuple):
    """A false statement: the arguments of a counterexample, and the keywords that say it."""

    at: tuple[Any, ...]
    instead: dict[str, Any]
    rare: bool


def stated(test: Test, **instead: Any) -> Test:
    """Return the test of the statement that these keywords make, without keywords."""

    @wraps(test)
    def without_keywords(*args: Any, **kwargs: Any) -> None:
        test(*args, **kwargs, **instead)

    kept = [one for one in signature(test).parameters.values() if one.kind != one.KEYWORD_ONLY]
    without_keywords.__signature__ = Signature(kept)  # type: ignore[attr-defined]
    return without_keywords


def given(*strategies: SearchStrategy[Any]) -> Callable[[Test], Test]:
    """Draw the arguments of a test, as Hypothesis does; its keywords keep their defaults."""

    def mark(test: Test) -> Test:
        drawn: Test = hypothesis.given(*strategies)(stated(test))
        drawn.__dict__.update(strategies=strategies, stated=test)
        return drawn

    return mark


def neighbor(name: str, *at: Any, rare: bool = False, **instead: Any) -> Callable[[Test], Test]:
    """Name a false statement that the test must notice at these arguments.

    ``rare`` says that random examples need not find another counterexample.
    """

    def mark(test: Test) -> Test:
        found = neighbors_of(test)
        assert name not in found, f"expected one neighbor {name} of {test.__name__}"
        test.__dict__["neighbors"] = {**found, name: Neighbor(at, instead, rare)}
        return hypothesis.example(*at)(test)

    return mark


def find(address: str) -> Test:
    """Return the test with an address as pytest writes it, as ``tests/a.py::test_b[name]``."""
    path, _, name = address.partition("[")[0].partition("::")
    module = import_module(path.removesuffix(".py").replace("/", "."))
    found: Test = getattr(module, name)
    return found


def neighbors_of(test: Test) -> dict[str, Neighbor]:
    """Return the false neighbors of a test, by name."""
    return getattr(test, "neighbors", {})


def run_at(test: Test, at: tuple[Any, ...], **instead: Any) -> None:
    """Run a test at some arguments; where its assumptions do not hold, it holds."""

    @EXPLICIT
    @hypothesis.example(at)
    @hypothesis.given(st.none())
    def case(at: tuple[Any, ...]) -> None:
        test.__dict__["stated"](*at, **instead)

    case()


def search(test: Test, **instead: Any) -> None:
    """Run a test at random arguments, with another statement."""
    fresh = stated(test.__dict__["stated"], **instead)
    fresh.__dict__.pop("hypothesis_explicit_examples")
    SEARCH(hypothesis.given(*test.__dict__["strategies"])(fresh))()
