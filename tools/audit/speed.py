"""``python -m tools.audit.speed [-n 3] pseudoinverse/svd``: how quick pages are for a phone.

Prints what Lighthouse's performance is made of, visit by visit, and judges nothing: a page is as
quick as its quickest visit, the others show what else the machine did.
"""

from __future__ import annotations

import argparse
import sys

from tools.audit import base
from tools.audit.browser import NO_BROWSER, find_browser
from tools.audit.pages import call_lighthouse


def main(arguments: list[str]) -> None:
    """Measure the pages that are named, or all."""
    parser = argparse.ArgumentParser(prog="python -m tools.audit.speed", description=__doc__)
    parser.add_argument("-n", "--visits", type=int, default=3, help="visits of each page")
    parser.add_argument("pages", nargs="*", help="such as pseudoinverse/svd; all if none is named")
    options = parser.parse_args(arguments)
    built = {path.relative_to(base.SITE).with_suffix("").as_posix() for path in base.pages()}
    if unknown := sorted(set(options.pages) - built):
        parser.error(f"no built page is called {', '.join(unknown)}; these are: {sorted(built)}")
    browser = find_browser()
    if browser is None:
        parser.error(NO_BROWSER)
    for page in options.pages or sorted(built):
        name = f"{page}.html"
        found = call_lighthouse(browser, {name: ["performance"]}, str(options.visits))
        sys.stdout.writelines(f"{page} {line}\n" for line in found[name])
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
