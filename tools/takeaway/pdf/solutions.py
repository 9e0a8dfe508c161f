"""Hints and solutions of a chapter go to its end; each exercise says on which page its own is."""

from __future__ import annotations

from lxml import html

Element = html.HtmlElement

SOLUTION = "contains(concat(' ', @class, ' '), ' solution ')"
HINT = "contains(concat(' ', @class, ' '), ' hint ')"
EXERCISE = "contains(concat(' ', @class, ' '), ' exercise ')"


def gather_solutions(article: Element) -> None:
    """Move hints and solutions behind the chapter, into a section of their own."""
    solutions: list[Element] = article.xpath(f".//details[{SOLUTION}]")
    if not solutions:
        return
    section = html.fromstring(
        '<section id="solutions" class="solutions"><h2>Solutions</h2></section>'
    )
    for solution in solutions:
        exercise = exercise_of(solution)
        for block in [*hints_between(exercise, solution), solution]:
            block.drop_tree()
            section.append(block)
        if exercise is not None:
            lead_to(exercise, solution)
    article.xpath("./section")[0].append(section)


def exercise_of(solution: Element) -> Element | None:
    """Return the exercise before a solution."""
    found: list[Element] = solution.xpath(f"./preceding::div[{EXERCISE}][1]")
    return found[0] if found else None


def hints_between(exercise: Element | None, solution: Element) -> list[Element]:
    """Return the hints that stand between an exercise and its solution, named after it."""
    found: list[Element] = []
    for block in solution.itersiblings(preceding=True):
        if block is exercise:
            break
        if "hint" in (block.get("class") or "").split():
            found.append(block)
    for hint in found:
        summary = hint.find("summary")
        if summary is not None:
            words = str(solution.findtext("summary") or "").removeprefix("Solution to ")
            summary.text = f"Hint for {words}"
    return found[::-1]


def lead_to(exercise: Element, solution: Element) -> None:
    """Say in an exercise on which page its solution is."""
    name = solution.get("id")
    link = html.fromstring(
        f'<a href="#{name}">Solution, page <span class="page-of" data-to="{name}">000</span></a>'
    )
    lines = exercise.xpath("./p[@class='live-address']")
    if lines:
        lines[0][-1].tail = ". "
        lines[0].append(link)
    else:
        line = html.Element("p", {"class": "live-address"})
        line.append(link)
        exercise.append(line)
