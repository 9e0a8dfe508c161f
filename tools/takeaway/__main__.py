"""Make what readers take away: ``python -m tools.takeaway pdf|deck|zip|all [chapter ...]``."""

# ruff: noqa: T201 (a script speaks to the one who calls it)

from __future__ import annotations

import sys

from tools.takeaway.book import Book, TakeawayError
from tools.takeaway.offer import offer
from tools.tasks.base import BUILD

KINDS = ("pdf", "deck", "zip")


def make(kind: str, book: Book, words: list[str]) -> None:
    """Make one kind, and put it into the site."""
    if kind == "pdf":
        from tools.takeaway.pdf.printing import print_all

        offer(book.site, print_all(book, words, BUILD / "pdf"), "pdf")
    elif kind == "deck":
        from tools.takeaway.deck import write_deck

        offer(book.site, [write_deck(book, BUILD / "take-away")], "take-away")
    else:
        from tools.takeaway.archive import write_archive

        offer(book.site, [write_archive(book, BUILD / "take-away")], "take-away")


def main(words: list[str]) -> int:
    """Make what the first word names."""
    kind, *rest = words or [""]
    if kind not in (*KINDS, "all") or (rest and kind != "pdf"):
        print(
            f"tools.takeaway: expected pdf with names of chapters, deck, zip or all, received "
            f"{' '.join(words) or 'nothing'}",
            file=sys.stderr,
        )
        return 2
    try:
        for one in KINDS if kind == "all" else (kind,):
            make(one, Book(BUILD / "html"), rest)
    except TakeawayError as error:
        print(f"tools.takeaway: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
