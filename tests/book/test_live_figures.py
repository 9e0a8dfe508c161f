"""The directive that lets a figure move: what it writes, and what it refuses."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from linalg_book import exact
from linalg_book.errors import LinalgBookError
from linalg_book.figures.kit.scenes import scene_classes
from live.interactive_figures import movable, refusals
from tests.figures.cases import CASES
from tests.paths import ROOT

if TYPE_CHECKING:
    from tests.book.small_book import Build, SmallBook

FIGURES = ROOT / "book" / "_live" / "figures"


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [([0, 0], 12, "nowhere"), ([0, 0], 0, "everywhere"), ([0, 0], -3, "nowhere")],
)
def test_refusals_are_the_packages_sentences(a: list[int], b: int, kind: str) -> None:
    with pytest.raises(LinalgBookError) as refused:
        exact.closest_point(a, b)
    said = refusals("line")[kind].replace("{b}", str(b).replace("-", "−"))
    assert said == str(refused.value)


def test_refusals_of_a_row_are_the_packages_sentences() -> None:
    for row in (0, 1):
        A, b = [[1, 1, 1], [1, 2, 3]], [1, 1]
        A[row], b[row] = [0, 0, 0], 5
        with pytest.raises(LinalgBookError) as refused:
            exact.least_norm(A, b)
        assert refusals("planes")["nowhere"][row].replace("{b}", "5") == str(refused.value)


def test_other_figures_carry_no_refusals() -> None:
    assert refusals("pixels") == {}


def test_page_carries_what_the_drawing_shows(catalog: SmallBook) -> None:
    source = (catalog.html / "moving.html").read_text(encoding="utf-8")
    soup = BeautifulSoup(source, "html5lib")
    (place,) = soup.select("[data-live=figure]")
    scene = json.loads(str(place["data-scene"]))
    assert (scene["kind"], scene["A"], scene["b"]) == (
        "planes",
        [["1", "1", "1"], ["1", "-1", "0"]],
        ["6", "2"],
    )
    figure = soup.find(id=str(place["data-figure"]))
    assert figure is not None
    assert figure.find("svg", class_="figure-svg") is not None
    assert place.get_text() == ""  # without scripts nothing is added to the page
    assert "scene:" not in source  # the numbers stand in one place only
    assert "live/main.js" in source
    assert (catalog.html / "_static" / "live" / "figures" / "start.js").exists()
    assert "fraction.js" in (catalog.html / "_static" / "licenses.txt").read_text(encoding="utf-8")


def test_what_cannot_move_fails_the_build(faults: Build) -> None:
    assert f"expected a figure drawn by {movable()}" in faults.messages


def test_every_drawing_with_numbers_has_a_folder_of_the_page() -> None:
    """What each drawing records, and that no other does, is seen in ``test_all_drawings``."""
    drawn = {scene.drawing for scene in scene_classes().values()}
    assert drawn <= {draw.__name__ for draw, _ in CASES}
    assert {path.parent.name for path in FIGURES.glob("*/figure.js")} == set(scene_classes())


def test_what_can_move_is_named_from_the_register() -> None:
    said = movable()
    assert all(f"figures.{scene.drawing}" in said for scene in scene_classes().values())
