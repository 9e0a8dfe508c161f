"""The singular triples of a rational matrix, as algebraic numbers, and what is computed from them.

With v an eigenvector of AᵀA for λ > 0, the vectors v/‖v‖ and A v/(√λ ‖v‖) are a right and a left
singular vector for σ = √λ.  If A is wide, v = Aᵀt comes from an eigenvector t of the smaller AAᵀ.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import mul
from typing import Any

from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.algebraic import Element, Numbers
from linalg_book.exact.engine.null_space import null_space_rows
from linalg_book.exact.engine.orthogonal import (
    inner_product,
    orthogonal_basis,
    positive_multiple,
)
from linalg_book.exact.engine.spectrum import (
    Column,
    Eigenspace,
    Family,
    Spectrum,
    spectrum,
)
from linalg_book.exact.engine.unit_columns import lift, rational_column, sum_of_products


@dataclass(frozen=True)
class Singular:
    """The singular triples with σ > 0, the largest first; bases of the two null spaces on demand.

    ``squares`` are σ², ``right`` and ``left`` the unit vectors, ``images`` what A makes of the
    right ones before they get the length 1, ``spaces`` the eigenspaces of ``gram`` (AᵀA, or AAᵀ
    if ``wide``) that all come from.
    """

    A: DomainMatrix
    gram: DomainMatrix
    wide: bool
    spectrum: Spectrum
    spaces: tuple[Eigenspace, ...]
    squares: tuple[Element, ...]
    right: tuple[Column, ...]
    left: tuple[Column, ...]
    images: tuple[Column, ...]

    @cached_property
    def null(self) -> tuple[Column, ...]:
        """Return an orthonormal basis of the null space of A."""
        return _null_columns(self.spectrum.numbers, self.A)

    def left_null(self, most: int) -> tuple[Column, ...]:
        """Return an orthonormal basis of the null space of Aᵀ, or its first columns."""
        return _null_columns(self.spectrum.numbers, self.A.transpose(), most) if most else ()

    @property
    def rank(self) -> int:
        """Return the number of singular values that are not zero."""
        return len(self.squares)

    def truncated(self, k: int) -> list[list[Element]]:
        """Add the first k terms σ u vᵀ, each a multiple of (A v)vᵀ."""
        numbers, right = self.spectrum.numbers, self.right[:k]
        weights = [c.inverse for c in right]
        if not right or not self.maps_right_to_images:
            return sum_of_products(numbers, weights, self.images[:k], right, self.A.shape)
        return numbers.product(lift(numbers, self.A), self.sum_of_squares(weights))

    def sum_of_squares(self, weights: Sequence[Element]) -> list[list[Element]]:
        """Add weight · v vᵀ over the first right vectors: n×n, however many rows A has."""
        n = self.A.shape[1]
        right = self.right[: len(weights)]
        return sum_of_products(self.spectrum.numbers, weights, right, right, (n, n))

    @cached_property
    def maps_right_to_images(self) -> bool:
        """Whether A sends each right vector to its image."""
        return all(map(self._is_image, self.images, self.right))

    def _is_image(self, image: Column, v: Column) -> bool:
        """Tell whether a column is A times another; both are written in the same root."""
        rows = lift(self.spectrum.numbers, self.A)
        products = (sum(map(mul, entries, v.entries)) for entries in rows)
        return all(not (x - y) for x, y in zip(products, image.entries, strict=True))


def singular(A: DomainMatrix) -> Singular:
    """Find the singular triples."""
    m, n = A.shape
    wide = m < n
    gram = A * A.transpose() if wide else A.transpose() * A
    found = spectrum(gram)
    spaces = tuple(space for space in found.spaces if space.family.value)
    squares, right, left, images = [], [], [], []
    pairs = {id(family): _pairs(A, family, wide=wide) for family in found.families if family.value}
    for space in spaces:
        for w, image in pairs[id(space.family)]:
            size = inner_product(w, w)
            squares.append(space.value)
            right.append(space.column(w, size))
            images.append(space.column(image, size * space.family.value))
            left.append(_shorter(space, image) or images[-1])
    return Singular(
        A,
        gram,
        wide,
        found,
        spaces,
        tuple(squares),
        tuple(right),
        tuple(left),
        tuple(images),
    )


def _null_columns(numbers: Numbers, A: DomainMatrix, most: int | None = None) -> tuple[Column, ...]:
    """Find an orthonormal basis of the null space, or the first columns of it."""
    basis = orthogonal_basis(null_space_rows(A).to_list()[:most])
    return tuple(rational_column(numbers, w) for w in basis)


def _shorter(space: Eigenspace, image: Sequence[Any]) -> Column | None:
    """Scale an image to shorter numbers, if its sign can be kept."""
    if space.family.factor.degree() > 2:
        return None
    sign = space.numbers.sign(space.embed(next(x for x in image if x)))
    return space.column([x * sign for x in positive_multiple(image)])


def _pairs(A: DomainMatrix, family: Family, *, wide: bool) -> list[tuple[Any, Any]]:
    """List orthogonal right vectors w and their images A w."""
    field, back = family.field, A.transpose()
    right = [positive_multiple(times(back, w, field)) if wide else w for w in family.basis]
    return [(w, times(A, w, field)) for w in right]


def times(A: DomainMatrix, w: Sequence[Any], field: Any) -> tuple[Any, ...]:
    """Multiply a rational matrix by a vector over a field."""
    return tuple(inner_product([field.convert(a) for a in entries], w) for entries in A.to_list())


def pseudoinverse_from_triples(found: Singular) -> DomainMatrix:
    """Return V Σ⁺ Uᵀ: the sum of v uᵀ/σ over the triples with σ > 0, which is rational."""
    (m, n), numbers = found.A.shape, found.spectrum.numbers
    weights = [c.inverse for c in found.images]
    if weights and found.maps_right_to_images:
        back = lift(numbers, found.A.transpose())
        entries = numbers.product(found.sum_of_squares(weights), back)
    else:
        entries = sum_of_products(numbers, weights, found.right, found.images, (n, m))
    return DomainMatrix([[QQ(p.coeff(1)) for p in line] for line in entries], (n, m), QQ)
