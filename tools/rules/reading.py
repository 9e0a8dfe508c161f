"""Read a page with the book's own Markdown parser into a `Chapter`."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.directives import is_option_line
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.parsers.options import TokenizeError, options_to_items

from tools.rules.records import Chapter, Directive, Finding, Formula, Label, Passage, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

CONFIG = Path(__file__).resolve().parents[2] / "_config.yml"
NOT_PROSE = {
    *(
        "api",
        "api-names",
        "bibliography",
        "code",
        "code-block",
        "code-cell",
        "eval-rst",
        "image",
        "include",
    ),
    *("literalinclude", "math", "mermaid", "parsed-literal", "raw", "raw-cell", "sourcecode"),
    *("tableofcontents", "toctree"),
}
ARGUMENT_NOT_PROSE = NOT_PROSE | {"figure", "solution", "solution-start", "div", "only"}
REFERENCE_ROLES = {"ref", "numref", "eq", "prf:ref", "math:numref", "any"}
KINDS = {"heading_open": "heading", "th_open": "cell", "td_open": "cell"}


def _parser() -> MarkdownIt:
    extensions = set(_config()["parse"]["myst_enable_extensions"])
    return create_md_parser(MdParserConfig(enable_extensions=extensions), RendererHTML)


@cache
def _config() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(CONFIG.read_text(encoding="utf-8"))
    return read


def read_chapter(path: Path, root: Path) -> Chapter:
    """Read the page at `path`; findings name it relative to `root`."""
    return parse_chapter(path.read_text(encoding="utf-8"), path.relative_to(root).as_posix())


def parse_chapter(text: str, path: str = "book/systems/one-equation.md") -> Chapter:
    """Parse the text of a page."""
    reader = _Reader()
    reader.walk(_parser().parse(text, {}), 0)
    return Chapter(
        path=path,
        text=text,
        front=reader.front,
        passages=tuple(sorted(reader.passages, key=lambda item: item.line)),
        formulas=tuple(reader.formulas),
        directives=tuple(reader.directives),
        labels=tuple(reader.labels),
        references=tuple(reader.references),
        broken_options=tuple(reader.broken_options),
    )


def _split_options(content: str) -> tuple[str, int, str]:
    """Return a directive's option block, the lines it takes with its fence, and the body."""
    lines = content.splitlines()
    if content.startswith("---"):
        inside = list(takewhile(lambda line: not line.startswith("---"), lines[1:]))
        return "\n".join(inside), len(inside) + 2, "\n".join(lines[len(inside) + 2 :])
    inside = list(takewhile(is_option_line, lines))
    block = "\n".join(line.lstrip()[1:] for line in inside)
    return block, len(inside), "\n".join(lines[len(inside) :])


def _caption_line(block: str) -> tuple[int, bool]:
    """Return the line of the figure's caption in a cell's options; True if a line is a line."""
    node: Any = yaml.compose(block)
    for key in ("mystnb", "figure", "caption"):
        node = {name.value: value for name, value in node.value}[key]
    literal = node.style == "|"
    return node.start_mark.line + literal, literal


