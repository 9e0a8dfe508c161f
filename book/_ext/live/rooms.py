"""Keep room in a page for what its live parts add when they start, so that nothing moves then.

The page's own modules make it, in Node, with the page's own data: the controls and the readout of a
figure that moves, the form of a check, the buttons of a worked example. The style sheet lays it out
unseen where the live layer runs, and ``main.js`` takes it away when the part has started.
"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from frame.node_scripts import run_in_parts

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.application import Sphinx

PROMPT = "(prompt)"  # takes the place of what a check asks for, which stays as it is
FIGURE = re.compile(r'<div data-live="figure" data-figure="([^"]+)" data-scene="([^"]+)"></div>')
DRAWING = r'id="{name}">\s*<svg class="figure-svg"[^>]* viewBox="0 0 ([\d.]+) ([\d.]+)".*?</svg>'
CHECK = re.compile(
    r'data-live="check" data-name="[^"]*" data-check="([^"]+)">'
    r'(?P<prompt><span class="check-prompt" hidden>.*?</span>)(?=</div>)',
    re.DOTALL,
)
ANOTHER = re.compile(r'data-live="check" data-another="[^"]+">(?=</div>)')
EXAMPLE = re.compile(r'(?<!</div>)\n(?=<div class="live-result">)')


class Place(NamedTuple):
    """Where a page needs a room, and for what."""

    start: int
    end: int
    part: dict[str, Any]


def places(text: str) -> list[Place]:
    """Return the places of a page that have no room yet, in their order."""
    found = []
    for check in CHECK.finditer(text):
        data = json.loads(html.unescape(check[1]))
        found.append(Place(*check.span("prompt"), {"kind": "check", "check": data}))
    found += [Place(m.end(), m.end(), {"kind": "another"}) for m in ANOTHER.finditer(text)]
    found += [Place(m.end(), m.end(), {"kind": "example"}) for m in EXAMPLE.finditer(text)]
    for figure in FIGURE.finditer(text):
        drawing = re.search(DRAWING.format(name=re.escape(figure[1])), text, re.DOTALL)
        if drawing and not text.startswith('<div class="live-room"', drawing.end()):
            width, height = map(float, drawing.groups())
            size = {"width": width, "height": height}
            part = {"kind": "figure", "scene": json.loads(html.unescape(figure[2])), **size}
            found.append(Place(drawing.end(), drawing.end(), part))
    return sorted(found, key=lambda place: place.start)


def keep(app: Sphinx, texts: dict[Path, str]) -> None:
    """Put a room into every place; pages that this run did not write have theirs."""
    wanted = {path: places(text) for path, text in texts.items() if "data-live=" in text}
    parts = [place.part | {"prompt": PROMPT} for found in wanted.values() for place in found]
    if not parts:
        return
    rooms = iter(run_in_parts("live/rooms.mjs", parts, list))
    for path, found in wanted.items():
        pieces, end = [], 0
        for place in found:
            text = texts[path]
            prompt = text[place.start : place.end].replace(" hidden", "", 1)
            inside = next(rooms).replace(PROMPT, prompt)
            pieces += [text[end : place.start], f'<div class="live-room" hidden>{inside}</div>']
            end = place.end
        texts[path] = "".join([*pieces, texts[path][end:]])
