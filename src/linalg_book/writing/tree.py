"""The nodes that formulas are made of; ``formula`` has the functions that build them."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

import sympy
from sympy.printing.pretty.stringpict import stringPict

from linalg_book.writing.abbreviated import abbreviated
from linalg_book.writing.leaves import (
    expression,
    is_empty,
    leaf_latex,
    leaf_mathml,
    leaf_picture,
    unicode_drawing,
)
from linalg_book.writing.stand_ins import written
from linalg_book.writing.text import has_functions, has_symbols, one_line

__all__ = ["RELATIONS", "SIGN", "Atom", "Construct", "Formula", "Row", "Value"]

NAMESPACE = "http://www.w3.org/1998/Math/MathML"
RELATIONS = {"=": "=", "≈": r"\approx", "≠": r"\neq", "≤": r"\leq", "∈": r"\in", "⟂": r"\perp"}
SIGNS = {"+": "+", "−": "-", "·": r"\cdot", "→": r"\to", "|": r"\mid", ",": ",", "…": r"\ldots"}
# kind: LaTeX, MathML, one line of text; {0}, {1} are the parts.
TEMPLATES = {
    "parentheses": (r"\left( {0} \right)", "<mrow><mo>(</mo>{0}<mo>)</mo></mrow>", "({0})"),
    "absolute": (r"\left\lvert {0} \right\rvert", "<mrow><mo>|</mo>{0}<mo>|</mo></mrow>", "|{0}|"),
    "norm": (r"\lVert {0} \rVert", "<mrow><mo>‖</mo>{0}<mo>‖</mo></mrow>", "‖{0}‖"),
    "fraction": (r"\frac{{{0}}}{{{1}}}", "<mfrac>{0}{1}</mfrac>", "{0}/{1}"),
    "root": (r"\sqrt{{{0}}}", "<msqrt>{0}</msqrt>", "√({0})"),
    "square": (r"{{{0}}}^{{2}}", "<msup>{0}<mn>2</mn></msup>", "{0}²"),
    "transpose": (r"{{{0}}}^{{\top}}", "<msup>{0}<mo>⊤</mo></msup>", "{0}ᵀ"),
    "inverse": (r"{{{0}}}^{{-1}}", "<msup>{0}<mn>−1</mn></msup>", "{0}⁻¹"),
    "integral": (
        r"\int_{{{0}}}^{{{1}}} {2} \, d{3}",
        "<mrow><msubsup><mo>∫</mo>{0}{1}</msubsup>{2}<mi>d</mi>{3}</mrow>",
        "∫ {2} d{3} from {0} to {1}",
    ),
    "pseudoinverse": (r"{{{0}}}^{{+}}", "<msup>{0}<mo>+</mo></msup>", "{0}⁺"),
}


class Formula(ABC):
    """A formula: ``latex()``, ``mathml()``, ``text()`` in two dimensions, ``line()`` in one."""

    @abstractmethod
    def latex(self) -> str:
        """Write LaTeX that needs no private macro."""

    @abstractmethod
    def line(self) -> str:
        """Write one line of plain text."""

    @abstractmethod
    def elements(self) -> str:
        """Write presentation MathML without the outer element."""

    @abstractmethod
    def picture(self) -> stringPict:
        """Draw with characters in two dimensions."""

    def mathml(self, *, display: bool = False) -> str:
        """Write a complete ``<math>`` element."""
        kind = "block" if display else "inline"
        return f'<math xmlns="{NAMESPACE}" display="{kind}">{self.elements()}</math>'

    def text(self, width: int = 80) -> str:
        """Draw with characters; a relation that would pass the width starts a new row."""
        with unicode_drawing():
            drawn = "\n".join(str(piece) for piece in self.pieces(width))
        return "\n".join(line.rstrip() for line in drawn.splitlines())

    def pieces(self, width: int) -> list[stringPict]:  # noqa: ARG002 (Row needs it)
        """Draw in rows no wider than the width, where the formula can be broken."""
        return [self.picture()]


@dataclass(frozen=True)
class Value(Formula):
    """A leaf that SymPy prints: a number, an expression or a matrix."""

    content: Any

    @property
    def shown(self) -> Any:
        """What is printed of it: a long matrix without its middle."""
        content = expression(self.content)
        return abbreviated(content) if isinstance(content, sympy.MatrixBase) else content

    def latex(self) -> str:
        return leaf_latex(self.shown)

    def line(self) -> str:
        content = self.shown
        if isinstance(content, sympy.MatrixBase) and not is_empty(content):
            rows = [", ".join(Value(x).line() for x in entries) for entries in content.tolist()]
            return f"({', '.join(rows)})" if content.cols == 1 else f"[{'; '.join(rows)}]"
        if has_symbols(content) or has_functions(content):
            text = one_line(content)
            if text is not None:
                return text
        with unicode_drawing():
            drawn = str(self.picture())
        if "\n" in drawn:
            drawn = re.sub(r"\*?sqrt\((\d+)\)", r"√\1", written(content))
            drawn = drawn.replace("sqrt(", "√(")
        return drawn.replace("-", "−")

    def elements(self) -> str:
        return leaf_mathml(self.shown)

    def picture(self) -> stringPict:
        return leaf_picture(self.shown)


@dataclass(frozen=True)
class Atom(Formula):
    """A leaf that is given as it stands: a vector's name, a sign, words."""

    tex: str
    markup: str
    plain: str

    def latex(self) -> str:
        return self.tex

    def line(self) -> str:
        return self.plain

    def elements(self) -> str:
        return self.markup

    def picture(self) -> stringPict:
        return stringPict(self.plain)


