"""The book's drawings: functions that take data and axes, draw, and return the axes."""

from linalg_book.figures.drawings.accuracy import accuracy
from linalg_book.figures.drawings.cover import cover
from linalg_book.figures.drawings.distances import spread, through_origin, unit_balls
from linalg_book.figures.drawings.ellipses import circle_image, svd_square
from linalg_book.figures.drawings.embedding import embedded_plane
from linalg_book.figures.drawings.entries import entries, interpolants
from linalg_book.figures.drawings.jumps import jump, softened_reciprocals
from linalg_book.figures.drawings.lines import line, nearest_point, tilted_lines
from linalg_book.figures.drawings.matrices import echelon, four_bases, matrix_pair, product
from linalg_book.figures.drawings.measurements import cloud, length_and_direction, samples
from linalg_book.figures.drawings.named_points import embedding, sweeps
from linalg_book.figures.drawings.overview import story
from linalg_book.figures.drawings.penalties import norm_balls, penalized
from linalg_book.figures.drawings.pencil import pencil
from linalg_book.figures.drawings.perpendiculars import perpendiculars
from linalg_book.figures.drawings.pictures import channels, picture, strip
from linalg_book.figures.drawings.pixels import pixels
from linalg_book.figures.drawings.planes import two_planes
from linalg_book.figures.drawings.principal import principal_axis, scree
from linalg_book.figures.drawings.several_planes import planes_in_box
from linalg_book.figures.drawings.singular_values import cut_offs, truncation
from linalg_book.figures.drawings.solution_parts import solution_parts
from linalg_book.figures.drawings.solutions import level_circles, solution_family, squared_distance
from linalg_book.figures.drawings.stretches import stretch, svd_shapes
from linalg_book.figures.drawings.subspace_map import subspace_map
from linalg_book.figures.drawings.subspaces import plane_subspaces
from linalg_book.figures.drawings.triangles import intercept_triangle
from linalg_book.figures.drawings.two_vectors import arrows, two_vectors
from linalg_book.figures.drawings.way_back import detour, plane_pseudoinverse
from linalg_book.figures.kit.style import COLORS, DARK_COLORS, axes, svg, use_book_style

__all__ = [
    "COLORS",
    "DARK_COLORS",
    "accuracy",
    "arrows",
    "axes",
    "channels",
    "circle_image",
    "cloud",
    "cover",
    "cut_offs",
    "detour",
    "echelon",
    "embedded_plane",
    "embedding",
    "entries",
    "four_bases",
    "intercept_triangle",
    "interpolants",
    "jump",
    "length_and_direction",
    "level_circles",
    "line",
    "matrix_pair",
    "nearest_point",
    "norm_balls",
    "penalized",
    "pencil",
    "perpendiculars",
    "picture",
    "pixels",
    "plane_pseudoinverse",
    "plane_subspaces",
    "planes_in_box",
    "principal_axis",
    "product",
    "samples",
    "scree",
    "softened_reciprocals",
    "solution_family",
    "solution_parts",
    "spread",
    "squared_distance",
    "story",
    "stretch",
    "strip",
    "subspace_map",
    "svd_shapes",
    "svd_square",
    "svg",
    "sweeps",
    "through_origin",
    "tilted_lines",
    "truncation",
    "two_planes",
    "two_vectors",
    "unit_balls",
    "use_book_style",
]
