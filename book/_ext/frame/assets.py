"""Write the site's one style sheet, one script, fonts and marks; drop what no page uses.

The theme and the extensions bring a dozen files, most of them rules for things the book does
not have. PurgeCSS keeps the rules that some page of the book uses, in a cascade layer: a rule
of the book's own style sheets, which follow them whole and in no layer, wins over any of them,
however long its selector.
"""

from __future__ import annotations

import base64
import html
import json
import re
import shutil
import string
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from frame import identity
from frame.node_scripts import run_script
from linalg_book import figures
from mathematics.math_faces import Faces
from mathematics.math_fonts import split_faces, write_subsets
from places import BOOK, BUILD, MODULES, TAKEN, site_pages

if TYPE_CHECKING:
    from sphinx.application import Sphinx

OWN = BOOK / "_assets"

PURGED = [
    "styles/pydata-sphinx-theme.css",
    "pygments.css",
    "basic.css",
    "mystnb.*.css",
    "copybutton.css",
]
SCRIPTS = ["clipboard.min.js", "copybutton.js"]
# What is copied from a page holds formulas as LaTeX.
COPY_TEX = MODULES / "katex/dist/contrib/copy-tex.min.js"
OWN_SCRIPTS = ["folds.js", "book.js", "places.js"]  # blocks open before a link is followed
# Of two rules that weigh the same the later one wins: the frame, what it holds, what is printed.
OWN_STYLES = ["book.css", "text.css", "ends.css"]
TEXT_FONTS = ["400-normal", "400-italic", "600-normal"]
TEXT_FILE = "source-serif-4-latin-{}.woff2"
# What pages show at once comes with the style sheet: a font that came later would move it, and the
# first paint would wait for it.
FORMULA_FONTS = ["Main-Regular", "Main-Bold", "Math-Italic", "Size3-Regular"]
FIRST_FONTS = [
    *(TEXT_FILE.format(name) for name in TEXT_FONTS),
    *(f"KaTeX_{name}.woff2" for name in FORMULA_FONTS),
]
UNUSED = [
    "scripts", "styles", "vendor", "locales", "images", "webpack-macros.html",
    "sbt-webpack-macros.html", "file.png", "minus.png", "plus.png",
    "searchtools.js", "language_data.js", "base-stemmer.js", "english-stemmer.js", "doctools.js",
    "sphinx_highlight.js",
]  # fmt: skip


def font_faces() -> str:
    """Return the rules that load the text's typeface; a page waits for none of them."""
    rules = []
    for name in TEXT_FONTS:
        weight, slant = name.split("-")
        rules.append(
            f'@font-face{{font-family:"Source Serif 4";font-weight:{weight};font-style:{slant};'
            f'font-display: swap;src:url(fonts/{TEXT_FILE.format(name)}) format("woff2")}}'
        )
    return "\n".join(rules)


def figure_colors() -> str:
    """Return the custom properties of the figures' colors, for light and for dark pages."""

    def rule(selector: str, colors: dict[str, str]) -> str:
        # the halo behind a label is the page itself
        named = {**colors, "paper": "var(--paper)"}
        lines = "".join(f"  --figure-{name}: {color};\n" for name, color in named.items())
        return f"{selector} {{\n{lines}}}"

    dark = rule('html[data-theme="dark"]', dict(figures.DARK_COLORS))
    return f"{rule('html', dict(figures.COLORS))}\n{dark}"


def katex_style() -> str:
    """Return KaTeX's style sheet with only its WOFF2 fonts, which every browser of today reads."""
    css = (MODULES / "katex/dist/katex.min.css").read_text(encoding="utf-8")
    return re.sub(r',url\(fonts/[^)]+\.(?:woff|ttf)\) ?format\("[^"]+"\)', "", css)


