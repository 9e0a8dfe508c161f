"""A deck of cards for Anki: a deck for each chapter, in the order of the book."""

# ruff: noqa: T201 (a script speaks to the one who calls it)

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from typing import TYPE_CHECKING

import genanki

from tools.takeaway.book import NAME, slug
from tools.takeaway.cards import cards_of, words
from tools.takeaway.packing import changed, pack

if TYPE_CHECKING:
    from pathlib import Path

    from tools.takeaway.book import Book
    from tools.takeaway.cards import Card

FIELDS = ("Front", "Back", "Title", "Chapter", "Address", "Label")
FRONT = '{{Front}}<p class="from">{{Chapter}}</p>'
BACK = (
    '{{Front}}<hr id="answer">{{Back}}'
    '<p class="from">{{Title}}, <a href="{{Address}}">{{Chapter}}</a></p>'
)
STYLE = (
    ".card { font: 1.15rem/1.5 Georgia, serif; max-width: 40rem; margin: 1rem auto; }"
    ".from { font: 0.8rem/1.4 sans-serif; opacity: 0.75; }"
    "pre { white-space: pre-wrap; font-size: 0.85rem; }"
)


def number_for(name: str) -> int:
    """Return the number by which Anki knows a deck or a kind of card: the same for ever.

    >>> number_for("deck svd") == number_for("deck svd")
    True
    """
    digest = hashlib.sha256(f"linalg_book {name}".encode()).digest()
    return 1 << 30 | int.from_bytes(digest[:4]) >> 2


def model() -> genanki.Model:
    """Return the kind of all cards."""
    return genanki.Model(
        number_for("model"),
        "From Linear Systems to Neural Networks",
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "Card", "qfmt": FRONT, "afmt": BACK}],
        css=STYLE,
        sort_field_index=FIELDS.index("Label"),
    )


def note(kind: genanki.Model, card: Card, chapter: str, page: str) -> genanki.Note:
    """Return a card as a note; its label names it, so a new edition mends it in place."""
    fields = [card.front, card.back, card.title, chapter, card.address, card.label]
    tags = [card.kind, slug(page)]
    return genanki.Note(kind, fields, tags=tags, guid=genanki.guid_for("linalg_book", card.label))


def decks(book: Book) -> list[genanki.Deck]:
    """Return the decks of all chapters."""
    kind, made = model(), []
    for place, page in enumerate(book.chapters, 1):
        title = words(book.read(page).find(".//h1")).partition(". ")[2]
        deck = genanki.Deck(number_for(f"deck {slug(page)}"), f"{book.title}::{place:02} {title}")
        for card in cards_of(book, page):
            deck.add_note(note(kind, card, title, page))
        made.append(deck)
    return made


def write_deck(book: Book, folder: Path) -> Path:
    """Write the file that Anki imports into a folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    out, written = folder / f"{NAME}.apkg", io.BytesIO()
    made = decks(book)
    genanki.Package(made).write_to_file(written, timestamp=float(changed()))
    with zipfile.ZipFile(written) as archive:
        content = [(name, archive.read(name)) for name in archive.namelist()]
    beside = out.with_suffix(".new")
    pack(beside, content)  # with one time for all, so that it is the same each time
    os.replace(beside, out)  # noqa: PTH105 (replaces on every system)
    print(f"{out.name}: {sum(len(deck.notes) for deck in made)} cards", flush=True)
    return out
