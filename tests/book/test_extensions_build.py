"""The extensions that configure the build, name failing cells, mend markup and write assets."""

from __future__ import annotations

import logging
import re
from types import SimpleNamespace

import pytest
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.utils import new_document

import linalg_book
import places
from frame import assets, folding, notebook_text, site_config
from mends import failing_cells
from tests.built import ROOT

FAILURE = """Executing notebook failed: CellExecutionError
Traceback (most recent call last):
  File "client.py", line 1
nbclient.exceptions.CellExecutionError: An error occurred while executing the following cell:
------------------
1 / 0
------------------

Cell \x1b[32mIn[5]\x1b[39m, line 1
ZeroDivisionError: division by zero
 [mystnb.exec]"""


def message_of(text: str) -> str:
    """Return a message as the filter leaves it."""
    record = logging.LogRecord("sphinx", logging.WARNING, "", 0, text, (), None)
    assert failing_cells.NameFailingCell().filter(record) is True
    return record.getMessage()


def test_failing_cell_is_named_with_its_error_first() -> None:
    lines = message_of(FAILURE).splitlines()
    assert lines[0] == "code cell 5 failed: ZeroDivisionError: division by zero"
    assert "1 / 0" in lines
    assert "Cell In[5], line 1" in lines
    assert not any("client.py" in line for line in lines)


def test_other_messages_stay_as_they_are() -> None:
    assert message_of("100 % of nothing") == "100 % of nothing"


def test_sources_are_the_package_and_the_lock_files() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in places.sources()}
    expected = {
        "src/linalg_book/__init__.py",
        "src/linalg_book/exact/__init__.py",
        "requirements/book.txt",
        "package-lock.json",
    }
    assert expected <= names
    assert not [name for name in names if name.endswith(".pyc")]


@pytest.fixture
def config() -> SimpleNamespace:
    """Return the part of a configuration that the extension completes."""
    options = {"repository_url": "https://example.org/source", "other": 1}
    given = {"html_theme_options": options, "draft": False}
    return SimpleNamespace(html_baseurl="https://example.org/", **given)


def test_address_and_repository_come_from_the_environment(
    config: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOOK_URL", "https://books.example/here")
    monkeypatch.setenv("BOOK_REPOSITORY", "https://forge.example/a/b/")
    site_config.complete_config(None, config)
    assert config.html_baseurl == "https://books.example/here/"
    assert config.book_repository == "https://forge.example/a/b"
    assert config.version == config.release == linalg_book.__version__


def test_no_repository_is_linked_unless_one_is_named(
    config: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BOOK_URL", raising=False)
    monkeypatch.delenv("BOOK_REPOSITORY", raising=False)
    site_config.complete_config(None, config)
    assert config.html_baseurl == "https://example.org/"
    assert config.book_repository == ""
    assert config.html_theme_options == {"other": 1}


def folded(block: nodes.Element) -> nodes.Element:
    """Return the only child of a document of a block, after folding."""
    document = new_document("page", get_default_settings())
    document += block
    app = SimpleNamespace(builder=SimpleNamespace(format="html"))
    folding.fold(app, document, "page")
    return document[0]


def test_block_folds_with_its_title_as_the_line_that_stays() -> None:
    title = nodes.title("", "", nodes.Text("Solution to "), nodes.reference("", "Exercise 1"))
    block = nodes.admonition("", title, nodes.paragraph("", "Words."), classes=["solution"])
    block["classes"].append("dropdown")
    block["ids"] = ["sol-name"]
    result = folded(block)
    assert isinstance(result, folding.details)
    assert result["ids"] == ["sol-name"]
    assert set(result["classes"]) >= {"solution", "fold"}
    assert [type(child) for child in result] == [folding.summary, nodes.paragraph]
    assert result[0].astext() == "Solution to Exercise 1"
    assert not list(result[0].findall(nodes.reference))


def test_block_without_the_class_stays() -> None:
    assert isinstance(folded(nodes.admonition("", nodes.paragraph("", "Words."))), nodes.admonition)


def test_mathematics_loads_no_old_font_formats() -> None:
    css = assets.katex_style()
    assert css.count(".woff2") >= 15
    assert not re.search(r"\.(woff|ttf)\b", css)
    assert css.count("@font-face") == css.count(".woff2")


def test_text_never_waits_for_its_typeface() -> None:
    assert assets.font_faces().count("font-display: swap") == len(assets.TEXT_FONTS)


def test_each_color_of_figures_has_a_dark_counterpart() -> None:
    light, dark = assets.figure_colors().split('html[data-theme="dark"]')
    names = re.findall(r"--figure-[\w-]+", light)
    assert len(names) >= 3
    assert re.findall(r"--figure-[\w-]+", dark) == names


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('<p>Let <span class="math" data-tex="x_1"></span> be.</p>', "Let $x_1$ be."),
        ('<div class="math" data-tex="x = 1"></div>', "$$\nx = 1\n$$"),
        ('<h2>Title<a class="headerlink" href="#t">#</a></h2>', "## Title"),
        (
            '<p>See <a href="other.html#a">there</a>.</p>',
            "See [there](https://b.example/c/other.html#a).",
        ),
        ("<details><summary>Why</summary><p>So.</p></details>", "**Why**\n\nSo."),
        ('<p class="admonition-title">Theorem</p>', "**Theorem**"),
        (
            '<p>So <span class="math" data-tex="\\vect{\\vect a}^\\T"></span>.</p>',
            r"So $\mathbf{\mathbf{a}}^\top$.",
        ),
        (
            (
                '<div class="equation"><div class="math" data-tex="x = 1"></div>'
                '<span class="eqno">(3.1)</span></div>'
            ),
            "$$\nx = 1 \\tag{3.1}\n$$",
        ),
        (
            "<dl><dt>You need</dt><dd><p>this;</p></dd><dd><p>that.</p></dd></dl>",
            "- **You need**\n  - this;\n  - that.",
        ),
    ],
)
def test_notebook_text_comes_from_the_page(written: str, expected: str) -> None:
    soup = notebook_text.prepare(written, {r"\vect": r"\mathbf{#1}", r"\T": r"\top"})
    assert notebook_text.parts(soup, "https://b.example/c/page.html") == [expected]


def test_a_page_is_read_once_for_its_notebook_and_the_search() -> None:
    context = {"body": "<p>One</p>"}
    soup = notebook_text.prepared(context, {})
    assert notebook_text.prepared(context, {}) is soup
    assert soup.get_text() == "One"
