"""A worked example from the text in the fields of a form."""

import re
from collections.abc import Mapping
from typing import Any

from linalg_book.asking.functions import ExactFunction, Parameter
from linalg_book.errors import EquationError, LinalgBookError, RequestError
from linalg_book.exact import parse_equations
from linalg_book.exact.reading.equations import Equations
from linalg_book.live._form import equation_replaces, known_function

LONGEST = 20_000  # characters of a field
LONGEST_STEPS = 1_000_000  # characters of HTML: more would freeze a page while it is typeset
FLAGS = {"true": True, "false": False}


def run(request: Any) -> dict[str, Any]:
    """Work an example from the text of a form's fields.

    Parameters
    ----------
    request : dict
        ``name``: a function's name, for example "closest-point"; ``fields``: a text for each
        field of its form that is filled in, for example ``{"A": "3 4", "b": "12"}``.  A flag is
        "true" or "false".  A field that is empty counts as left out.

    Returns
    -------
    dict
        ``{"ok": True, "title": …, "html": …, "text": …, "latex": …, "code": …,
        "fields": …}`` with the derivation in three formats (``text`` and ``latex`` with every
        step), the call that makes it in Python, and the fields, with A and b beside an equation.

        Or ``{"ok": False, "field": …, "message": …}`` with the package's own message and the field
        that it is about, ``None`` if it is about none.  Where the place in the field is known,
        ``entry`` is the row and the column in a matrix, the number in a column (from 1), or the
        number of characters before it in an equation.  Steps that are too long for a page are
        refused in the same way.

    Examples
    --------
    >>> from linalg_book.live import run
    >>> run({"name": "closest-point", "fields": {"equation": "3x + 4y = 12"}})["code"]
    'exact.closest_point("3x + 4y = 12")'
    >>> answer = run({"name": "closest-point", "fields": {"A": "3 4", "b": "1 2"}})
    >>> answer["field"], answer["message"]
    ('b', 'b has 2 entries, but A has 1 row (A is 1×2): give one entry for each row.')
    """
    try:
        function, texts = _understood(request)
        given = _read(function, texts)
        example = _work(function, given, texts)
    except LinalgBookError as error:
        return _refused(error)
    steps = example.html()
    if len(steps) > LONGEST_STEPS:
        return _refused(_too_long(len(steps)))
    equations = parse_equations(texts["equation"]) if "equation" in texts else None
    return {
        "ok": True,
        "title": str(example.title),
        "html": steps,
        "text": example.text(full=True),
        "latex": example.latex(full=True),
        "code": _code(function, given),
        "fields": texts | (_matrix(equations) if equations else {}),
    }


def _too_long(length: int) -> RequestError:
    return RequestError(
        f"expected steps of at most {LONGEST_STEPS:,} characters, but these have {length:,}, which "
        "a page cannot show: take fewer rows and columns or shorter numbers, or call the function "
        "in Python."
    )


def _matrix(equations: Equations) -> dict[str, str]:
    """Write equations as the fields that they replace."""
    rows = (" ".join(map(str, row)) for row in equations.A)
    return {"A": "; ".join(rows), "b": " ".join(map(str, equations.b))}


def _understood(request: Any) -> tuple[ExactFunction, dict[str, str]]:
    """Return the function and the fields that are filled in, or refuse the request."""
    if not isinstance(request, Mapping):
        raise RequestError(_wrong("an object with name and fields", request))
    function = known_function(request.get("name"))
    fields = request.get("fields")
    if not isinstance(fields, Mapping):
        raise RequestError(_wrong("fields with a text for each name", fields))
    names = [p.name for p in function.parameters]
    names += ["equation"] if equation_replaces(function) else []
    texts = {}
    for name, text in fields.items():
        if name not in names:
            raise RequestError(
                f"{function.name} has no field {str(name)[:50]!r}: use {', '.join(names)}."
            )
        if not isinstance(text, str) or len(text) > LONGEST:
            message = _wrong(f"a text of at most {LONGEST} characters", text)
            raise RequestError(message).about(name)
        if text.strip():
            texts[name] = text
    return function, texts


def _wrong(expected: str, received: Any) -> str:
    what = f"{len(received)} characters" if isinstance(received, str) else type(received).__name__
    return f"expected {expected}, but received {what}: fill in the form again."


def _read(function: ExactFunction, texts: Mapping[str, str]) -> dict[str, Any]:
    """Turn the texts into the arguments of the function."""
    replaced = equation_replaces(function) if "equation" in texts else []
    if both := [name for name in replaced if name in texts]:
        message = f"expected equations or {both[0]}, but received both: leave one of them empty."
        raise RequestError(message).about("equation")
    given: dict[str, Any] = {}
    for parameter in function.parameters:
        name = parameter.name
        field = "equation" if name in replaced else name
        try:
            if name in replaced and parameter.takes_equations:
                given[name] = texts["equation"].strip()
                parse_equations(given[name])
            elif parameter.kind == "flag" and name in texts:
                given[name] = _flag(texts[name])
            elif name in texts:
                given[name] = parameter.read(texts[name])
                _bound(parameter, given[name])
            elif parameter.required:
                raise RequestError(_empty(name))
        except LinalgBookError as error:
            error.about(field)
            raise
    return given


def _empty(name: str) -> str:
    return f"expected a value for {name}, but it is empty: fill it in."


def _bound(parameter: Parameter, value: Any) -> None:
    """Refuse a number whose answer would be too long for a page."""
    if parameter.most is not None and value > parameter.most:
        raise RequestError(
            f"expected at most {parameter.most} as {parameter.name} on a page, but received "
            f"{value}, whose steps are too long for it: call the function in Python."
        )


def _flag(text: str) -> bool:
    if text.strip() not in FLAGS:
        raise RequestError(f"expected true or false, but received {text[:50]!r}: choose one.")
    return FLAGS[text.strip()]


def _work(function: ExactFunction, given: Mapping[str, Any], texts: Mapping[str, str]) -> Any:
    """Call the function; what it refuses is told at the field that the reader filled in."""
    try:
        return function.call(**given)
    except LinalgBookError as error:
        replaced = equation_replaces(function) if "equation" in texts else []
        if error.field == "b" and "A" in texts and "b" not in texts:
            raise RequestError(_empty("b")).about("b") from None
        if error.field in replaced:
            error.about("equation", *error.entry)
        raise


def _refused(error: LinalgBookError) -> dict[str, Any]:
    answer: dict[str, Any] = {"ok": False, "field": error.field, "message": str(error)}
    if isinstance(error, EquationError):
        answer["entry"] = [error.position]
    elif error.entry:
        answer["entry"] = list(error.entry)
    return answer


def _code(function: ExactFunction, given: Mapping[str, Any]) -> str:
    """Write the call as a reader would type it."""
    words, in_order = [], True
    for parameter in function.parameters:
        in_order = in_order and parameter.name in given and not parameter.keyword_only
        if parameter.name in given:
            value = _literal(given[parameter.name])
            words.append(value if in_order else f"{parameter.name}={value}")
    return f"exact.{function.call.__name__}({', '.join(words)})"


def _literal(value: Any) -> str:
    """Write a value as Python, numbers as they were typed and others as text."""
    if isinstance(value, list):
        return f"[{', '.join(map(_literal, value))}]"
    if isinstance(value, str) and not re.fullmatch(r"-?(0|[1-9]\d*)", value):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "; ") + '"'
    return str(value)
