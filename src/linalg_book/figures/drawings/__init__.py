"""The drawings by subject; each module lists its own, and this list is made of theirs."""

from linalg_book.figures.drawings import (
    conditioning,
    data,
    least_norm,
    lines,
    low_rank,
    matrices,
    norms,
    overview,
    pictures,
    planes,
    principal_components,
    pseudoinverse,
    solutions,
    spans,
    subspaces,
    svd,
    vectors,
)
from linalg_book.figures.drawings.conditioning import *  # noqa: F403
from linalg_book.figures.drawings.data import *  # noqa: F403
from linalg_book.figures.drawings.least_norm import *  # noqa: F403
from linalg_book.figures.drawings.lines import *  # noqa: F403
from linalg_book.figures.drawings.low_rank import *  # noqa: F403
from linalg_book.figures.drawings.matrices import *  # noqa: F403
from linalg_book.figures.drawings.norms import *  # noqa: F403
from linalg_book.figures.drawings.overview import *  # noqa: F403
from linalg_book.figures.drawings.pictures import *  # noqa: F403
from linalg_book.figures.drawings.planes import *  # noqa: F403
from linalg_book.figures.drawings.principal_components import *  # noqa: F403
from linalg_book.figures.drawings.pseudoinverse import *  # noqa: F403
from linalg_book.figures.drawings.solutions import *  # noqa: F403
from linalg_book.figures.drawings.spans import *  # noqa: F403
from linalg_book.figures.drawings.subspaces import *  # noqa: F403
from linalg_book.figures.drawings.svd import *  # noqa: F403
from linalg_book.figures.drawings.vectors import *  # noqa: F403

__all__: list[str] = []
__all__ += conditioning.__all__
__all__ += data.__all__
__all__ += least_norm.__all__
__all__ += lines.__all__
__all__ += low_rank.__all__
__all__ += matrices.__all__
__all__ += norms.__all__
__all__ += overview.__all__
__all__ += pictures.__all__
__all__ += planes.__all__
__all__ += principal_components.__all__
__all__ += pseudoinverse.__all__
__all__ += solutions.__all__
__all__ += spans.__all__
__all__ += subspaces.__all__
__all__ += svd.__all__
__all__ += vectors.__all__
