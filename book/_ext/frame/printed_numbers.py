"""Numbers that code puts into a sentence or a table, written as people write them.

Python prints ``-0.4``, ``1.3e-06`` and ``0.5 ± 0.1``, which a narrow table breaks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

POWER = re.compile(r"(?P<sign>-?)(?P<factor>\d(?:\.\d+)?)e(?P<exponent>[+-]\d+)")
HYPHEN = re.compile(r"(?<![\w.)])-(?=[\d.])")
LONGEST = 3  # zeros that are written out


def write_numbers(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Rewrite what the role ``eval`` shows."""
    for place in list(doctree.findall(nodes.inline)):
        if {"output", "text_plain"} <= set(" ".join(place["classes"]).split()):
            new = written(place.astext())
            place.clear()
            place.append(new)


def written(printed: str) -> nodes.Node:
    r"""Return a printed number as text, or as a formula if it needs a power of ten.

    >>> written("-0.51 ± 0.06").astext(), written("3e+00").astext(), written("5e-09").astext()
    ('−0.51\xa0±\xa00.06', '3', '5 \\cdot 10^{-9}')
    """
    power = POWER.fullmatch(printed.strip())
    if power is None:
        return nodes.Text(HYPHEN.sub("\u2212", printed).replace(" ± ", "\u00a0±\u00a0"))
    sign, factor, exponent = power["sign"], power["factor"], int(power["exponent"])
    if 0 <= exponent <= LONGEST:
        return nodes.Text(f"{sign}{float(factor) * 10**exponent:,g}".replace("-", "\u2212"))
    front = "" if factor == "1" else f"{factor} \\cdot "
    tex = f"{sign}{front}10^{{{exponent}}}"
    return nodes.math(tex, tex)
