"""The command line: one subcommand for each function that works an example, and ``problems``.

Exit codes are 0 for an answer, 1 for an input that is refused (the reason goes to standard
error) and 2 for a wrong call.
"""

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from typing import Any

from linalg_book.asking.functions import ExactFunction, exact_functions
from linalg_book.cli._commands import arguments
from linalg_book.cli._parser import build_parser, protected
from linalg_book.cli._problems import PROBLEMS, write_problems
from linalg_book.errors import LinalgBookError
from linalg_book.worked import WorkedExample
from linalg_book.writing.formula import unknowns

__all__ = ["main"]

WIDEST, NARROWEST = 100, 40
FORMATS: dict[str, Callable[[WorkedExample, bool], str]] = {
    "text": lambda example, full: example.text(_width(), full=full),
    "latex": lambda example, full: example.latex(full=full),
    "markdown": lambda example, full: example.markdown(full=full),
    "json": lambda example, _: example.to_json(indent=2),
}


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code.

    Parameters
    ----------
    words : sequence of str, optional
        The words after the name of the program; those of this process if left out.
    """
    _write_unicode()
    known = exact_functions()
    parser = build_parser(known, tuple(FORMATS))
    options = vars(parser.parse_args(protected(sys.argv[1:] if words is None else words)))
    name = options.pop("command")
    if name is None:
        parser.print_help()
        return 2
    try:
        if name == PROBLEMS:
            write_problems(options)
        else:
            _work(known[name], options)
    except LookupError as error:
        options["parser"].error(error.args[0])
    except LinalgBookError as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)  # noqa: T201
        return 1
    except BrokenPipeError:  # the reader has seen enough, as with "| head"
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _work(command: ExactFunction, options: dict[str, Any]) -> None:
    """Write the derivation that a command asks for."""
    chosen, full = FORMATS[options.pop("format")], options.pop("all_steps")
    given, written = arguments(command, options)
    print(chosen(command.call(**given), full), flush=True)  # noqa: T201 (the output)
    if written and list(written) != [str(symbol) for symbol in unknowns(len(written))]:
        order = f"The entries of x stand for {', '.join(written)}, in this order."
        print(order, file=sys.stderr)  # noqa: T201


def _write_unicode() -> None:
    """Let the output hold every character, whatever the terminal's own encoding."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")


def _width() -> int:
    return min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST)
