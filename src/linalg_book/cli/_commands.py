"""The functions of ``exact`` as commands, made from their signatures and docstrings."""

import inspect
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from linalg_book import exact
from linalg_book.cli._values import read_column, read_integer, read_matrix, read_word
from linalg_book.exact import parse_equations
from linalg_book.worked import WorkedExample

UNKNOWNS = "unknowns written"


@dataclass(frozen=True)
class Parameter:
    """A parameter of a command: how its text is read, and what its help says."""

    name: str
    kind: str
    help: str
    default: Any
    keyword_only: bool

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
            "integer": partial(read_integer, name=self.name),
        }
        return readers.get(self.kind, read_word)(text)


@dataclass(frozen=True)
class Command:
    """A subcommand and the function that it calls."""

    name: str
    function: Callable[..., WorkedExample]
    summary: str
    description: str
    parameters: tuple[Parameter, ...]

    @property
    def places(self) -> list[Parameter]:
        """The parameters that words without a name in front are for, in order."""
        return [p for p in self.parameters if p.kind in ("matrix", "column") and not p.keyword_only]

    def arguments(self, options: Mapping[str, Any]) -> dict[str, Any]:
        """Read the arguments of the function; a LookupError says what is missing or too many.

        Equations in place of A and b also give the names of their unknowns.
        """
        texts = {p.name: options[p.name] for p in self.parameters if options[p.name] is not None}
        free = [p for p in self.places if p.name not in texts]
        words = options["words"]
        if len(words) > len(free):
            message = f"expected at most {len(free)} of these arguments, but received: "
            raise LookupError(message + "  ".join(word.strip() for word in words))
        texts.update({p.name: word for p, word in zip(free, words, strict=False)})
        given = {p.name: p.read(texts[p.name]) for p in self.parameters if p.name in texts}
        if isinstance(given.get("A"), str) and "b" not in given and self._has("b"):
            equations = parse_equations(given["A"])
            given |= {"A": equations.A, "b": equations.b, UNKNOWNS: equations.unknowns}
        missing = [p.name for p in self.parameters if p.required and p.name not in given]
        if missing:
            raise LookupError(f"the following arguments are required: {', '.join(missing)}")
        return given

    def _has(self, name: str) -> bool:
        return any(p.name == name for p in self.parameters)


def commands() -> dict[str, Command]:
    """Make a command of each public function that returns a worked example."""
    found = {name: getattr(exact, name) for name in sorted(exact.__all__)}
    made = [
        _command(name, function)
        for name, function in found.items()
        if inspect.isfunction(function)
        and inspect.signature(function).return_annotation in (WorkedExample, "WorkedExample")
    ]
    return {command.name: command for command in made}


def _command(name: str, function: Callable[..., WorkedExample]) -> Command:
    text = inspect.getdoc(function) or ""
    summary, _, rest = text.partition("\n")
    description = re.split(r"\n\w+\n-+\n", rest)[0].strip()
    documented = _documented(text)
    parameters = tuple(
        _parameter(p, *documented.get(p.name, ("", "")))
        for p in inspect.signature(function).parameters.values()
    )
    return Command(name.replace("_", "-"), function, summary, description, parameters)


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


def _parameter(parameter: inspect.Parameter, kind: str, words: str) -> Parameter:
    """Tell by the documented type how a parameter is read."""
    if isinstance(parameter.default, bool):
        read_as = "flag"
    elif re.search(r"\b(matrix|rows|columns)\b", kind):
        read_as = "matrix"
    elif re.search(r"\b(sequence|column|vector|list)\b", kind):
        read_as = "column"
    else:
        read_as = "integer" if re.match(r"int", kind) else "word"
    return Parameter(
        parameter.name,
        read_as,
        f"{kind}. {words}".replace("``", "").replace("%", "%%"),
        parameter.default,
        parameter.kind is inspect.Parameter.KEYWORD_ONLY,
    )
