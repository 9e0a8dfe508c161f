"""A sheet as one HTML file with MathML, to read in any browser and to print."""

from collections.abc import Callable
from html import escape

from linalg_book.sheets.sheet import Exercise, Sheet
from linalg_book.sheets.wording import EXERCISES, KEY, MISTAKES, SOLUTIONS, key, mistakes, source

STYLE = """
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem;
  font: 1.05rem/1.55 Georgia, "Times New Roman", serif; color: #1a1a1a; background: #fff; }
h1, h2, h3 { line-height: 1.25; font-weight: 600; }
li { margin: 0.6rem 0; }
math { font-size: 1.08em; }
.math[data-display] { margin: 0.5rem 0; overflow-x: auto; }
.step p, .worked-title { margin: 0.3rem 0; }
.answer { margin: 0 0 0.5rem; }
.worked-title { font-weight: 600; }
.source { font-size: 0.85rem; color: #555; }
@page { margin: 20mm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 11pt; }
  section + section { break-before: page; }
  .exercise, .step, .check, li { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
"""


def write(sheet: Sheet) -> str:
    """Write the exercises, the key and the solutions, each on pages of their own."""
    title = escape(sheet.kind.title)
    head = (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
    )
    sections = [
        f"<h1>{title}</h1>\n<h2>{EXERCISES}</h2>\n{_list(sheet, _statement)}",
        f"<h2>{KEY}</h2>\n{_list(sheet, _key)}\n{_made_by(sheet)}",
        "\n".join([f"<h2>{SOLUTIONS}</h2>", *map(_solution, sheet.exercises)]),
    ]
    body = "\n".join(f"<section>\n{section}\n</section>" for section in sections)
    return f"{head}{body}\n</body>\n</html>\n"


def _made_by(sheet: Sheet) -> str:
    return f'<p class="source">Made by <code>{escape(source(sheet))}</code></p>'


def _list(sheet: Sheet, item: Callable[[Exercise], str]) -> str:
    items = "\n".join(f'<li class="exercise">{item(one)}</li>' for one in sheet.exercises)
    return f"<ol>\n{items}\n</ol>"


def _statement(one: Exercise) -> str:
    return one.problem.statement.html()


def _key(one: Exercise) -> str:
    return "".join(f'<p class="answer">{answer.html()}</p>' for answer in key(one))


def _solution(one: Exercise) -> str:
    found = "\n".join(f"<li>{sentence.html()}</li>" for sentence in mistakes(one))
    listed = f"<p>{MISTAKES}</p>\n<ul>\n{found}\n</ul>" if found else ""
    worked = one.problem.solution.html(full=True)
    return f"<h3>Exercise {one.number}</h3>\n{worked}\n{listed}"
