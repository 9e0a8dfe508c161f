"""The limits of a build grow with the book, and notice what has become slower."""

import pytest
from tools.audit import builds

QUICK = dict.fromkeys(builds.MOST_CHAPTERS, 1.0)
COLD = 100.0


@pytest.mark.parametrize("count", [10, 24])
def test_a_chapter_more_is_no_regression(count):
    each = builds.CPU_SECONDS_A_CHAPTER
    enough = builds.CPU_SECONDS_WITHOUT_CHAPTERS + each * count
    assert builds.too_slow(enough, COLD, count, QUICK) == []
    assert builds.too_slow(enough + each, COLD, count + 1, QUICK) == []
    assert builds.too_slow(enough + 1, COLD, count, QUICK) == [
        f"at most {enough} s of processor time for {count} chapters"
    ]


@pytest.mark.parametrize(("name", "limit"), [("first edit", 15), ("edit", 15), ("of a cell", 25)])
def test_an_edit_that_waits_is_named(name, limit):  # a chapter of this build takes 10 s
    assert builds.too_slow(0, COLD, 10, QUICK | {name: limit}) == []
    (slow,) = builds.too_slow(0, COLD, 10, QUICK | {name: limit + 0.1})
    assert slow.startswith(f"{name} in at most {limit}.0 s")


def test_a_machine_half_as_quick_is_no_regression():
    edits = {"first edit": 7.4, "edit": 6.2, "of a cell": 9.4}
    assert builds.too_slow(220, 184, 21, edits) == []
    assert len(builds.too_slow(220, 60, 21, edits)) == len(edits)


def test_times_of_edits_are_read():
    said = "systems/planes: first edit 1.5 s, edit 1.0 s, of a cell 3.2 s"
    found = dict(builds.EDIT.findall(said))
    assert found == {"first edit": "1.5", "edit": "1.0", "of a cell": "3.2"}


def test_chapters_are_the_pages_that_run_code(tmp_path):
    site = {}
    for name, source, size in [
        ("a/small", "---\nkernelspec:\n", 1),
        ("a/large", "---\nkernelspec:\n", 9),
        ("words", "---\nmyst:\n", 20),
    ]:
        for path, text in ((f"{name}.html", "x" * size), (f"_sources/{name}.md", source)):
            site[path] = tmp_path / path
            site[path].parent.mkdir(parents=True, exist_ok=True)
            site[path].write_text(text, encoding="utf-8")
    site["search.html"] = tmp_path / "words.html"
    assert builds.chapters(site) == ["a/large", "a/small"]


def test_what_builds_is_python():
    compile(builds.SCRIPT, "SCRIPT", "exec")
    assert "\\n" in builds.SCRIPT  # a line of its own, written by the script and not into it
