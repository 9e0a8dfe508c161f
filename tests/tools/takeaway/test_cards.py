"""Cards: what they ask, how formulas are written, and that they stay the same cards."""

from __future__ import annotations

import re
import sqlite3
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from tools.takeaway.book import Book
from tools.takeaway.cards import cards_of
from tools.takeaway.deck import write_deck

from tests.built import built_book  # noqa: F401 (a fixture)
from tests.paths import ROOT
from tests.tools.takeaway.site import ADDRESS, write_site

if TYPE_CHECKING:
    from pathlib import Path

STATED = re.compile(r"^:*`*\{prf:(definition|theorem|lemma|corollary)\}", re.MULTILINE)
BY_HAND = re.compile(r"^(?::{3,}|`{3,})\{exercise\}[^\n]*\n(?::[^\n]*\n)*\s*By hand", re.MULTILINE)
FORMULA = re.compile(r"\\\((.*?)\\\)|\\\[(.*?)\\\]", re.DOTALL)


def test_a_statement_and_an_exercise_become_cards(tmp_path: Path) -> None:
    theorem, exercise = cards_of(Book(write_site(tmp_path)), "part/one")
    assert theorem.front == "<p><b>All of it</b></p><p>What does it say?</p>"
    assert " ".join(theorem.back.split()) == (
        rf'<p>If \(x &lt; 1\), <a href="{ADDRESS}part/two.html">all</a> is well. </p> '
        r"\[x &lt; 1\]"
    )
    assert (theorem.label, theorem.title) == ("thm-one", "Theorem 3.1")
    assert theorem.address == f"{ADDRESS}part/one.html#thm-one"
    assert exercise.front == "<p><b>Try</b></p><p>By hand: add.\nAnd so on.</p>"
    assert exercise.back == "<p>It is 2.</p>"


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the notes of a deck as Anki stores them."""
    with zipfile.ZipFile(path) as archive:
        archive.extract("collection.anki2", path.parent)
    with sqlite3.connect(path.parent / "collection.anki2") as stored:
        found = stored.execute("SELECT guid, tags, flds FROM notes").fetchall()
        cards = stored.execute("SELECT count(*) FROM cards").fetchone()[0]
        decks = stored.execute("SELECT decks FROM col").fetchone()[0]
    stored.close()
    assert cards == len(found)
    names = ("front", "back", "title", "chapter", "address", "label")
    notes = [
        {"guid": guid, "tags": tags.split(), **dict(zip(names, fields.split("\x1f"), strict=True))}
        for guid, tags, fields in found
    ]
    return [{"decks": decks}, *notes]


@pytest.fixture(scope="module")
def deck(built_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: F811
    return write_deck(Book(built_book), tmp_path_factory.mktemp("deck"))


def test_every_definition_result_and_exercise_by_hand_has_a_card(deck: Path) -> None:
    about, *notes = rows(deck)
    book = Book(ROOT / "_build" / "html")
    text = "\n".join((ROOT / "book" / f"{page}.md").read_text() for page in book.chapters)
    stated = [note for note in notes if "exercise" not in note["tags"]]
    assert len(stated) == len(STATED.findall(text))
    assert len(notes) - len(stated) == len(BY_HAND.findall(text))
    assert len({note["guid"] for note in notes}) == len(notes)
    assert all(note["front"] and note["back"] for note in notes)
    assert "From Linear Systems to Neural Networks::07 Eigenvectors" in about["decks"]


def test_a_card_keeps_its_number_for_ever(deck: Path) -> None:
    known = {note["label"]: note["guid"] for note in rows(deck)[1:]}
    assert known["def-data-as-vectors-vector"] == "QwTQ)+*IjL"
    assert known["exr-planes-twice"] == "fZ(*r<YsVp"


def test_formulas_are_written_as_mathjax_reads_them(deck: Path, katex_errors: Any) -> None:
    notes = rows(deck)[1:]
    sides = [note[side] for note in notes for side in ("front", "back")]
    formulas = sorted({one or other for text in sides for one, other in FORMULA.findall(text)})
    assert len(formulas) > 500
    plain = [f.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") for f in formulas]
    assert katex_errors(plain) == []
    left = FORMULA.sub("", "".join(sides))
    assert "katex" not in left
    assert "<svg" not in left
    assert not re.search(r"\\(?:vect|norm|pinv|R|T)\b", "".join(plain))  # macros are written out


def test_links_of_cards_lead_to_the_site(deck: Path) -> None:
    for note in rows(deck)[1:]:
        assert note["address"].endswith(f".html#{note['label']}")
        targets = re.findall(r'href="([^"]*)"', note["front"] + note["back"])
        assert [target for target in targets if not target.startswith("https://")] == []
