"""What the words of a command line mean to a function."""

from collections.abc import Mapping, Sequence
from typing import Any

from linalg_book.asking.functions import ExactFunction, Parameter
from linalg_book.exact import parse_equations


def places(function: ExactFunction) -> list[Parameter]:
    """Return the parameters that words without a name in front are for, in order."""
    kinds = ("matrix", "column", "expression")
    return [p for p in function.parameters if p.kind in kinds and not p.keyword_only]


def arguments(
    function: ExactFunction, options: Mapping[str, Any]
) -> tuple[dict[str, Any], Sequence[str]]:
    """Read the arguments of a function; a LookupError says what is missing or too many.

    Equations stay text where the function takes text.  Where it does not, they become A and b,
    and the second value has the names of the unknowns.
    """
    texts = {p.name: options[p.name] for p in function.parameters if options[p.name] is not None}
    free = [p for p in places(function) if p.name not in texts]
    words = options["words"]
    if len(words) > len(free):
        message = f"expected at most {len(free)} of these arguments, but received: "
        raise LookupError(message + "  ".join(word.strip() for word in words))
    texts.update({p.name: word for p, word in zip(free, words, strict=False)})
    given = {p.name: p.read(texts[p.name]) for p in function.parameters if p.name in texts}
    unknowns: Sequence[str] = ()
    takes_text = any(p.takes_equations for p in function.parameters)
    equations_in_place = isinstance(given.get("A"), str) and "b" not in given and function.has("b")
    if equations_in_place and not takes_text:
        equations = parse_equations(given["A"])
        given |= {"A": equations.A, "b": equations.b}
        unknowns = equations.unknowns
    missing = [p.name for p in function.parameters if p.required and p.name not in given]
    if missing:
        raise LookupError(f"the following arguments are required: {', '.join(missing)}")
    return given, unknowns
