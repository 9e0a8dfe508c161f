"""The sentences and formulas that join the triangles of two blocks of rows."""

import sympy
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.blocks import Joined, diagonal, products
from linalg_book.exact.engine.orthogonal import Orthogonal
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.worked import Step
from linalg_book.writing.formula import Formula, numbered, row, transpose
from linalg_book.writing.prose import Prose, prose
from linalg_book.writing.wording import counted


def tall_skinny_qr_title(k: int, m: int) -> Prose:
    """Say what is asked."""
    return prose(
        f"{{R}} and {{D}} of {{A}} from two blocks, of {counted(k, 'row')} and {m - k}",
        R="R", D="D", A="A",
    )  # fmt: skip


def tall_skinny_qr_steps(A: DomainMatrix, found: Joined, k: int) -> tuple[Step, ...]:
    """Cut the rows, decompose each block, stack the triangles, decompose again."""
    matrix = to_sympy(A)
    parts = (matrix[:k, :], matrix[k:, :])
    return (
        _cut(matrix, parts),
        *(_decompose(i, parts[i - 1], found.blocks[i - 1]) for i in (1, 2)),
        _stack(found),
        *([_decompose_again(found)] if found.whole.kept else []),
    )


def product_of(i: int) -> Formula:
    """Write what a block adds to the products of the columns."""
    R = numbered("R", i)
    return row(transpose(R), numbered("D", i), R)


def _cut(
    A: sympy.ImmutableMatrix, parts: tuple[sympy.ImmutableMatrix, sympy.ImmutableMatrix]
) -> Step:
    names = [numbered("A", i) for i in (1, 2)]
    total = row(transpose(names[0]), names[0], "+", transpose(names[1]), names[1])
    return Step(
        prose("Cut {A} between two rows.", A="A"),
        prose(
            "The products of the columns of {A} are sums over its rows, so those of the blocks add "
            "up: {eq}. A block can be read, summarized and forgotten before the next one comes.",
            A="A",
            eq=row(transpose("A"), "A", "=", total),
        ),
        tuple(row(name, "=", part) for name, part in zip(names, parts, strict=True)),
        before=A,
        after=parts[0],
    )


def _decompose(i: int, part: sympy.ImmutableMatrix, found: Orthogonal) -> Step:
    A, Q, R, D = (numbered(letter, i) for letter in "AQRD")
    if not found.kept:
        return Step(
            prose("Block {i} adds nothing.", i=i),
            prose("{A} is zero, so {R} has no rows.", A=A, R=R),
            (row(A, "=", part),),
            before=part,
            after=to_sympy(found.R),
        )
    return Step(
        prose(
            "Make the columns of {A} perpendicular, without roots: {eq}.",
            A=A,
            eq=row(A, "=", Q, R),
        ),
        prose(
            "Then {eq} with the squared lengths {D} of the columns of {Q}. {R} and {D} are all "
            "that is kept of the block.",
            eq=row(transpose(A), A, "=", product_of(i)),
            D=D,
            Q=Q,
            R=R,
        ),
        (
            row(part, "=", to_sympy(found.Q), to_sympy(found.R)),
            row(D, "=", transpose(Q), Q, "=", diagonal(found)),
        ),
        before=part,
        after=to_sympy(found.R),
    )


def _stack(found: Joined) -> Step:
    S = to_sympy(found.stacked)
    if not S.rows:
        return Step(
            prose("There is nothing to join."),
            prose("Both blocks are zero, and so is {A}: {R} has no rows.", A="A", R="R"),
            (),
            before=S,
            after=S,
        )
    W = sympy.ImmutableMatrix(sympy.diag(*map(QQ.to_sympy, found.weights)))
    first, second = numbered("R", 1), numbered("R", 2)
    return Step(
        prose("Put {one} above {two}, and give each row its squared length as a weight.",
              one=first, two=second),
        prose("A row of {one} stands for a column of {Q} of that squared length. With the weights "
              "{W}, {eq}: nothing of {A} is lost. Without "
              "them all rows would count alike, whatever lengths they stand for.",
              one=first, Q=numbered("Q", 1), W="W", A="A",
              eq=row(transpose("S"), "W", "S", "=", product_of(1), "+", product_of(2))),
        (row("S", "=", S), row("W", "=", W)),
        before=S,
        after=W,
    )  # fmt: skip


def _decompose_again(found: Joined) -> Step:
    whole = found.whole
    R, D = to_sympy(whole.R), diagonal(whole)
    weighed = row(transpose("Q"), "W", "Q")
    return Step(
        prose("Make the columns of {S} perpendicular with these weights: {eq}.",
              S="S", eq=row("S", "=", "Q", "R")),
        prose("{D} is diagonal, so {eq}: what all rows at once would give.",
              D=row("D", "=", weighed),
              eq=row(transpose("R"), "D", "R", "=", transpose("S"), "W", "S", "=", transpose("A"),
                     "A")),
        (
            row(to_sympy(found.stacked), "=", to_sympy(whole.Q), R),
            row("D", "=", D),
            row(transpose("R"), "D", "R", "=", products(whole)),
        ),
        before=to_sympy(found.stacked),
        after=R,
    )  # fmt: skip
