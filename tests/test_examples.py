"""The named systems are well formed and can't be changed."""

from dataclasses import FrozenInstanceError
from fractions import Fraction

import pytest

from linalg_book import examples as ex
from tests.expected import SOLVED, UNSOLVABLE


@pytest.mark.parametrize("system", ex.SYSTEMS, ids=lambda system: system.name)
def test_shapes_and_types(system):
    if isinstance(system.b, tuple):
        rows, right = system.A, system.b
    else:
        rows, right = (system.A,), (system.b,)
    assert len(rows) == len(right) > 0
    assert {len(row) for row in rows} == {len(rows[0])}
    entries = [entry for row in rows for entry in row] + list(right)
    assert all(type(entry) in (int, Fraction) for entry in entries)
    assert system.note.endswith(".")


def test_the_first_example():
    assert (ex.ONE_EQUATION.A, ex.ONE_EQUATION.b) == ((3, 4), 12)


def test_every_system_is_listed_once_and_has_an_expected_answer():
    named = [value for value in vars(ex).values() if isinstance(value, ex.System)]
    assert sorted(s.name for s in ex.SYSTEMS) == sorted(s.name for s in named)
    assert len({s.name for s in ex.SYSTEMS}) == len(ex.SYSTEMS)
    assert {s.name for s in ex.SYSTEMS} == {
        *(solved.system.name for solved in SOLVED),
        *(system.name for system in UNSOLVABLE),
    }


def test_frozen():
    with pytest.raises(FrozenInstanceError):
        ex.ONE_EQUATION.b = 13
