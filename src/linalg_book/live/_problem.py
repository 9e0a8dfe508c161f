"""Fresh exercises for a page: a statement, checks of answers, the full solution."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Any

import sympy

from linalg_book import exact, problems
from linalg_book.errors import LinalgBookError, RequestError
from linalg_book.live._expected import expected
from linalg_book.problems import Problem
from linalg_book.writing.formula import unknowns
from linalg_book.writing.wording import show

Check = tuple[str, dict[str, Any]]


def problem(request: Any) -> dict[str, Any]:
    """Make an exercise like those of ``problems``, with what a page needs to check answers.

    Parameters
    ----------
    request : dict
        ``kind``: "closest-point", "least-norm", "least-squares", "pseudoinverse", "solve" or
        "svd";
        ``seed``: a whole number; ``options``: what the function of this kind takes beside it, for
        example ``{"unknowns": 3}``; ``checks``: which of the kind's checks to make, all if left
        out.

    Returns
    -------
    dict
        ``{"ok": True, "seed": …, "statement": …, "checks": …, "solution": …}``: the statement
        and the solution as HTML, and for each check its ``prompt`` and what ``expected`` returns;
        or ``{"ok": False, "field": None, "message": …}``.  The same request makes the same
        exercise.

    Examples
    --------
    >>> from linalg_book.live import problem
    >>> made = problem({"kind": "closest-point", "seed": 3, "checks": ["answer"]})
    >>> made["checks"][0]["prompt"], made["checks"][0]["answer"]
    ('Nearest point (x, y)', ['2', '-4'])
    """
    try:
        kind, seed, options, chosen = _understood(request)
        made = _function(kind, seed, options)(seed, **options)
        checks = dict(CHECKS[kind](made))
    except LinalgBookError as error:
        return {"ok": False, "field": None, "message": str(error)}
    return {
        "ok": True,
        "seed": seed,
        "statement": made.statement.html(),
        "checks": [
            {"prompt": escape(prompt, quote=False), **check}
            for name, (prompt, check) in checks.items()
            if name in chosen
        ],
        "solution": made.solution.html(),
    }


def _understood(request: Any) -> tuple[str, int, dict[str, Any], tuple[str, ...]]:
    """Return the kind, the seed, the options and the names of the checks, or refuse them."""
    if not isinstance(request, Mapping) or request.get("kind") not in CHECKS:
        received = request.get("kind") if isinstance(request, Mapping) else request
        raise RequestError(
            f"expected a kind of exercise ({', '.join(CHECKS)}), but received {show(received)}: "
            "choose one."
        )
    kind, seed = request["kind"], request.get("seed")
    if not isinstance(seed, int) or not 0 <= seed < 2**32:
        raise RequestError(
            f"expected a seed from 0 to {2**32 - 1}, but received {show(seed)}: change it."
        )
    options, chosen = request.get("options") or {}, tuple(request.get("checks") or NAMES[kind])
    if not isinstance(options, Mapping):
        raise RequestError(f"expected options by name, but received {show(options)}: change them.")
    if unknown := [name for name in chosen if name not in NAMES[kind]]:
        raise RequestError(
            f"expected checks of {', '.join(NAMES[kind])}, but received {show(unknown[0])}: "
            "choose one."
        )
    return kind, seed, dict(options), chosen


def _function(kind: str, seed: int, options: Mapping[str, Any]) -> Callable[..., Problem]:
    """Return the function of a kind, or refuse options that it does not take."""
    function: Callable[..., Problem] = getattr(problems, kind.replace("-", "_"))
    try:
        inspect.signature(function).bind(seed, **options)
    except TypeError as error:
        takes = ", ".join(list(inspect.signature(function).parameters)[1:])
        raise RequestError(
            f"an exercise of the kind {kind} takes the options {takes}, but there is {error}: "
            "change them."
        ) from None
    return function


def _point(n: int) -> str:
    return f"({', '.join(map(str, unknowns(n)))})"


def _null_space(A: Any) -> Iterator[tuple[str, Check]]:
    if len(A[0]) > sympy.Matrix(A).rank():
        yield "null-space", ("A basis of the null space", expected("basis", A=A, space="null"))


def _closest_point(made: Problem) -> Iterator[tuple[str, Check]]:
    wanted = {"A": made.A, "b": made.b, "wanted": "the nearest solution"}
    answer = expected("vector", answer=made.solution.answer, **wanted)
    yield "answer", (f"Nearest point {_point(len(made.A[0]))}", answer)
    distance = made.solution.values["distance"]
    if distance.is_rational:
        yield "distance", ("Its distance from the origin", expected("number", answer=distance))
    yield from _null_space(made.A)


def _least_norm(made: Problem) -> Iterator[tuple[str, Check]]:
    wanted = {"A": made.A, "b": made.b, "wanted": "the shortest solution"}
    answer = expected("vector", answer=made.solution.answer, **wanted)
    yield "answer", (f"The shortest solution {_point(len(made.A[0]))}", answer)
    yield from _null_space(made.A)


def _least_squares(made: Problem) -> Iterator[tuple[str, Check]]:
    A, b = sympy.Matrix(made.A), sympy.Matrix(made.b)
    normal = expected("solution", A=(A.T * A).tolist(), b=list(A.T * b))
    yield "answer", (f"A least-squares solution {_point(len(made.A[0]))}", normal)


def _pseudoinverse(made: Problem) -> Iterator[tuple[str, Check]]:
    yield "answer", ("The pseudoinverse", expected("matrix", answer=made.solution.answer))


def _solve(made: Problem) -> Iterator[tuple[str, Check]]:
    if made.solution.values["kind"] == "none":
        raise RequestError("an exercise of the kind none has no answer to check: choose another.")
    point = _point(len(made.A[0]))
    yield "answer", (f"A solution {point}", expected("solution", A=made.A, b=made.b))
    yield from _null_space(made.A)


def _svd(made: Problem) -> Iterator[tuple[str, Check]]:
    squares = made.solution.values["squares"]
    first = "The squares of the singular values, the largest first"
    yield "squares", (first, expected("vector", answer=squares))
    A = sympy.Matrix(made.A)
    vectors, _ = exact.eigen(A.T * A).answer
    yield "right", ("A multiple of v₁", expected("multiple", of=list(vectors[:, 0])))


CHECKS: dict[str, Callable[[Problem], Iterator[tuple[str, Check]]]] = {
    "closest-point": _closest_point,
    "least-norm": _least_norm,
    "least-squares": _least_squares,
    "pseudoinverse": _pseudoinverse,
    "solve": _solve,
    "svd": _svd,
}
NAMES = {
    "closest-point": ("answer", "distance", "null-space"),
    "least-norm": ("answer", "null-space"),
    "least-squares": ("answer",),
    "pseudoinverse": ("answer",),
    "solve": ("answer", "null-space"),
    "svd": ("squares", "right"),
}
