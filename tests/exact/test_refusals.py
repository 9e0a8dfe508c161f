"""Every public function refuses what is no exact matrix, and says what it expected."""

import math
import pickle
import re
from decimal import Decimal

import numpy as np
import pytest
import sympy

from linalg_book.errors import InexactNumberError, InvalidNumberError, LinalgBookError, ShapeError
from tests.calls import CALLS, CASES

ENTRIES = {
    "a float": (0.5, InexactNumberError, "0.5"),
    "a NumPy float": (np.float64(0.25), InexactNumberError, "0.25"),
    "a SymPy float": (sympy.Float("0.5"), InexactNumberError, "0.5"),
    "NaN": (math.nan, InvalidNumberError, "nan, which is not finite"),
    "infinity": (-math.inf, InvalidNumberError, "-inf, which is not finite"),
    "a decimal NaN": (Decimal("NaN"), InvalidNumberError, "Decimal('NaN'), which is not finite"),
    "SymPy's infinity": (sympy.oo, InvalidNumberError, "oo, which is not finite"),
    "text": ("one", InvalidNumberError, "'one', which is not readable"),
    "no text": ("", InvalidNumberError, "'', which is not readable"),
    "text with a float": ("1e-3x", InvalidNumberError, "'1e-3x', which is not readable"),
    "0 below the bar": ("1/0", InvalidNumberError, "'1/0', which is a division by zero"),
    "a complex number": (2j, InvalidNumberError, "2j, which is complex"),
    "an irrational number": (sympy.sqrt(2), InvalidNumberError, "sqrt(2), which is not a rational"),
    "a symbol": (sympy.Symbol("s"), InvalidNumberError, "s, which is symbolic"),
    "a truth value": (True, InvalidNumberError, "True, which is a truth value"),
    "None": (None, InvalidNumberError, "None, which is of type NoneType"),
}
MATRICES = {
    "ragged": ([[1, 2], [3]], "row 2 of {} has 1 entry, but row 1 has 2", (2, 1)),
    "longer rows": ([[1], [2, 3]], "row 2 of {} has 2 entries, but row 1 has 1", (2, 1)),
    "mixed": ([[1, 2], 3], "entry 2 of {} is a single number", ()),
    "too deep": ([[[1], 2], [3, 4]], "entry 1 of row 1 of {} is .*the list \\[1\\]", (1, 1)),
    "None": (None, "{} is expected to be .*, but is None", ()),
    "a number": (5, "{} is expected to be .*, but is 5", ()),
    "a dictionary": ({1: 2}, "{} is expected to be .*, but is {{1: 2}}", ()),
}
WITH_MATRIX = {name: call for name, call in CALLS.items() if call.takes_matrix}
each = pytest.mark.parametrize(("name", "call"), WITH_MATRIX.items(), ids=WITH_MATRIX)
EXPECTED = "expected|but row 1 has|is a single number|give one entry for each|needs"
TAKE_ONE_ROW = {"closest_point", "least_norm", "project", "solve"}
HAVE_B = [name for name, call in CALLS.items() if call.takes_b]
with_b = pytest.mark.parametrize("name", HAVE_B)


def refused(make, A, b, error=LinalgBookError, place=None):
    """Return what a refusal says, which ends with a remedy; ``place`` is the field and entry."""
    with pytest.raises(error) as caught:
        make(A, b)
    message = str(caught.value)
    assert re.search(
        r"expected|but row 1 has|is a single number|give one entry for each|needs", message
    ), message
    assert re.search(r": [a-z][^:]+\.$", message), message
    assert error is LinalgBookError or type(caught.value) is error, message
    for told in (caught.value, pickle.loads(pickle.dumps(caught.value))):  # noqa: S301 (our own)
        assert (told.field, told.entry) == (place or (told.field, told.entry)), message
    assert caught.value.field, message
    return message


@each
@pytest.mark.parametrize(("entry", "error", "words"), ENTRIES.values(), ids=ENTRIES)
def test_an_entry_that_is_no_exact_number(name, call, entry, error, words):
    place = f"entry 1 of row 2 of {call.matrix} is "
    for rows in ([[2, 1], [entry, 2]], [(2, 1), (entry, 2)]):
        message = refused(call.make, rows, [1, 2], error, (call.matrix, (2, 1)))
        assert message.startswith(place + words), name
        assert re.search(" number (such as 3, -2/5 or 0.25 )?is expected: ", message)


@with_b
@pytest.mark.parametrize(
    ("entry", "error", "words"),
    [pytest.param(*given, id=kind) for kind, given in ENTRIES.items() if kind != "a symbol"],
)
def test_a_right_hand_side_that_is_no_exact_number(name, entry, error, words):
    call = CALLS[name]
    message = refused(call.make, [[2, 1], [1, 2]], [1, entry], error, (call.column, (2,)))
    assert message.startswith(f"entry 2 of {call.column} is {words}"), name


@each
@pytest.mark.parametrize(("A", "words", "entry"), MATRICES.values(), ids=MATRICES)
def test_what_is_no_matrix(name, call, A, words, entry):
    message = refused(call.make, A, [1, 2], ShapeError, (call.matrix, entry))
    assert re.search(words.format(call.matrix), message), name


@pytest.mark.parametrize("name", [name for name in WITH_MATRIX if name not in TAKE_ONE_ROW])
def test_one_row_is_no_matrix(name):
    message = refused(CALLS[name].make, [1, 2], [1, 2], ShapeError)
    assert re.search("is a single number|A is one row", message), message


@with_b
def test_a_right_hand_side_of_another_length(name):
    call = CALLS[name]
    for b, count in (([1], "1 entry"), ([1, 2, 3], "3 entries")):
        message = refused(call.make, [[1, 2], [3, 4]], b, ShapeError, (call.column, ()))
        assert re.match(
            rf"{call.column} has {count}, but {call.matrix} has 2 rows.*: give", message
        )


@pytest.mark.parametrize("name", CALLS)
def test_what_a_function_does_not_take(name):
    call = CALLS[name]
    for case in CASES:
        error = call.refuses(case.A, case.b)
        if error is not None:
            message = refused(call.make, case.A, case.b, error, (call.matrix, ()))
            assert re.fullmatch(r".*expected.*: .+\.", message), case.name


@pytest.mark.parametrize("penalty", [-1, "-1/2"])
def test_a_negative_penalty(penalty):
    from linalg_book.exact import ridge

    refused(lambda A, b: ridge(A, b, penalty), [[1]], [1], place=("penalty", ()))


@pytest.mark.parametrize("b", [[1, 2], [1, sympy.Symbol("s")]], ids=["numbers", "symbols"])
@with_b
def test_what_has_no_solution_is_told_at_an_own_argument(name, b):
    call = CALLS[name]
    own = {field.partition(":")[0] for field in call.fields.split()}
    told = call.column
    try:
        call.make([[1], [1]], b)
    except LinalgBookError as error:
        told = error.field
    assert told in own
