"""A matrix that has to be its own transpose."""

from sympy.polys.matrices import DomainMatrix

from linalg_book.errors import NotSymmetricError


def refuse_asymmetric(A: DomainMatrix, remedy: str, name: str = "A") -> None:
    """Refuse a square matrix with two different entries across its diagonal."""
    rows = A.to_list()
    for i in range(A.shape[0]):
        for j in range(i):
            if rows[i][j] != rows[j][i]:
                raise NotSymmetricError(
                    f"{name} is expected to be symmetric, but entry {i + 1} of row {j + 1} differs "
                    f"from entry {j + 1} of row {i + 1}: make them equal, or {remedy}."
                ).about(name)
