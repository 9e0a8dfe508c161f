"""Numbers, points and equations as the short mathematics that labels a drawing."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import floor, isqrt, log10

_LARGEST_PLAIN = 100_000
_RELATIVE_ERROR = 1e-12


def number(value: float) -> str:
    """Write a float as the integer or fraction it stands for, else with three digits."""
    if value == 0:
        return "0"
    if abs(value) >= _LARGEST_PLAIN:
        return decimal(value)
    exact = _fraction(value, largest_denominator=999)
    return decimal(value) if exact is None else str(exact)


def decimal(value: float) -> str:
    """Write a float with three digits, as a power of ten when it is large or small."""
    if value == 0:
        return "0"
    exponent = floor(log10(abs(value)) + 1e-9)
    if -3 <= exponent < 5:
        text = f"{value:.{max(0, 2 - exponent)}f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    mantissa = f"{value / 10.0**exponent:.3g}"
    power = f"10^{{{exponent}}}"
    if mantissa in ("1", "-1"):
        return mantissa[:-1] + power
    return rf"{mantissa}\times {power}"


def length(value: float) -> str:
    """Write a length: a fraction, a fraction with one square root, else three digits."""
    if not 1e-3 <= value <= 1e3 or _fraction(value, largest_denominator=999) is not None:
        return number(value)
    square = _fraction(value * value, largest_denominator=9_999)
    if square is None:
        return number(value)
    above, below = _root(square.numerator), _root(square.denominator)
    if below == "1":
        return above
    return f"{above}/({below})" if below[0].isdigit() and "sqrt" in below else f"{above}/{below}"


def normal_name(entries: Sequence[float]) -> str:
    """Write a normal vector by its entries, or as the letter a where they would be too long."""
    written = pair(entries)
    shown = written.replace("{", "").replace("}", "")
    return written if len(shown) <= 14 else r"\mathbf{a}"


def pair(point: Iterable[float]) -> str:
    """Write a point as (x, y); braces keep a minus sign beside its number."""
    entries = [number(float(x)) for x in point]
    return "(" + r",\, ".join(f"{{{e}}}" if e.startswith("-") else e for e in entries) + ")"


def equation(a: Sequence[float], b: float, names: Sequence[str] = "xyz") -> str:
    """Write the equation of a line or plane, for example 3x + 4y = 12."""
    left = ""
    for coefficient, name in zip(a, names[: len(a)], strict=True):
        if coefficient == 0:
            continue
        term = _term(abs(coefficient), name)
        if left:
            left += (" - " if coefficient < 0 else " + ") + term
        else:
            left = ("-" if coefficient < 0 else "") + term
    return f"{left} = {number(b)}"


def _term(size: float, name: str) -> str:
    text = number(size)
    if text == "1":
        return name
    above, slash, below = text.partition("/")
    if slash:
        return ("" if above == "1" else above) + name + "/" + below
    return (text + r"\," if "10^" in text else text) + name


def _fraction(value: float, *, largest_denominator: int) -> Fraction | None:
    """Return the small fraction that a float stands for, or None if there is none."""
    exact = Fraction(value).limit_denominator(largest_denominator)
    if exact == 0 or abs(float(exact) - value) > _RELATIVE_ERROR * abs(value):
        return None
    return exact


def _root(n: int) -> str:
    """Write the square root of a whole number with its square factors taken out."""
    outside = max(k for k in range(1, isqrt(n) + 1) if n % (k * k) == 0)
    inside = n // outside**2
    if inside == 1:
        return str(outside)
    return ("" if outside == 1 else str(outside)) + rf"\sqrt{{{inside}}}"
