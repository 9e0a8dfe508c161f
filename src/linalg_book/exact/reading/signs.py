"""The signs of all keyboards and typesetters, each written as one plain character.

One character stands for one, so places in a text stay where they are.  The pages' own reader of
numbers, ``book/_live/shared/notation.js``, takes the same minus signs and slashes.
"""

import re

MINUS = "‐‑‒–−﹣－"
"""Hyphens (two), dashes (two) and minus signs (three), from U+2010 on."""
SLASH = "⁄∕"
"""The fraction slash and the division slash."""
TIMES = "·⋅×"
SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉"

_SIGNS = dict.fromkeys(MINUS, "-") | dict.fromkeys(SLASH, "/")
_OF_NUMBERS = str.maketrans(_SIGNS)
_OF_FORMULAS = str.maketrans(
    _SIGNS
    | dict.fromkeys(TIMES, "*")
    | {subscript: str(digit) for digit, subscript in enumerate(SUBSCRIPTS)}
)

_LATEX = (
    (r"(?<!\\)\\[,;:! ]|\\quad|~|\\left|\\right|\$|\\\(|\\\)", ""),
    (r"\\[dt]?frac *\{([^{}]*)\} *\{([^{}]*)\}", r"\1/\2"),
    (r"\\[dt]?frac *([0-9]) *([0-9])", r"\1/\2"),
    (r"\\sqrt *\{([^{}]*)\}", r"√(\1)"),
    (r"sqrt *\(", "√("),
    (r"\{,\}", ","),
)


def plain_number(text: str) -> str:
    """Write a number with "-" and "/" only: −1⁄3 is -1/3."""
    return text.translate(_OF_NUMBERS)


def plain_formula(text: str) -> str:
    """Write an equation or an expression with plain signs and indices: 2·x₁ is 2*x1."""
    return text.translate(_OF_FORMULAS)


def plain_notation(text: str) -> str:
    r"""Write typeset numbers in one line: \frac{12}{25} is 12/25, sqrt(4) is √(4)."""
    for pattern, plain in _LATEX:
        text = re.sub(pattern, plain, text)
    return text
