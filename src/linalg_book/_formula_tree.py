"""The nodes that formulas are made of; ``formula`` has the functions that build them."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import chain
from typing import Any

import sympy
from sympy.printing.mathml import mathml
from sympy.printing.pretty.pretty import PrettyPrinter
from sympy.printing.pretty.pretty_symbology import pretty_use_unicode
from sympy.printing.pretty.stringpict import stringPict

__all__ = ["RELATIONS", "SIGN", "Atom", "Construct", "Formula", "Row", "Value", "expression"]

NAMESPACE = "http://www.w3.org/1998/Math/MathML"
RELATIONS = {"=": "=", "≠": r"\neq", "≤": r"\leq", "∈": r"\in", "⟂": r"\perp"}
SIGNS = {"+": "+", "−": "-", "·": r"\cdot", "→": r"\to", ",": ",", "…": r"\ldots"}
# kind: LaTeX, MathML, one line of text; {0}, {1} are the parts.
TEMPLATES = {
    "parentheses": (r"\left( {0} \right)", "<mrow><mo>(</mo>{0}<mo>)</mo></mrow>", "({0})"),
    "absolute": (r"\left\lvert {0} \right\rvert", "<mrow><mo>|</mo>{0}<mo>|</mo></mrow>", "|{0}|"),
    "norm": (r"\lVert {0} \rVert", "<mrow><mo>‖</mo>{0}<mo>‖</mo></mrow>", "‖{0}‖"),
    "fraction": (r"\frac{{{0}}}{{{1}}}", "<mfrac>{0}{1}</mfrac>", "{0}/{1}"),
    "root": (r"\sqrt{{{0}}}", "<msqrt>{0}</msqrt>", "√({0})"),
    "square": (r"{{{0}}}^{{2}}", "<msup>{0}<mn>2</mn></msup>", "{0}²"),
    "transpose": (r"{{{0}}}^{{\top}}", "<msup>{0}<mo>⊤</mo></msup>", "{0}ᵀ"),
}


class _Printer(PrettyPrinter):  # type: ignore[misc]
    """SymPy's printer, with fractions in one line so that matrices stay low."""

    def _print_Rational(self, number: Any) -> Any:  # noqa: N802 (SymPy looks it up)
        return self._print(sympy.Symbol(str(number)))

    def drawing(self, content: Any) -> Any:
        """Return the drawing with its baseline, which ``doprint`` loses."""
        return self._print(content)


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
        with _unicode():
            drawn = "\n".join(str(piece) for piece in self.pieces(width))
        return "\n".join(line.rstrip() for line in drawn.splitlines())

    def pieces(self, width: int) -> list[stringPict]:  # noqa: ARG002 (Row needs it)
        """Draw in rows no wider than the width, where the formula can be broken."""
        return [self.picture()]


@dataclass(frozen=True)
class Value(Formula):
    """A leaf that SymPy prints: a number, an expression or a matrix."""

    content: Any

    def latex(self) -> str:
        return _leaf_latex(expression(self.content))

    def line(self) -> str:
        content = expression(self.content)
        if isinstance(content, sympy.MatrixBase):
            rows = [", ".join(Value(x).line() for x in entries) for entries in content.tolist()]
            return f"({', '.join(rows)})" if content.cols == 1 else f"[{'; '.join(rows)}]"
        with _unicode():
            drawn = str(self.picture())
        if "\n" in drawn:
            drawn = re.sub(r"\*?sqrt\((\d+)\)", r"√\1", sympy.sstr(content))
        return drawn.replace("-", "−")

    def elements(self) -> str:
        return _leaf_mathml(expression(self.content))

    def picture(self) -> stringPict:
        drawn = _Printer({"use_unicode": True}).drawing(expression(self.content))
        return stringPict(str(drawn).replace("-", "−").replace("⋅", "·"), drawn.baseline)


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
        if self.kind == "fraction":  # a sum or product needs parentheses when written in a line
            long = zip(self.parts, parts, strict=True)
            parts = [f"({text})" if isinstance(part, Row) else text for part, text in long]
        if self.kind == "root" and parts[0].isdecimal():
            return f"√{parts[0]}"
        return TEMPLATES[self.kind][2].format(*parts)

    def elements(self) -> str:
        return TEMPLATES[self.kind][1].format(*(part.elements() for part in self.parts))

    def picture(self) -> stringPict:
        drawn = self.parts[0].picture()
        if self.kind == "fraction":
            stacked, _ = drawn.below(stringPict.LINE, self.parts[1].picture())
            return stringPict(stacked, drawn.height())
        if self.kind in ("square", "transpose"):
            raised = TEMPLATES[self.kind][2].removeprefix("{0}")
            exponent = raised + "\n " * (drawn.height() - 1)
            return stringPict(*drawn.right(stringPict(exponent, drawn.baseline)))
        if self.kind == "root" and str(drawn).isdecimal():
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


def _is_name(part: Formula) -> bool:
    if isinstance(part, Value):
        return bool(getattr(part.content, "is_Symbol", False))
    return isinstance(part, Atom) and part.plain not in SIGN


SIGN = {sign: Atom(tex, f"<mo>{sign}</mo>", sign) for sign, tex in (RELATIONS | SIGNS).items()}


@contextmanager
def _unicode() -> Iterator[None]:
    """Let SymPy draw with Unicode characters, whatever the terminal."""
    former = pretty_use_unicode(flag=True)
    try:
        yield
    finally:
        pretty_use_unicode(former)


def expression(content: Any) -> Any:
    """Return the content of a leaf as SymPy's printers need it."""
    if hasattr(content, "to_Matrix"):  # a DomainMatrix is converted when it is shown
        content = content.to_Matrix()
    return sympy.ImmutableMatrix(content) if isinstance(content, sympy.MatrixBase) else content


@lru_cache(maxsize=1024)
def _leaf_latex(content: Any) -> str:
    source = str(sympy.latex(content, mat_str="bmatrix", mat_delim=""))
    # rows of fractions would touch
    return source.replace(r"\\", r"\\[0.4em]") if r"\frac" in source else source


@lru_cache(maxsize=1024)
def _leaf_mathml(content: Any) -> str:
    source = mathml(content, printer="presentation").replace("<mn>-", "<mn>−")
    return re.sub(r"&(?!(?:lt|gt|amp|quot);)\w+;", lambda m: unescape(m[0]), source)
