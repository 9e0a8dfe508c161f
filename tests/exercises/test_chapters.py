"""Each check of the chapters knows right and wrong, judged in Node by the page's own code.

That a page hands what is typed to the judge and shows the verdict is seen in a browser, for one
check of each kind (``tests/browser/test_live_checks.py``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.book.site import read_site
from tests.exercises.answers import CHAPTERS, answers_of, checks_of, judged

if TYPE_CHECKING:
    from pathlib import Path


def test_every_chapter_with_checks_has_answers(built_book: Path) -> None:
    asking = [page.name for page in read_site(built_book) if "data-check=" in page.text]
    assert sorted(asking) == sorted(CHAPTERS), "keep the answers in tests/exercises/<chapter>.py"


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_each_check_knows_right_and_wrong(chapter: str, built_book: Path) -> None:
    checks, answers = checks_of(built_book, chapter), answers_of(chapter)
    by_node = [name for name, check in checks.items() if check["kind"] != "symbolic"]
    assert by_node == list(answers), "each check in the order of the page, with its answers"
    asked = [
        (checks[name], text)
        for name, (right, wrong, _) in answers.items()
        for text in (right, wrong, "?")
    ]
    verdicts = iter(judged(asked))
    for name, (_, _, said) in answers.items():
        right, wrong, malformed = (next(verdicts) for _ in range(3))
        assert right["state"] == "right", name
        assert wrong["state"] == "wrong", name
        assert said in wrong["message"], name
        assert malformed["state"] == "malformed", name
