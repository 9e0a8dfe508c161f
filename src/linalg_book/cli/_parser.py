"""The parser of the command line and its help."""

import argparse
from collections.abc import Mapping, Sequence
from textwrap import fill

from linalg_book import __version__
from linalg_book.asking.functions import ExactFunction, Parameter
from linalg_book.cli._commands import places
from linalg_book.cli._problems import EXAMPLES as PROBLEMS_EXAMPLES
from linalg_book.cli._problems import PROBLEMS, SUMMARY, add_problems

NOTATION = """\
how to write the input:
  a matrix     rows separated by semicolons: "1 2; 3 4", or nested: "[[1, 2], [3, 4]]";
               also as MATLAB, NumPy, SymPy, LaTeX and spreadsheets write it
  a column     "5 6", or JSON: "[5, 6]"
  a number     an integer, a fraction or a decimal, all exact: -2, 1/3, 0.25
  equations    "3x + 4y = 12" or "x + y = 2; x - y = 0", in place of A and b"""
EXAMPLES = """\
examples:
  python -m linalg_book closest-point "3x + 4y = 12"
  python -m linalg_book least-norm "1 1 1; 1 -1 0" "6 2" --format markdown
  python -m linalg_book least-norm --A "1 1 1; 1 -1 0" --b "6 2" --format json
  python -m linalg_book problems least-norm --count 10 --seed 3 --format latex

exit codes: 0 an answer, 1 an input that is refused, 2 a wrong call"""
WIDTH = 90


class _Parser(argparse.ArgumentParser):
    """A parser that takes only whole names of options."""

    def __init__(self, **options: object) -> None:
        super().__init__(
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            **options,  # type: ignore[arg-type]
        )


def build_parser(
    known: Mapping[str, ExactFunction], formats: Sequence[str]
) -> argparse.ArgumentParser:
    """Build the parser of all commands."""
    parser = _Parser(
        prog="python -m linalg_book",
        description="Exact linear algebra with every step shown and every answer checked.",
        epilog=f"{NOTATION}\n\n{EXAMPLES}",
    )
    parser.add_argument("--version", action="version", version=f"linalg_book {__version__}")
    added = parser.add_subparsers(dest="command", title="commands", metavar="command")
    for command in known.values():
        _add(added, command, formats)
    usage = f"python -m linalg_book {PROBLEMS} KIND [options]"
    sheets = added.add_parser(
        PROBLEMS, help=SUMMARY, usage=usage, description=SUMMARY, epilog=PROBLEMS_EXAMPLES
    )
    add_problems(sheets)
    return parser


def protected(words: Sequence[str]) -> list[str]:
    """Keep "-1/3" and "-x + y = 2" from passing for options: a space goes before them."""
    return [
        f" {word}" if word.startswith("-") and not word.startswith("--") and word != "-h" else word
        for word in words
    ]


def _add(
    parsers: "argparse._SubParsersAction[_Parser]", command: ExactFunction, formats: Sequence[str]
) -> None:
    sub = parsers.add_parser(
        command.name,
        help=command.summary,
        usage=_usage(command),
        description=f"{fill(command.summary, WIDTH)}\n\n{command.description}".replace("``", ""),
        epilog=NOTATION,
    )
    sub.set_defaults(parser=sub)
    sub.add_argument("words", nargs="*", metavar=" ".join(p.name for p in places(command)),
                     help="the same without the names of the options, in this order")  # fmt: skip
    for parameter in command.parameters:
        if parameter.kind == "flag":
            sub.add_argument(
                f"--{parameter.name.replace('_', '-')}",
                action=argparse.BooleanOptionalAction,
                dest=parameter.name,
                help=_help(parameter),
            )
        else:
            sub.add_argument(
                f"--{parameter.name.replace('_', '-')}",
                dest=parameter.name,
                metavar=parameter.kind.upper(),
                help=_help(parameter),
            )
    sub.add_argument(
        "--format", choices=formats, default="text", help="how the working is written (text)"
    )
    sub.add_argument(
        "--all-steps", action="store_true", help="leave out no step of a long derivation"
    )


def _help(parameter: Parameter) -> str:
    """Write the documentation of a parameter; argparse takes a percent sign for a format."""
    return f"{parameter.documented}. {parameter.description}".replace("%", "%%")


def _usage(command: ExactFunction) -> str:
    """Write the shortest call; argparse's own has every option in one line."""
    in_order = places(command)
    words = " ".join(p.name if p.required else f"[{p.name}]" for p in in_order)
    others = "".join(
        f" --{p.name.replace('_', '-')} {p.kind.upper()}"
        for p in command.parameters
        if p.required and p not in in_order
    )
    return f"python -m linalg_book {command.name} {words}{others} [options]"