@dataclass(frozen=True)
class Construct(Formula):
    """A fraction, a root, a power or something between fences: see ``TEMPLATES``."""

    kind: str
    parts: tuple[Formula, ...]

    def latex(self) -> str:
        return TEMPLATES[self.kind][0].format(*(part.latex() for part in self.parts))

    def line(self) -> str:
        parts = [part.line() for part in self.parts]
        if self.kind == "fraction":
            pairs = zip(self.parts, parts, strict=True)
            parts = [text if _stands_alone(part, text) else f"({text})" for part, text in pairs]
        if self.kind == "root" and _is_bare(parts[0]):
            return f"√{parts[0]}"
        return TEMPLATES[self.kind][2].format(*parts)

    def elements(self) -> str:
        return TEMPLATES[self.kind][1].format(*(part.elements() for part in self.parts))

    def picture(self) -> stringPict:
        drawn = self.parts[0].picture()
        if self.kind == "fraction":
            stacked, _ = drawn.below(stringPict.LINE, self.parts[1].picture())
            return stringPict(stacked, drawn.height())
        if self.kind in ("square", "transpose", "inverse", "pseudoinverse"):
            raised = TEMPLATES[self.kind][2].removeprefix("{0}")
            exponent = raised + f"\n{' ' * len(raised)}" * (drawn.height() - 1)
            return stringPict(*drawn.right(stringPict(exponent, drawn.baseline)))
        if self.kind == "integral":
            return stringPict(self.line())
        if self.kind == "root" and _is_bare(str(drawn)):
            return stringPict(*drawn.left("√"))
        fence = {"absolute": "|", "norm": "‖"}.get(self.kind)
        side = stringPict("\n".join([fence or ""] * drawn.height()), drawn.baseline)
        fenced = stringPict(*(side.right(drawn, side) if fence else drawn.parens()))
        return stringPict(*fenced.left("√")) if self.kind == "root" else fenced


@dataclass(frozen=True)
class Row(Formula):
    """Parts side by side: sums, products, chains of relations."""

    parts: tuple[Formula, ...]

    def latex(self) -> str:
        return " ".join(part.latex() for part in self.parts)

    def line(self) -> str:
        return "".join(chain.from_iterable((gap, part.line()) for gap, part in self._spaced()))

    def elements(self) -> str:
        return f"<mrow>{''.join(part.elements() for part in self.parts)}</mrow>"

    def picture(self) -> stringPict:
        drawn = stringPict("")
        for gap, part in self._spaced():
            drawn = stringPict(*drawn.right(gap, part.picture()))
        return drawn

    def pieces(self, width: int) -> list[stringPict]:
        pieces: list[tuple[Formula, ...]] = [()]
        for part in self.parts:
            if pieces[-1] and isinstance(part, Atom) and part.plain in RELATIONS:
                pieces.append(())
            pieces[-1] += (part,)
        rows = [Row(pieces[0])]
        for piece in pieces[1:]:
            longer = Row(rows[-1].parts + piece)
            fits = longer.picture().width() <= width
            rows[-1:] = [longer] if fits else [rows[-1], Row(piece)]
        drawn = [part.picture() for part in rows]
        return [drawn[0], *(stringPict(*picture.left("  ")) for picture in drawn[1:])]

    def _spaced(self) -> Iterator[tuple[str, Formula]]:
        """Yield the space before each part, and the part."""
        before = ""  # the last sign or kind of part; "" at the start
        for part in self.parts:
            tight = before in ("", "·", "leading −") or part in (SIGN["·"], SIGN[","])
            joined = before == "integer" and _is_name(part)
            yield "" if tight or joined else " ", part
            if isinstance(part, Value) and getattr(part.content, "is_Integer", False):
                before = "integer"
            elif part == SIGN["−"] and before in ("", *RELATIONS):
                before = "leading −"
            else:
                before = part.plain if isinstance(part, Atom) else "other"


def _is_bare(text: str) -> bool:
    """Tell a number or a letter, which needs no parentheses below a root."""
    return text.isdecimal() or len(text) == 1


def _stands_alone(part: Formula, text: str) -> bool:
    """Tell whether a part needs no parentheses above or below a slash."""
    if isinstance(part, Construct):
        return part.kind != "fraction"
    return re.fullmatch(r"−?√?\w+", text) is not None


def _is_name(part: Formula) -> bool:
    if isinstance(part, Value):
        return bool(getattr(part.content, "is_Symbol", False))
    return isinstance(part, Atom) and part.plain not in SIGN


SIGN = {sign: Atom(tex, f"<mo>{sign}</mo>", sign) for sign, tex in (RELATIONS | SIGNS).items()}
