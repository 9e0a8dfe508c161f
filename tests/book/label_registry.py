"""The labels of the built pages against the registry of published ones."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from tools.rules.labels import KINDS

from linalg_book import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from tests.book.site import Page

Registry = dict[str, dict[str, str]]

LABEL = re.compile(rf"(?:equation-)?((?:{'|'.join(KINDS)})-[a-z0-9-]+)")
INSIDE = "-content"  # the body of a block


def read(path: Path) -> Registry:
    """Return a registry, empty when there is none yet."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def write(path: Path, registry: Registry) -> None:
    """Write a registry, one label a line."""
    lines = [f'  "{label}": {json.dumps(entry)}' for label, entry in sorted(registry.items())]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def labels_of(pages: list[Page]) -> dict[str, str]:
    """Return the address of every label of the pages."""
    found = {}
    for page in pages:
        moved = {str(tag["id"]) for tag in page.soup.select(".moved[id], span.target[id]")}
        for anchor in sorted(page.anchors - moved):
            match = LABEL.fullmatch(anchor)
            if match and not anchor.endswith(INSIDE):
                found[match[1]] = f"{page.name}.html#{anchor}"
    return found


def problems(registry: Registry, built: dict[str, str]) -> list[str]:
    """Return what is wrong: a published label gone or moved without a word, or a new one."""
    found = []
    for label, entry in registry.items():
        if "moved_to" in entry:
            if label in built and built[label] == entry["address"]:
                found.append(f"{label} is back at its old address: remove its moved_to")
        elif label not in built:
            found.append(
                f"{label} was published and is gone: bring it back, or name the label that "
                f'took its place as its "moved_to" in book/labels.json'
            )
        elif built[label] != entry["address"]:
            found.append(
                f"{label} was published at {entry['address']} and is now at {built[label]}: "
                "give it a new label there, and name that as its moved_to"
            )
    new = sorted(built.keys() - registry.keys())
    return found + [f"{label} is not registered: call make accept" for label in new]


def lost(older: Registry, newer: Registry) -> list[str]:
    """Return the labels of an older registry that a newer one has lost or given another place."""
    return [
        label
        for label, entry in older.items()
        if newer.get(label, {}).get("address") != entry["address"]
    ]


def with_new(registry: Registry, built: dict[str, str]) -> Registry:
    """Return the registry with the labels that it lacks; it never takes one away."""
    new = {
        label: {"address": address, "since": __version__}
        for label, address in built.items()
        if label not in registry
    }
    return registry | new
