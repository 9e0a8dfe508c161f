"""The fields of a form, from a function's signature; their words from its docstring."""

import re
from typing import Any

from linalg_book.asking.functions import ExactFunction, Parameter, exact_functions
from linalg_book.errors import RequestError

NOTATION = "Whole numbers, fractions (1/3) and decimals (0.25) are taken exactly."
EQUATION = {
    "name": "equation",
    "label": "Equation",
    "kind": "equation",
    "help": "For example 3x + 4y = 12, or several with semicolons between them: "
    "x + y = 2; x - y = 0.",
    "required": True,
}


def known_function(name: Any) -> ExactFunction:
    """Return the function of a name, or refuse the name."""
    functions = exact_functions()
    if isinstance(name, str) and name in functions:
        return functions[name]
    raise RequestError(
        f"expected the name of a function, but received {str(name)[:50]!r}: "
        f"write one of {', '.join(functions)}."
    )


def form(name: str) -> dict[str, Any]:
    """Describe the form for the arguments of a function of ``exact``.

    Parameters
    ----------
    name : str
        The name with hyphens, for example "closest-point".

    Returns
    -------
    dict
        ``name``, ``summary``, ``notation`` (how numbers are written) and ``fields``, each with
        ``name``, ``label``, ``kind``, ``help`` and ``required``.  Kinds are "equation" (with
        ``replaces``: the fields that are not needed beside it), "matrix" and "column" (with
        ``size``: the letters of their rows and columns; fields that share a letter grow together),
        "number", "integer", "expression", "choice" (with ``choices``) and "flag".  A field that
        may be left out has its ``default``, if any.

    Raises
    ------
    RequestError
        If there is no such function.

    Examples
    --------
    >>> from linalg_book.live import form
    >>> [(field["name"], field["kind"]) for field in form("closest-point")["fields"]]
    [('equation', 'equation'), ('A', 'matrix'), ('b', 'column'), ('origin', 'column')]
    """
    function = known_function(name)
    fields = [_field(parameter) for parameter in function.parameters]
    if replaced := equation_replaces(function):
        fields.insert(0, {**EQUATION, "replaces": replaced})
    summary = function.summary
    return {"name": function.name, "summary": summary, "notation": NOTATION, "fields": fields}


def equation_replaces(function: ExactFunction) -> list[str]:
    """Return the parameters that the text of equations stands for; none if it takes no text."""
    if not any(p.takes_equations for p in function.parameters):
        return []
    return [p.name for p in function.parameters if p.takes_equations or p.name == "b"]


def _label(name: str) -> str:
    """Write a name as a label: letters of the formulas stay, words begin with a capital."""
    return name if len(name) == 1 else name[0].upper() + name[1:].replace("_", " ")


def _field(parameter: Parameter) -> dict[str, Any]:
    kind = parameter.kind
    sentence = re.split(r"[.:;](?=\s|$)", parameter.description)[0] + "."
    if parameter.most is not None:
        sentence += f" At most {parameter.most} on this page."
    field = {
        "name": parameter.name,
        "label": _label(parameter.name),
        "kind": kind,
        "help": parameter.description if kind == "flag" else sentence,
        "required": parameter.required,
    }
    if kind in ("matrix", "column"):
        field["size"] = list(parameter.size)
    if kind == "choice":
        field["choices"] = list(parameter.choices)
    if not parameter.required and parameter.default is not None:
        field["default"] = parameter.default
    return field
