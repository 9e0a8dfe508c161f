"""The picture of the book's path."""

from matplotlib.patches import FancyArrowPatch

from linalg_book import figures


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
