"""What a page of the book asks of the package: forms for its functions, and their answers.

A request and its answer are plain data, so that ``call`` can take and return JSON: a page runs it
in the browser, the book's build runs ``run`` with the book's own numbers.
"""

import json
from collections.abc import Callable
from typing import Any

from linalg_book.checking.expected import expected
from linalg_book.live._form import form
from linalg_book.live._judge import judge
from linalg_book.live._problem import problem
from linalg_book.live._run import run
from linalg_book.live._sheet import sheet, sheet_form

__all__ = [
    "call",
    "expected",
    "expected_json",
    "form",
    "judge",
    "problem",
    "run",
    "sheet",
    "sheet_form",
]

FUNCTIONS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "form": form,
    "judge": judge,
    "problem": problem,
    "run": run,
    "sheet": sheet,
}


def call(name: str, request: str) -> str:
    """Call a function of this module with JSON, and return its answer as JSON.

    Parameters
    ----------
    name : str
        The name of the function, for example "run".
    request : str
        Its argument, as JSON.

    Returns
    -------
    str
        What the function returns, as JSON; for a name or a request that cannot be used
        ``{"ok": false, "field": null, "message": …}``.

    Examples
    --------
    >>> from linalg_book.live import call
    >>> call("run", '{"name": "closest-point", "fields": {"equation": "3x + = 12"}}')[:40]
    '{"ok": false, "field": "equation", "mess'
    """
    function = FUNCTIONS.get(name)
    if function is None:
        known = ", ".join(FUNCTIONS)
        return _json(_refused(f"expected one of the functions {known}, but received {name!r}."))
    try:
        return _json(function(json.loads(request)))
    except (json.JSONDecodeError, RecursionError) as error:
        return _json(_refused(f"expected JSON, but received something else ({error})."))


def expected_json(kind: str, **values: Any) -> str:
    """Return what ``expected`` describes as JSON: a chapter's kernel hands it to the build.

    Parameters
    ----------
    kind : str
        As of ``expected``.
    **values
        As of ``expected``.

    Returns
    -------
    str
        The description as JSON.

    Raises
    ------
    RequestError
        As of ``expected``, and so for the other errors.

    Examples
    --------
    >>> from linalg_book.live import expected_json
    >>> expected_json("number", answer=5)
    '{"kind": "number", "answer": "5"}'
    """
    return _json(expected(kind, **values))


def _refused(message: str) -> dict[str, Any]:
    return {"ok": False, "field": None, "message": message}


def _json(answer: dict[str, Any]) -> str:
    return json.dumps(answer, ensure_ascii=False)
