"""Numbers behind symbols print as they would themselves, and SymPy never takes them apart."""

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st
from sympy import CRootOf, Integer, Matrix, Rational, sqrt

from linalg_book.exact import eigen, low_rank, qr, svd
from linalg_book.writing import leaves, rendering, stand_ins

LONG = 10**999 + 7
FORMS = ["text", "latex", "markdown", "html", "to_json"]
WORKS = [svd, lambda A: low_rank(A, 1), qr, eigen]
x = sympy.Symbol("x")


@pytest.fixture
def unfactored(monkeypatch):
    """Let every look for prime factors of a number of more than 1,000 bits fail."""
    looked_for = sympy.ntheory.factorint

    def factorint(n, *args, **kwargs):
        assert abs(int(n)).bit_length() < 1000, "a long number is factored"
        return looked_for(n, *args, **kwargs)

    monkeypatch.setattr("sympy.ntheory.factor_.factorint", factorint)


@pytest.mark.usefixtures("unfactored")
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("work", WORKS, ids=["svd", "low_rank", "qr", "eigen"])
def test_long_numbers_are_written_without_factoring(work, form):
    n = 10**2200 + FORMS.index(form)  # one for each: SymPy remembers what it has factored
    assert len(getattr(work([[n, 3], [3, 2]]), form)()) > 2200


@pytest.mark.parametrize("work", [svd, lambda A: low_rank(A, 1), eigen])
def test_what_is_written_is_the_same_number(monkeypatch, work):
    monkeypatch.setattr(stand_ins, "SHORT_BITS", 1)  # 2 and more are long
    stand_ins._written.cache_clear()
    for rows in ([[2, 3], [3, -5]], [[2, 1, 0], [1, -4, 3], [0, 3, 5]], [[1, 2], [2, 4]]):
        values = work(rows).values
        for value in values.values():
            if isinstance(value, sympy.MatrixBase):
                read = Matrix(rendering.plain(value)).evalf(30)
                assert (read - Matrix(value).evalf(30)).norm() < 1e-20
    stand_ins._written.cache_clear()


@pytest.mark.parametrize(
    ("content", "latex"),
    [
        (Integer(LONG) / sqrt(2), rf"\frac{{{LONG} \sqrt{{2}}}}{{2}}"),
        (-Rational(2, LONG) * x, rf"- \frac{{2 x}}{{{LONG}}}"),
        (sympy.Pow(LONG, Rational(-1, 2), evaluate=False), rf"\frac{{1}}{{\sqrt{{{LONG}}}}}"),
    ],
)
def test_long_numbers_are_typeset_as_numbers(content, latex):
    assert leaves.leaf_latex(content) == latex
    assert f"<mn>{LONG}</mn>" in leaves.leaf_mathml(content)


def test_long_coefficients_of_a_polynomial_stay_within_its_root():
    root = CRootOf(x**5 - LONG * x - 1, 0)
    assert stand_ins.with_stand_ins(root + LONG).has(root)
    assert stand_ins.written(2 * root) == f"2*CRootOf(x**5 - {LONG}*x - 1, 0)"


ROOTS = [CRootOf(x**5 - x - 1, 0), CRootOf(x**3 - 3 * x + 1, 2), CRootOf(x**3 - 3 * x + 1, 0)]
NUMBERS = st.fractions(-9, 9, max_denominator=7).map(lambda q: Rational(q.numerator, q.denominator))


@given(st.lists(st.tuples(NUMBERS, *[st.integers(0, 3)] * 3), min_size=1, max_size=6))
def test_polynomials_in_roots_are_written_as_sympy_writes_them(terms):
    content = sympy.Add(
        *(c * ROOTS[0] ** i * ROOTS[1] ** j * ROOTS[2] ** k for c, i, j, k in terms)
    )
    symbols = {root: sympy.Symbol(sympy.sstr(root)) for root in ROOTS}
    assert stand_ins.written(content) == sympy.sstr(content.xreplace(symbols))


@pytest.mark.parametrize("rest", [1 / ROOTS[0], sqrt(2), sqrt(2) * ROOTS[0], ROOTS[0] * x])
def test_what_is_no_polynomial_in_roots_is_left_to_sympy(rest):
    assert stand_ins._by_powers(ROOTS[1] + rest) is None
    assert stand_ins.written(ROOTS[1] + rest) == sympy.sstr(
        (ROOTS[1] + rest).xreplace({root: sympy.Symbol(sympy.sstr(root)) for root in ROOTS})
    )
