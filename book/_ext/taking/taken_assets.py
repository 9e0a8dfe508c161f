"""The styles and scripts of frames and slides, and the license of reveal.js.

Both use a third of the book's rules, so PurgeCSS takes these out. Of the text's typeface, which is
half of the book's style sheet, slides get two faces and frames one; a browser slants and thickens.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from frame.node_scripts import run_script
from live.live_assets import OWN as LIVE
from places import BOOK, MODULES, TAKEN

if TYPE_CHECKING:
    from sphinx.application import Sphinx

OWN = BOOK / "_assets" / "deck"
REVEAL = MODULES / "reveal.js"
BEGIN = "@layer theme"  # of the book's style sheet
FACE = r'@font-face\{{font-family:"Source Serif 4";font-weight:{};font-style:{}[^}}]*\}}'
UPRIGHT = re.compile(FACE.format(r"\d+", "normal"))
WHOLE = re.compile(r"@font-face\{[^}]*url\(fonts/whole/[^}]*\}")  # for what a reader writes
MADE = re.compile(r"[`\s]([a-z][a-z-]*-)\$\{")
"""The beginning of a name that a script puts together, for example of ``space-${color}``."""
BOLD = re.compile(FACE.format("600", "normal"))


def write_taken(app: Sphinx) -> None:
    """Write what frames and slides link to."""
    static = Path(app.outdir) / "_static"
    if app.config.draft or not all((static.parent / folder).is_dir() for folder in TAKEN):
        return
    library, book = used(static)
    (static / "embed.css").write_text(BOLD.sub("", book), encoding="utf-8")
    own = (OWN / "deck.css").read_text(encoding="utf-8")
    deck = run_script("frame/minify_css.cjs", f"{library}\n{own}")
    (static / "deck.css").write_text(f"{WHOLE.sub('', book)}\n{deck}", encoding="utf-8")
    parts = [REVEAL / "dist/reveal.js", OWN / "deck.js"]
    script = ";\n".join(path.read_text(encoding="utf-8") for path in parts)
    (static / "deck.js").write_text(script, encoding="utf-8")
    license_ = (REVEAL / "LICENSE").read_text(encoding="utf-8").strip()
    with (static / "licenses.txt").open("a", encoding="utf-8") as licenses:
        licenses.write(f"\n\nreveal.js\n\n{license_}\n")


def begun() -> list[str]:
    """Return how classes begin that stand in no file as they are: scripts and KaTeX make them."""
    texts = (path.read_text(encoding="utf-8") for path in LIVE.rglob("*.js"))
    return ["katex", *sorted({name for text in texts for name in MADE.findall(text)})]


def used(static: Path) -> tuple[str, str]:
    """Return the rules of reveal.js and those of the book that frames and slides use.

    The faces of the text are named by a variable, which PurgeCSS does not follow: they are given
    back. Slanted ones are left out, a browser slants the few words that ask for it.
    """
    styles = (static / "book.css").read_text(encoding="utf-8")
    pages = [f"{static.parent}/{folder}/*.html" for folder in TAKEN]
    scripts = [f"{LIVE}/**/*.js", f"{BOOK}/_assets/**/*.js", str(REVEAL / "dist/reveal.js")]
    request = {
        "css": [str(REVEAL / "dist/reveal.css")],
        "raw": styles,
        "content": [*pages, *scripts],
        "begun": begun(),
        "variables": False,  # drawings and scripts read them
    }
    both = run_script("frame/purge_css.cjs", json.dumps(request))
    place = both.index(BEGIN)
    return both[:place], "".join(UPRIGHT.findall(styles)) + both[place:]
