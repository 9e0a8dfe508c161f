"""Write a formula as a line of text, for the search and its results."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from pylatexenc.latex2text import LatexNodes2Text

RAISED = str.maketrans("⊤+-0123456789n", "ᵀ⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ")
LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
STYLED = re.compile("[\U0001d400-\U0001d7ff]")  # letters that are bold or slanted by themselves


@cache
def plain(tex: str) -> str:
    r"""Return a formula without macros as text.

    >>> plain(r"\mathbf{x} = A^{\top} \mathbf{b} / \left\lVert \mathbf{a}_1 \right\rVert^2")
    'x = Aᵀ b/‖a₁‖²'
    >>> plain(r"d \ne 0")
    'd ≠ 0'
    """
    known = re.sub(r"\\ne\b", r"\\neq", tex)  # which it does not know by its short name
    text = LatexNodes2Text(math_mode="text").latex_to_text(known)
    text = STYLED.sub(lambda letter: unicodedata.normalize("NFKC", letter[0]), text)
    text = re.sub(r"\^([⊤+0-9n])", lambda sign: sign[1].translate(RAISED), text)
    text = re.sub(r"_([0-9])", lambda sign: sign[1].translate(LOWERED), text)
    text = re.sub(r"\s*([=<>≤≥≠≈∈⊆→·×])\s*", r" \1 ", text)
    text = re.sub(r"\s+([‖|),.])", r"\1", text)
    text = re.sub(r"(^|[\s=(])([‖|(])\s+", r"\1\2", text)
    return re.sub(r"\s*/\s*", "/", " ".join(text.split()))
