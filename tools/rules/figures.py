"""Rule 4: figures have alt text and a caption, and no drawn title."""

from __future__ import annotations

import ast
import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from tools.rules.code import parse_cell

if TYPE_CHECKING:
    from tools.rules.records import Chapter, Directive, Finding

SHORTEST_ALT = 40
# How a sentence begins that asks for a hand.
ASKS = re.compile(
    r"(?m)^ *(?:(?:Then|Now) )?(?:Bring|Choose|Click|Close|Drag|Flip|Grab|Lower|Make|Move|Press"
    r"|Pull|Push|Put|Raise|Shift|Slide|Take|Turn|Type|Widen)\b|(?i:\byou (?:drag|pull|move|turn)\b)"
)
NOT_DRAWING = {"use_book_style"}


def figure_text(chapter: Chapter) -> list[Finding]:
    """Rule 4: alt text of 40 characters or more that isn't the caption again, and a caption.

    Alt text is read aloud: it holds words, not LaTeX. In a chapter of a part a picture without
    a caption ({image} or ![]()) is refused; elsewhere it needs alt text only.
    """
    found = []
    for item in chapter.directives:
        where = None
        if item.name == "code-cell" and item.setting("mystnb", "figure") is not None:
            where = str(item.setting("mystnb", "figure", "caption") or "")
            alt, option = str(item.setting("mystnb", "image", "alt") or ""), "mystnb: image: alt"
        elif item.name in {"figure", "glue:figure", "image"}:
            where = item.body.strip()
            alt, option = str(item.options.get("alt") or ""), ":alt:"
        if where is None:
            continue
        found += [
            chapter.finding(item.line, "rule 4", *pair) for pair in alt_faults(alt, where, option)
        ]
        if not where and (item.name != "image" or chapter.in_part):
            remedy = "say in a caption what to see (an {image} has none: use {figure})"
            found.append(chapter.finding(item.line, "rule 4", "this figure has no caption", remedy))
    return found + _markdown_images(chapter)


def alt_faults(alt: str, caption: str, option: str) -> list[tuple[str, str]]:
    """Return problem and remedy of each fault of an alt text."""
    remedy = f"describe the geometry in {option}: what is drawn, where it lies, what meets what"
    alt, plain = alt.strip(), _letters(alt)
    if not alt:
        return [("this figure has no alt text", remedy)]
    faults = []
    if len(alt) < SHORTEST_ALT:
        faults.append(
            (f"the alt text has {len(alt)} of at least {SHORTEST_ALT} characters", remedy)
        )
    if alt.casefold().startswith("figure size"):
        faults.append(("the alt text is Matplotlib's default", remedy))
    if re.search(r"\$|\\[A-Za-z]", alt):
        faults.append(
            ("the alt text holds LaTeX, which is read aloud as such", "write it in words")
        )
    if re.search(r"(?<![\w.)])-\d", alt):
        faults.append(("the alt text has hyphens for minus signs", "write −1 with a minus sign"))
    other = _letters(caption)
    if other and (plain in other or SequenceMatcher(None, plain, other).ratio() > 0.85):
        faults.append(("the alt text is the caption again", remedy))
    return faults


def _letters(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.casefold()))


def _markdown_images(chapter: Chapter) -> list[Finding]:
    found = []
    for passage in chapter.passages:
        for piece in passage.pieces:
            if piece.kind == "image" and chapter.in_part:
                remedy = "use a {figure} directive with a caption"
                found.append(
                    chapter.finding(piece.line, "rule 4", "a picture without a caption", remedy)
                )
            elif piece.kind == "image":
                faults = alt_faults(piece.text, "", "![…](…)")
                found += [chapter.finding(piece.line, "rule 4", *pair) for pair in faults]
    return found


def asks_apart(chapter: Chapter) -> list[Finding]:
    """Rule 4: what a caption asks to be moved is a paragraph of its own, which paper leaves out."""
    moving = {item.argument for item in chapter.directives if item.name == "interactive-figure"}
    found = []
    for item in chapter.directives:
        caption = item.setting("mystnb", "figure", "caption")
        if item.name != "code-cell" or caption is None:
            continue
        shown, *asked = str(caption).strip().split("\n\n")
        problem = None
        if ASKS.search(shown):
            problem = "this caption asks to move something, also where nothing moves"
        elif asked and item.setting("mystnb", "figure", "name") not in moving:
            problem = "this caption has a second paragraph, which only figures that move show"
        if problem:
            remedy = (
                "say first what is drawn; after an empty line, what to do with a figure that moves"
            )
            found.append(chapter.finding(item.line, "rule 4", problem, remedy))
    return found


def no_drawn_title(chapter: Chapter) -> list[Finding]:
    """Rule 4: code sets no title, and a cell that shows a drawing has a figure's options."""
    found = []
    for cell in chapter.cells:
        calls = [node for node in ast.walk(parse_cell(cell)) if isinstance(node, ast.Call)]
        for call in filter(_sets_title, calls):
            line = cell.body_line + call.lineno - 1
            remedy = "say it in the caption"
            found.append(chapter.finding(line, "rule 4", "the code draws a title", remedy))
        if any(map(_draws, calls)) and not _is_silent(cell):
            problem = "this cell shows a drawing that is no figure"
            remedy = "give it mystnb: image: alt and mystnb: figure: name and caption"
            found.append(chapter.finding(cell.line, "rule 4", problem, remedy))
    return found


def _sets_title(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    by_keyword = name in {"set", "subplots", "plot"} and any(
        k.arg == "title" for k in call.keywords
    )
    return by_keyword or (name in {"set_title", "suptitle", "title"} and bool(call.args))


def _draws(call: ast.Call) -> bool:
    func = call.func
    if not isinstance(func, ast.Attribute) or not isinstance(func.value, ast.Name):
        return False
    return func.value.id in {"figures", "plt"} and func.attr not in NOT_DRAWING


def _is_silent(cell: Directive) -> bool:
    return cell.setting("mystnb", "figure") is not None or bool(
        cell.tags & {"remove-output", "remove-cell"}
    )
