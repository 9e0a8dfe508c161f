"""Rules 1, 3 and 12: sentences, references and words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tools.rules.records import CITE, MARK, Chapter, Finding, Passage, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

ABBREVIATIONS = {
    *(
        "al",
        "app",
        "approx",
        "ch",
        "chap",
        "col",
        "def",
        "dr",
        "ed",
        "eds",
        "eq",
        "eqs",
        "ex",
        "fig",
    ),
    *("figs", "inc", "jr", "lem", "mr", "mrs", "ms", "no", "nos", "p", "ph", "pp", "prof", "prop"),
    *("ref", "refs", "resp", "sec", "st", "tab", "thm", "vol", "vs"),
}
END = re.compile(rf"([.!?…])[\"'”’)\]»]*(?:{CITE}[.,]?)*\s+(?=[\"'“‘(\[«]*[A-Z0-9{MARK}{CITE}])")
ENDED = re.compile(rf"[.!?…:][\"'”’)\]»]*(?:\s*{CITE})*[.,]?\s*$")
WORD_BEFORE = re.compile(r"([A-Za-z][A-Za-z.]*)$")


def one_sentence_a_line(chapter: Chapter) -> list[Finding]:
    """Rule 1: a line of a paragraph, list item or caption holds one sentence, and all of it.

    Headings, titles and table cells are exempt. A line may end in a colon.
    """
    return [finding for passage in _paragraphs(chapter) for finding in _lines(chapter, passage)]


def _paragraphs(chapter: Chapter) -> Iterator[Passage]:
    return (item for item in chapter.passages if item.kind in {"paragraph", "caption"})


def _lines(chapter: Chapter, passage: Passage) -> Iterator[Finding]:
    lines = passage.lines()
    breaks = [piece.name for piece in passage.pieces if piece.kind == "break"]
    for (line, text), break_kind in zip(lines, [*breaks, ""], strict=True):
        for end in sentence_ends(text):
            shown = _shown(text[:end])
            remedy = f'break the line after "{shown}" (in a YAML option, write the text after "|")'
            yield chapter.finding(line, "rule 1", "two sentences on one line", remedy)
        if break_kind == "softbreak" and not ENDED.search(text):
            problem = f'the sentence goes on after "{_shown(text)}"'
            yield chapter.finding(line, "rule 1", problem, "join this line and the next")


def sentence_ends(text: str) -> list[int]:
    """Return where a sentence ends inside a line that goes on with another."""
    ends = []
    for found in END.finditer(text):
        before, rest = text[: found.start()], text[found.end() :]
        is_point = found[1] == "."
        if is_point and (_abbreviated(before, rest) or before.strip(" (").isdigit()):
            continue
        if re.search(rf"[A-Za-z0-9{MARK}]", rest):
            ends.append(found.start() + len(found[0].rstrip()))
    return ends


def _abbreviated(before: str, rest: str) -> bool:
    """Whether the point after `before` belongs to an abbreviation or an initial."""
    found = WORD_BEFORE.search(before)
    word = found[1] if found else ""
    initial = len(word) == 1 and word.isupper() and rest[:1].isupper()
    number_follows = word.lower() not in {"no", "p", "ex", "def", "col"} or rest[:1].isdigit()
    number_follows = number_follows or rest[:1] == MARK
    known = word.lower().rpartition(".")[2] in ABBREVIATIONS and number_follows
    return initial or known or bool(re.fullmatch(r"(?:[A-Za-z]{1,2}\.)+[A-Za-z]", word))


def _shown(text: str) -> str:
    """Return the end of a text as a reader of the source would know it."""
    text = text.replace(MARK, "`…`").replace(CITE, "")
    return "…" + text[-30:].lstrip() if len(text) > 30 else text


THINGS = (
    "algorithm corollary definition diagram drawing equation example exercise figure formula"
    " inequality lemma picture plot proposition table theorem"
)
THING = "(?:" + "|".join(THINGS.split()) + ")s?"
NUMBERED = re.compile(
    r"\b(?:theorem|thm|lemma|corollary|proposition|definition|algorithm|example|exercise|solution"
    r"|figure|fig|table|tab|equation|eqn|eq|section|sec|chapter|chap|ch|appendix)s?\.?\s*"
    r"\(?\d+(?:\.\d+)*\)?(?![\w-])"
    r"|\bPart [IVX]+\b|§\s*\d+",
    re.IGNORECASE,
)
NEIGHBOR = re.compile(rf"\b(?:following|preceding|previous|next)\s+{THING}\b", re.IGNORECASE)
# "above" and "below" are prepositions of place when an object follows them.
OBJECT = rf"\s+(?:the|an?|its?|this|that|these|those|which|zero|one|any|all|each|every|\d|[{MARK}])"
PLACE = re.compile(
    rf"\b(above|below)\b(?:\s+(?:and|or)\s+(?:above|below)\b)?(?!{OBJECT})", re.IGNORECASE
)
PLACE_BEFORE = re.compile(r"\b(?:bounded|from|limited|and|or)\s+$", re.IGNORECASE)


def refer_by_role(chapter: Chapter) -> list[Finding]:
    """Rule 3: a reference is a role; no "above", "the next figure" or number typed by hand.

    "Above the line", "below zero" and "bounded above" say where a thing lies and are allowed.
    A number beside a citation belongs to the cited work ("Theorem 2 of {cite}`moore1920`").
    """
    found = []
    remedy = "name the thing by a role, such as {numref}`fig-…`, {prf:ref}`thm-…` or {eq}`eq-…`"
    for line, text in _all_lines(chapter):
        words = [match[0] for match in NEIGHBOR.finditer(text)] + _pointers(text)
        words += [] if CITE in text else [match[0].strip() for match in NUMBERED.finditer(text)]
        found += [
            chapter.finding(line, "rule 3", f'"{word}" is typed by hand', remedy)
            for word in dict.fromkeys(words)
        ]
    for formula in chapter.formulas:
        if r"\tag" in formula.tex:
            label = "label the formula: $$ … $$ (eq-<slug>-<noun>)"
            found.append(chapter.finding(formula.line, "rule 3", r"\tag is a typed number", label))
    return found


def _pointers(text: str) -> list[str]:
    """Return each "above" or "below" that points to another place of the text."""
    return [
        match[0] for match in PLACE.finditer(text) if not PLACE_BEFORE.search(text[: match.start()])
    ]


def _all_lines(chapter: Chapter) -> Iterator[tuple[int, str]]:
    return (line for passage in chapter.passages for line in passage.lines())


BANNED = [
    (r"\b(?:TBD|coming soon)\b", "write the text or take the place out"),
    (r"\bsimply\b(?! connected)", "take the word out, or say why"),
    (
        r"\b(?:obviously|trivially|needless to say|of course|delves?|delving)\b",
        "take it out, or say why",
    ),
    (r"^clearly\b|[,;:.] clearly,|\b(?:is|are) clearly\b", "take the word out, or say why"),
    (r"\beas(?:y|ily) (?:to see|seen|verified|checked)\b", "give the reason"),
    (r"\b(?:it is )?worth noting\b|\bit should be noted\b", "say the thing itself"),
    (r"\be\.\s?g\b\.?|\beg\.", 'write "for example"'),
    (r"\bi\.\s?e\b\.?|\bie\.", 'write "that is"'),
    (r"\betc\b\.?", 'write "and so on", or the whole list'),
    (r"\bcf\b\.?", 'write "compare" or "see"'),
    (r"\bviz\b\.?", 'write "namely"'),
    (r"\bet al\b\.?", 'write "and others", or use {cite:t}'),
    (r"\bvs\b\.?", 'write "against" or "and"'),
    (r"\b(?:N\.\s?B\.|q\.\s?v\.|ibid\b|ca\. )", "write it in English"),
]
LEFTOVER = re.compile(r"\b(?:TODO|FIXME|XXX|[Ll]orem ipsum)\b")


def words(chapter: Chapter) -> list[Finding]:
    """Rule 12: no empty page, no leftover, no filler, no Latin abbreviation.

    Leftovers are looked for in the whole source, comments and code included; the rest in prose.
    """
    found = []
    if not any(passage.kind != "heading" for passage in chapter.passages):
        found.append(chapter.finding(1, "rule 12", "the page is empty", "write it or remove it"))
    for line, text in enumerate(chapter.text.splitlines(), start=1):
        remedy = "do it, or open an issue and remove the mark"
        found += [
            chapter.finding(line, "rule 12", f'"{match[0]}" is a leftover', remedy)
            for match in LEFTOVER.finditer(text)
        ]
    for line, text in _all_lines(chapter):
        for pattern, remedy in BANNED:
            for match in re.finditer(pattern, text.strip(), re.IGNORECASE):
                shown = match[0].strip(" ,;:")
                found.append(chapter.finding(line, "rule 12", f'"{shown}" in prose', remedy))
    return found


def pieces_of(chapter: Chapter, *kinds: str) -> Iterator[Piece]:
    """Return the pieces of these kinds in every passage."""
    return (
        piece for passage in chapter.passages for piece in passage.pieces if piece.kind in kinds
    )
