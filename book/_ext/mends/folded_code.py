"""MyST-NB 1.4.0: the line of folded code has a name that is not what it shows.

Goes when ``visit_HideCellInput`` writes no ``aria-label``; not reported.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from myst_nb.sphinx_ import HideCodeCellNode

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


def visit_hidden_code(self: HTML5Translator, node: HideCodeCellNode) -> None:
    """Write folded code so that its line is named by its own words."""
    classes = " ".join(["hide", *node["classes"]])
    shown, hidden = html.escape(node["prompt_show"]), html.escape(node["prompt_hide"])
    self.body.append(
        f'<details class="{classes}">\n<summary><span class="collapsed">{shown}</span>'
        f'<span class="expanded">{hidden}</span></summary>\n'
    )


def depart_hidden_code(self: HTML5Translator, node: HideCodeCellNode) -> None:
    """End folded code."""
    self.body.append("</details>\n")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the mend."""
    folded = (visit_hidden_code, depart_hidden_code)
    app.add_node(HideCodeCellNode, override=True, html=folded)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
