"""What programs that collect citations read in a page's head: Highwire tags and JSON-LD.

Google Scholar and reference managers read the first, search engines the second. A data block of
JSON-LD is not a script: browsers run nothing of it, and the page's policy does not concern it.
"""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any

from addresses.releases import own_address
from citing.citation_formats import issued
from citing.citation_records import citation_file, page_record
from frame import pages

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from citing.citation_formats import Record

LICENSES = {"CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/"}  # of text and figures


def highwire(record: Record) -> list[tuple[str, str]]:
    """Return the tags of a page, by Google Scholar's rules."""
    year, month, day = issued(record)
    tags = [("citation_title", record["title"])]
    for author in record["author"]:
        name = author.get("literal") or f"{author['family']}, {author['given']}"
        tags.append(("citation_author", name))
    tags.append(("citation_publication_date", f"{year:04}/{month:02}/{day:02}"))
    if "container-title" in record:
        tags.append(("citation_inbook_title", record["container-title"]))
    tags.append(("citation_language", "en"))
    tags.append(("citation_fulltext_html_url", record["URL"]))
    return tags


def json_ld(app: Sphinx, record: Record, description: str) -> dict[str, Any]:
    """Return a page as schema.org describes learning resources."""
    year, month, day = issued(record)
    about = citation_file()
    base = own_address(app)
    is_chapter = record["type"] == "chapter"
    book = {"@type": "Book", "@id": base, "name": about["title"], "url": base}
    return {
        "@context": "https://schema.org",
        "@type": ["Chapter" if is_chapter else "Book", "LearningResource"],
        "@id": record["URL"],
        "url": record["URL"],
        "name": record["title"],
        "description": description,
        "author": [_author(author) for author in record["author"]],
        "inLanguage": "en",
        "version": record["version"],
        "dateModified": f"{year:04}-{month:02}-{day:02}",
        "license": next(LICENSES[name] for name in about["license"] if name in LICENSES),
        "keywords": about["keywords"],
        "isAccessibleForFree": True,
        **({"position": record["chapter-number"]} if "chapter-number" in record else {}),
        **({"isPartOf": book} if is_chapter else {}),
    }


def _author(author: dict[str, str]) -> dict[str, str]:
    if "literal" in author:
        return {"@type": "Organization", "name": author["literal"]}
    return {"@type": "Person", "familyName": author["family"], "givenName": author["given"]}


def complete_head(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Add the tags and the data block to the head of each page that has a source."""
    if doctree is None:
        return
    record = page_record(app, pagename)
    tags = [
        f'<meta name="{name}" content="{html.escape(value)}" />' for name, value in highwire(record)
    ]
    data = json.dumps(json_ld(app, record, pages.description(context)), ensure_ascii=False)
    safe = data.replace("<", r"\u003c")
    tags.append(f'<script type="application/ld+json">{safe}</script>')
    context["metatags"] = "\n    ".join([context["metatags"], *tags])