class _Reader:
    """Collects the parts of a page; `base` is the number of lines before the parsed text."""

    def __init__(self) -> None:
        self.front: dict[str, Any] = {}
        self.passages: list[Passage] = []
        self.formulas: list[Formula] = []
        self.directives: list[Directive] = []
        self.labels: list[Label] = []
        self.references: list[tuple[str, int]] = []
        self.broken_options: list[int] = []
        self.inner = _parser().disable("front_matter")

    def walk(self, tokens: Sequence[Token], base: int) -> None:
        """Take in the block tokens of a text."""
        for index, token in enumerate(tokens):
            first, end = token.map or (0, 0)
            line, end = base + first + 1, base + end
            before = tokens[index - 1] if index else token
            if token.type == "inline":
                level = int(before.tag[1]) if before.type == "heading_open" else 0
                self.passage(KINDS.get(before.type, "paragraph"), token.children, line, level)
            elif token.type in {"fence", "colon_fence"} and token.info.startswith("{"):
                self.directive(token, base)
            elif token.type == "myst_target":
                owner = tokens[index + 1].type if index + 1 < len(tokens) else ""
                owner = "section" if owner == "heading_open" else "target"
                self.labels.append(Label(token.content, line, owner, line))
            elif token.type in {"math_block", "math_block_label"}:
                self.formulas.append(Formula(token.content, line, "display"))
                if token.info:
                    self.labels.append(Label(token.info, line, "equation", end))
            elif token.type == "amsmath":
                self.formulas.append(Formula(token.content, line, "environment"))
            elif token.type == "front_matter":
                self.front = yaml.safe_load(token.content) or {}

    def passage(
        self, kind: str, children: Sequence[Token] | None, line: int, level: int = 0
    ) -> None:
        """Take in one run of inline tokens."""
        pieces: list[Piece] = []
        links = 0
        at = line
        for token in children or ():
            links += (token.type == "link_open") - (token.type == "link_close")
            piece = self.piece(token, at, in_link=links > 0)
            if piece:
                pieces.append(piece)
            at += token.type in {"softbreak", "hardbreak"}
            at += token.content.count("\n") if token.type != "text" else 0
        self.passages.append(Passage(kind, line, tuple(pieces), level))

    def piece(self, token: Token, line: int, *, in_link: bool) -> Piece | None:
        """Turn an inline token into a piece; note formulas and references."""
        if token.type == "text":
            return Piece("text", token.content, line, in_link=in_link)
        if token.type in {"softbreak", "hardbreak"}:
            return Piece("break", "", line, name=token.type)
        if token.type.startswith("math_inline"):
            form = "display" if token.type == "math_inline_double" else "inline"
            self.formulas.append(Formula(token.content, line, form))
            return Piece("math", token.content, line, name=form)
        if token.type == "myst_role":
            return self.role(token.meta["name"], token.content, line)
        if token.type == "link_open":
            target = str(token.attrGet("href") or "")
            self.references += [(target.partition("#")[2], line)] if "#" in target else []
            return Piece("role", target, line, name="link", in_link=in_link)
        kind = {"code_inline": "code", "footnote_ref": "cite", "image": "image"}.get(token.type)
        return Piece(kind, token.content, line, in_link=in_link) if kind else None

    def role(self, name: str, content: str, line: int) -> Piece:
        """Turn a role into a piece; note a formula or a reference."""
        if name == "math":
            self.formulas.append(Formula(content, line, "inline"))
            return Piece("math", content, line, name="inline")
        if name in REFERENCE_ROLES:
            found = re.search(r"<([^<>]+)>\s*$", content)
            self.references.append((found[1] if found else content.strip(), line))
        return Piece("cite" if name.startswith("cite") else "role", content, line, name=name)

    def directive(self, token: Token, base: int) -> None:
        """Take in a directive, its title, its caption and its body."""
        name, _, argument = token.info.lstrip("{").partition("}")
        block, skipped, body = _split_options(token.content)
        first, last = token.map or (0, 0)
        line, after = base + first + 1, base + first + 1 + skipped
        options = self.options(name, block, line)
        found = Directive(name, argument.strip(), options, body, line, base + last, after + 1)
        self.directives.append(found)
        if found.label:
            self.labels.append(Label(found.label, line, name, found.end))
        if argument.strip() and name not in ARGUMENT_NOT_PROSE and "glue" not in name:
            self.inline("title", argument.strip(), line)
        self.caption(found, block, line + token.content.startswith("---"))
        if name == "math":
            self.formulas.append(Formula(body or argument, line, "directive"))
        elif name not in NOT_PROSE and not name.startswith("auto"):
            self.walk(self.inner.parse(body, {}), after)

    def options(self, name: str, block: str, line: int) -> dict[str, Any]:
        """Read an option block as its directive would: YAML for a cell, else plain text."""
        try:
            read = (
                yaml.safe_load(block) if name == "code-cell" else dict(options_to_items(block)[0])
            )
        except (yaml.YAMLError, TokenizeError):
            self.broken_options.append(line)
            return {}
        return read if isinstance(read, dict) else {}

    def caption(self, found: Directive, block: str, line: int) -> None:
        """Take in a caption that is an option."""
        inside = found.setting("mystnb", "figure", "caption")
        if inside:
            offset, literal = _caption_line(block)
            text = str(inside).strip()
            text = text if literal else " ".join(text.split())
            at = line + 1 + offset
            for paragraph in text.split("\n\n"):
                self.inline("caption", paragraph, at)
                at += paragraph.count("\n") + 2
        elif found.options.get("caption"):
            self.inline("caption", str(found.options["caption"]), line)

    def inline(self, kind: str, text: str, line: int) -> None:
        """Take in text that stands in an argument or an option."""
        for token in self.inner.parseInline(text, {}):
            self.passage(kind, token.children, line)


def readable_options(chapter: Chapter) -> list[Finding]:
    """Every directive's options can be read; the other rules depend on it."""
    remedy = "mend the YAML: quote a value that holds a colon"
    problem = "the options of this directive can't be read"
    return [chapter.finding(line, "options", problem, remedy) for line in chapter.broken_options]
