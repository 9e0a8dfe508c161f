"""The directive ``interactive-figure``: the page may move a figure that a cell has drawn.

    ```{interactive-figure} fig-one-equation-family
    ```

It names the figure and nothing else: what the figure shows is read from the drawing, into which
``linalg_book.figures`` writes the numbers that it was called with. Without scripts, in print and
from a file the drawing stays as it is.
"""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from linalg_book.errors import DegenerateEquationError
from linalg_book.exact.reading.refusals import refusal_of_row
from linalg_book.figures.kit.scenes import scene_classes, scene_in
from live.live_assets import use

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)


class interactive_figure(nodes.General, nodes.Element):  # noqa: N801 (docutils names nodes so)
    """The place of a figure's moving part."""


class InteractiveFigure(SphinxDirective):
    """Name a figure of this page that can be moved."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Leave a node until the figure has been drawn."""
        use(self.env, self.env.docname, "figure")
        node = interactive_figure("", figure=self.arguments[0])
        self.set_source_info(node)
        return [node]


def movable() -> str:
    """Name the drawings that can move."""
    *names, last = [f"figures.{scene.drawing}" for scene in scene_classes().values()]
    return f"{', '.join(names)} or {last}"


def refusals(kind: str) -> dict[str, Any]:
    """Return the package's sentences for equations without a coefficient, if the page needs any."""
    count = scene_classes()[kind].equations
    if not count:
        return {}
    rows = [refusal_of_row(row, count) for row in range(count)]
    nowhere = rows[0] if count == 1 else rows
    return {"everywhere": str(DegenerateEquationError()), "nowhere": nowhere}


def scene_of(app: Sphinx, figure: nodes.figure) -> dict[str, Any] | None:
    """Return what a figure's drawing says that it shows."""
    for image in figure.findall(nodes.image):
        path = Path(app.srcdir) / image["uri"].lstrip("/")
        if path.suffix == ".svg":
            return scene_in(path.read_text(encoding="utf-8"))
    return None


def give_scenes(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put what each figure shows into the page, or say why it cannot move."""
    figures = {name: node for node in doctree.findall(nodes.figure) for name in node["names"]}
    for place in list(doctree.findall(interactive_figure)):
        name = place["figure"]
        figure = figures.get(name)
        scene = scene_of(app, figure) if figure is not None else None
        if figure is None or scene is None:
            problem = (
                "expected the label of a figure of this page"
                if figure is None
                else (f"expected a figure drawn by {movable()}")
            )
            logger.warning("%s, received %s", problem, name, location=place)
            place.parent.remove(place)
            continue
        data = json.dumps(scene | {"refusals": refusals(scene["kind"])}, ensure_ascii=False)
        marked = (
            f'<div data-live="figure" data-figure="{figure["ids"][0]}" '
            f'data-scene="{html.escape(data)}"></div>'
        )
        place.replace_self(nodes.raw("", marked, format="html"))
        _mark_tasks(figure)


def _mark_tasks(figure: nodes.figure) -> None:
    """Mark what the caption asks the reader to do: paper, and a page without scripts, leave it out.

    It is the caption's second paragraph, and those after it.
    """
    for legend in figure.findall(nodes.legend):
        for task in legend.findall(nodes.paragraph):
            task["classes"].append("figure-task")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.add_node(interactive_figure)
    app.add_directive("interactive-figure", InteractiveFigure)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
