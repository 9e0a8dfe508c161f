"""Bold letters, as names of vectors: MathML Core knows no bold but these characters."""

from string import ascii_lowercase, ascii_uppercase, digits

__all__ = ["GREEK", "bold_letter"]

GREEK = {"alpha": ("α", "𝜶"), "theta": ("θ", "𝜽")}
_ALPHABETS = ((ascii_lowercase, "𝐚"), (ascii_uppercase, "𝐀"), (digits, "𝟎"))  # and its first


def bold_letter(name: str) -> tuple[str, str] | None:
    """Return a letter or a digit plain and bold; nothing for any other name.

    >>> bold_letter("x")
    ('x', '𝐱')
    """
    if name in GREEK:
        return GREEK[name]
    for letters, first in _ALPHABETS:
        if len(name) == 1 and name in letters:
            return name, chr(ord(first) + letters.index(name))
    return None
