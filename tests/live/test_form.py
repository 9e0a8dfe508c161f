"""Forms come from the signatures of the functions of ``exact``, their words from docstrings."""

import json

import pytest

from linalg_book import exact, live
from linalg_book.arguments import MatrixLike
from linalg_book.asking import functions
from linalg_book.asking.functions import exact_functions
from linalg_book.errors import RequestError
from linalg_book.exact.functions.pseudoinverse import METHODS
from tests.calls import CALLS

KINDS = {"equation", "matrix", "column", "number", "integer", "choice", "flag", "expression"}
FIELDS = {name.replace("_", "-"): call.fields for name, call in CALLS.items()}


def fields(name):
    """Return the fields of a form by their names."""
    return {field["name"]: field for field in live.form(name)["fields"]}


def test_every_function_has_a_form():
    assert set(exact_functions()) == set(FIELDS)


@pytest.mark.parametrize("name", FIELDS)
def test_fields_and_kinds(name):
    assert " ".join(f"{n}:{f['kind']}" for n, f in fields(name).items()) == FIELDS[name]


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_is_explained(name):
    form = live.form(name)
    assert json.loads(json.dumps(form)) == form
    assert form["summary"].endswith((".", ":"))
    for field in form["fields"]:
        assert field["help"].endswith(".")
        assert field["help"][0].isupper() or field["help"].startswith("λ")
        assert "``" not in field["help"]
        assert field["label"]


def test_labels_are_letters_or_begin_with_a_capital():
    labels = {field["label"] for name in FIELDS for field in live.form(name)["fields"]}
    assert labels == {"Equation", "A", "b", "k", "Origin", "Normalized", "Onto", "Method",
                      "Penalty", "Full", "Intercept", "Weights",
                       "Start", "Step", "Steps", "X", "y", "Z", "Degree", "c", "Points",
                       "Equal", "Draws", "Distance", "x", "z", "Depth", "Activation",
                       "Weight variance", "Bias variance", "C", "Noise variance", "Model", "At",
                       "Target", "Coefficients", "Rows"}  # fmt: skip


def test_rows_and_columns_that_belong_together_share_a_letter():
    least_squares = fields("least-squares")
    assert (least_squares["A"]["size"], least_squares["b"]["size"]) == (["m", "n"], ["m"])
    assert fields("eigen")["A"]["size"] == ["n", "n"]
    point = fields("closest-point")
    assert [point[name]["size"] for name in ("A", "b", "origin")] == [["m", "n"], ["m"], ["n"]]
    assert fields("project")["onto"]["size"] == ["m", "n"]
    points = fields("kernel-regression")
    assert [points[name]["size"] for name in ("X", "y", "Z")] == [["m", "n"], ["m"], ["k", "n"]]


def test_what_may_be_left_out():
    assert not fields("closest-point")["origin"]["required"]
    assert "default" not in fields("closest-point")["origin"]
    assert fields("least-squares")["b"]["required"]
    assert fields("svd")["full"]["default"] is False
    assert fields("closest-point")["equation"]["replaces"] == ["A", "b"]


def without_words(name):
    """Return a form without what a reader reads."""
    form = live.form(name)
    return [
        {key: value for key, value in field.items() if key != "help"} for field in form["fields"]
    ]


@pytest.fixture
def described_anew():
    """Read the functions again, and once more afterwards."""
    functions._described.cache_clear()
    yield
    functions._described.cache_clear()


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize(
    "words", [None, "Do.\n\nParameters\n----------\nA, b, k : 3 rows with 4 numbers\n    Text."]
)
def test_a_docstring_cannot_change_a_form(name, words, monkeypatch, request):
    before = without_words(name)
    monkeypatch.setattr(exact_functions()[name].call, "__doc__", words)
    request.getfixturevalue("described_anew")
    assert without_words(name) == before


@pytest.mark.usefixtures("described_anew")
def test_a_parameter_without_a_kind_is_refused(monkeypatch):
    def svd(A: MatrixLike, full=0): ...

    monkeypatch.setattr(exact, "svd", svd)
    with pytest.raises(TypeError, match="for the parameter full, but received None: annotate it"):
        exact_functions()


def test_choices_are_those_of_the_documentation():
    method = fields("pseudoinverse")["method"]
    assert method["choices"] == list(METHODS)
    assert all(f'- "{choice}"' in exact.pseudoinverse.__doc__ for choice in METHODS)
    assert method["choices"] == [
        "rank-factorization", "full-column-rank", "full-row-rank", "limit", "svd",
    ]  # fmt: skip
    assert method["default"] == "rank-factorization"


@pytest.mark.parametrize("name", ["closest_point", "__init__", "", None, 3, ["svd"], "x" * 10_000])
def test_unknown_functions_are_refused(name):
    with pytest.raises(RequestError, match="expected the name of a function") as refusal:
        live.form(name)
    assert len(str(refusal.value)) < 500
