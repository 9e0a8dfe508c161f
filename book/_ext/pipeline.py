"""In which order a page is read, written and the site finished: the one place that says it.

Sphinx calls the handlers of an event by priority, then in the order in which they were connected.
What must follow something else stands here in a list instead, with its reason; no other file
connects to these five events. ``BOOK_TIMES=1`` prints how long each part of a build took.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from addresses import block_links, labels, permalinks, releases, site_map
from citing import citation_head, citation_records, citations
from figures import figure_files, preview, svg_figures
from frame import (
    assets,
    chapter_list,
    dependencies,
    downloads,
    folding,
    landmarks,
    not_found,
    pages,
    printed_numbers,
)
from live import (
    exercise_checks,
    interactive_figures,
    live_assets,
    live_python,
    offline,
    rooms,
)
from mathematics import katex_batch, roots
from mends import repeated_ids
from places import site_pages
from reference import course_plan, lists, results, terms, theorem_map, ties
from searching import index
from taking import decks, embeds, taken_assets

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils import nodes
    from sphinx.application import Sphinx

    PageStep = Callable[[Sphinx, dict[Path, str]], None]

READ = (  # a page has been read: its cells have run, its references are open
    dependencies.declare_dependencies,
    repeated_ids.make_unique,
    labels.note_labels,
    citation_records.note_citable,
    citations.declare_live,
    figure_files.note_files,
    exercise_checks.name_checks,
    permalinks.add_permalinks,  # after the ids are unique: it takes none that is there
    terms.note_terms,  # after the permalinks: a term outside a block has its paragraph's address
    results.note_moving,
    ties.note_ties,
)
RESOLVED = (  # every number and reference is known
    svg_figures.check_words,
    printed_numbers.write_numbers,
    lists.fill,
    course_plan.fill,
    chapter_list.fill,
    theorem_map.show_ties,
    interactive_figures.give_scenes,
    folding.fold,  # before the links, so that no link stands in the line that folds
    block_links.add_links,
    citations.add_links,  # after the permalink, beside which its link stands
    labels.keep_anchors,
    figure_files.add_offer,
)
CONTEXT = (  # a template is about to be filled
    releases.complete_context,
    labels.list_moves,
    live_assets.complete_context,
    offline.complete_context,
    pages.complete_context,
    downloads.offer,
    index.keep_records,
    landmarks.name_blocks,
    citations.offer_citation,
    decks.offer,
    citation_head.complete_head,  # after pages, which begins the head with the page's policy
)
PAGE_STEPS: tuple[PageStep, ...] = (  # of the text of all pages, read once and written once
    katex_batch.render,
    roots.share_roots,  # after the formulas, before the drawings: these have no roots
    svg_figures.put_in,  # after the formulas: a drawing holds none, and is long to look through
    rooms.keep,  # after the drawings, under which figures need it
    not_found.finish,
    embeds.write_embeds,  # last: what they take from a page is finished
    decks.write_decks,
)


def finish_pages(app: Sphinx) -> None:
    """Read every page, take the steps, and write the pages that have changed."""
    before = {path: path.read_text("utf-8") for path in site_pages(Path(app.outdir))}
    texts = dict(before)
    for step in PAGE_STEPS:
        step(app, texts)
    for path, text in texts.items():
        if text != before[path]:
            path.write_text(text, encoding="utf-8")


FINISH = (  # all pages are written
    site_map.write_site_map,
    releases.write_version,
    figure_files.write_files,
    preview.write_preview,
    downloads.write_wheel,
    index.write_index,
    finish_pages,
    assets.write_assets,  # after the pages: keeps the rules and signs that they use
    taken_assets.write_taken,  # after the assets: takes from their styles, adds to their licenses
    live_assets.write_live,  # likewise
    live_python.write_python,  # after the modules of the live layer, whose folder it fills
    exercise_checks.write_exercises,  # likewise
    offline.write_manifest,
    offline.write_service_worker,  # last: lists what is there
)


def read(app: Sphinx, doctree: nodes.document) -> None:
    """Take the steps of a page that has been read."""
    for step in READ:
        step(app, doctree)


def resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Take the steps of a page whose references are resolved."""
    for step in RESOLVED:
        step(app, doctree, docname)


def fill(app: Sphinx, name: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Take the steps of a page that is about to be written."""
    for step in CONTEXT:
        step(app, name, template, context, doctree)


class Clock:
    """Says, where it is asked for, how long the parts of a build took."""

    def __init__(self) -> None:
        self.restart()

    def restart(self, *_: object) -> list[str]:
        """Begin a build; Sphinx asks here which other pages are outdated: none."""
        self.start = time.perf_counter()
        self.parts: list[tuple[float, str]] = []
        return []

    def lap(self, name: str) -> None:
        """End a part."""
        now = time.perf_counter()
        self.parts.append((now - self.start, name))
        self.start = now

    def say(self) -> None:
        """Print the parts, longest first."""
        parts = ", ".join(f"{name} {seconds:.1f} s" for seconds, name in sorted(self.parts)[::-1])
        sys.stdout.write(f"Time: {parts}\n")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    clock = Clock()

    def finish(app: Sphinx, exception: Exception | None) -> None:
        """Take the last steps, unless the build has failed or makes no site."""
        clock.lap("writing")
        if exception or app.builder.name != "html":
            return
        for step in FINISH:
            step(app)
            clock.lap(step.__name__)
        if app.config.print_times:
            clock.say()

    app.connect("doctree-read", read, priority=600)  # after the extensions of others
    app.connect("doctree-resolved", resolve, priority=900)
    app.connect("html-page-context", fill, priority=900)  # after the theme's own values
    app.connect("env-get-outdated", clock.restart)
    app.connect("env-updated", lambda *_: clock.lap("reading, with the kernels"))
    app.connect("build-finished", finish, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
