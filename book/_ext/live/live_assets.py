"""Bring the live layer to the pages that have live parts: its modules and the libraries they use.

An extension says which page has a live part (``use``); ``FEATURES`` says which libraries a
feature loads. Modules are copied as they are, except that the name of a library becomes the path of
its copy: ``from "fraction.js"`` means the same in Node, to the type checker and in a page.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from places import BOOK, MODULES

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

OWN = BOOK / "_live"
ENTRY = "_static/live/main.js"
FEATURES = {  # and the libraries that their modules load
    "example": ("katex",),
    "enlarge": (),
    "figure": ("fraction.js", "katex"),
    "check": ("fraction.js", "katex"),
    "cite": (),
    "kept": (),
    "path": (),
    "sheet": ("katex",),
    "settings": (),
    "python": (),
}
IMPORTED = re.compile(r"""(\bfrom |\bimport |\bimport\()"([a-z][\w.-]*)\"""")


class Library(NamedTuple):
    """A third party's files: where a copy gets each from, what modules import, its license."""

    files: dict[str, str]
    entry: str
    license: str


LIBRARIES = {
    "fraction.js": Library({"fraction.mjs": "dist/fraction.mjs"}, "fraction.mjs", "LICENSE"),
    "katex": Library({"katex.min.js": "dist/katex.min.js"}, "katex.mjs", "LICENSE"),
}
# The small file of KaTeX is a script, half the size of its module; this makes it a module.
WRITTEN = {"katex": {"katex.mjs": 'import "./katex.min.js";\nexport default globalThis.katex;\n'}}


def use(env: BuildEnvironment, docname: str, feature: str) -> None:
    """Declare that a page has a live part; ``python`` is for parts that run the package."""
    if feature not in FEATURES:
        raise ValueError(f"expected a feature of {sorted(FEATURES)}, received {feature!r}")
    env.metadata[docname].setdefault("live", {})[feature] = True  # Sphinx forgets and merges these


def features(env: BuildEnvironment, docname: str) -> set[str]:
    """Return the live features of a page."""
    return set(env.metadata.get(docname, {}).get("live", {}))


def libraries(env: BuildEnvironment) -> list[str]:
    """Return the libraries that the live parts of all pages load."""
    used = set().union(*(features(env, docname) for docname in env.found_docs))
    return sorted({library for feature in used for library in FEATURES[feature]})


def version(library: str) -> str:
    """Return the installed version of a library."""
    package = json.loads((MODULES / library / "package.json").read_text(encoding="utf-8"))
    return str(package["version"])


def folder(library: str) -> str:
    """Return the folder of a library's copy, relative to the entry script."""
    return f"vendor/{library}-{version(library)}"


def release(app: Sphinx) -> str:
    """Return the name of what is built: the package's version and the commit."""
    return "-".join(filter(None, [app.config.release, app.config.book_commit]))


def vendor_module(app: Sphinx) -> str:
    """Return the module that tells the others the addresses and the book's settings."""
    needed = libraries(app.env)
    names = {re.sub(r"\W", "_", name).upper(): f"{folder(name)}/" for name in needed}
    lines = [
        f'export const {name} = new URL("{path}", import.meta.url).href;'
        for name, path in names.items()
    ]
    settings = {"KATEX_MACROS": app.config.katex_macros, "RELEASE": release(app)}
    lines += [f"export const {name} = {json.dumps(value)};" for name, value in settings.items()]
    return "\n".join([*lines, ""])


def with_paths(source: str, depth: int) -> str:
    """Write the path of each library's copy where a module names the library."""

    def path(match: re.Match[str]) -> str:
        if match[2] not in LIBRARIES:
            raise ValueError(f"expected a library of {sorted(LIBRARIES)}, received {match[2]!r}")
        entry = f"{folder(match[2])}/{LIBRARIES[match[2]].entry}"
        return f'{match[1]}"{"../" * depth or "./"}{entry}"'

    return IMPORTED.sub(path, source)


def copy_modules(target: Path) -> None:
    """Copy our modules."""
    for path in sorted(set(OWN.rglob("*.js")) - set((OWN / "offline").glob("*.js"))):
        name = path.relative_to(OWN)
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        source = path.read_text(encoding="utf-8")
        (target / name).write_text(with_paths(source, len(name.parts) - 1), encoding="utf-8")


def copy_library(name: str, target: Path, licenses: Path) -> None:
    """Copy what pages load of a library, and its license."""
    copy = target / folder(name)
    copy.mkdir(parents=True)
    for file, source in LIBRARIES[name].files.items():
        shutil.copy(MODULES / name / source, copy / file)
    for file, content in WRITTEN.get(name, {}).items():
        (copy / file).write_text(content, encoding="utf-8")
    text = (MODULES / name / LIBRARIES[name].license).read_text(encoding="utf-8").strip()
    said = licenses.read_text(encoding="utf-8")
    if text not in said:
        licenses.write_text(f"{said}\n\n{name}\n\n{text}\n", encoding="utf-8")


def write_live(app: Sphinx) -> None:
    """Write the live layer, if any page of the book has a live part."""
    target = Path(app.outdir) / "_static" / "live"
    shutil.rmtree(target, ignore_errors=True)
    if not any(features(app.env, name) for name in app.env.found_docs):
        return
    copy_modules(target)
    (target / "vendor.js").write_text(vendor_module(app), encoding="utf-8")
    for name in libraries(app.env):
        copy_library(name, target, target.parent / "licenses.txt")


def complete_context(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Give a page of the book the address of the entry script, if any page has live parts.

    A page without any shows what the browser keeps of a reading.
    """
    has_own = bool(features(app.env, pagename))
    if has_own or (doctree and any(features(app.env, name) for name in app.env.found_docs)):
        context["live_script"] = ENTRY
