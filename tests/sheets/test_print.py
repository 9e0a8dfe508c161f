"""Sheets for paper: Markdown, LaTeX, HTML and PDF."""

import re
import stat
from functools import cache

import html5lib
import pytest
from pylatexenc.latexwalker import LatexEnvironmentNode, LatexWalker

from linalg_book import sheets
from linalg_book.errors import RequestError
from linalg_book.sheets.as_latex import in_ascii
from linalg_book.sheets.formats import TEX

kinds = pytest.mark.parametrize("kind", sheets.KINDS)


@cache
def made(kind):
    return sheets.sheet(kind, 2, 5)


@kinds
def test_latex_is_ascii_and_its_groups_close(kind):
    text = made(kind).written("latex").decode("ascii")
    nodes, *_ = LatexWalker(text, tolerant_parsing=False).get_latex_nodes()
    (document,) = [
        node
        for node in nodes
        if isinstance(node, LatexEnvironmentNode) and node.environmentname == "document"
    ]
    lists = [n for n in document.nodelist if isinstance(n, LatexEnvironmentNode)]
    assert [n.environmentname for n in lists[:2]] == ["enumerate", "enumerate"]
    assert text.count("\\newpage") == 2  # before the key, and before the solutions
    used = set(re.findall(r"\\usepackage(?:\[[^]]*\])?\{(\w+)\}", text))
    assert used == {"amsmath", "geometry"}


@pytest.mark.parametrize(
    ("sign", "written"),
    [
        ("−", r"\ensuremath{-}"),
        ("A⁻¹", r"A\ensuremath{^{-}}\ensuremath{^{1}}"),
        ("x₂ⁿ", r"x\ensuremath{_{2}}\ensuremath{^{n}}"),
        ("λφ", r"\ensuremath{\lambda}\ensuremath{\phi}"),
        ("‖aᵀ‖", r"\ensuremath{\|}a\ensuremath{^{\top}}\ensuremath{\|}"),
    ],
)
def test_signs_become_commands(sign, written):
    assert in_ascii(sign) == written


@kinds
def test_markdown_has_each_part(kind):
    text = made(kind).written("markdown").decode()
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    expected = ["Exercises", "Answer key", "Solutions", "Exercise 1", "Exercise 2"]
    assert titles == [made(kind).kind.title, *expected]
    assert text.count("Usual mistakes:") == 2
    assert text.count("$") % 2 == 0


@kinds
def test_html_is_a_whole_page_and_the_key_is_apart(kind):
    text = made(kind).written("html").decode()
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    sections = page.findall("body/section")
    assert [section.find("h2").text for section in sections] == [
        "Exercises", "Answer key", "Solutions",
    ]  # fmt: skip
    for section in sections[:2]:
        assert len(section.findall("ol/li")) == 2
    assert "section + section { break-before: page; }" in text
    assert not re.search(r'\b(?:src|href)="', text)  # it asks nobody for anything
    assert "<math" in text


def program(folder, monkeypatch, script, name="xelatex"):
    """Put a program into an empty path."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder))


def test_pdf_is_what_the_program_makes(tmp_path, monkeypatch):
    script = 'read -r first < sheet.tex; echo "$0 $* $first" > sheet.pdf'
    program(tmp_path, monkeypatch, script)
    written = made("qr").written("pdf").decode()
    assert "xelatex -interaction=nonstopmode -halt-on-error sheet.tex" in written
    assert "documentclass" in written


def test_pdf_without_a_program_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RequestError) as caught:
        made("qr").written("pdf")
    assert str(caught.value) == (
        "expected a program that writes pdf (xelatex, lualatex, pdflatex, tectonic), but found "
        "none: install a TeX distribution, or take the format latex or html."
    )


@pytest.mark.parametrize("script", ["echo '! Undefined control sequence.'; exit 1", "exit 0"])
def test_a_program_that_fails_is_told_in_a_sentence(tmp_path, monkeypatch, script):
    program(tmp_path, monkeypatch, script, name=TEX[-1])
    with pytest.raises(RequestError, match="expected tectonic to write a PDF, but it said: "):
        made("qr").written("pdf")
