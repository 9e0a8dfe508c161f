"""Six things that are made from the book for a class."""

import pytest

from linalg_book import figures
from tests.figures.drawn import marked, words

CASES = [(figures.handouts, ())]
SIZES = {"handouts": (4.2, 5.0)}
NAMES = ["Pages", "Slides", "Problem sheets", "Frames", "Offline", "Cards"]


def drawn():
    return figures.handouts(figures.axes(height=5.0))


def test_panes_have_their_names_from_left_to_right_and_from_above():
    named = [text for text in drawn().texts if text.get_size() == 12 and text.get_text() in NAMES]
    assert [text.get_text() for text in named] == NAMES
    places = [text.get_position() for text in named]
    assert places == sorted(places, key=lambda at: (-at[1], at[0]))


def test_key_and_pictures_are_right():
    ax = drawn()
    assert {"3x + 4y = 12", r"(36/25,\, 48/25)"} <= set(words(ax))
    pictures = [line.get_xydata() for line in ax.lines if line.get_linewidth() == 1.8]
    assert len(pictures) == 6
    for (start, end), (origin, foot) in zip(pictures[::2], pictures[1::2], strict=True):
        along = end - start
        assert (foot - origin) @ along == pytest.approx(0, abs=0.002)
        across = along[0] * (foot - start)[1] - along[1] * (foot - start)[0]
        assert across == pytest.approx(0, abs=0.002)
    assert len(marked(ax, "orange")) == 3
