"""What kind of argument a parameter takes: told by its type, for forms and the command line.

``A: MatrixLike`` is read by ``linalg_book.asking``: how its text is read, which letters count its
rows and columns, whether equations may stand in its place.  Parameters of the type ``bool`` are
flags, those of a ``Literal`` choices.  Values are checked by the functions, not here.
"""

from dataclasses import dataclass
from typing import Annotated, Any

__all__ = [
    "ColumnLike",
    "DepthNumber",
    "ExpressionLike",
    "Kind",
    "MatrixLike",
    "NumberLike",
    "PointLike",
    "PointsLike",
    "SquareLike",
    "SystemLike",
    "WholeNumber",
]


@dataclass(frozen=True)
class Kind:
    """What a parameter takes: a "matrix", "column", "number", "integer" or "expression".

    ``size`` has the letters that count rows and columns, or entries.  With ``equations`` the text
    of equations may stand in its place.  ``most`` is the largest number that a page takes.
    """

    name: str
    size: tuple[str, ...] = ()
    equations: bool = False
    most: int | None = None


MatrixLike = Annotated[Any, Kind("matrix", ("m", "n"))]
"""A list of m rows with n numbers each, a SymPy matrix or an array."""
SquareLike = Annotated[Any, Kind("matrix", ("n", "n"))]
"""A list of n rows with n numbers each, a SymPy matrix or an array."""
SystemLike = Annotated[Any, Kind("matrix", ("m", "n"), equations=True)]
"""The coefficients of m equations in n unknowns, of one equation, or equations as text."""
ColumnLike = Annotated[Any, Kind("column", ("m",))]
"""A list of m numbers, one for each row; a number where there is one row."""
PointsLike = Annotated[Any, Kind("matrix", ("k", "n"))]
"""A list of k points with n numbers each, beside a matrix with as many columns."""
PointLike = Annotated[Any, Kind("column", ("n",))]
"""A list of n numbers, one for each unknown."""
NumberLike = Annotated[Any, Kind("number")]
"""An integer, a fraction, a finite decimal, or text such as "1/3"."""
ExpressionLike = Annotated[Any, Kind("expression")]
"""The text of polynomials, with semicolons between them."""
WholeNumber = Annotated[int, Kind("integer")]
"""An integer."""
DepthNumber = Annotated[int, Kind("integer", most=2)]
"""How many layers there are, one written into the other: pages show few."""
