"""The drawings by subject; each module lists its own."""

from typing import TYPE_CHECKING

from linalg_book.figures.drawings.angle_maps import *
from linalg_book.figures.drawings.backward import *
from linalg_book.figures.drawings.blocks import *
from linalg_book.figures.drawings.closing import *
from linalg_book.figures.drawings.clouds import *
from linalg_book.figures.drawings.conditioning import *
from linalg_book.figures.drawings.data import *
from linalg_book.figures.drawings.descent import *
from linalg_book.figures.drawings.dual_activations import *
from linalg_book.figures.drawings.factors import *
from linalg_book.figures.drawings.filters import *
from linalg_book.figures.drawings.forecasts import *
from linalg_book.figures.drawings.gaussian import *
from linalg_book.figures.drawings.interpolation import *
from linalg_book.figures.drawings.kernels import *
from linalg_book.figures.drawings.lazy import *
from linalg_book.figures.drawings.least_norm import *
from linalg_book.figures.drawings.least_squares import *
from linalg_book.figures.drawings.lecture_material import *
from linalg_book.figures.drawings.lifts import *
from linalg_book.figures.drawings.lines import *
from linalg_book.figures.drawings.lost_digits import *
from linalg_book.figures.drawings.low_rank import *
from linalg_book.figures.drawings.matrices import *
from linalg_book.figures.drawings.memories import *
from linalg_book.figures.drawings.networks import *
from linalg_book.figures.drawings.norms import *
from linalg_book.figures.drawings.origins import *
from linalg_book.figures.drawings.overview import *
from linalg_book.figures.drawings.photographs import *
from linalg_book.figures.drawings.pictures import *
from linalg_book.figures.drawings.planes import *
from linalg_book.figures.drawings.polynomials import *
from linalg_book.figures.drawings.pseudoinverse import *
from linalg_book.figures.drawings.redundancy import *
from linalg_book.figures.drawings.regression import *
from linalg_book.figures.drawings.regularization import *
from linalg_book.figures.drawings.sampling import *
from linalg_book.figures.drawings.shades import *
from linalg_book.figures.drawings.solutions import *
from linalg_book.figures.drawings.spans import *
from linalg_book.figures.drawings.squares import *
from linalg_book.figures.drawings.starts import *
from linalg_book.figures.drawings.subspaces import *
from linalg_book.figures.drawings.svd import *
from linalg_book.figures.drawings.tangents import *
from linalg_book.figures.drawings.trainings import *
from linalg_book.figures.drawings.validation import *
from linalg_book.figures.drawings.vectors import *
from linalg_book.figures.drawings.wedges import *
from linalg_book.figures.drawings.width_rates import *
from linalg_book.registers import public_names

if not TYPE_CHECKING:  # type checkers follow the stars
    __all__ = public_names(globals())
