"""The ways in which people write a rational number, for readers that compare text."""

from fractions import Fraction

MINUS = "−"
MULTIPLES = range(2, 6)
"""A fraction counts as right also before it is reduced by one of these."""


def writings(number: Fraction) -> list[str]:
    """List usual writings of a number, the shortest first: 1/2, +1/2, 0.5, 0,5, 2/4 and so on.

    A hyphen and a minus sign both stand for minus; a decimal is among them if it ends.
    """
    size = abs(number)
    plain = [str(size), *decimals(size)]
    if size.denominator > 1:
        plain.append(f"{size.numerator} / {size.denominator}")
        plain += [f"{k * size.numerator}/{k * size.denominator}" for k in MULTIPLES]
    if number < 0:
        fenced = [f"({size})"] if size.denominator > 1 else []
        return [f"{sign}{text}" for text in [*plain, *fenced] for sign in ("-", MINUS)]
    return [*plain, f"+{size}"] if number else plain


def short_writings(number: Fraction) -> list[str]:
    """List the two most usual writings of a number: as a fraction, and as a decimal that ends."""
    size = abs(number)
    plain = [str(size), *(decimals(size)[:1] if size.denominator > 1 else [])]
    return [f"{sign}{x}" for x in plain for sign in ("-", MINUS)] if number < 0 else plain


def decimals(size: Fraction) -> list[str]:
    """Write a number that is not negative as a decimal, if it ends within twelve places."""
    scaled = size * 10**12
    if scaled.denominator > 1:
        return []
    whole, rest = divmod(int(scaled), 10**12)
    places = f"{rest:012d}".rstrip("0") or "0"
    texts = [f"{whole}.{places}", f"{whole},{places}"]
    return [*texts, f".{places}", f",{places}"] if not whole and rest else texts
