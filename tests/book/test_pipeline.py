"""The order in which a site is finished stands in one place, and is what runs."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

import pipeline
from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EXTENSIONS = ROOT / "book" / "_ext"
SOURCES = {
    path.relative_to(EXTENSIONS).as_posix(): path.read_text(encoding="utf-8")
    for path in EXTENSIONS.rglob("*.py")
}
LISTS = {
    "doctree-read": "READ",
    "doctree-resolved": "RESOLVED",
    "html-page-context": "CONTEXT",
    "build-finished": "FINISH",
}


def handlers() -> dict[str, Callable[..., None]]:
    """Return what the pipeline connects, by event."""
    found: dict[str, Any] = {}
    app = SimpleNamespace(connect=lambda event, handler, **_: found.update({event: handler}))
    pipeline.setup(app)  # type: ignore[arg-type]
    return found


def call(event: str, *, builder: str = "html", exception: Exception | None = None) -> None:
    """Let an event happen."""
    config = SimpleNamespace(print_times=False)
    app = SimpleNamespace(builder=SimpleNamespace(name=builder), config=config)
    rest = {"doctree-read": 1, "doctree-resolved": 2, "html-page-context": 4}
    arguments = [None] * rest[event] if event in rest else [exception]
    handlers()[event](app, *arguments)


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Replace the steps of every list by ones that note their names."""
    noted: list[str] = []

    def noting(step: Callable[..., None]) -> Callable[..., None]:
        name = f"{step.__module__}.{step.__name__}"
        recorder = lambda *_: noted.append(name)  # noqa: E731
        recorder.__name__ = step.__name__
        return recorder

    for name in LISTS.values():
        monkeypatch.setattr(pipeline, name, tuple(map(noting, getattr(pipeline, name))))
    return noted


@pytest.mark.parametrize("event", LISTS)
def test_steps_run_in_the_order_of_their_list(event: str, taken: list[str]) -> None:
    call(event)
    listed = re.search(
        rf"^{LISTS[event]} = \((.*?)^\)", SOURCES["pipeline.py"], re.MULTILINE | re.DOTALL
    )
    assert listed is not None
    names = re.findall(r"^    ([\w.]+),", listed[1], re.MULTILINE)
    assert [step.rpartition(".")[2] for step in taken] == [n.rpartition(".")[2] for n in names]


@pytest.mark.parametrize(
    ("builder", "exception"), [("latex", None), ("html", ValueError("a broken page"))]
)
def test_nothing_is_finished_of_a_failed_build_or_of_no_site(
    builder: str, exception: Exception | None, taken: list[str]
) -> None:
    call("build-finished", builder=builder, exception=exception)
    assert taken == []


@pytest.mark.parametrize("event", LISTS)
def test_no_other_file_connects_to_an_event_whose_order_matters(event: str) -> None:
    others = [name for name, text in SOURCES.items() if f'"{event}"' in text]
    assert others == ["pipeline.py"]


def test_the_environment_is_read_in_one_place() -> None:
    readers = [name for name, text in SOURCES.items() if re.search(r"\bos\.(environ|getenv)", text)]
    # the second hands a variable over to the kernels, and reads none
    assert sorted(readers) == ["figures/figure_files.py", "frame/site_config.py"]
    handed_over = [
        line for line in SOURCES["figures/figure_files.py"].splitlines() if "os.environ" in line
    ]
    assert handed_over == ['        os.environ["BOOK_FIGURE_FILES"] = "1"']


def test_draft_is_a_configuration_value() -> None:
    others = [*(ROOT / "tools").rglob("*.py"), ROOT / "tasks.py", ROOT / "book" / "conf.py"]
    texts = [*SOURCES.values(), *(path.read_text(encoding="utf-8") for path in others)]
    assert sum(text.count("BOOK_DRAFT") for text in texts) == 1


def test_each_page_is_read_once_and_written_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.html").write_text("a", encoding="utf-8")
    (tmp_path / "b.html").write_text("b", encoding="utf-8")
    seen = []

    def shout(_app: Any, texts: dict[Path, str]) -> None:
        seen.append(sorted(texts.values()))
        texts[tmp_path / "a.html"] += "!"

    monkeypatch.setattr(pipeline, "PAGE_STEPS", (shout, shout))
    before = (tmp_path / "b.html").stat().st_mtime_ns
    pipeline.finish_pages(SimpleNamespace(outdir=str(tmp_path)))  # type: ignore[arg-type]
    assert seen == [["a", "b"], ["a!", "b"]]
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == "a!!"
    assert (tmp_path / "b.html").stat().st_mtime_ns == before


@pytest.mark.parametrize("name", sorted(n for n in SOURCES if re.match("mends/[a-z]", n)))
def test_a_mend_says_what_it_mends_and_when_it_goes(name: str) -> None:
    said = SOURCES[name].split('"""')[1]
    assert re.match(r"[A-Za-z-]+ \d+(\.\d+)+[:, ]", said), said
    assert re.search(r"\b[Gg]oes\b", said), said


def test_nothing_is_kept_on_sphinxs_own_objects() -> None:
    own = re.compile(r"\b(app|env|builder)\.__dict__|\bsetattr\((app|env)\b|\bapp\.\w+ = ")
    assert [name for name, text in SOURCES.items() if own.search(text)] == []


def test_times_are_those_of_one_build(capsys: pytest.CaptureFixture[str]) -> None:
    clock = pipeline.Clock()
    for _ in range(2):
        assert clock.restart() == []
        clock.lap("reading")
        clock.lap("writing")
    clock.say()
    said = capsys.readouterr().out
    assert sorted(re.findall(r"(\w+) [\d.]+ s", said)) == ["reading", "writing"]
