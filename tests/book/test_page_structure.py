"""Every built page: the order of its headings, its images, its mathematics and its drawings."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.book.site import paints

if TYPE_CHECKING:
    from tests.book.site import Page


def test_headings_are_in_order(pages: list[Page]) -> None:
    for page in pages:
        main = page.soup.main
        assert main is not None, page.name
        levels = [int(tag.name[1]) for tag in main.find_all(re.compile(r"^h[1-6]$"))]
        assert levels[0] == 1, page.name
        assert levels.count(1) == 1, page.name
        jumps = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        assert jumps == [], page.name


def test_images_have_words(pages: list[Page]) -> None:
    for page in pages:
        for image in page.soup.find_all("img"):
            named = str(image.get("alt", "")).strip()
            holder = image.find_parent("a")
            decorates = "alt" in image.attrs and holder is not None and holder.get_text().strip()
            assert named or decorates, f"{page.name}: {image}"


def test_drawings_have_words_and_a_caption(pages: list[Page]) -> None:
    for page in pages:
        for drawing in page.soup.find_all("svg"):
            if drawing.find_parent(attrs={"aria-hidden": "true"}):
                continue  # a stretched sign of a formula: its MathML is what is read aloud
            assert drawing.get("role") == "img", f"{page.name}: {str(drawing)[:200]}"
            assert len(str(drawing.get("aria-label", ""))) >= 40, page.name
            figure = drawing.find_parent("figure")
            assert figure is not None, page.name
            caption = figure.find("figcaption")
            assert caption is not None, page.name
            assert len(caption.get_text().split()) > 4, page.name


def test_colors_of_drawings_follow_the_page(pages: list[Page]) -> None:
    drawn = 0
    for page in pages:
        for drawing in page.soup.select("svg.figure-svg"):
            for paint in paints(drawing):
                drawn += 1
                follows = re.match(r"var\(--figure-[a-z0-9-]+,|none$|currentColor$|url\(#", paint)
                assert follows, f"{page.name}: {paint} in {drawing['aria-label']}"
    assert drawn > 50


def test_rooms_hold_nothing_that_a_browser_would_fill_in(pages: list[Page]) -> None:
    rooms = [(page.name, room) for page in pages for room in page.soup.select(".live-room")]
    assert len(rooms) > 50
    assert sum(len(room.select(".room-field")) for _, room in rooms) > 50
    fields = "form, textarea, select, input:not([type=range])"
    assert [(name, room.select(fields)) for name, room in rooms if room.select(fields)] == []


# Mathematics


def test_every_formula_is_rendered_with_mathml(sourced: list[Page]) -> None:
    count = 0
    for page in sourced:
        assert "data-tex" not in page.text, page.name
        assert "katex-error" not in page.text, page.name
        for formula in page.soup.select(".math"):
            count += 1
            assert formula.select_one(".katex-mathml math"), f"{page.name}: {formula}"
            assert formula.select_one(".katex-html[aria-hidden=true]"), f"{page.name}: {formula}"
    assert count > 100


def test_no_raw_latex_is_left_in_the_text(sourced: list[Page]) -> None:
    for page in sourced:
        assert page.soup.main is not None
        strings = [
            str(text)
            for text in page.soup.main.find_all(string=True)
            if text.find_parent(["pre", "code", "annotation"]) is None
        ]
        raw = [text for text in strings if re.search(r"\\[(\[a-zA-Z]|\$", text)]
        assert raw == [], page.name


def test_formulas_are_numbered_without_gaps(pages: list[Page]) -> None:
    """A formula that shows no number must not use one up."""
    for page in pages:
        shown = re.findall(r'class="eqno">\((?:[0-9]+\.)?([0-9]+)\)', page.text)
        assert [int(number) for number in shown] == list(range(1, len(shown) + 1)), page.name


def test_numbers_in_sentences_and_tables_are_not_as_a_program_prints_them(
    pages: list[Page],
) -> None:
    printed = re.compile(
        r"^(\[|\{|'|array\(|np\.|Fraction\()|^\(.*\d\.?\s+-?\d"
        r"|(?<![\w.){])-\d|\de[+-]\d| ± "  # a hyphen for a minus, e-notation, a place to break
    )
    for page in pages:
        shown = [word.get_text() for word in page.soup.select("span.output.text_plain")]
        assert [word for word in shown if printed.search(word)] == [], page.name
