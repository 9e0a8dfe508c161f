"""A page for each piece that stands alone in another site's frame: ``embed/<label>.html``.

Pieces are figures that move, worked examples, definitions, results, algorithms and exercises.
"""

from __future__ import annotations

import html
from pathlib import Path
from typing import TYPE_CHECKING, Any

from addresses.releases import own_address
from citing.citation_records import citation_file
from places import TAKEN
from reference.results import MOVING
from taking.markup import element, end_of, moved, store, stored
from taking.pieces import bare, chapters, pieces, put, read_chapters, renderer, shared_context

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from citing.citation_records import Item
    from taking.pieces import Piece

FOLDER = TAKEN[0]
HEIGHTS = {"fig": 640, "ex": 560, "exr": 320}  # pixels that most of a kind need
HEIGHT = 300


def embedded(app: Sphinx, docname: str) -> list[Piece]:
    """Return the pieces of a chapter that have a page of their own."""
    moving = app.env.metadata[docname].get(MOVING, {})
    found = pieces(app, docname)
    return [piece for piece in found if piece.kind != "figure" or piece.label in moving]


def snippet(app: Sphinx, docname: str, item: Item) -> str:
    """Return what a course page holds to show an item of a chapter; nothing for a fixed figure."""
    moving = app.env.metadata[docname].get(MOVING, {})
    is_fixed = item.label.startswith("fig-") and item.label not in moving
    if is_fixed or docname not in chapters(app):
        return ""
    name = f"{item.name}, {citation_file()['title']}"
    return (
        f'<iframe src="{own_address(app)}{FOLDER}/{item.label}.html" title="{html.escape(name)}" '
        f'width="100%" height="{HEIGHTS.get(item.label.partition("-")[0], HEIGHT)}" '
        'style="border: 0" loading="lazy"></iframe>'
    )


def cut(page: str, label: str) -> str:
    """Return a piece of a page with what moves it."""
    text = element(page, label)
    place = page.find(f'<div data-live="figure" data-figure="{label}"')
    return text + (page[place : end_of(page, place)] if text and place >= 0 else "")


def write_embeds(app: Sphinx, texts: dict[Path, str]) -> None:
    """Write the pages of the pieces of all chapters."""
    render = renderer(app, "embed.html")
    files = {}
    for docname, page in read_chapters(app, texts):
        context, shared = shared_context(app, docname, page), stored(page)
        for piece in embedded(app, docname):
            body = moved(bare(cut(page, piece.label)), docname)
            own: dict[str, Any] = {"piece": piece, "body": body, "store": store(body, shared)}
            files[f"{piece.label}.html"] = render({**context, **own})
    if files:
        put(Path(app.outdir) / FOLDER, files)
