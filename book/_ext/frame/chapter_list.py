"""The list of chapters on the cover: ``{chapter-list}``, made from the contents and the chapters.

``_toc.yml`` says which parts and chapters there are. Each chapter says with ``cover`` in its front
matter what it is called in a sentence. ``{planned-chapters}`` says what ``book/claims/planned.yml``
lists and nobody has written, and nothing when all is there.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from addresses import permalinks
from reference.claims import PLANNED, planned_chapters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)


class chapter_list(nodes.General, nodes.Element):  # noqa: N801 (docutils names nodes so)
    """The place of the list, until all chapters are read."""


class ChapterList(SphinxDirective):
    """``{chapter-list}``: the numbered parts, each with links to its chapters."""

    def run(self) -> list[nodes.Node]:
        """Leave a place for the list; it depends on all chapters."""
        place = chapter_list()
        self.set_source_info(place)
        return [place]


class PlannedChapters(SphinxDirective):
    """``{planned-chapters}``: a sentence on the chapters that are not written, if there are any."""

    def run(self) -> list[nodes.Node]:
        """Return the sentence; it depends on the register."""
        folder = Path(self.env.srcdir) / "claims"
        self.env.note_dependency(str(folder / PLANNED))
        named = [words for words in planned_chapters(folder).values() if words]
        if not named:
            return []
        head = nodes.emphasis("", "Planned:")
        return [nodes.paragraph("", "", head, nodes.Text(f" {'; '.join(named)}."))]


def parts(env: BuildEnvironment) -> Iterator[tuple[str, list[str]]]:
    """Yield the caption of each numbered part with the names of its chapters."""
    for part in env.external_site_map.root.subtrees:
        if part.numbered:
            yield part.caption, [str(item) for item in part.items]


def fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the list in its place."""
    for place in list(doctree.findall(chapter_list)):
        items = [nodes.list_item("", _sentence(app, docname, *part)) for part in parts(app.env)]
        place.replace_self(
            nodes.enumerated_list("", *items, enumtype="arabic", prefix="", suffix=".")
        )
        taken = permalinks.ids_of(doctree)
        for item in items:
            permalinks.link_paragraph(item[0], taken)


def _sentence(app: Sphinx, docname: str, caption: str, chapters: list[str]) -> nodes.paragraph:
    sentence = nodes.paragraph("", "", nodes.emphasis("", f"{caption}:"))
    for number, chapter in enumerate(chapters):
        sentence += nodes.Text("; " if number else " ")
        words = app.env.metadata[chapter].get("cover", "")
        if not words:
            logger.error(
                "%s is not named on the cover: write “cover: ” and a few words for it into its "
                "front matter",
                chapter,
                location=chapter,
            )
        uri = f"{app.builder.get_relative_uri(docname, chapter)}#sec-{chapter.rpartition('/')[2]}"
        sentence += nodes.reference("", words, refuri=uri, internal=True)
    sentence += nodes.Text(".")
    return sentence


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.add_node(chapter_list)
    app.add_directive("chapter-list", ChapterList)
    app.add_directive("planned-chapters", PlannedChapters)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
