"""The functions of ``exact`` that work an example, described by their signatures and docstrings.

The command line and the live pages make their commands and forms from these descriptions.  What
a parameter takes is told by its type (see ``linalg_book.arguments``); docstrings give words only.
"""

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from linalg_book import exact
from linalg_book.arguments import Kind
from linalg_book.asking.values import read_column, read_matrix, read_word
from linalg_book.exact import functions
from linalg_book.registers import public_names
from linalg_book.whole_numbers import whole_number_from_text
from linalg_book.worked import WorkedExample


@dataclass(frozen=True)
class Parameter:
    """A parameter of a function: how its text is read, and what its documentation says.

    ``kind`` is "matrix", "column", "integer", "number", "expression", "flag" or "choice", which
    has ``choices``.
    ``size`` has the letters that count rows and columns, or entries.  ``documented`` is the type
    as the docstring has it, ``description`` the text below it.  ``most`` is the largest number that
    a page takes.
    """

    name: str
    kind: str
    documented: str
    description: str
    default: Any
    keyword_only: bool
    size: tuple[str, ...] = ()
    takes_equations: bool = False
    choices: tuple[str, ...] = ()
    most: int | None = None

    @property
    def required(self) -> bool:
        """Whether the function has no default for it."""
        return self.default is inspect.Parameter.empty

    def read(self, text: Any) -> Any:
        """Turn what was written into what the function takes; a flag is ready."""
        if self.kind == "flag":
            return text
        readers: dict[str, Callable[[str], Any]] = {
            "matrix": partial(read_matrix, name=self.name),
            "column": partial(read_column, name=self.name),
            "integer": partial(whole_number_from_text, name=self.name),
        }
        return readers.get(self.kind, read_word)(text)


@dataclass(frozen=True)
class ExactFunction:
    """A function of ``exact``; ``name`` has hyphens where the function's own has underscores."""

    name: str
    call: Callable[..., WorkedExample]
    summary: str
    description: str
    parameters: tuple[Parameter, ...]

    def has(self, name: str) -> bool:
        """Whether there is a parameter of this name."""
        return any(p.name == name for p in self.parameters)


def exact_functions() -> dict[str, ExactFunction]:
    """Describe each public function that works an example."""
    made = [_described(name, getattr(exact, name)) for name in public_names(vars(functions))]
    return {function.name: function for function in made}


@cache
def _described(name: str, function: Callable[..., WorkedExample]) -> ExactFunction:
    text = inspect.getdoc(function) or ""
    summary, _, rest = text.partition("\n")
    description = re.split(r"\n\w+\n-+\n", rest)[0].strip()
    documented = _documented(text)
    types = get_type_hints(function, include_extras=True)
    parameters = tuple(
        _parameter(p, types.get(p.name), *documented.get(p.name, ("", "")))
        for p in inspect.signature(function).parameters.values()
    )
    return ExactFunction(name.replace("_", "-"), function, summary, description, parameters)


def _documented(text: str) -> dict[str, tuple[str, str]]:
    """Find the type and the description of each parameter in a numpydoc docstring."""
    section = re.search(r"\nParameters\n-+\n(.*?)(?:\n\w+\n-+\n|\Z)", text, re.DOTALL)
    entries = re.findall(
        r"^(\w[^:\n]*) : (.*)\n((?:[ ]+.*\n?|\n)*)",
        section[1] + "\n" if section else "",
        re.MULTILINE,
    )
    return {
        name.strip(): (kind, " ".join(words.split()))
        for names, kind, words in entries
        for name in names.split(",")
    }


def _parameter(
    parameter: inspect.Parameter, annotation: Any, documented: str, description: str
) -> Parameter:
    """Put together what the type and the docstring say about a parameter."""
    kind = _kind(parameter.name, annotation)
    return Parameter(
        parameter.name,
        kind.name,
        documented,
        description.replace("``", ""),
        parameter.default,
        parameter.kind is inspect.Parameter.KEYWORD_ONLY,
        kind.size,
        kind.equations,
        get_args(annotation) if kind.name == "choice" else (),
        kind.most,
    )


def _kind(name: str, annotation: Any) -> Kind:
    """Tell by its type what a parameter takes."""
    if annotation is bool:
        return Kind("flag")
    if get_origin(annotation) is Literal:
        return Kind("choice")
    if get_origin(annotation) is Annotated:
        for found in annotation.__metadata__:
            if isinstance(found, Kind):
                return found
    raise TypeError(
        f"expected a type of linalg_book.arguments, bool or a Literal for the parameter {name}, "
        f"but received {annotation}: annotate it, so that forms know how to read its text."
    )
