"""Images whose pixels stay squares."""

from typing import Any

from matplotlib.axes import Axes
from numpy.typing import NDArray


def show_image(ax: Axes, image: NDArray[Any], extent: tuple[float, float, float, float]) -> None:
    """Place an image; its pixels stay squares."""
    ax.imshow(image, cmap="gray", vmin=0, vmax=255, extent=extent, interpolation="none")
