"""What a printed document says of itself, read by a library that had no part in making it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PdfReader

A4 = (595, 842)  # points
HEADING = 34  # points: what a heading takes at most below its top
LEAST_FILLED = 0.5  # of a page that is not the last of its chapter


def outline(reader: PdfReader) -> list[tuple[int, str, int]]:
    """Return depth, title and page, from 1, of each entry of the outline."""

    def walk(entries: list[Any], depth: int) -> Iterator[tuple[int, str, int]]:
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry, depth + 1)
            else:
                yield depth, " ".join(entry.title.split()), page_of(reader, entry)

    return list(walk(reader.outline, 0))


def page_of(reader: PdfReader, target: Any) -> int:
    """Return the page of a destination, from 1."""
    return int(reader.get_destination_page_number(target) or 0) + 1


def links(reader: PdfReader) -> tuple[list[str], list[str]]:
    """Return the names of places within the document, and the addresses, that links lead to."""
    inside, outside = [], []
    for page in reader.pages:
        for annotation in page.get("/Annots", []):
            found = annotation.get_object()
            if found.get("/Subtype") != "/Link":
                continue
            if "/Dest" in found:
                inside.append(str(found["/Dest"]))
            elif "/A" in found:
                outside.append(str(found["/A"].get("/URI", "")))
    return inside, outside


def resolved(found: Any) -> Any:
    """Return what a reference leads to."""
    return found.get_object() if hasattr(found, "get_object") else found


def kids(element: Any) -> list[Any]:
    """Return what stands below an element of the structure tree."""
    found = resolved(element.get("/K", []))
    return [resolved(kid) for kid in (found if isinstance(found, list) else [found])]


def elements(reader: PdfReader) -> Iterator[Any]:
    """Yield every element of the structure tree."""
    waiting = [resolved(reader.trailer["/Root"]["/StructTreeRoot"])]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [kid for kid in kids(element) if isinstance(kid, dict)]


def tags(reader: PdfReader) -> tuple[Counter[str], list[str]]:
    """Return how often each tag occurs, and what stands in words for figures and formulas."""
    found = list(elements(reader))
    counts = Counter(str(element["/S"]) for element in found if "/S" in element)
    return counts, [str(element["/Alt"]) for element in found if "/Alt" in element]


def loose_fonts(reader: PdfReader) -> set[str]:
    """Return the fonts that are not embedded."""
    loose = set()
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            found = font.get_object()
            if found["/Subtype"] == "/Type3":  # drawn in the document itself
                continue
            inner = (
                found["/DescendantFonts"][0].get_object() if "/DescendantFonts" in found else found
            )
            if not any(key.startswith("/FontFile") for key in inner.get("/FontDescriptor", {})):
                loose.add(str(found["/BaseFont"]))
    return loose


def lowest(page: Any) -> float:
    """Return how far down a page its text reaches, as a part of its height."""
    heights = [0.0]

    def visit(text: str, user: list[float], matrix: list[float], *_: object) -> None:
        if text.strip():
            heights.append(user[1] * matrix[4] + user[3] * matrix[5] + user[5])

    page.extract_text(visitor_text=visit)
    above = [height for height in heights if height > 0]
    return 1 - min(above, default=0) / float(page.mediabox.height)


def headings_alone(reader: PdfReader) -> list[str]:
    """Return the headings below which their page has no text."""

    def walk(entries: list[Any]) -> Iterator[Any]:
        for entry in entries:
            yield from walk(entry) if isinstance(entry, list) else [entry]

    alone = []
    for entry in walk(reader.outline):
        page = reader.pages[page_of(reader, entry) - 1]
        last = (1 - lowest(page)) * float(page.mediabox.height)
        if last > float(entry.top) - HEADING:
            alone.append(entry.title)
    return alone


def torn_figures(reader: PdfReader) -> list[str]:
    """Return what stands on several pages of the figures that have a caption."""

    def pages(element: Any, page: Any) -> Iterator[int]:
        page = element.raw_get("/Pg").idnum if "/Pg" in element else page
        for kid in kids(element):
            if isinstance(kid, int):
                yield page
            elif isinstance(kid, dict):
                yield from pages(kid, page)

    torn = []
    for element in elements(reader):
        below = [kid.get("/S") for kid in kids(element) if isinstance(kid, dict)]
        if element.get("/S") == "/Figure" and "/Caption" in below and len({*pages(element, 0)}) > 1:
            torn += [str(kid["/Alt"]) for kid in kids(element) if "/Alt" in kid]
    return torn
