"""Say which of KaTeX's fonts draws each sign of a page, as its style sheet chooses them."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from typing import NamedTuple

FORMULA = re.compile(r'<span class="katex-html"[^>]*>')
TOKEN = re.compile(r'<(?P<end>/?)(?P<tag>\w+)(?: class="(?P<names>[^"]*)")?[^>]*>|(?P<text>[^<]+)')
DRAWN = re.compile(
    r'<(?P<tag>text|tspan|span)\b[^>]*?class="(?P<names>[^"]*\bmath-\w[^"]*)"[^>]*>(?P<text>[^<]*)'
)
MARKED = re.compile(r'<sup>(?P<raised>[^<]+)</sup>|data-shown="(?P<shown>[^"]*)"')

RULE = re.compile(r"(?P<selectors>[^{}]+)\{(?P<style>[^{}]+)\}")
SELECTOR = re.compile(r"\.katex (?:\.delimsizing\.mult )?(?P<names>\.[\w.-]+)(?P<within>>span)?$")
FACE = re.compile(r"@font-face\{(?P<style>[^}]*url\(fonts/(?P<file>[^)]+)\)[^}]*)\}")
FAMILY = re.compile(r'font-family:"?(?P<family>KaTeX_\w+)')
WEIGHT = re.compile(r"font-weight:(?P<weight>\d+)")
SLANT = re.compile(r"font-style:(?P<slant>\w+)")

# The same for letters in drawings and for raised signs in titles: see figures.css.
IN_DRAWINGS = (
    ".katex .math-main,.katex .math-raised,.katex .math-lowered,.katex .math-bold"
    "{font-family:KaTeX_Main;font-style:normal}"
    ".katex .math-bold{font-weight:700}"
    ".katex .math-slanted{font-family:KaTeX_Math;font-style:italic}"
)


class Face(NamedTuple):
    """What chooses a font; as part of a rule, ``None`` leaves it as it is."""

    family: str | None
    weight: str | None
    slant: str | None

    def over(self, face: Face) -> Face:
        """Return the face that a rule makes of another."""
        return Face(*(own or other for own, other in zip(self, face, strict=True)))


class Rule(NamedTuple):
    """The face that a rule gives to elements with some classes, or to those right within."""

    names: frozenset[str]
    within: bool
    face: Face


PLAIN = Face("KaTeX_Main", "400", "normal")


def face_of(style: str) -> Face:
    """Return what a rule says of the font."""
    found = (pattern.search(style) for pattern in (FAMILY, WEIGHT, SLANT))
    return Face(*(match[1] if match else None for match in found))


class Faces:
    """Which file draws what: from KaTeX's style sheet."""

    def __init__(self, css: str) -> None:
        self.files = {face_of(face["style"]): face["file"] for face in FACE.finditer(css)}
        rules = []
        for rule in RULE.finditer(FACE.sub("", css) + IN_DRAWINGS):
            face = face_of(rule["style"])
            for selector in filter(None, map(SELECTOR.match, rule["selectors"].split(","))):
                names = frozenset(selector["names"].split(".")[1:])
                if any(face):
                    rules.append(Rule(names, bool(selector["within"]), face))
        self.rules = sorted(rules, key=lambda rule: len(rule.names))  # the more, the stronger
        self.chosen: dict[tuple[Face, str, str], Face] = {}

    def choose(self, face: Face, names: str, around: str) -> Face:
        """Return the face of an element with some classes in one of a face and some classes."""
        asked = (face, names, around)
        if asked not in self.chosen:
            own, outer = set(names.split()), set(around.split())
            for rule in self.rules:
                if rule.names <= (outer if rule.within else own):
                    face = rule.face.over(face)
            self.chosen[asked] = face
        return self.chosen[asked]

    def of_page(self, page: str) -> dict[str, set[str]]:
        """Return the characters that each file draws on a page, in formulas and in drawings."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for start in FORMULA.finditer(page):
            for face, text in self._of_formula(page, start.end()):
                found[self.files.get(face, "")].update(html.unescape(text))
        for drawn in DRAWN.finditer(page):
            face = self.choose(PLAIN, drawn["names"], "")
            found[self.files.get(face, "")].update(html.unescape(drawn["text"]))
        for mark in MARKED.finditer(page):
            for weight in ("400", "700"):  # of a title, and of what lists it
                text = html.unescape(mark["raised"] or mark["shown"])
                found[self.files.get(PLAIN._replace(weight=weight), "")].update(text)
        return dict(found)

    def _of_formula(self, page: str, place: int) -> list[tuple[Face, str]]:
        """Return the texts of a formula, which begins at a place of a page, with their faces."""
        begin, around, texts = place, [(PLAIN, "")], []
        while around:
            token = TOKEN.match(page, place)
            if token is None:
                raise ValueError(f"expected a whole formula, received: {page[begin:][:80]}")
            place = token.end()
            if token["text"]:
                texts.append((around[-1][0], token["text"]))
            elif token["tag"] == "span" and token["end"]:
                around.pop()
            elif token["tag"] == "span":
                names = token["names"] or ""
                around.append((self.choose(around[-1][0], names, around[-1][1]), names))
        return texts
