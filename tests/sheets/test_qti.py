"""QTI 2.1 packages, by an engine that takes responses: files, scores, feedback."""

import re
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from linalg_book import sheets
from linalg_book.sheets.answers import wrong_entries
from linalg_book.sheets.writings import writings
from tests.sheets.qti_engine import QTI, Item

kinds = pytest.mark.parametrize("kind", sheets.KINDS)
PACKAGING = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
NAME = re.compile(r"[A-Za-z_][\w.-]*")


@cache
def made(kind):
    return sheets.sheet(kind, 2, 9)


@cache
def package(kind):
    with ZipFile(BytesIO(made(kind).written("qti"))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def items(kind):
    """Return each exercise with its item."""
    files = [name for name in package(kind) if name.startswith("items/")]
    assert len(files) == len(made(kind).exercises)
    return zip(made(kind).exercises, (Item(package(kind)[name]) for name in files), strict=True)


def entries(exercise):
    return [
        (part, i, j)
        for part in exercise.parts
        for i, row in enumerate(part.rows)
        for j in range(len(row))
    ]


@kinds
def test_the_manifest_lists_every_file(kind):
    files = package(kind)
    root = etree.fromstring(files["imsmanifest.xml"])
    assert root.tag == f"{PACKAGING}manifest"
    assert [child.tag.removeprefix(PACKAGING) for child in root] == [
        "metadata", "organizations", "resources",
    ]  # fmt: skip
    resources = root.findall(f"{PACKAGING}resources/{PACKAGING}resource")
    listed = [one.find(f"{PACKAGING}file").get("href") for one in resources]
    assert [one.get("href") for one in resources] == listed
    assert sorted(["imsmanifest.xml", *listed]) == sorted(files)
    names = [one.get("identifier") for one in resources]
    assert all(map(NAME.fullmatch, names))
    needed = [one.get("identifierref") for one in root.iter(f"{PACKAGING}dependency")]
    assert names[1:] == needed


@kinds
def test_the_test_refers_to_every_item(kind):
    root = etree.fromstring(package(kind)["test.xml"])
    assert root.tag == f"{QTI}assessmentTest"
    found = [
        (one.get("identifier"), one.get("href")) for one in root.iter(f"{QTI}assessmentItemRef")
    ]
    assert [href for _, href in found] == [n for n in package(kind) if n.startswith("items/")]
    for (identifier, href), (_, item) in zip(found, items(kind), strict=True):
        assert item.root.get("identifier") == identifier
        assert href in package(kind)


@kinds
def test_right_answers_score_each_entry(kind):
    for exercise, item in items(kind):
        asked = entries(exercise)
        given = item.correct()
        assert item.asked() == list(given)
        assert list(given.values()) == [str(part.rows[i][j]) for part, i, j in asked]
        outcomes = item.judged(given)
        assert outcomes["SCORE"] == outcomes["MAXSCORE"] == len(asked)
        assert list(item.shown()) == ["SOLUTION"]
        for key, (part, i, j) in zip(given, asked, strict=True):
            assert item.accepted(key) == writings(part.rows[i][j])
        first, *_ = given
        assert item.judged({**given, first: "what"})["SCORE"] == len(asked) - 1


@kinds
def test_usual_mistakes_bring_their_sentence(kind):
    for exercise, item in items(kind):
        given = item.correct()
        for key, (part, i, j) in zip(given, entries(exercise), strict=True):
            for wrong, says in wrong_entries(part, i, j):
                outcomes = item.judged({**given, key: str(wrong)})
                assert outcomes["SCORE"] == outcomes["MAXSCORE"] - 1
                told = item.shown()
                assert told.pop("SOLUTION")
                assert [text.split(": ", 1)[1] for text in told.values()] == [says]


@kinds
def test_the_same_bytes_each_time(kind):
    assert made(kind).written("qti") == made(kind).written("qti")


def scored(content):
    item = Item(content)
    return item.judged(item.correct())


def test_the_engine_finds_what_is_wrong():
    name = next(name for name in package("qr") if name.startswith("items/"))
    content = package("qr")[name]
    for wrong in (
        content.replace(b"<itemBody>", b"<itemBody><blink/>"),
        content.replace(b'responseIdentifier="R_columns_1_1"', b'responseIdentifier="R_no"'),
        content.replace(b"<responseProcessing>", b"<responseProcessing><exitResponse/>"),
    ):
        assert wrong != content
        with pytest.raises((AssertionError, KeyError)):
            scored(wrong)
