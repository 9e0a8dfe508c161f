"""Write a formula as a line of text, for the search and its results."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from pylatexenc.latex2text import LatexNodes2Text

RAISED = dict(
    zip(
        "⊤+-−=()0123456789abcdefghijklmnoprstuvwxyz×NTK",
        "ᵀ⁺⁻⁻⁼⁽⁾⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻˣᴺᵀᴷ",
        strict=True,
    )
)
LOWERED = dict(
    zip("+-−=()0123456789aehijklmnoprstuvx", "₊₋₋₌₍₎₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)
)
GROUP = re.compile(r"([_^])\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
OPEN, CLOSE = "\ue000", "\ue001"  # where the braces stood, which the conversion takes away
SCRIPT = re.compile(rf"([_^])(?:{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}|(\S))")
STYLED = re.compile("[\U0001d400-\U0001d7ff]")  # letters that are bold or slanted by themselves


@cache
def plain(tex: str) -> str:
    r"""Return a formula without macros as text.

    >>> plain(r"\mathbf{x} = A^{\top} \mathbf{b} / \left\lVert \mathbf{a}_1 \right\rVert^2")
    'x = Aᵀ b/‖a₁‖²'
    >>> plain(r"d \ne 0")
    'd ≠ 0'
    >>> plain(r"A \in \mathbb{R}^{m \times n}, \sigma_{k+1}, \mathbf{x}^{\star}_{\mathrm{r}}")
    'A ∈ ℝᵐˣⁿ, σₖ₊₁, x⋆ᵣ'
    """
    known = re.sub(r"\\ne\b", r"\\neq", tex)  # which it does not know by its short name
    known = GROUP.sub(rf"\1{OPEN}\2{CLOSE}", known)
    text = LatexNodes2Text(math_mode="text").latex_to_text(known)
    text = STYLED.sub(lambda letter: unicodedata.normalize("NFKC", letter[0]), text)
    text = SCRIPT.sub(_script, text)
    text = re.sub(r"\s*([=<>≤≥≠≈∈⊆→·×])\s*", r" \1 ", text)
    text = re.sub(r"\s+([‖|),.])", r"\1", text)
    text = re.sub(r"(^|[\s=(])([‖|(])\s+", r"\1\2", text)
    return re.sub(r"\s*/\s*", "/", " ".join(text.split()))


def _script(found: re.Match[str]) -> str:
    """Write an exponent or an index with small letters, if there is one for each sign."""
    mark, content = found[1], "".join((found[2] or found[3] or "").split())
    small = [(RAISED if mark == "^" else LOWERED).get(sign) for sign in content]
    if None not in small:
        return "".join(sign for sign in small if sign)
    if not content.strip("⋆*'"):
        return content
    return f"{mark}{content}" if content.isalnum() or len(content) == 1 else f"{mark}({content})"
