"""Each chapter as slides: ``slides/<slug>.html``, made of the finished page.

A slide holds a definition, a result, an algorithm, a figure, a worked example or an exercise; the
proofs, hints and solutions that belong to it are the speaker's notes. The page reads as a document
where no script runs; ``deck.js`` makes slides of it with reveal.js.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from places import TAKEN
from taking.markup import end_of, moved, store, stored, without
from taking.pieces import (
    ROLES,
    bare,
    chapters,
    pieces,
    put,
    read_chapters,
    renderer,
    shared_context,
    slug,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx

FOLDER = TAKEN[1]
KINDS = "|".join(kind for kind in ROLES if kind != "sol")
BLOCK = re.compile(
    r'<section\b[^>]*? id="[^"]+">\s*(?:<span\b[^>]*></span>\s*)*<h(?P<level>[23])>(?P<head>.*?)</h'
    rf'|<(?:div|figure)\b[^>]*? id="(?P<label>(?:{KINDS})-[^"]+)"[^>]*>'
    r'|<details class="(?:why|hint|solution) fold[^"]*"(?: id="(?P<solves>[^"]+)")?[^>]*>'
    r"\s*<summary>(?P<summary>.*?)</summary>",
    re.DOTALL,
)
MOVER = '<div data-live="figure" data-figure="{}"'
LIVE = re.compile(r'<div class="(?:live-room|answer-check)\b|<p class="live-code"')
MOVERS = re.compile(r'<div data-live="figure"')
CODE = re.compile(r'<details class="hide ')
DATA = re.compile(r' data-(?:live|form|book)="[^"]*"')
# An id that a drawing does not use itself, and what names an element by one.
NAMES = re.compile(r' (?:id="(?!figure\d)[^"]*"|aria-labelledby="[^"]*"|role="region")')
WIDE = 1.8  # of its height
STATEMENTS = ("theorem", "lemma", "corollary")


class Slide(NamedTuple):
    """A slide: its label, what it is, the section it is from, what it shows, the notes."""

    label: str
    kind: str
    place: str
    body: str
    notes: list[str]


def address(app: Sphinx, docname: str, label: str = "") -> str:
    """Return where a page finds its slides, or one of them; nothing for a page without any."""
    if docname not in chapters(app):
        return ""
    fragment = f"#{label}" if label else ""
    return f"{'../' * docname.count('/')}{FOLDER}/{slug(docname)}.html{fragment}"


def offer(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Tell the template where a chapter's slides are."""
    context["slides"] = address(app, pagename)


def blocks(page: str) -> Iterator[re.Match[str]]:
    """Yield the headings, pieces and folded blocks of a page that stand in no other piece."""
    end = page.index("<article")
    last = page.index("</article>")
    while (found := BLOCK.search(page, end, last)) is not None:
        yield found
        end = found.end() if found["head"] else end_of(page, found.start())


def slides_of(page: str, kinds: dict[str, str]) -> list[list[Slide]]:
    """Return the slides of a page, those of a section together."""
    stacks: list[list[Slide]] = []
    place = ""
    for found in blocks(page):
        if found["head"]:
            place = bare(found["head"])
            if found["level"] == "2" or not stacks:
                stacks.append([])
        elif label := found["label"]:
            if label in kinds and stacks:
                body = shown(page, found.start(), label, kinds[label])
                stacks[-1].append(Slide(label, kinds[label], place, body, []))
        else:
            keep_note(
                [slide for stack in stacks for slide in stack],
                found["solves"] or "",
                note(page[found.start() : end_of(page, found.start())], found["summary"]),
            )
    return [stack for stack in stacks if stack]


def shown(page: str, start: int, label: str, kind: str) -> str:
    """Return what a slide shows of a piece."""
    text = unsectioned(bare(page[start : end_of(page, start)]))
    if kind == "figure":
        place = page.find(MOVER.format(label))
        return text + (page[place : end_of(page, place)] if place >= 0 else "")
    if kind == "exercise":
        return without(without(text, LIVE), CODE)
    if kind == "example":
        text = DATA.sub("", without(text, LIVE), count=3)
        steps = text.replace('<li class="step"', '<li class="step fragment"')
        return steps.replace('"step fragment"', '"step"', 1)
    return text


def unsectioned(text: str) -> str:
    """Return a piece without sections of its own: these are slides.

    >>> unsectioned('<section class="theorem-content" id="a">b</section>')
    '<div class="slide-content theorem-content" id="a">b</div>'
    """
    plain = text.replace('<section class="', '<section class="slide-content ')
    plain = plain.replace('<section id="', '<section class="slide-content" id="')
    return plain.replace("<section ", "<div ").replace("</section>", "</div>")


def is_wide(slide: Slide) -> bool:
    """Tell whether a slide's figure has no room for its controls beside it."""
    ratio = re.search(r"--figure-ratio: ([\d.]+)", slide.body)
    return ratio is not None and float(ratio[1]) > WIDE


def note(block: str, summary: str) -> str:
    """Return a folded block as a note: open, without code, and without names."""
    inside = block[block.index("</summary>") + len("</summary>") : block.rindex("</details>")]
    for left_out in (LIVE, MOVERS, CODE):
        inside = without(inside, left_out)
    text = f'<p class="notes-title">{summary.strip()}</p>\n{inside.strip()}'
    return NAMES.sub("", unsectioned(bare(text)))


def keep_note(slides: list[Slide], solves: str, text: str) -> None:
    """Add a note to the exercise that it solves, or to the last result that has none yet."""
    exercise = [slide for slide in slides if slide.label == solves.replace("sol-", "exr-", 1)]
    last = slides[-1:]
    if last and last[0].kind in (*STATEMENTS, "exercise"):
        results = last
    else:
        open_ = [slide for slide in slides if slide.kind in STATEMENTS and not slide.notes]
        results = open_[-1:] or last
    for slide in (exercise or results)[:1]:
        slide.notes.append(text)


def write_decks(app: Sphinx, texts: dict[Path, str]) -> None:
    """Write the slides of all chapters."""
    render = renderer(app, "deck.html")
    files = {}
    for docname, page in read_chapters(app, texts):
        kinds = {piece.label: piece.kind for piece in pieces(app, docname)}
        stacks = slides_of(page, kinds)
        own = frozenset(slide.label for stack in stacks for slide in stack)
        context = {**shared_context(app, docname, page), "stacks": stacks, "is_wide": is_wide}
        text = render(context)
        start, end = text.index("<!-- slides -->"), text.index("<!-- end -->")
        body = moved(text[start:end], docname, own)
        files[f"{slug(docname)}.html"] = "".join(
            [text[:start], store(body, stored(page)), body, text[end:]]
        )
    if files:
        put(Path(app.outdir) / FOLDER, files)