def purge(static: Path, *, draft: bool) -> str:
    """Return the theme's rules that some page uses."""
    sources = [path for pattern in PURGED for path in sorted(static.glob(pattern))]
    if draft:
        return "\n".join(path.read_text(encoding="utf-8") for path in sources)
    site = static.parent
    request = {
        "css": [str(path) for path in sources],
        "content": [f"{site}/**/*.html", f"{static}/copybutton.js"],
        "skipped": [f"{site}/{folder}/**" for folder in TAKEN],
        "variables": True,  # the book's own sheets set the theme's, and read none of them
    }
    return run_script("frame/purge_css.cjs", json.dumps(request))


def in_layer(css: str) -> str:
    """Return rules that yield to each rule outside; ``!important`` would turn that round."""
    return f"@layer theme {{\n{css.replace('!important', '')}\n}}"


def own_styles() -> list[Path]:
    """Return the book's own style sheets: first the page's, then one for each live feature."""
    first = [OWN / name for name in OWN_STYLES]
    return [*first, *sorted(set(OWN.glob("*.css")) - set(first))]


def write_fonts(static: Path, cache: Path, *, draft: bool) -> str:
    """Write the fonts of text and mathematics; return the styles that load them."""
    fonts = static / "fonts"
    fonts.mkdir(parents=True, exist_ok=True)
    text = [
        MODULES / "@fontsource/source-serif-4/files" / TEXT_FILE.format(name) for name in TEXT_FONTS
    ]
    math = sorted((MODULES / "katex/dist/fonts").glob("*.woff2"))
    styles = f"{font_faces()}\n{katex_style()}"
    if draft:
        for path in text + math:
            shutil.copy(path, fonts)
        return styles
    anywhere, used = set(string.printable), defaultdict[str, set[str]](set)
    faces = Faces(katex_style())
    own = [*OWN.glob("*.css"), *(BOOK / "_live").rglob("*.js")]
    for path in [*own, *site_pages(static.parent)]:
        content = path.read_text(encoding="utf-8")
        anywhere |= set(html.unescape(content))
        for name, characters in faces.of_page(content).items():
            used[name] |= characters
    for name in used.keys() - set(FIRST_FONTS):  # FreeType hints a letter by others of its file
        used[name] |= set(string.ascii_letters)
    used.update((path.name, anywhere) for path in text)
    return split_faces(styles, write_subsets(text + math, used, fonts, cache))


def embed(style: str, fonts: Path) -> str:
    """Put the first fonts into the style sheet itself."""
    for name in FIRST_FONTS:
        path = fonts / name
        if path.exists():
            data = base64.b64encode(path.read_bytes()).decode()
            style = style.replace(f"url(fonts/{name})", f"url(data:font/woff2;base64,{data})")
            path.unlink()
    return style


def write_licenses(static: Path) -> None:
    """Write the licenses of the fonts and scripts that the site carries."""
    texts = [
        f"{name}\n\n{next((MODULES / name).glob('LICENSE*')).read_text(encoding='utf-8').strip()}\n"
        for name in ("katex", "@fontsource/source-serif-4", "minisearch")
    ]
    (static / "licenses.txt").write_text("\n\n".join(texts), encoding="utf-8")


def write_assets(app: Sphinx) -> None:
    """Write everything that a page links to."""
    static = Path(app.outdir) / "_static"
    styles = write_fonts(static, BUILD / "fonts", draft=app.config.draft)
    write_licenses(static)
    identity.write_identity(static)
    sheets = [
        in_layer(purge(static, draft=app.config.draft)),
        styles,
        figure_colors(),
        *(path.read_text(encoding="utf-8") for path in own_styles()),
    ]
    style = "\n".join(sheets)
    if not app.config.draft:
        style = run_script("frame/minify_css.cjs", style)
    style = embed(style, static / "fonts")
    (static / "book.css").write_text(style, encoding="utf-8")
    scripts = [
        (static / "documentation_options.js").read_text(encoding="utf-8"),
        *((static / name).read_text(encoding="utf-8") for name in SCRIPTS),
        COPY_TEX.read_text(encoding="utf-8"),
        *((OWN / name).read_text(encoding="utf-8") for name in OWN_SCRIPTS),
    ]
    (static / "book.js").write_text(";\n".join(scripts), encoding="utf-8")
    for name in UNUSED:
        path = static / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
