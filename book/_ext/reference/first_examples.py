"""The first example of a function's docstring, as the fields of a live example."""

from __future__ import annotations

import ast
import doctest
import inspect
from typing import TYPE_CHECKING, Any

from live.live_examples import as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def first_example(function: Callable[..., Any]) -> dict[str, str]:
    """Return the arguments of the first call in a docstring's examples, as text for a form."""
    for call in _calls(function):
        values = [ast.literal_eval(value) for value in call.args]
        named = {keyword.arg: ast.literal_eval(keyword.value) for keyword in call.keywords}
        given = inspect.signature(function).bind(*values, **named).arguments
        return {name: as_text(value) for name, value in given.items()}
    raise ValueError(
        f"expected a call of {function.__name__} in the examples of its docstring, from which "
        "the reference makes its live example: write one, with numbers."
    )


def _calls(function: Callable[..., Any]) -> Iterator[ast.Call]:
    for example in doctest.DocTestParser().get_examples(inspect.getdoc(function) or ""):
        for node in ast.walk(ast.parse(example.source)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == function.__name__:
                yield node
