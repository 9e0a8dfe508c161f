"""Cutting and ordering in space, against corners and orders found by hand."""

import numpy as np
import pytest

from linalg_book.figures.kit.space import (
    Piece,
    Plane,
    View,
    below,
    box_edges,
    face_in_box,
    line_in_box,
    paint_order,
)

ABOVE = np.array([0.0, 0.0, 1.0])
FLOOR = Plane(ABOVE, 0.0)
WALL = Plane(np.array([1.0, 0.0, 0.0]), 0.0)


def rows(points):
    """Write points as a set, rounded."""
    return {tuple(round(float(x), 9) + 0.0 for x in point) for point in points}


@pytest.mark.parametrize(
    ("azimuth", "elevation", "point", "picture"),
    [
        (0, 0, (5, 2, 3), (2, 3)),  # from the x-axis: y to the right, z up
        (90, 0, (1, 5, 3), (-1, 3)),
        (0, 90, (1, 2, 5), (2, -1)),  # from above
        (45, 0, (1, 1, 7), (0, 7)),
    ],
)
def test_projection(azimuth, elevation, point, picture):
    assert View(azimuth, elevation).project(np.array([point]))[0] == pytest.approx(picture)


def test_what_points_to_the_eye_is_projected_to_one_point():
    view = View(33, 21)
    assert np.linalg.norm(view.toward) == pytest.approx(1)
    assert view.project(np.array([view.toward]))[0] == pytest.approx((0, 0))


def test_face_of_a_plane_across_the_box():
    face = face_in_box(Plane(ABOVE, 1.0), 2.0)
    assert rows(face) == {(2, 2, 1), (-2, 2, 1), (-2, -2, 1), (2, -2, 1)}


def test_face_through_the_middle_is_a_hexagon():
    # x + y + z = 0 meets the edges of [-2, 2]³ in the six points with entries 2, 0, -2
    face = face_in_box(Plane(np.full(3, 1 / np.sqrt(3)), 0.0), 2.0)
    six = {(2, 0, -2), (2, -2, 0), (0, 2, -2), (0, -2, 2), (-2, 2, 0), (-2, 0, 2)}
    assert rows(face) == six


def test_face_that_cuts_off_a_corner_and_one_that_misses_the_box():
    diagonal = np.full(3, 1 / np.sqrt(3))
    corner = face_in_box(Plane(diagonal, 5 / np.sqrt(3)), 2.0)
    assert rows(corner) == {(2, 2, 1), (2, 1, 2), (1, 2, 2)}
    assert len(face_in_box(Plane(diagonal, 7 / np.sqrt(3)), 2.0)) == 0


def test_line_in_box():
    assert rows(line_in_box(np.array([0.0, 1, 0]), np.array([2.0, 0, 0]), 3.0)) == {
        (-3, 1, 0),
        (3, 1, 0),
    }
    assert len(line_in_box(np.array([0.0, 4, 0]), np.array([1.0, 0, 0]), 3.0)) == 0


def test_box_has_twelve_edges_of_its_length():
    edges = box_edges(2.0)
    assert len({frozenset(rows(edge)) for edge in edges}) == 12
    assert [np.linalg.norm(b - a) for a, b in edges] == pytest.approx([4.0] * 12)


def test_below_cuts_a_segment_and_a_face():
    segment = np.array([[0.0, 0, -1], [0, 0, 3]])
    assert rows(below(segment, FLOOR, 1.0)) == {(0, 0, -1), (0, 0, 0)}
    wall = np.array([[0.0, 1, 1], [0, -1, 1], [0, -1, -1], [0, 1, -1]])
    assert rows(below(wall, FLOOR, 1.0)) == {(0, -1, 0), (0, -1, -1), (0, 1, -1), (0, 1, 0)}


def test_painted_from_back_to_front():
    # Seen from above and from the positive x side: first what is under the floor.
    toward = View(0, 45).toward
    floor = Piece("floor", face_in_box(FLOOR, 1.0))
    wall = Piece("wall", face_in_box(WALL, 1.0))
    stick = Piece("stick", np.array([[0.5, 0, -1], [0.5, 0, 1]]))
    crossing = Piece("crossing", np.array([[0.0, -1, 0], [0, 1, 0]]))
    mark = Piece("mark", np.array([[0.0, 0, 0]]))
    order = paint_order([mark, stick, crossing, floor, wall], [FLOOR, WALL], toward, 1.0)
    assert [piece.name for piece in order] == [
        *("wall", "stick"),  # under the floor: the wall is farther away than the stick
        "floor",
        *("wall", "crossing", "mark", "stick"),  # the line lies in both, so after both
    ]
    assert rows(order[0].points) == {(0, 1, 0), (0, -1, 0), (0, -1, -1), (0, 1, -1)}


def test_seen_from_the_other_side_the_order_turns_around():
    floor = Piece("floor", face_in_box(FLOOR, 1.0))
    stick = Piece("stick", np.array([[0.5, 0, -1], [0.5, 0, 1]]))
    for elevation, first in ((45, -1), (-45, 1)):
        order = paint_order([floor, stick], [FLOOR], View(0, elevation).toward, 1.0)
        assert [piece.name for piece in order] == ["stick", "floor", "stick"]
        assert min(order[0].points[:, 2] * first) >= 0


def test_nothing_is_lost_or_invented():
    rng = np.random.default_rng(5)
    for _ in range(50):
        normals = rng.normal(size=(2, 3))
        planes = [Plane(n / np.linalg.norm(n), float(rng.uniform(-1, 1))) for n in normals]
        segment = rng.uniform(-1, 1, size=(2, 3))
        order = paint_order([Piece("s", segment)], planes, View(20, 30).toward, 1.0)
        lengths = [np.linalg.norm(piece.points[1] - piece.points[0]) for piece in order]
        assert sum(lengths) == pytest.approx(np.linalg.norm(segment[1] - segment[0]))
