"""The command that makes a sheet of exercises and writes it as a file."""

import argparse
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from linalg_book import sheets
from linalg_book.errors import RequestError, StorageError
from linalg_book.whole_numbers import whole_number_from_text

PROBLEMS = "problems"
SUMMARY = "Make a sheet of exercises with an answer key, worked solutions and usual mistakes."
KINDS = "\n".join(f"  {name:20} {kind.title}" for name, kind in sheets.KINDS.items())
FORMATS = "\n".join(f"  {name:20} {one.label}" for name, one in sheets.FORMATS.items())
EXAMPLES = f"""\
kinds:
{KINDS}

formats:
{FORMATS}

examples:
  python -m linalg_book problems least-norm --count 10 --seed 3 --format latex
  python -m linalg_book problems solve --kind infinite --rows 2 --format html --output sheet.html
  python -m linalg_book problems pseudoinverse --format moodle --output quiz.xml

exit codes: 0 a sheet, 1 an input that is refused, 2 a wrong call"""


def options_of_kinds() -> dict[str, Any]:
    """Return every option of a kind of exercise, with one of its defaults that is not None."""
    found: dict[str, Any] = {}
    for kind in sheets.KINDS.values():
        for name, default in kind.options.items():
            if found.get(name) is None:
                found[name] = default
    return found


def add_problems(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.set_defaults(parser=parser)
    parser.add_argument("name", metavar="KIND", help="what the exercises are about")
    parser.add_argument("--count", default="10", help="how many exercises, at most 200 (10)")
    parser.add_argument("--seed", default="1", help="the same seed makes the same sheet (1)")
    parser.add_argument("--format", default="markdown", help="how it is written (markdown)")
    parser.add_argument("--output", metavar="FILE", help="where to, if not to standard output")
    group = parser.add_argument_group("options of kinds")
    for name, default in options_of_kinds().items():
        kinds = ", ".join(k for k, kind in sheets.KINDS.items() if name in kind.options)
        flag = f"--{name.replace('_', '-')}"
        if isinstance(default, bool):
            group.add_argument(flag, action=argparse.BooleanOptionalAction, dest=f"of_{name}",
                               help=f"for {kinds}")  # fmt: skip
        else:
            group.add_argument(flag, metavar="VALUE", dest=f"of_{name}", help=f"for {kinds}")


def write_problems(options: Mapping[str, Any]) -> None:
    """Make the sheet and write it; what is refused is refused before any work."""
    chosen = sheets.format_named(options["format"])
    chosen.require_program()
    path = None if options["output"] is None else _target(options["output"])
    if path is None and not chosen.is_text and sys.stdout.isatty():
        raise RequestError(
            f"expected a file for the format {chosen.name}, but received none, and a terminal "
            f"cannot show it: write --output sheet{chosen.suffix}."
        )
    given = {
        name: _value(name, options[f"of_{name}"], default)
        for name, default in options_of_kinds().items()
        if options[f"of_{name}"] is not None
    }
    count, seed = (whole_number_from_text(options[name], name) for name in ("count", "seed"))
    content = sheets.sheet(options["name"], count, seed, **given).written(chosen.name)
    if path is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    else:
        _save(path, content)


def _value(name: str, text: Any, default: Any) -> Any:
    """Read the text of an option as what its default is."""
    if isinstance(default, str):
        return text.strip()
    return text if isinstance(default, bool) else whole_number_from_text(text, name)


def _target(text: str) -> Path:
    """Return the path of a file that can be written, or refuse it."""
    path = Path(text.strip())
    if path.is_dir() or not path.parent.is_dir():
        raise StorageError(
            f"expected a file in a folder that exists, but received {text.strip()!r}: "
            "make the folder, or choose another name."
        ).about("output")
    return path


def _save(path: Path, content: bytes) -> None:
    """Write a file at once, so that nothing half-written is left."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise StorageError(
            f"expected to write {path}, but {error.strerror or error}: choose another file."
        ).about("output") from None
