"""One PDF from the pieces of a book: pages, names, outline and tags stay together.

Each piece was printed by Chromium, whose time grows faster than the number of pages: the whole
book in one print took more than five times as long as its chapters one by one. What programs that
merge files leave behind is put together here; sections of ISO 32000-2 are named where they rule.
"""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, OutlineItem

if TYPE_CHECKING:
    from collections.abc import Iterator

ELSEWHERE = "https://in.document/#"
"""The beginning of a link to another piece, until the pieces are one."""


class Piece(NamedTuple):
    """A printed piece; one that opens a part begins with the part's title."""

    content: bytes
    opens: bool


def merge(pieces: list[Piece]) -> bytes:
    """Return the pieces as one PDF."""
    whole = pikepdf.new()
    sources = [pikepdf.open(io.BytesIO(piece.content)) for piece in pieces]
    names, tags = Dictionary(), Tags(whole)
    with whole.open_outline(max_depth=9) as outline:
        for piece, source in zip(pieces, sources, strict=True):
            start = len(whole.pages)
            take_pages(whole, source)
            for name, target in source.Root.get("/Dests", Dictionary()).items():
                names[name] = moved(whole, source, target, start)
            tags.add(source, start)
            entries = list(outline_of(whole, source, start))
            if piece.opens or not outline.root:
                outline.root.extend(entries)
            else:
                outline.root[-1].children.extend(entries)
    lead_within(whole, set(names.keys()))
    whole.Root.Dests = whole.make_indirect(names)
    for key in ("/Lang", "/MarkInfo", "/ViewerPreferences"):
        whole.Root[key] = whole.copy_foreign(sources[0].make_indirect(sources[0].Root[key]))
    tags.finish()
    whole.docinfo["/Title"] = str(sources[0].docinfo["/Title"])
    written = io.BytesIO()
    whole.save(written)
    return written.getvalue()


def take_pages(whole: pikepdf.Pdf, source: pikepdf.Pdf) -> None:
    """Append the pages of a piece; names and tags, of which the library warns, follow."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        whole.pages.extend(source.pages)


def places(source: pikepdf.Pdf) -> dict[tuple[int, int], int]:
    """Return the place of each page, from 0, by its number as an object."""
    return {page.obj.objgen: place for place, page in enumerate(source.pages)}


def moved(whole: pikepdf.Pdf, source: pikepdf.Pdf, target: Array, start: int) -> Array:
    """Return a destination of a piece as one of the whole (12.3.2.2)."""
    page = whole.pages[start + places(source)[target[0].objgen]].obj
    rest = [item if isinstance(item, Name) else float(item) for item in list(target)[1:]]
    return Array([page, *rest])


def outline_of(whole: pikepdf.Pdf, source: pikepdf.Pdf, start: int) -> Iterator[OutlineItem]:
    """Yield the entries of a piece's outline (12.3.3) as entries of the whole."""

    def copied(entry: OutlineItem) -> OutlineItem:
        item = OutlineItem(entry.title, moved(whole, source, entry.destination, start))
        item.children.extend(copied(child) for child in entry.children)
        return item

    with source.open_outline(max_depth=9) as outline:
        yield from [copied(entry) for entry in outline.root]


def lead_within(whole: pikepdf.Pdf, names: set[str]) -> None:
    """Let links to other pieces lead to their place in the whole."""
    for page in whole.pages:
        for link in page.obj.get("/Annots", []):
            address = str(link.get("/A", Dictionary()).get("/URI", ""))
            if not address.startswith(ELSEWHERE):
                continue
            name = f"/{address.removeprefix(ELSEWHERE)}"
            if name not in names:
                raise KeyError(f"no piece has the place {name} that another leads to")
            del link["/A"]
            link["/Dest"] = Name(name)


class Tags:
    """The structure tree of the whole (14.7), to which those of the pieces are added."""

    def __init__(self, whole: pikepdf.Pdf) -> None:
        self.whole = whole
        self.root = whole.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.documents: list[pikepdf.Object] = []
        self.parents: list[object] = []  # key, value, key, value ...
        self.next = 0

    def add(self, source: pikepdf.Pdf, start: int) -> None:
        """Add the tree of a piece whose pages begin at a place of the whole."""
        tree = self.whole.copy_foreign(source.Root.StructTreeRoot)
        self.rename(tree, f"{start}-")
        for page in list(self.whole.pages)[start:]:
            self.shift(page.obj, "/StructParents")
            for annotation in page.obj.get("/Annots", []):
                self.shift(annotation, "/StructParent")
        last = 0
        for key, value in NumberTree(tree.ParentTree).items():
            self.parents += [key + self.next, value]
            last = max(last, key)
        self.next += last + 1
        top = tree.K if isinstance(tree.K, Array) else [tree.K]
        for element in top:
            element.P = self.root
            self.documents.append(element)

    def shift(self, holder: pikepdf.Object, key: str) -> None:
        """Let a page or a link find its tags in the parent tree of the whole (14.7.5.4)."""
        if key in holder:
            holder[key] = int(holder[key]) + self.next

    def rename(self, tree: pikepdf.Object, prefix: str) -> None:
        """Keep the names of table heads (14.8.5.7) apart from those of other pieces."""
        if "/IDTree" not in tree:
            return
        tables = {}
        for head in NameTree(tree.IDTree).values():
            table = head
            while "/P" in table.P and table.get("/S") != Name.Table:
                table = table.P
            tables[table.objgen] = table
        for table in tables.values():
            for cell in elements(table):
                rename_cell(cell, prefix)

    def finish(self) -> None:
        """Write the tree of the whole."""
        self.root.K = Array(self.documents)
        self.root.ParentTree = self.whole.make_indirect(Dictionary(Nums=Array(self.parents)))
        self.root.ParentTreeNextKey = self.next
        self.whole.Root.StructTreeRoot = self.root


def elements(tree: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield a structure element and those below it."""
    yield tree
    kids = tree.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from elements(kid)


def rename_cell(cell: pikepdf.Object, prefix: str) -> None:
    """Put a prefix before the name of a head and the names that a cell gives of its heads."""
    if "/ID" in cell:
        cell.ID = pikepdf.String(prefix + str(cell.ID))
    facts = cell.get("/A", Array())
    for fact in facts if isinstance(facts, Array) else [facts]:
        if isinstance(fact, Dictionary) and "/Headers" in fact:
            fact.Headers = Array([pikepdf.String(prefix + str(name)) for name in fact.Headers])
