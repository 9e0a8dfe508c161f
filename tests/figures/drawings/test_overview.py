"""The cover, and the picture of the book's path."""

import pytest
from matplotlib.patches import FancyArrowPatch

from linalg_book import figures
from tests.figures.drawn import marked, words

CASES = [(figures.story, ()), (figures.cover, ())]
SIZES = {"cover": (4.6, 2.5), "story": (4.2, 4.8)}


def test_stations_in_the_order_of_the_book():
    ax = figures.story(figures.axes(height=4.8))
    names = [text for text in ax.texts if text.get_color() == figures.COLORS["ink"]]
    heights = [text.get_position()[1] for text in names]
    assert [text.get_text() for text in names] == [
        "One equation",
        "Least norm",
        "Pseudoinverse",
        "Regression",
        "Kernel regression",
        "Infinite network",
    ]
    assert heights == sorted(heights, reverse=True)


def test_arrows_lead_down_from_each_station_to_the_next():
    ax = figures.story(figures.axes(height=4.8))
    arrows = [patch for patch in ax.patches if isinstance(patch, FancyArrowPatch)]
    assert len(arrows) == 5
    for arrow in arrows:
        (_, start), (_, end) = arrow._posA_posB
        assert start > end


def test_cover_shows_the_shortest_solution_and_fading_others():
    ax = figures.cover(figures.axes(width=4.6, height=2.5))
    assert marked(ax, "orange") == [pytest.approx((36 / 25, 48 / 25))]
    assert {r"(36/25,\, 48/25)", "3x + 4y = 12"} == set(words(ax))
    arrows = [patch for patch in ax.patches if isinstance(patch, FancyArrowPatch)]
    fading = sorted(
        (sum(x * x for x in arrow._posA_posB[1]), arrow.get_alpha())
        for arrow in arrows
        if arrow.get_alpha() is not None
    )
    strengths = [alpha for _, alpha in fading]
    assert len(fading) >= 6
    assert strengths == sorted(strengths, reverse=True)
    # each ends on the line, none is shorter than the shortest solution
    for arrow in arrows:
        x, y = arrow._posA_posB[1]
        assert 3 * x + 4 * y == pytest.approx(12)
        assert x * x + y * y >= 144 / 25 - 1e-12
