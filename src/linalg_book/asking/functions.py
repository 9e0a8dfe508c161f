"""The functions of ``exact`` that work an example, described by their signatures and docstrings.

The command line and the live pages make their commands and forms from these descriptions.
"""

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from linalg_book import exact
from linalg_book.asking.values import read_column, read_matrix, read_word
from linalg_book.whole_numbers import whole_number_from_text
from linalg_book.worked import WorkedExample


@dataclass(frozen=True)
class Parameter:
    """A parameter of a function: how its text is read, and what its documentation says.

    ``kind`` is "matrix", "column", "integer", "number", "flag" or "word".  ``documented`` is the
    type as the docstring has it, ``description`` the text below it.
    """

    name: str
    kind: str
    documented: str
    description: str
    default: Any
    keyword_only: bool

    @property
    def required(self) -> bool:
        """Whether the function has no default for it."""
        return self.default is inspect.Parameter.empty

    @property
    def takes_equations(self) -> bool:
        """Whether it may be given as the text of equations."""
        return self.kind == "matrix" and "text" in re.findall(r"\w+", self.documented)

    @property
    def choices(self) -> tuple[str, ...]:
        """The values that the docstring lists, where it lists them."""
        return tuple(re.findall(r'- "([\w-]+)"', self.description))

    @property
    def size(self) -> tuple[str, ...]:
        """The letters that the docstring counts rows and columns, or entries, with."""
        for pattern in (r"(\w) rows with (\w) numbers", r"(\w)×(\w) matrix", r"of (\w) numbers"):
            if found := re.search(pattern, self.documented):
                return found.groups()
        return ()

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
    """Describe each public function that returns a worked example."""
    found = {name: getattr(exact, name) for name in sorted(exact.__all__)}
    made = [
        _described(name, function)
        for name, function in found.items()
        if inspect.isfunction(function)
        and inspect.signature(function).return_annotation in (WorkedExample, "WorkedExample")
    ]
    return {function.name: function for function in made}


@cache
def _described(name: str, function: Callable[..., WorkedExample]) -> ExactFunction:
    text = inspect.getdoc(function) or ""
    summary, _, rest = text.partition("\n")
    description = re.split(r"\n\w+\n-+\n", rest)[0].strip()
    documented = _documented(text)
    parameters = tuple(
        _parameter(p, *documented.get(p.name, ("", "")))
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


def _parameter(parameter: inspect.Parameter, documented: str, description: str) -> Parameter:
    """Tell by the documented type how a parameter is read."""
    if isinstance(parameter.default, bool):
        kind = "flag"
    elif re.search(r"\b(matrix|rows|columns)\b", documented):
        kind = "matrix"
    elif re.search(r"\b(sequence|column|vector|list)\b", documented):
        kind = "column"
    elif re.match(r"int", documented):
        kind = "integer"
    else:
        kind = "number" if re.match(r"number", documented) else "word"
    return Parameter(
        parameter.name,
        kind,
        documented,
        description.replace("``", ""),
        parameter.default,
        parameter.kind is inspect.Parameter.KEYWORD_ONLY,
    )
