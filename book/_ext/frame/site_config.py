"""What the configuration file cannot know: the site's true address and the package's version."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import linalg_book

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def complete_config(app: Sphinx, config: Config) -> None:
    """Take the address and the repository from the environment, the version from the package.

    Without ``BOOK_REPOSITORY`` no page links to a repository: a link that leads nowhere is worse
    than none. The theme's own buttons stay off; the page's frame has its own links.
    """
    config.version = config.release = linalg_book.__version__
    if url := os.environ.get("BOOK_URL"):
        config.html_baseurl = url.rstrip("/") + "/"
    config.html_theme_options.pop("repository_url", None)
    config.book_repository = os.environ.get("BOOK_REPOSITORY", "").rstrip("/")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.add_config_value("book_repository", "", "html", types=frozenset({str}))
    app.connect("config-inited", complete_config, priority=100)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
