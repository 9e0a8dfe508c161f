"""Elements of HTML and XML: sentences with formulas, derivations, tables of fields."""

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element, SubElement

from linalg_book.sheets.sheet import Exercise, Part
from linalg_book.sheets.wording import MISTAKES, mistakes
from linalg_book.worked import WorkedExample
from linalg_book.writing.formula import Formula
from linalg_book.writing.prose import Prose

Typeset = Callable[[Formula, bool], Element | str]
"""How a formula (in a line of its own or not) comes into a text: as an element or as text."""


def append(parent: Element, content: Element | str) -> None:
    """Put an element or text behind what a parent holds."""
    if isinstance(content, Element):
        parent.append(content)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + content
    else:
        parent.text = (parent.text or "") + content


def sentences(tag: str, typeset: Typeset, *said: Prose | str) -> Element:
    """Return an element with sentences, a space between them."""
    made = Element(tag)
    for i, one in enumerate(said):
        append(made, " " if i else "")
        for part in (one,) if isinstance(one, str) else one.parts:
            append(made, part if isinstance(part, str) else typeset(part, False))  # noqa: FBT003
    return made


def displayed(typeset: Typeset, formulas: Sequence[Formula]) -> list[Element]:
    """Return a paragraph for each formula."""
    made = []
    for one in formulas:
        paragraph = Element("p")
        append(paragraph, typeset(one, True))  # noqa: FBT003
        made.append(paragraph)
    return made


def derivation(typeset: Typeset, example: WorkedExample) -> Element:
    """Return the steps of a worked example as a list."""
    steps = Element("ol")
    for step in example.steps:
        item = SubElement(steps, "li")
        item.append(sentences("p", typeset, step.what, step.why))
        item.extend(displayed(typeset, step.formulas))
    return steps


def solution(typeset: Typeset, exercise: Exercise) -> list[Element]:
    """Return the worked solution of an exercise and the usual mistakes."""
    worked = exercise.problem.solution
    made = [sentences("p", typeset, worked.title), derivation(typeset, worked)]
    if found := mistakes(exercise):
        made.append(sentences("p", typeset, f"{MISTAKES}:"))
        listed = Element("ul")
        listed.extend(sentences("li", typeset, one) for one in found)
        made.append(listed)
    return made


def fields(part: Part, field: Callable[[int, int], Element | str]) -> Element:
    """Return a table with a field for each entry of an answer."""
    table = Element("table")
    body = SubElement(table, "tbody")
    for i, row in enumerate(part.rows):
        line = SubElement(body, "tr")
        for j in range(len(row)):
            append(SubElement(line, "td"), field(i, j))
    return table
