"""Fresh exercises for a page: a statement, checks of answers, the full solution."""

import inspect
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from linalg_book import problems
from linalg_book.checking.of_problems import CHECKS, NAMES
from linalg_book.errors import LinalgBookError, RequestError
from linalg_book.problems import Problem
from linalg_book.writing.wording import show


def problem(request: Any) -> dict[str, Any]:
    """Make an exercise like those of ``problems``, with what a page needs to check answers.

    Parameters
    ----------
    request : dict
        ``kind``: the name of a function of ``problems``, with hyphens;
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
