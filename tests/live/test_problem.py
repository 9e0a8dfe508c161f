"""Fresh exercises: the same for the same seed, and checks that their own solutions pass."""

from __future__ import annotations

import inspect
import json
from fractions import Fraction

import pytest

from linalg_book import live, problems

KINDS = [name.replace("_", "-") for name in problems.__all__ if name != "Problem"]


def made(kind: str, seed: int, **request: object) -> dict:
    answer = live.problem({"kind": kind, "seed": seed, **request})
    assert answer["ok"], answer
    return answer


def product(A: list[list[str]], x: list[str]) -> list[Fraction]:
    return [sum(Fraction(a) * Fraction(e) for a, e in zip(row, x, strict=True)) for row in A]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", [0, 7, 2**32 - 1])
def test_a_seed_makes_the_same_exercise_again(kind: str, seed: int) -> None:
    first = made(kind, seed)
    assert json.loads(live.call("problem", json.dumps({"kind": kind, "seed": seed}))) == first
    assert first["seed"] == seed
    assert first["statement"] == getattr(problems, kind.replace("-", "_"))(seed).statement.html()
    assert first["solution"].startswith('<div class="worked-example">')
    assert first["checks"]


@pytest.mark.parametrize("seed", range(6))
def test_the_nearest_point_is_checked_with_its_equation(seed: int) -> None:
    checks = made("closest-point", seed, options={"unknowns": 3})["checks"]
    point = checks[0]
    assert point["prompt"] == "Nearest point (x, y, z)"
    assert product(point["A"], point["answer"]) == [Fraction(b) for b in point["b"]]
    # the nearest point is a multiple of the coefficients: all 2×2 minors are 0
    (a,), x = point["A"], point["answer"]
    assert all(
        Fraction(a[i]) * Fraction(x[j]) == Fraction(a[j]) * Fraction(x[i])
        for i in range(3)
        for j in range(3)
    )
    basis = checks[-1]
    assert (basis["kind"], basis["A"], basis["dimension"]) == ("basis", point["A"], 2)


def test_an_irrational_distance_is_not_asked_for() -> None:
    # 3x − 4y = 3 is 3/5 away from the origin, 2x + 2y = 10 is 5/√2 away
    rational, irrational = (made("closest-point", seed, checks=["distance"]) for seed in (7, 1))
    assert [check["answer"] for check in rational["checks"]] == ["3/5"]
    assert irrational["checks"] == []


def test_any_least_squares_solution_is_right() -> None:
    (check,) = made("least-squares", 3)["checks"]
    A = problems.least_squares(3).A
    columns = list(zip(*A, strict=True))
    gram = [[str(sum(p * q for p, q in zip(a, b, strict=True))) for b in columns] for a in columns]
    assert check["kind"] == "solution"
    assert check["A"] == gram


def test_singular_values_are_asked_for_as_squares() -> None:
    squares, right = made("svd", 3, options={"rank": 2, "largest": 60})["checks"]
    # by hand for (4, −3), (0, 5): AᵀA has the rows (16, −12), (−12, 34), and λ² − 50λ + 400 = 0
    assert (squares["kind"], squares["answer"]) == ("vector", ["40", "10"])
    assert (right["kind"], right["of"]) == ("multiple", ["1", "-2"])


def test_a_settled_combination_is_perpendicular_to_the_null_space() -> None:
    answer, basis, settled = made("redundant-features", 3)["checks"]
    exercise = problems.redundant_features(3)
    (direction,) = [[Fraction(x) for x in v] for v in settled["to"]]
    rows = [[str(x) for x in row] for row in exercise.A]
    assert not any(product(rows, direction))
    assert any(direction)
    assert not sum(Fraction(x) * y for x, y in zip(answer["answer"], direction, strict=True))
    assert (basis["kind"], settled["kind"]) == ("basis", "orthogonal")


def test_both_factors_are_asked_for() -> None:
    columns, triangle = made("qr", 1)["checks"]
    # By hand: (1, 3, −2) − 2·(1, 1, 0) = (−1, 1, −2).
    assert columns["answer"] == [["1", "-1"], ["1", "1"], ["0", "-2"]]
    assert triangle["answer"] == [["1", "2"], ["0", "1"]]


def test_checks_are_chosen_by_name() -> None:
    request = {"options": {"kind": "infinite"}, "checks": ["null-space"]}
    (check,) = made("solve", 1, **request)["checks"]
    assert check["kind"] == "basis"


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        (None, "expected a kind of exercise (cholesky, closest-point, "),
        ({"kind": "lu", "seed": 1}, "but received 'lu'"),
        ({"kind": "solve"}, "expected a seed from 0 to 4294967295, but received None"),
        ({"kind": "solve", "seed": -1}, "but received -1"),
        ({"kind": "solve", "seed": 1, "options": [1]}, "expected options by name"),
        ({"kind": "solve", "seed": 1, "options": {"size": 2}}, "unexpected keyword argument"),
        (
            {"kind": "solve", "seed": 1, "options": {"rows": 0}},
            "rows is expected to be a whole number from 1 on",
        ),
        ({"kind": "solve", "seed": 1, "checks": ["x"]}, "expected checks of answer, null-space"),
        ({"kind": "solve", "seed": 1, "options": {"kind": "none"}}, "no answer to check"),
    ],
)
def test_what_cannot_be_made_is_refused(request_: object, message: str) -> None:
    answer = live.problem(request_)
    assert not answer["ok"]
    assert message in answer["message"]


def test_our_own_type_error_is_no_sentence_for_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(rng: object, *, rows: int = 2) -> None:
        raise TypeError(f"a defect of the package with {rng} and {rows}")

    monkeypatch.setattr(problems, "solve", broken)
    with pytest.raises(TypeError, match="a defect of the package"):
        live.problem({"kind": "solve", "seed": 1, "options": {"rows": 3}})


@pytest.mark.parametrize("kind", KINDS)
def test_options_of_any_type_are_refused_or_taken(kind: str) -> None:
    function = getattr(problems, kind.replace("-", "_"))
    names = [*inspect.signature(function).parameters][1:]
    for name in [*names, "rng", "size"]:
        for value in ("x", [], {}, 1.5, -1):
            answer = live.problem({"kind": kind, "seed": 1, "options": {name: value}})
            assert answer["ok"] or answer["message"]
