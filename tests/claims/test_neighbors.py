"""Each false neighbor of a theorem fails the theorem's own test, at its counterexample."""

import re
from functools import partial
from pathlib import Path

import pytest
from hypothesis import assume
from hypothesis import strategies as st

from tests.claimed import CLAIMS, FOLDER, LISTED
from tests.neighbors import find, given, neighbor, neighbors_of, run_at, search
from tests.paths import ROOT

STATED = [one.test for claim in CLAIMS for one in claim.neighbors]
each = pytest.mark.parametrize("address", STATED, ids=lambda address: address.partition("::")[2])


def named(address):
    """Return the test and its neighbor that an address of the register names."""
    test, name = find(address), address.partition("[")[2].removesuffix("]")
    assert name in neighbors_of(test), f"expected @neighbor({name!r}, …) at {address}"
    return test, neighbors_of(test)[name]


def is_caught(address, caught):
    """Whether an assertion of the test's own file failed."""
    return Path(caught.traceback[-1].path) == ROOT / address.partition("::")[0]


@each
def test_the_counterexample_breaks_the_neighbor_and_not_the_theorem(address):
    test, found = named(address)
    run_at(test, found.at)
    with pytest.raises(AssertionError) as caught:
        run_at(test, found.at, **found.instead)
    assert is_caught(address, caught)


@pytest.mark.full  # a search takes as long as the test itself; the counterexample is certain
@each
def test_random_examples_find_one_too(address):
    test, found = named(address)
    if found.rare:
        pytest.skip("said to be rare")
    with pytest.raises(AssertionError) as caught:
        search(test, **found.instead)
    assert is_caught(address, caught)


def test_every_neighbor_of_a_test_stands_in_the_register():
    marked = {f"{address}[{name}]" for address in LISTED for name in neighbors_of(find(address))}
    assert marked == set(STATED)
    assert len(STATED) == len(set(STATED))


@pytest.mark.parametrize("register", sorted(FOLDER.glob("*.yml")), ids=lambda path: path.stem)
def test_each_chapter_tells_of_neighbors(register):
    for chapter in (ROOT / "book").glob(f"*/{register.stem}.md"):
        sentences = chapter.read_text(encoding="utf-8").splitlines()
        told = [one for one in sentences if re.search(r"\b(is|are|be) false\b", one)]
        assert len(told) >= 2, f"{register.stem} is expected to say twice what would be false"


@given(st.integers(-9, 9))
@neighbor("from minus one", -1, least=-1)
def no_number_is_negative(n, *, least=0):
    assume(n >= least)
    assert abs(n) == n


def test_the_same_lines_run_for_the_theorem_and_for_its_neighbor():
    (found,) = neighbors_of(no_number_is_negative).values()
    no_number_is_negative()
    run_at(no_number_is_negative, found.at)  # its assumption does not hold there
    run_at(no_number_is_negative, (1,), **found.instead)
    for run in (partial(run_at, at=found.at), search):
        with pytest.raises(AssertionError) as caught:
            run(no_number_is_negative, **found.instead)
        assert is_caught("tests/claims/test_neighbors.py::any", caught)
        assert not is_caught("tests/claims/test_planes.py::any", caught)
