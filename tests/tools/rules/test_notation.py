"""The page of notation: every letter with its place, and the letters that keep their meaning."""

from __future__ import annotations

import re

import pytest

from tests.paths import ROOT

PAGE = (ROOT / "book" / "reference" / "notation.md").read_text(encoding="utf-8")
PLACE = re.compile(r"\{(?:ref|prf:ref|eq)\}`[^`]+`")
PLANNED = {"regression", "kernels"}
KEPT = (
    *(r"$\vect{r}$", r"$\vect{p}$", r"$\vect{v}$", r"$\lambda$", "$r$", "$P$", "$Q$", "$A_k$"),
    *(r"$\vect{x}_{\mathrm{r}} + \vect{x}_{\mathrm{n}}$", r"$A^{\pinv}_{\tau}$", r"$\kappa(A)$"),
    *(r"$\sigma_i$", r"$\vect{u}_i$", r"$\vect{v}_i$", r"$X_{\mathrm{c}}$", r"$\rho$"),
    *(r"$\norm{A}_2$", r"$\norm{A}_{\mathrm{F}}$", r"$\operatorname{vec}(X)$"),
)


def rows(text: str) -> list[list[str]]:
    """Return the cells of each row of the page's tables, without their heads."""
    found = re.findall(r"^\* - (.*)\n  - (.*)\n  - (.*)\n  - (.*)$", text, re.MULTILINE)
    return [list(row) for row in found if row[0] != "Symbol"]


def without_place(text: str) -> list[str]:
    """Return the symbols that name neither a place of the book nor a planned part."""
    return [row[0] for row in rows(text) if not PLACE.search(row[3]) and row[3] not in PLANNED]


def test_every_symbol_names_the_place_where_it_is_explained() -> None:
    assert len(rows(PAGE)) == PAGE.count("\n* - $") > 50
    assert without_place(PAGE) == []


def test_a_symbol_without_a_place_is_found() -> None:
    assert without_place('* - $I$\n  - identity\n  - "I"\n  - several equations\n') == ["$I$"]


@pytest.mark.parametrize("symbol", KEPT)
def test_a_letter_that_keeps_its_meaning_is_listed(symbol: str) -> None:
    assert [row for row in rows(PAGE) if symbol in row[0].split(", ")], symbol
