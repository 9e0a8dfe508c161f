"""Sheets: different exercises, the same for the same seed, with right answers and true mistakes."""

import json
import re
from fractions import Fraction
from functools import cache

import pytest
import yaml
from sympy import Matrix

from linalg_book import exact, problems, sheets
from linalg_book.errors import InvalidNumberError, NoSuchProblemError, RequestError
from linalg_book.problems import Problem
from linalg_book.sheets.sheet import parts_of
from linalg_book.writing.prose import prose
from tests.paths import ROOT
from tests.sheets.substituted import holds

kinds = pytest.mark.parametrize("kind", sheets.KINDS)


@cache
def made(kind, seed=3, count=3):
    return sheets.sheet(kind, count, seed)


def test_there_is_a_kind_for_each_function():
    names = {name.replace("_", "-") for name in problems.__all__ if name != "Problem"}
    assert set(sheets.KINDS) == names


def test_each_chapter_with_a_worked_example_has_a_kind():
    # a kind is for the chapter that introduces it and for those that offer it
    introduced = {kind.slug for kind in sheets.KINDS.values()}
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    files = [chapter["file"] for part in contents["parts"] for chapter in part["chapters"]]
    for name in files:
        text = (ROOT / "book" / f"{name}.md").read_text(encoding="utf-8")
        if "{live-example}" in text:
            slug = name.rpartition("/")[2]
            offered = re.findall(r"\{another\} (\w+)\(", text)
            assert slug in introduced or offered, f"{slug} has worked examples and no exercises"


@kinds
def test_answers_hold_in_their_exercises(kind):
    for exercise in made(kind).exercises:
        got = {part.name: part.value for part in exercise.parts}
        assert got
        assert holds(kind, exercise.problem, got), f"{kind}: {exercise.problem.statement}"


@kinds
def test_a_usual_mistake_is_no_answer(kind):
    for exercise in made(kind).exercises:
        for part in exercise.parts:
            assert part.mistakes
            rows = [one.rows for one in part.mistakes]
            assert part.rows not in rows
            assert len(set(rows)) == len(rows)
            for one in part.mistakes:
                assert one.part == part.name
                assert one.says.endswith(".")
                assert [len(r) for r in one.rows] == [len(r) for r in part.rows]


# Without weights another polynomial goes through the points, too.
@pytest.mark.parametrize("kind", sorted(set(sheets.KINDS) - {"polynomial"}))
def test_a_usual_mistake_fails_in_its_exercise(kind):
    for exercise in made(kind).exercises[:1]:
        got = {part.name: part.value for part in exercise.parts}
        for part in exercise.parts:
            for one in part.mistakes:
                wrong = {**got, part.name: sheets_value(one.rows)}
                assert not holds(kind, exercise.problem, wrong), one


def sheets_value(rows):
    value = Matrix([[str(x) for x in row] for row in rows])
    return value[0] if value.shape == (1, 1) else value


@kinds
def test_the_same_seed_makes_the_same_sheet(kind):
    first, again = made(kind), sheets.sheet(kind, 3, 3)
    assert first == again
    statements = [str(e.problem.statement) for e in first.exercises]
    assert len(set(statements)) == 3
    other = [str(e.problem.statement) for e in made(kind, seed=4).exercises]
    assert other != statements
    # more exercises begin with the same ones
    assert [str(e.problem.statement) for e in made(kind, count=2).exercises] == statements[:2]
    own = first.exercises[0].problem
    assert sheets.KINDS[kind].make(own.seed).statement == own.statement


def test_mistakes_by_hand():
    # 3x + 4y = 25: c = 1, so x = (3, 4); 75 and 100 without a division, (25/3, 0) on the axis
    problem = Problem(prose("3x + 4y = 25."), ((3, 4),), (25,), exact.closest_point([3, 4], 25), 0)
    answer, distance = parts_of(sheets.KINDS["closest-point"], problem)[:2]
    found = [one.rows for one in answer.mistakes]
    third = Fraction(25, 3)
    assert found[:2] == [((75,), (100,)), ((Fraction(3, 25),), (Fraction(4, 25),))]
    assert found[2:] == [((third,), (0,)), ((-3,), (-4,)), ((4,), (3,))]
    assert [one.rows for one in distance.mistakes] == [((25,),), ((-5,),)]


@pytest.mark.parametrize(
    ("arguments", "options", "error", "message"),
    [
        (("lu",), {}, RequestError, "expected a kind of exercise (cholesky, closest-point, "),
        ((None,), {}, RequestError, "but received None: choose one."),
        (("qr", 0), {}, InvalidNumberError, "count is expected to be a whole number from 1 to 200"),
        (("qr", 10**6), {}, InvalidNumberError, "but is 1000000"),
        (("qr", 1, -1), {}, InvalidNumberError, "seed is expected to be a whole number from 0 to"),
        (("qr", 1, 2**32), {}, InvalidNumberError, "seed is expected"),
        (("qr",), {"size": 2}, RequestError, "expected options of qr (rows, columns, largest, "),
        (("qr",), {"rows": 0}, InvalidNumberError, "rows is expected to be a whole number"),
        (("svd", 1, 1), {"largest": 1}, NoSuchProblemError, "found none in 2000 tries"),
        (("recall", 200), {"patterns": 1, "pixels": 2}, NoSuchProblemError,
         "expected 200 different exercises, but found only"),
    ],
)  # fmt: skip
def test_what_cannot_be_made_is_refused(arguments, options, error, message):
    with pytest.raises(error) as caught:
        sheets.sheet(*arguments, **options)
    assert message in str(caught.value)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


def test_formats_are_refused_by_name():
    with pytest.raises(RequestError, match=r"expected a format \(markdown, latex, "):
        made("qr").written("docx")


@pytest.mark.parametrize("kind", ["infinite", "none"])
@pytest.mark.parametrize("name", ["moodle", "qti"])
def test_formats_that_judge_need_one_answer(kind, name):
    sheet = sheets.sheet("solve", 2, 1, kind=kind)
    with pytest.raises(RequestError, match="expected exercises with one right answer"):
        sheet.written(name)


def test_a_key_without_one_answer():
    infinite = sheets.sheet("solve", 1, 1, kind="infinite").written("markdown").decode()
    none = sheets.sheet("solve", 1, 1, kind="none").written("markdown").decode()
    assert "1. One answer is $" in infinite
    assert "1. There is no solution." in none
    assert "--seed 1 --kind none`" in none


def test_json_has_its_documented_fields():
    data = json.loads(made("least-norm").written("json"))
    assert data["schema"] == "linalg_book.problem-sheet/1"
    assert data["command"] == "python -m linalg_book problems least-norm --count 3 --seed 3"
    assert (data["kind"], data["chapter"], data["seed"]) == ("least-norm", "least-norm", 3)
    first = data["exercises"][0]
    assert set(first) == {"number", "seed", "statement", "A", "b", "answers", "solution"}
    # by hand: x = Aᵀα with α = (−1, −1) for the rows (2, −4, 0) and (0, 0, 3)
    assert first["A"] == [[2, -4, 0], [0, 0, 3]]
    assert first["answers"][0]["rows"] == [["-2"], ["4"], ["-3"]]
    assert first["solution"]["schema"].startswith("linalg_book.worked-example/")
    assert {"rows": [["2"], ["-4"], ["3"]], "feedback": "Every sign is wrong."} in first["answers"][
        0
    ]["mistakes"]
