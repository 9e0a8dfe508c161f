"""The sentences and formulas that lead to left-out residuals."""

from collections.abc import Sequence
from typing import Any

import sympy
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.leave_one_out import LeftOut
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.reading.symbols import LAMBDA
from linalg_book.exact.steps.records import LeaveOneOut
from linalg_book.worked import Step
from linalg_book.writing.formula import (
    Formula,
    fraction,
    inverse,
    norm,
    numbered,
    pseudoinverse,
    quotient,
    row,
    square,
    transpose,
    vector,
    words,
)
from linalg_book.writing.prose import Prose, prose
from linalg_book.writing.wording import listed

B, D, R, X = (vector(name) for name in "bdrx")
X0, PI = numbered("x", 0), numbered("p", "i")
WRITTEN_OUT = 3
"""Of more rows only the first are divided in formulas of their own."""
LISTED = 6


def leave_one_out_title(penalty: sympy.Rational, *, intercept: bool) -> Prose:
    """Say what is asked."""
    price = " with the penalty {l}" if penalty else ""
    constant = (" and" if penalty else " with") + " an intercept" if intercept else ""
    return prose(
        f"The left-out residuals of {{eq}}{price}{constant}",
        eq=row("A", X, "=", B),
        l=row(LAMBDA, "=", penalty),
    )


def leave_one_out_steps(
    b: DomainMatrix, found: LeftOut, values: LeaveOneOut, *, intercept: bool
) -> tuple[Step, ...]:
    """Tell the derivation, without what no row makes necessary."""
    steps = [_center(found)] if intercept else []
    name = "Z" if intercept else "A"
    steps += [_hat(found, values.penalty, name), _residuals(b, found), _leverages(values)]
    whole = [i for i, h in enumerate(found.leverages) if h == 1]
    shared = [i for i, h in enumerate(found.leverages) if h != 1]
    if shared:
        steps.append(_divide(values, shared, every=not whole))
    if whole:
        steps.append(_free(found, whole, name, every=not shared))
    return *steps, _collect(found, values)


def _center(found: LeftOut) -> Step:
    rows = to_sympy(found.rows)
    return Step(
        prose("Take the mean from each column of {A}, and call what is left {Z}.", A="A", Z="Z"),
        prose(
            "The intercept has no price, so for each {x} it is best where the residuals add up to "
            "0. That leaves a fit to the differences from the means.",
            x=X,
        ),
        (row("Z", "=", rows),),
        after=rows,
    )


def _hat(found: LeftOut, penalty: sympy.Rational, name: str) -> Step:
    hat, m = to_sympy(found.hat), found.hat.shape[0]
    gram = row(transpose(name), name, "+", LAMBDA, "I")
    back: list[Any] = [inverse(gram), transpose(name)] if penalty else [pseudoinverse(name)]
    constant: list[Any] = [fraction(1, m), "J", "+"] if name == "Z" else []
    start = "The fit is the mean of {b}, which the matrix {J} of ones makes, plus {Ax}, with {x}, "
    if not constant:
        start = "The fit is {Ax} with {x}, "
    return Step(
        prose("Write the whole fit as {Hb}.", Hb=row("H", B)),
        prose(
            start + "so one matrix {H} makes it from any {b}.",
            H="H", J="J", b=B, x=row(X, "=", *back, B), Ax=row(name, X),
        ),
        (
            *([row(LAMBDA, "=", penalty)] if penalty else []),
            row("H", "=", *constant, name, *back),
            row("H", "=", hat),
        ),
        before=to_sympy(found.rows),
        after=hat,
    )  # fmt: skip


def _residuals(b: DomainMatrix, found: LeftOut) -> Step:
    fit, residuals = to_sympy(b - found.residuals), to_sympy(found.residuals)
    return Step(
        prose("Take the fit from {b}.", b=B),
        prose("These are the residuals of the fit that has seen every row."),
        (row(R, "=", B, "−", "H", B, "=", to_sympy(b), "−", fit, "=", residuals),),
        before=fit,
        after=residuals,
    )


def _leverages(values: LeaveOneOut) -> Step:
    h = values.leverages
    return Step(
        prose("Read the leverages off the diagonal of {H}.", H="H"),
        prose(
            "The leverage {h} says how much of {b} comes back in the fit of its row. All of them "
            "add up to {total}, the degrees of freedom.",
            h=_h("i"),
            b=_entry("b", "i"),
            total=values.degrees_of_freedom,
        ),
        (row(words("diagonal of H"), "=", h),),
        after=h,
    )


