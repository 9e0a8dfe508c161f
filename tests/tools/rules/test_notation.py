"""The page of notation: every letter of every numbered statement is on it, with its place."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from tests.paths import ROOT

PAGE = (ROOT / "book" / "reference" / "notation.md").read_text(encoding="utf-8")
PLACE = re.compile(r"\{(?:ref|prf:ref|eq)\}`[^`]+`")
KEPT = (
    *(r"$\vect{r}$", r"$\vect{p}$", r"$\vect{v}$", r"$\lambda$", "$r$", "$P$", "$Q$", "$A_k$"),
    *(r"$\vect{x}_{\mathrm{r}} + \vect{x}_{\mathrm{n}}$", r"$A^{\pinv}_{\tau}$", r"$\kappa(A)$"),
    *(r"$\sigma_i$", r"$\vect{u}_i$", r"$\vect{v}_i$", r"$X_{\mathrm{c}}$", r"$\rho$"),
    *(r"$\norm{A}_2$", r"$\norm{A}_{\mathrm{F}}$", r"$\operatorname{vec}(X)$"),
)


STATEMENT = re.compile(
    r"```\{prf:(?:definition|theorem|lemma|corollary|algorithm)\}.*?\n:label: (\S+)\n(.*?)\n```",
    re.DOTALL,
)
FORMULA = re.compile(r"\$\$(.+?)\$\$|\$(.+?)\$", re.DOTALL)
GREEK = re.compile(
    r"\\((?:var)?(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|kappa|lambda|mu|nu|xi|rho|sigma"
    r"|tau|phi|chi|psi|omega)|Gamma|Delta|Theta|Lambda|Sigma|Phi|Psi|Omega)(?![a-zA-Z])"
)
ONE_STATEMENT = {
    ("$g$", "alg-planes-nearest"),
    ("$g$", "def-least-norm-inner-product"),
    ("$g$", "thm-kernel-regression-closure"),
    ("$g$", "thm-kernel-regression-span"),
    ("$g$", "thm-nngp-depth"),
    ("$g$", "cor-ntk-copies"),
    ("$g$", "thm-ntk-recursion"),
    ("$g$", "thm-width-in-practice-balance"),
    (r"$\vect{\psi}$", "thm-gaussian-processes-projection"),
    (r"$\vect{s}$", "thm-similarity-embedding"),
    (r"$\vect{t}$", "thm-similarity-embedding"),
}
"""Letters that one statement takes and explains, and where."""


def rows(text: str) -> list[list[str]]:
    """Return the cells of each row of the page's tables, without their heads."""
    found = re.findall(r"^\* - (.*)\n  - (.*)\n  - (.*)\n  - (.*)$", text, re.MULTILINE)
    return [list(row) for row in found if row[0] != "Symbol"]


def without_place(text: str) -> list[str]:
    """Return the symbols that name no place of the book."""
    return [row[0] for row in rows(text) if not PLACE.search(row[3])]


def test_every_symbol_names_the_place_where_it_is_explained() -> None:
    assert len(rows(PAGE)) == PAGE.count("\n* - $") > 50
    assert without_place(PAGE) == []


def test_a_symbol_without_a_place_is_found() -> None:
    assert without_place('* - $I$\n  - identity\n  - "I"\n  - several equations\n') == ["$I$"]


def letters(text: str) -> set[str]:
    """Return the letters of the formulas of a text, bold ones apart."""
    found: set[str] = set()
    for formula in map("".join, FORMULA.findall(text)):
        plain = re.sub(r"\\(?:mathrm|text|operatorname|begin|end)\{[^{}]*\}", " ", formula)
        bold = re.findall(r"\\(?:vect|boldsymbol)\{(\\?\w+)\}", plain)
        plain = re.sub(r"\\(?:vect|boldsymbol)\{\\?\w+\}", " ", plain)
        greek = {f"$\\{name}$" for name in GREEK.findall(plain)}
        latin = re.findall("[a-zA-Z]", re.sub(r"\\[a-zA-Z]+", " ", plain))
        found |= greek | {f"${one}$" for one in latin} | {rf"$\vect{{{one}}}$" for one in bold}
    return found


def not_listed(chapter: str) -> set[tuple[str, str]]:
    """Return the letters of a chapter's numbered statements that the page does not list."""
    known = letters(" ".join(row[0] for row in rows(PAGE)))
    pairs = ((letters(body), label) for label, body in STATEMENT.findall(chapter))
    return {(one, label) for found, label in pairs for one in found - known}


def test_every_letter_of_a_numbered_statement_is_listed() -> None:
    chapters = [p.read_text("utf-8") for p in (ROOT / "book").glob("*/*.md")]
    assert sum(len(STATEMENT.findall(text)) for text in chapters) > 100
    assert set(chain.from_iterable(map(not_listed, chapters))) == ONE_STATEMENT


def test_a_letter_that_is_not_listed_is_found() -> None:
    head = "```{prf:theorem} A\n:label: thm-a\n\n"
    for body in (r"Let $\xi_1 = \zeta$ and $O$.", r"Let $A \ne \vect{g}_i$ and $O \in \R$."):
        assert ("$O$", "thm-a") in not_listed(f"{head}{body}\n```")
    assert (r"$\xi$", "thm-a") in not_listed(f"{head}Let $\\xi_1 = 0$.\n```")
    assert letters(r"$\operatorname{vec}(X)^{\T} \cdot \norm{\vect{x}}_{\mathrm{F}}$") == {
        "$X$", r"$\vect{x}$"}  # fmt: skip


@pytest.mark.parametrize("symbol", KEPT)
def test_a_letter_that_keeps_its_meaning_is_listed(symbol: str) -> None:
    assert [row for row in rows(PAGE) if symbol in row[0].split(", ")], symbol
