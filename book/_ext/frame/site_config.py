"""What the configuration file cannot know: where the site stands, and what is built.

The environment is read here and nowhere else; everything below asks for configuration values.
"""

from __future__ import annotations

import os
import subprocess
import time
from typing import TYPE_CHECKING

from sphinx.errors import ConfigError

import linalg_book

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def complete_config(app: Sphinx, config: Config) -> None:
    """Take address, repository, commit and kind of build from the environment.

    Without ``BOOK_REPOSITORY`` no page links to a repository: a link that leads nowhere is worse
    than none. The theme's own buttons stay off; the page's frame has its own links.
    """
    config.version = config.release = linalg_book.__version__
    url = os.environ.get("BOOK_URL", "")
    config.book_published = bool(url)
    if url:
        config.html_baseurl = url.rstrip("/") + "/"
    config.html_theme_options.pop("repository_url", None)
    config.book_repository = os.environ.get("BOOK_REPOSITORY", "").rstrip("/")
    config.book_commit = os.environ.get("BOOK_COMMIT", "")[:7] or commit()
    config.book_release = is_release(os.environ.get("BOOK_RELEASE", ""))
    config.book_seconds = float(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    config.draft = config.draft or bool(os.environ.get("BOOK_DRAFT"))
    config.print_times = bool(os.environ.get("BOOK_TIMES"))


def commit() -> str:
    """Return the short hash of the commit that is built, or nothing outside a clone."""
    try:
        command = ["git", "rev-parse", "--short=7", "HEAD"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def is_release(wanted: str) -> bool:
    """Tell whether this is the build of a release; it must be the version of the package."""
    version = linalg_book.__version__
    if wanted not in ("", version):
        raise ConfigError(
            f"expected BOOK_RELEASE to be {version}, the version in src/linalg_book/__init__.py, "
            f"received {wanted}: tag v{version}, or set the version before the tag"
        )
    return bool(wanted)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension; a value that stands in pages writes them again when it changes."""
    for name in ("book_repository", "book_commit"):
        app.add_config_value(name, "", "html", types=frozenset({str}))
    for name in ("book_published", "book_release", "draft"):
        app.add_config_value(name, False, "html", types=frozenset({bool}))  # noqa: FBT003
    app.add_config_value("book_seconds", 0.0, "", types=frozenset({float}))
    app.add_config_value("print_times", False, "", types=frozenset({bool}))  # noqa: FBT003
    app.connect("config-inited", complete_config, priority=100)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
