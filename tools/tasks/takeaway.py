"""Makes what readers take away from the built book: PDF files, cards, the site as an archive."""

from __future__ import annotations

from tools.tasks import base, building, installing


def make(*words: str) -> None:
    """Build the book, then make what the words name, and put it into the built site."""
    installing.set_up("dev")
    building.build()
    remedy = f"not made: {words[0]} (see the message before this line)"
    base.run(base.PYTHON, "-m", "tools.takeaway", *words, remedy=remedy)


def pdf(arguments: list[str]) -> None:
    """Print chapters (all and the whole book, or ARGS="svd book") with Chromium into _build/pdf."""
    make("pdf", *arguments)


def takeaway(arguments: list[str]) -> None:
    """Make all that readers take away: PDF, cards for Anki, the site as a zip (or one of them)."""
    base.refuse_others(arguments, "deck", "zip")
    make(*(arguments or ["all"]))


def release(arguments: list[str]) -> None:
    """Make what a release carries into _build/release and try it; --tag: as on a tag."""
    base.refuse_others(arguments, "--tag")
    make("all")
    base.run(base.PYTHON, "-m", "tools.release", *arguments)
