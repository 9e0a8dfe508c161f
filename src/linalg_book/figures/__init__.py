"""The book's drawings: functions that take data and axes, draw, and return the axes."""

from linalg_book.figures.accuracy import accuracy
from linalg_book.figures.distances import spread, through_origin, unit_balls
from linalg_book.figures.ellipses import circle_image, svd_square
from linalg_book.figures.embedding import embedded_plane
from linalg_book.figures.entries import entries, interpolants
from linalg_book.figures.identity import cover, favicon_ico, logo_svg, write_identity
from linalg_book.figures.jumps import jump, softened_reciprocals
from linalg_book.figures.lines import line, nearest_point, tilted_lines
from linalg_book.figures.matrices import echelon, four_bases, matrix_pair, product
from linalg_book.figures.measurements import cloud, length_and_direction, samples
from linalg_book.figures.named_points import embedding, sweeps
from linalg_book.figures.overview import story
from linalg_book.figures.penalties import norm_balls, penalized
from linalg_book.figures.pencil import pencil
from linalg_book.figures.perpendiculars import perpendiculars
from linalg_book.figures.pictures import channels, picture, strip
from linalg_book.figures.pixels import pixels
from linalg_book.figures.planes import two_planes
from linalg_book.figures.principal import principal_axis, scree
from linalg_book.figures.several_planes import planes_in_box
from linalg_book.figures.singular_values import cut_offs, truncation
from linalg_book.figures.solution_parts import solution_parts
from linalg_book.figures.solutions import level_circles, solution_family, squared_distance
from linalg_book.figures.stretches import stretch, svd_shapes
from linalg_book.figures.style import COLORS, DARK_COLORS, axes, svg, use_book_style
from linalg_book.figures.subspace_map import subspace_map
from linalg_book.figures.subspaces import plane_subspaces
from linalg_book.figures.triangles import intercept_triangle
from linalg_book.figures.two_vectors import arrows, two_vectors
from linalg_book.figures.way_back import detour, plane_pseudoinverse

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
    "favicon_ico",
    "four_bases",
    "intercept_triangle",
    "interpolants",
    "jump",
    "length_and_direction",
    "level_circles",
    "line",
    "logo_svg",
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
    "write_identity",
]
