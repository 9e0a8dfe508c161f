"""The checks of ``make check`` catch planted defects and let a good site pass."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tools.audit import base, browser, builds, firefox, pages

from tools import audit

PAGE = """<!DOCTYPE html>
<html lang="en">
<head><title>A page</title></head>
<body><button popovertarget="menu">Menu</button><div id="menu" popover>Contents</div>
{body}
</body></html>"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a site of two pages the one that the checks look at."""
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "two.html").write_text(PAGE.format(body='<p id="here">Two</p>'))
    monkeypatch.setattr(base, "SITE", tmp_path)
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=":")
    return tmp_path


def test_html(site: Path) -> None:
    defects = {
        '<p id="menu">The id again</p>': "Duplicate ID “menu”",
        "<p><div>A block</div></p>": "No “p” element in scope",
    }
    for number, body in enumerate(defects):
        (site / f"{number}.html").write_text(PAGE.format(body=body))
    passed, line = audit.report("html")
    assert not passed
    assert all(message in line for message in defects.values())
    assert line.count("html:5: ") == len(defects)


def test_valid_html_and_idle_exceptions(site: Path) -> None:
    plain = "<!DOCTYPE html>\n<html lang='en'><head><title>A</title></head><body>B</body></html>"
    (site / "part" / "two.html").write_text(plain)
    passed, line = audit.report("html")
    findings = line.splitlines()[1:-1]
    assert not passed
    assert len(findings) == len(pages.NOT_ERRORS)
    assert all("no page needs the exception any more" in finding for finding in findings)


@pytest.mark.full
def test_lighthouse(site: Path) -> None:
    # two pages, since each takes some seconds: one with a fault, one that asks not to be found
    head = '<meta name="viewport" content="width=400"><meta name="robots" content="noindex" />'
    (site / "part" / "two.html").write_text(PAGE.format(body='<img src="a.svg">'))
    (site / "hidden.html").write_text(PAGE.format(body="").replace("<title>", f"{head}<title>"))
    passed, line = audit.report("lighthouse")
    assert not passed
    assert "part/two.html: meta-description:" in line
    assert "hidden.html: SEO" not in line


LIVE = """<main><div data-live="check" data-name="exr-a-check-1" data-check='{check}'>
</div></main><script type="module">{script}</script>"""
START = """for (const place of document.querySelectorAll("[data-live]")) {
  place.innerHTML = '<input id="exr-a-check-1"><p id="exr-a-check-1-feedback"></p>';
  place.querySelector("input").addEventListener("keydown", (event) => {
    const right = event.target.value === "3";
    if (event.key === "Enter") place.querySelector("p").textContent = right ? "Right." : WRONG;
  });
  place.dataset.liveState = "started";
}"""


@pytest.mark.full
def test_firefox(site: Path) -> None:
    """A page that complains, one whose check says the wrong thing, and nothing of what is due."""
    check = '{"kind": "number", "answer": "3"}'
    for name, script in {
        "index": "console.error('something is wrong')",
        "part/two": START.replace("WRONG", "'What?'"),
        "three": START.replace("WRONG", "'Not readable.'"),
    }.items():
        body = LIVE.format(check=check, script=script)
        (site / f"{name}.html").write_text(PAGE.format(body=body))
    (site / "index.html").write_text(PAGE.format(body="<script>console.log('hear me')</script>"))
    passed, line = audit.report("firefox")
    assert not passed
    assert "index.html: hear me" in line
    assert "part/two.html: not true after 30 s: ? is said: Not readable." in line
    assert "three.html" not in line
    assert "the pages: expected answers of Python, saw none" in line


@pytest.mark.parametrize("given", ["", "/no/such/program"])
@pytest.mark.parametrize(
    ("check", "names"),
    [
        ("firefox", "Firefox, found none of FIREFOX, firefox, firefox-esr"),
        ("lighthouse", "Chromium, found none of CHROMIUM, chromium, chromium-browser"),
    ],
)
def test_no_browser(
    check: str, names: str, given: str, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "index.html").write_text(PAGE.format(body=""))
    for module, variable in ((firefox, "FIREFOX"), (browser, "CHROMIUM")):
        monkeypatch.setenv(variable, given)
        monkeypatch.setattr(module, "NAMES", ["no-such-program"])
    passed, line = audit.report(check)
    assert not passed
    assert f"expected {names}" in line
    assert ": install it (Debian" in line


def test_unknown_check_is_answered_with_those_that_are_there(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert audit.main(["words", "html", "numbers"]) == 2
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("expected names of checks (format, lint, ")
    assert line.endswith("), received: words numbers")


def test_differing_files(tmp_path: Path) -> None:
    for folder, words in {"one": "same", "other": "same"}.items():
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.html").write_text(words)
        (tmp_path / folder / "b.html").write_text(folder)
    one, other = (
        {path.name: path for path in (tmp_path / folder).iterdir()} for folder in ("one", "other")
    )
    assert builds.differing(one, other) == ["b.html"]
    assert builds.differing(one, {"a.html": other["a.html"]}) == ["b.html"]


def test_no_pages(site: Path) -> None:
    (site / "part" / "two.html").unlink()
    for name in ("firefox", "html"):
        passed, line = audit.report(name)
        assert not passed
        assert "Remedy: call: make book SERVE=0" in line


def test_missing_program() -> None:
    with pytest.raises(base.CheckError, match="expected the program no-such-program"):
        base.call("no-such-program", remedy="")
