"""Measure what the thresholds of the fast pseudoinverse were chosen by.

``python benchmarks/pinv_thresholds.py`` takes a minute or two; names of thresholds behind it
measure only these.  Run it with and without python-flint; ``engine/pinv`` and
``engine/quotients.py`` quote the numbers.
"""

import random
import sys
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from sympy.external.gmpy import GROUND_TYPES
from sympy.polys.domains import ZZ
from sympy.polys.matrices import DomainMatrix
from timing import best, load

from linalg_book.exact.engine import quotients
from linalg_book.exact.engine.pinv import gram, integer_pseudoinverse, minors
from linalg_book.exact.engine.quotients import Quotient


def drawn(m: int, n: int) -> DomainMatrix:
    """Draw integers from −9 to 9."""
    rng = random.Random(1)
    rows = [[ZZ(rng.randint(-9, 9)) for _ in range(n)] for _ in range(m)]
    return DomainMatrix(rows, (m, n), ZZ)


def of_rank(n: int, rank: int) -> Quotient:
    """Multiply two matrices."""
    return Quotient(drawn(n, rank).matmul(drawn(rank, n)))


def with_constant(module: Any, name: str, value: Any, work: Callable[[], Any]) -> Callable[[], Any]:
    """Return work done under another threshold."""

    def changed() -> Any:
        kept = getattr(module, name)
        setattr(module, name, value)
        try:
            return work()
        finally:
            setattr(module, name, kept)

    return changed


def compare(title: str, cases: Iterable[tuple[str, dict[str, Callable[[], Any]]]]) -> None:
    """Print the times of each case in milliseconds, and the first divided by the second."""
    print(f"\n{title}")
    for name, functions in cases:
        times = best(functions)
        first, second = list(times.values())[:2]
        row = "  ".join(f"{key} {value:.3f}" for key, value in times.items())
        print(f"  {name}: {row}  ratio {first / second:.2f}")


def halves() -> Iterable[tuple[str, dict[str, Callable[[], Any]]]]:
    """Invert a Gram matrix whole, and half of it."""
    for n in (10, 20, 30, 40, 50, 60):
        B = drawn(n + 10, n)
        M = B.transpose().matmul(B)
        inverted = partial(gram.inverse_of_gram, M)
        yield (
            f"{n} columns",
            {
                "whole": with_constant(gram, "HALVES", n + 1, inverted),
                "half": with_constant(gram, "HALVES", 0, inverted),
            },
        )


def pseudoinverse(A: Quotient) -> DomainMatrix:
    """Find A⁺, each entry in lowest terms."""
    return integer_pseudoinverse(A)[0].X.to_rational()


def long() -> Iterable[tuple[str, dict[str, Callable[[], Any]]]]:
    """Find a pseudoinverse without and with division of the products by common divisors."""
    for n, rank in ((6, 3), (20, 10), (30, 15), (40, 20), (50, 25)):
        A = of_rank(n, rank)
        work = partial(pseudoinverse, A)
        denominator = integer_pseudoinverse(A)[0].C.inverse.denominator
        yield (
            f"{n}×{n} of rank {rank}, {int(denominator).bit_length()} bits",
            {
                "never": with_constant(quotients, "LONG", 10**9, work),
                "always": with_constant(quotients, "LONG", 0, work),
                "at 400": with_constant(quotients, "LONG", 400, work),
            },
        )


def sample() -> Iterable[tuple[str, dict[str, Callable[[], Any]]]]:
    """Look for the common divisor in all entries, and in some first."""
    for n in (10, 30, 60):
        C = gram.Gram.from_columns(drawn(n + 10, n))
        product = C.inverse @ Quotient(C.B).transpose
        factor = ZZ(3) ** 200
        N, d = product.numerator * factor, product.denominator * factor
        work = partial(Quotient.reduced, N, d)
        yield (
            f"{n}×{n + 10}",
            {
                "all": with_constant(quotients, "SAMPLE", 10**9, work),
                **{str(k): with_constant(quotients, "SAMPLE", k, work) for k in (6, 1, 3, 12, 50)},
            },
        )


def small() -> Iterable[tuple[str, dict[str, Callable[[], Any]]]]:
    """Find the rank exactly and modulo a prime."""
    for n in (5, 10, 20, 28, 32, 36, 45, 60):
        N = of_rank(n, (n + 1) // 2).numerator
        yield (
            f"{n}×{n} of rank {(n + 1) // 2}",
            {
                "exact": partial(minors.minor_by_elimination, N),
                "modulo": partial(minors.minor_modulo, N, minors.PRIME),
            },
        )


SECTIONS = {"HALVES": halves, "LONG": long, "SAMPLE": sample, "SMALL": small}

if __name__ == "__main__":
    print(f"ground types: {GROUND_TYPES}; milliseconds of processor time")
    for title in sys.argv[1:] or SECTIONS:
        compare(title, SECTIONS[title]())
    print(load())