def _divide(values: LeaveOneOut, rows: Sequence[int], *, every: bool) -> Step:
    where = "" if every else f" in {_named(rows)}"
    i = rows[0]
    d = [
        quotient(r, 1 - h, r / (1 - h))
        for r, h in ((values.residuals[i], values.leverages[i]) for i in rows[:WRITTEN_OUT])
    ]
    general = row(_entry("d", "i"), "=", fraction(_entry("r", "i"), row(1, "−", _h("i"))))
    return Step(
        prose(f"Divide each residual by {{left}}{where}.", left=row(1, "−", _h("i"))),
        prose(
            "Put what the other rows predict in the place of {b}: then row {i} is fitted without a "
            "residual, so the others stay as well fitted as they can be, and the whole fit is the "
            "one without the row. The fit of row {i} has moved by {h} times the change, so the "
            f"left-out residual is {{eq}}.{_so_many(rows)}",
            b=_entry("b", "i"),
            i="i",
            h=_h("i"),
            eq=row(_entry("d", "i"), "=", _entry("r", "i"), "+", _h("i"), _entry("d", "i")),
        ),
        (general, *(row(_entry("d", i + 1), "=", *q) for i, q in zip(rows, d, strict=False))),
        before=values.residuals[i],
        after=None,
    )


def _free(found: LeftOut, rows: Sequence[int], name: str, *, every: bool) -> Step:
    back, start = to_sympy(found.inverse), to_sympy(found.shortest)
    where = "" if every else f" in {_named(rows)}"
    others = "the difference of any two other rows" if name == "Z" else "every other row"
    formulas = [
        row(
            _entry("d", i + 1), "=",
            fraction(row(numbered("p", i + 1), "·", X0), square(norm(numbered("p", i + 1)))),
            "=", (back.col(i).T * start)[0, 0] / (back.col(i).T * back.col(i))[0, 0],
        )
        for i in rows[:WRITTEN_OUT]
    ]  # fmt: skip
    return Step(
        prose(f"Take the part of {{x}} along column {{i}} of {{X}}{where}.", x=X0, i="i",
              X=pseudoinverse(name)),
        prose(
            "With leverage 1 the row is fitted without a residual, and there is nothing to divide. "
            f"Column {{i}}, {{p}}, is perpendicular to {others}, and one of it makes a difference "
            "of 1 in row {i} against the others. So without the row, the shortest solution is {x} "
            f"without its part along {{p}}.{_so_many(rows)}",
            i="i",
            p=PI,
            x=X0,
        ),
        (
            row(pseudoinverse(name), "=", back),
            row(X0, "=", pseudoinverse(name), B, "=", start),
            *formulas,
        ),
        before=start,
        after=back,
    )  # fmt: skip


def _collect(found: LeftOut, values: LeaveOneOut) -> Step:
    answer, m = to_sympy(found.answer), found.answer.shape[0]
    return Step(
        prose("Collect the left-out residuals, and take the mean of their squares."),
        prose(
            "No entry was fitted to itself, so this is what to compare with other penalties or "
            "other columns. The residuals of the whole fit are smaller: each row helped to fit "
            "itself."
        ),
        (
            row(D, "=", answer),
            mean_of_squares(D, m, values.mean_square),
        ),
        before=values.residuals,
        after=answer,
    )


def mean_of_squares(name: Any, number: int, value: sympy.Expr) -> Formula:
    """Write the mean of the squares of the entries of a vector; of one entry it is its square."""
    total = square(norm(name))
    return row(*([fraction(1, number)] if number > 1 else []), total, "=", value)


def _so_many(rows: Sequence[int]) -> str:
    """Say that not every row has a formula of its own."""
    return f" The first {WRITTEN_OUT} are written out." if len(rows) > WRITTEN_OUT else ""


def _h(i: Any) -> sympy.Symbol:
    return _entry("h", i)


def _entry(name: str, i: Any) -> sympy.Symbol:
    return sympy.Symbol(f"{name}_{i}")


def _named(rows: Sequence[int]) -> str:
    """Write row 2, or rows 1, 3 and 4; of many the first."""
    shown = [i + 1 for i in rows[:LISTED]]
    if len(rows) == 1:
        return f"row {shown[0]}"
    hidden = len(rows) - len(shown)
    return f"rows {listed([*shown, f'{hidden} more'] if hidden else shown)}"
