"""A sheet of exercises for the form on a page: a preview and a file."""

from base64 import b64encode
from collections.abc import Mapping
from typing import Any

from linalg_book import sheets
from linalg_book.errors import LinalgBookError, RequestError
from linalg_book.whole_numbers import whole_number
from linalg_book.writing.wording import show

MOST = 30
"""How many exercises a page makes; the command line makes more."""


def sheet(request: Any) -> dict[str, Any]:
    """Make a sheet of exercises, and write it as a file.

    Parameters
    ----------
    request : dict
        ``kind``, ``count`` (at most 30), ``seed`` and ``format``, as of ``sheets.sheet`` and
        ``sheets.FORMATS``; formats that need a program are not offered.

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
        made = sheets.sheet(request.get("kind"), count, request.get("seed"))  # type: ignore[arg-type]
        content = made.written(chosen.name)
    except LinalgBookError as error:
        return {"ok": False, "field": error.field, "message": str(error)}
    return {
        "ok": True,
        "title": made.kind.title,
        "statements": [one.problem.statement.html() for one in made.exercises],
        "file": f"{made.kind.name}-{count}-seed-{made.seed}{chosen.suffix}",
        "type": chosen.media_type,
        "base64": b64encode(content).decode("ascii"),
    }


def sheet_form() -> dict[str, Any]:
    """Return what the form offers: ``kinds`` and ``formats`` with their labels, and ``most``.

    Kinds stand in the order of their titles, so that one finds them.
    """
    kinds = sorted(sheets.KINDS.values(), key=lambda kind: kind.title)
    return {
        "kinds": [[kind.name, kind.title] for kind in kinds],
        "formats": [[one.name, one.label] for one in offered().values()],
        "most": MOST,
    }


def offered() -> dict[str, sheets.Format]:
    """Return the formats that need no program."""
    return {name: one for name, one in sheets.FORMATS.items() if not one.programs}


def _format(name: Any) -> sheets.Format:
    chosen = sheets.format_named(name)
    if chosen.name not in offered():
        raise RequestError(
            f"expected a format that a page can write ({', '.join(offered())}), but received "
            f"{show(name)}: choose one, or take the command line."
        ).about("format")
    return chosen
