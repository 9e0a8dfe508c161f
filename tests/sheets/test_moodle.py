"""Moodle XML, read by the rules of Moodle's import: a field for each entry, in usual writings."""

import re
from fractions import Fraction
from functools import cache

import pytest

from linalg_book import sheets
from linalg_book.sheets.answers import wrong_entries
from linalg_book.sheets.writings import short_writings, writings
from tests.sheets.moodle_reader import fields, markup, questions

kinds = pytest.mark.parametrize("kind", sheets.KINDS)


@cache
def made(kind):
    return sheets.sheet(kind, 2, 7)


@cache
def read(kind):
    return questions(made(kind).written("moodle"))


def entries(exercise):
    """List part, row and column of each entry, in the order of the fields."""
    return [
        (part, i, j)
        for part in exercise.parts
        for i, row in enumerate(part.rows)
        for j in range(len(row))
    ]


@kinds
def test_each_entry_has_a_field_that_takes_usual_writings(kind):
    for exercise, question in zip(made(kind).exercises, read(kind)[1], strict=True):
        text, _ = markup(question, "questiontext")
        found = fields(text)
        asked = entries(exercise)
        assert len(found) == len(asked)
        for field, (part, i, j) in zip(found, asked, strict=True):
            right = part.rows[i][j]
            for typed in (str(right), f" {right} ", str(right).replace("-", "−")):
                assert field.judged(typed) == (1.0, "")
            if right.denominator > 1:
                unreduced = f"{2 * right.numerator}/{2 * right.denominator}"
                assert field.judged(unreduced)[0] == 1.0
            assert field.judged(str(right + 1000))[0] == 0.0
            assert field.judged("what")[1].startswith("This is not right")


@kinds
def test_usual_mistakes_bring_their_sentence(kind):
    for exercise, question in zip(made(kind).exercises, read(kind)[1], strict=True):
        found = fields(markup(question, "questiontext")[0])
        for field, (part, i, j) in zip(found, entries(exercise), strict=True):
            for wrong, says in wrong_entries(part, i, j):
                assert field.judged(str(wrong)) == (0.0, says)


@kinds
def test_matrices_are_tables_of_fields(kind):
    for exercise, question in zip(made(kind).exercises, read(kind)[1], strict=True):
        _, nodes = markup(question, "questiontext")
        tables = [node for node in nodes if node.tag == "table"]
        shapes = [(len(t.findall("tbody/tr")), len(t.findall("tbody/tr/td"))) for t in tables]
        assert shapes == [(len(p.rows), len(p.rows) * len(p.rows[0])) for p in exercise.parts]


@kinds
def test_the_solution_is_the_general_feedback(kind):
    for exercise, question in zip(made(kind).exercises, read(kind)[1], strict=True):
        text, nodes = markup(question, "generalfeedback")
        steps = next(node for node in nodes if node.tag == "ol")
        assert len(steps.findall("li")) == len(exercise.problem.solution.steps)
        for start, end in (r"\(", r"\)"), (r"\[", r"\]"):  # not the new line \\[0.4em]
            assert len(re.findall(rf"(?<!\\){re.escape(start)}", text)) == text.count(end)
        assert not fields(text)


def test_names_and_category():
    category, (first, _) = read("least-norm")
    assert category == "$course$/top/Least-norm solutions, seed 7"
    seed = made("least-norm").exercises[0].problem.seed
    assert first.findtext("name/text") == f"Least-norm solutions 1 (seed {seed})"
    assert first.findtext("idnumber") == f"least-norm-{seed}"


@pytest.mark.parametrize(
    ("number", "some"),
    [
        (Fraction(36, 25), ["36/25", "1.44", "1,44", "+36/25", "72/50", "36 / 25"]),
        (Fraction(-1, 2), ["-1/2", "−1/2", "-0.5", "-.5", "−0,5", "-(1/2)", "-2/4"]),
        (Fraction(1, 3), ["1/3", "2/6", "5/15"]),
        (Fraction(-4), ["-4", "−4", "-4.0"]),
        (Fraction(0), ["0", "0.0"]),
    ],
)
def test_usual_writings(number, some):
    found = writings(number)
    assert set(some) <= set(found)
    assert len(set(found)) == len(found)
    for text in [*found, *short_writings(number)]:
        plain = text.translate({ord("−"): "-", ord(","): ".", ord(" "): None})
        sign = -1 if plain.startswith("-(") else 1
        assert sign * Fraction(plain.removeprefix("-(" if sign < 0 else "").rstrip(")")) == number
