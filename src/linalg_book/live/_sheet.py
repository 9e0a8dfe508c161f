"""A sheet of exercises for the form on a page: a preview and a file."""

from base64 import b64encode
from collections.abc import Mapping
from typing import Any

from linalg_book import sheets
from linalg_book.errors import LinalgBookError, RequestError
from linalg_book.sheets.kinds import CHOICES
from linalg_book.whole_numbers import whole_number
from linalg_book.writing.wording import show

MOST = 30
"""How many exercises a page makes; the command line makes more."""

LABELS = {
    "columns": "Columns",
    "degree": "Degree",
    "dimension": "Dimension",
    "draws": "Draws",
    "entries": "No number of the exercise above",
    "k": "Rank of the nearest matrix",
    "kind": "Solutions",
    "known": "Known entries",
    "largest": "No number of the answer above",
    "noise": "Variance of the noise",
    "outcomes": "Outcomes of a draw",
    "patterns": "Patterns",
    "pixels": "Pixels",
    "points": "Points",
    "rank": "Rank",
    "rows": "Rows",
    "size": "Rows and columns",
    "unknowns": "Unknowns",
    "whole": "Whole singular values",
}
"""What the form calls the options of kinds."""

WORDS = {"unique": "exactly one", "infinite": "infinitely many", "none": "none"}
"""What the form calls the words that an option takes."""


def sheet(request: Any) -> dict[str, Any]:
    """Make a sheet of exercises, and write it as a file.

    Parameters
    ----------
    request : dict
        ``kind``, ``count`` (at most 30), ``seed`` and ``format``, as of ``sheets.sheet`` and
        ``sheets.FORMATS``; formats that need a program are not offered. ``options`` has those of
        the kind, by name, where they are not the defaults.

    Returns
    -------
    dict
        ``{"ok": True, "title": …, "statements": […], "file": …, "type": …, "base64": …}``: the
        statements as HTML, the file's name, its type and its content; or ``{"ok": False,
        "field": …, "message": …}``.

    Examples
    --------
    >>> from linalg_book.live import sheet
    >>> made = sheet({"kind": "qr", "count": 2, "seed": 3, "format": "latex"})
    >>> made["file"], len(made["statements"])
    ('qr-2-seed-3.tex', 2)
    """
    try:
        if not isinstance(request, Mapping):
            raise RequestError(
                f"expected kind, count, seed and format, but received {show(request)}: give them."
            )
        chosen = _format(request.get("format"))
        count = whole_number(request.get("count"), "count", 1, MOST)
        kind, seed = request.get("kind"), request.get("seed")
        made = sheets.sheet(kind, count, seed, **_options(request))  # type: ignore[arg-type]
        content = made.written(chosen.name)
    except LinalgBookError as error:
        return {"ok": False, "field": error.field, "message": str(error)}
    return {
        "ok": True,
        "title": made.kind.title,
        "statements": [one.problem.statement.html() for one in made.exercises],
        "file": f"{_stem(made)}{chosen.suffix}",
        "type": chosen.media_type,
        "base64": b64encode(content).decode("ascii"),
    }


def sheet_form() -> dict[str, Any]:
    """Return what the form offers: ``kinds`` and ``formats`` with their labels, and ``most``.

    Kinds stand in the order of their titles, so that one finds them. ``options`` has, by kind, the
    name of each option and its default (None where the exercise chooses), ``labels`` what they are
    called, and ``choices`` the words that an option takes, with their labels.
    """
    kinds = sorted(sheets.KINDS.values(), key=lambda kind: kind.title)
    return {
        "kinds": [[kind.name, kind.title] for kind in kinds],
        "formats": [[one.name, one.label] for one in offered().values()],
        "most": MOST,
        "options": {kind.name: list(kind.options.items()) for kind in kinds},
        "labels": LABELS,
        "choices": {
            name: [[word, WORDS[word]] for word in words] for name, words in CHOICES.items()
        },
    }


def offered() -> dict[str, sheets.Format]:
    """Return the formats that need no program."""
    return {name: one for name, one in sheets.FORMATS.items() if not one.programs}


def _options(request: Mapping[str, Any]) -> dict[str, Any]:
    given = request.get("options", {})
    own = {"count", "seed"}  # not among the options
    if isinstance(given, Mapping) and all(isinstance(x, str) and x not in own for x in given):
        return dict(given)
    raise RequestError(
        f"expected options by name, for example rows 3, but received {show(given)}: give them so."
    ).about("options")


def _stem(made: sheets.Sheet) -> str:
    """Name a file after what makes the sheet again."""
    options = [f"-{name}-{value}" for name, value in made.options.items()]
    return f"{made.kind.name}-{len(made.exercises)}-seed-{made.seed}{''.join(options)}"


def _format(name: Any) -> sheets.Format:
    chosen = sheets.format_named(name)
    if chosen.name not in offered():
        raise RequestError(
            f"expected a format that a page can write ({', '.join(offered())}), but received "
            f"{show(name)}: choose one, or take the command line."
        ).about("format")
    return chosen
