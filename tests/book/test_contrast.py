"""Every color of text against every ground that the style sheets name, light and dark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from linalg_book import figures
from tests.contrast import contrast
from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SHEETS = {path.name: path.read_text(encoding="utf-8") for path in ROOT.glob("book/_assets/*.css")}
TEXT, GROUND = r"color", r"background(?:-color)?"
MODES = ("light", "dark")
KEPT = {"none", "inherit", "transparent"}  # the color of what is around
FIGURE_COLORS = {"light": figures.COLORS, "dark": figures.DARK_COLORS}
FIGURE_TEXT = ("ink", "muted", "blue", "orange", "green", "purple")


def declared(name: str) -> dict[str, set[str]]:
    """Return the values of a property in the style sheets, each with the sheets that have it."""
    found: dict[str, set[str]] = {}
    for sheet, text in SHEETS.items():
        for value in re.findall(rf"[{{;\s]{name}:\s*([^;}}]+)", text):
            found.setdefault(value.strip(), set()).add(sheet)
    return found


def tokens(mode: str) -> dict[str, str]:
    """Return the colors that the first blocks of the style sheet give their names in a mode."""
    light, dark = re.findall(
        r'(?m)^(?::root|html\[data-theme="dark"\]) \{\n(.*?)^\}', SHEETS["book.css"], re.DOTALL
    )[:2]
    text = light if mode == "light" else light + dark
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", text))


def used(name: str) -> set[str]:
    """Return the tokens that a property is given; ``--kind`` stands for each that it is set to."""
    names = {value[6:-1] for value in declared(name) if value.startswith("var(--")}
    kinds = {value[6:-1] for value in declared("--kind")}
    return (names - {"kind"}) | kinds if "kind" in names else names


def pairs(mode: str) -> list[tuple[str, str]]:
    """Return the text and the ground of each pair that could meet, as colors."""
    colors = tokens(mode)
    return [(colors[text], colors[ground]) for text in used(TEXT) for ground in used(GROUND)]


@pytest.mark.parametrize("name", [TEXT, GROUND])
def test_the_table_knows_every_color(name: str) -> None:
    known = {f"var(--{token})" for token in tokens("light")} | {"var(--kind)"} | KEPT
    strange = {value: sheets for value, sheets in declared(name).items() if value not in known}
    assert strange == {}, "give the color a name in the first block of book.css, light and dark"


@pytest.mark.parametrize("mode", MODES)
def test_text_stands_out_from_every_ground(mode: str) -> None:
    assert len(pairs(mode)) > 10
    assert [pair for pair in pairs(mode) if contrast(*pair) < 4.5] == []


@pytest.mark.parametrize("mode", MODES)
def test_focus_is_seen_on_every_ground(mode: str) -> None:
    colors = tokens(mode)
    assert all(contrast(colors["focus"], colors[ground]) >= 3 for ground in used(GROUND))


@pytest.mark.parametrize("mode", MODES)
def test_words_in_drawings_stand_out_from_the_page(mode: str) -> None:
    paper = tokens(mode)["paper"]
    assert [n for n in FIGURE_TEXT if contrast(FIGURE_COLORS[mode][n], paper) < 4.5] == []


@pytest.mark.parametrize("mode", MODES)
def test_colored_code_stands_out_from_its_ground(mode: str, built_book: Path) -> None:
    sheet = (built_book / "_static" / "pygments.css").read_text(encoding="utf-8")
    rules = re.findall(rf'html\[data-theme="{mode}"\] \.highlight (\.\w+) \{{([^}}]*)\}}', sheet)
    colors = {
        name: found[1]
        for name, rule in rules
        if (found := re.search(r"(?<!-)\bcolor: (#[0-9A-Fa-f]{6})", rule))
    }
    assert len(colors) > 30
    grounds = [tokens(mode)[name] for name in used(GROUND)]
    weak = {n for n, c in colors.items() if any(contrast(c, ground) < 4.5 for ground in grounds)}
    assert weak == set()
