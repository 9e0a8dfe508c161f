"""The colors of all figures, by name."""

from collections.abc import Mapping
from types import MappingProxyType

#: Colors on a light page, after Okabe and Ito, darkened until text in them has contrast 4.5.
COLORS: Mapping[str, str] = MappingProxyType(
    {
        "ink": "#1b1f24",
        "muted": "#5b6573",
        "grid": "#dfe4ea",
        "blue": "#0072b2",
        "orange": "#b84f00",
        "green": "#007a5a",
        "purple": "#a2407c",
        "paper": "#ffffff",
    }
)

#: The same names on a dark page.
DARK_COLORS: Mapping[str, str] = MappingProxyType(
    {
        "ink": "#e8ebee",
        "muted": "#9aa5b3",
        "grid": "#2d3540",
        "blue": "#56b4e9",
        "orange": "#f2a65a",
        "green": "#3ec49a",
        "purple": "#e29bc6",
        "paper": "#14181f",
    }
)
