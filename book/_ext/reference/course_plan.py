"""Plans of courses: ``{course-plan} weeks``, meeting by meeting, with what to show of a chapter.

``courses.yml`` beside the page has the plans. A chapter's labels say what to show, work out and
ask; where it has none, they are its first figure that moves, its first worked example and its first
exercise. A chapter that is planned is left out until it is written.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from reference.claims import planned_chapters
from reference.results import MOVING
from reference.tables import Cell, link, row, table
from reference.verified_claims import register
from reference.whole_book import address, numbered, places, reading_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)

NAME, FILE = "course-plan", "courses.yml"
KINDS = ("fig-", "ex-", "exr-")
HEADS = ("Chapter", "Show", "Work out", "Ask")


class course_plan(nodes.General, nodes.Element):  # noqa: N801 (docutils names nodes so)
    """The place of a plan, until all numbers are known."""


class CoursePlan(SphinxDirective):
    """Show a plan; the argument is its name in the file."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Read the plan."""
        path = Path(self.env.doc2path(self.env.docname)).with_name(FILE)
        self.env.note_dependency(str(path))
        plans = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}
        if self.arguments[0] not in plans:
            raise self.error(
                f"expected the name of a plan of {FILE} ({', '.join(plans)}), "
                f"received {self.arguments[0]}"
            )
        place = course_plan(**plans[self.arguments[0]])
        self.set_source_info(place)
        return [place]


def fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put each plan in its place."""
    for place in list(doctree.findall(course_plan)):
        place.replace_self(list(_meetings(app, docname, place)))


def _meetings(app: Sphinx, docname: str, place: course_plan) -> Iterator[nodes.Node]:
    """Yield a table for each meeting that has chapters, under its name."""
    pages = {page.rpartition("/")[2]: page for page in reading_order(app.env)}
    planned = planned_chapters(register(app.env))
    number = 0
    for meeting in place["meetings"]:
        rows = []
        for slug, labels in meeting["chapters"].items():
            if slug in pages:
                rows.append(_row(app, docname, pages[slug], labels or [], place))
            elif slug not in planned:
                logger.error("a plan names the chapter %s, which is none", slug, location=place)
        if rows:
            number += 1
            head = nodes.strong("", f"{place['word']} {number}")
            words = nodes.paragraph(
                "", "", head, nodes.Text(f": {meeting['title']}"), classes=["plan-title"]
            )
            yield words
            yield table(HEADS, (37, 18, 26, 19), rows, NAME)


def _row(app: Sphinx, docname: str, page: str, labels: list[str], place: course_plan) -> nodes.row:
    """Return a chapter's line: its number and title, and a place of each kind."""
    chosen: dict[str, str] = {}
    for label in labels:
        kind = next((kind for kind in KINDS if label.startswith(kind)), "")
        if not kind or not _name(app, page, label):
            logger.error("%s is no figure, example or exercise of %s", label, page, location=place)
        chosen.setdefault(kind, label)
    number = ".".join(map(str, app.env.toc_secnumbers.get(page, {}).get("", ())))
    title = link(app.builder.get_relative_uri(docname, page), app.env.titles[page].astext())
    cells = [
        _cell(app, docname, page, chosen.get(kind) or _first(app, page, kind)) for kind in KINDS
    ]
    return row([[nodes.Text(f"{number}. "), title]], *cells)


def _cell(app: Sphinx, docname: str, page: str, label: str) -> Cell:
    return [[link(address(app, docname, page, label), _name(app, page, label))]] if label else []


def _name(app: Sphinx, page: str, label: str) -> str:
    """Return the name of a figure, example or exercise of a page, if it has it."""
    block = places(app).get(label)
    return block.item.name if block and block.page == page else numbered(app, page, label)


def _first(app: Sphinx, page: str, kind: str) -> str:
    """Return a chapter's first figure that moves, first worked example or first exercise."""
    moving = app.env.metadata[page].get(MOVING, {})
    if kind == "exr-":
        numbers = app.env.toc_fignumbers.get(page, {}).get("exercise", {})
        return min(numbers, key=numbers.__getitem__, default="")
    own = (label for label, block in places(app).items() if block.page == page)
    return next(
        (one for one in own if one.startswith(kind) and (kind == "ex-" or one in moving)), ""
    )


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.add_node(course_plan)
    app.add_directive(NAME, CoursePlan)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
