"""A page has the outline of each root sign once, and shows it wherever it had it."""

from __future__ import annotations

from lxml import html

from mathematics.roots import share

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="400em" height="1.08em" '
    'viewBox="0 0 400000 1080" preserveAspectRatio="xMinYMin slice"><path d="{}"/></svg>'
)
PAGE = '<body><article class="bd-article">{}</article></body>'


def page_of(*outlines: str) -> str:
    return PAGE.format("".join(DRAWING.format(outline) for outline in outlines))


def drawn(page: str) -> list[str]:
    """Return the outline that each drawing of the article shows."""
    document = html.fromstring(page)
    found = []
    for shape in document.xpath("//article//svg/*"):
        name = shape.get("href", "").removeprefix("#")
        [path] = document.xpath("//path[@id=$name]", name=name) if name else [shape]
        found.append(path.get("d"))
    return found


def test_each_drawing_shows_what_it_showed() -> None:
    outlines = ["M95,702\nc-2.7", "M95,622", "M95,702\nc-2.7", "M1001,80", "M95,622"]
    page = share(page_of(*outlines))
    assert drawn(page) == outlines
    assert [page.count(f'd="{outline}"') for outline in dict.fromkeys(outlines)] == [1, 1, 1]
    assert page.count("<use") == 4


def test_the_shared_outline_has_no_line_as_in_formulas() -> None:
    paths = html.fromstring(share(page_of("M95", "M95"))).xpath("//defs/path")
    assert [path.get("stroke") for path in paths] == ["none"]


def test_pages_without_repeated_roots_and_finished_ones_stay() -> None:
    once = page_of("M95,702", "M95,622")
    finished = share(page_of("M95", "M95"))
    for page in (once, finished, "<article>text</article>"):
        assert share(page) == page


def test_drawings_of_other_kinds_stay() -> None:
    figure = '<svg class="figure-svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>'
    assert share(PAGE.format(2 * figure)) == PAGE.format(2 * figure)
