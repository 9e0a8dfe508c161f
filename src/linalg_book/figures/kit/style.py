"""Colors, style and page size: everything that all figures of the book share."""

import functools
import io
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import matplotlib as mpl
from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from linalg_book.figures.kit import files
from linalg_book.figures.kit.colors import COLORS, DARK_COLORS
from linalg_book.figures.kit.parts import with_parts

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["COLORS", "DARK_COLORS", "axes", "svg", "use_book_style"]

#: The Matplotlib style file that holds fonts, sizes and line widths.
STYLE_FILE = Path(__file__).with_name("book.mplstyle")

P = ParamSpec("P")
R = TypeVar("R")

# Nothing that changes from build to build, and no addresses, goes into a figure's file.
_NO_METADATA: Mapping[str, None] = MappingProxyType(
    dict.fromkeys(("Creator", "Date", "Format", "Type"))
)


def in_book_style(draw: Callable[P, R]) -> Callable[P, R]:
    """Draw in the book's style, whatever style is in use outside."""

    @functools.wraps(draw)
    def styled(*args: P.args, **kwargs: P.kwargs) -> R:
        with mpl.rc_context(_settings()):
            return draw(*args, **kwargs)

    return styled


@functools.cache
def _settings() -> mpl.RcParams:
    """Read the style file once."""
    return mpl.rc_params_from_file(STYLE_FILE, use_default_template=False)


def use_book_style() -> None:
    """Use the book's style for every figure drawn afterwards.

    In a notebook this also asks for SVG output, without date and without cropping.

    Raises
    ------
    OSError
        If the style file is missing from the installation.

    Notes
    -----
    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book import figures
    >>> figures.use_book_style()
    """
    mpl.rcParams.update(_settings())
    _ask_notebook_for_svg()


@in_book_style
def axes(width: float = 4.2, height: float = 3.4) -> "Axes":
    """Make a figure of the book's style and return its only axes.

    Parameters
    ----------
    width, height : float
        Size of the figure in inches.
        A figure of 4.2 inches keeps its text readable on a phone.

    Returns
    -------
    matplotlib.axes.Axes
        Axes on a transparent ground, ready for any function of this module.

    Raises
    ------
    ValueError
        If Matplotlib refuses the size (not positive, not finite).

    Notes
    -----
    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.axes(width=4.2, height=3)
    >>> round(float(ax.figure.get_figwidth()), 9)
    4.2
    """
    figure, ax = plt.subplots(figsize=(width, height), layout="constrained")
    figure.patch.set_visible(False)
    ax.patch.set_visible(False)
    return ax


@in_book_style
def svg(figure: Figure) -> str:
    """Return a figure as SVG text: same figure, same bytes.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        The figure, for example ``ax.figure``.

    Returns
    -------
    str
        An SVG document on a transparent ground, without date, that says its parts in words.

    Raises
    ------
    ValueError
        If the figure holds text that Matplotlib cannot typeset.

    Notes
    -----
    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.line((3, 4), 12, figures.axes())
    >>> "<svg" in figures.svg(ax.figure)
    True
    """
    buffer = io.StringIO()
    figure.savefig(buffer, format="svg", metadata=dict(_NO_METADATA))
    return with_parts(buffer.getvalue(), figure)


def _ask_notebook_for_svg() -> None:
    """Switch the inline backend of a running notebook to SVG; elsewhere do nothing."""
    try:
        from IPython.core.getipython import get_ipython  # noqa: PLC0415 - only notebooks have it
    except ImportError:
        return
    shell = get_ipython()
    if shell is None or "inline" not in mpl.get_backend():
        return
    shell.run_line_magic("matplotlib", "inline")  # starting later, it would reset the formats
    shell.run_line_magic("config", "InlineBackend.figure_formats = set(['svg'])")
    # A cell may end in an Axes: its figure is shown, without a line of text beside it.
    axes_class = "matplotlib.axes._axes"
    display = shell.display_formatter
    if display is None:
        return
    display.ipython_display_formatter.for_type_by_name(axes_class, "Axes", _say_nothing)
    display.formatters["image/svg+xml"].for_type(Figure, svg)
    if os.environ.get("BOOK_FIGURE_FILES"):  # the book's build offers files of each figure
        for kind, save in (("application/pdf", files.pdf), ("image/png", files.png)):
            display.formatters[kind].for_type_by_name("matplotlib.figure", "Figure", save)


def _say_nothing(_ax: "Axes") -> None:
    """Display no text for an Axes."""
