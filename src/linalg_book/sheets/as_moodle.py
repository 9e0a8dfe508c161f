"""A sheet as Moodle XML: a Cloze question for each exercise, with a field for each entry.

Formulas are LaTeX between the signs that Moodle's MathJax filter takes.  Each entry is a short
answer that accepts the usual writings of its number; the entries of usual mistakes bring their
sentence, and the worked solution is the general feedback.
"""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from linalg_book.sheets.answers import require_answers, wrong_entries
from linalg_book.sheets.markup import fields, sentences, solution
from linalg_book.sheets.sheet import Exercise, Part, Sheet
from linalg_book.sheets.writings import short_writings, writings
from linalg_book.writing.formula import Formula

SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\}~#"})
ELSE = "This is not right: compare with the solution."


def write(sheet: Sheet) -> str:
    """Write a quiz of the exercises, in a category of its own."""
    require_answers(sheet, "moodle")
    quiz = Element("quiz")
    category = SubElement(quiz, "question", type="category")
    title = sheet.kind.title.replace("/", " or ")
    _text(category, "category", f"$course$/top/{title}, seed {sheet.seed}")
    for one in sheet.exercises:
        quiz.append(question(sheet, one))
    indent(quiz)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(quiz, encoding="unicode") + "\n"


def question(sheet: Sheet, one: Exercise) -> Element:
    """Return the Cloze question of an exercise."""
    made = Element("question", type="cloze")
    _text(made, "name", f"{sheet.kind.title} {one.number} (seed {one.problem.seed})")
    asked = [sentences("p", in_tex, one.problem.statement)]
    for part in one.parts:
        asked.append(sentences("p", in_tex, f"{part.prompt}:"))
        asked.append(fields(part, lambda i, j, part=part: cloze(part, i, j)))  # type: ignore[misc]
    _html(made, "questiontext", asked)
    _html(made, "generalfeedback", solution(in_tex, one))
    SubElement(made, "penalty").text = "0.3333333"
    SubElement(made, "hidden").text = "0"
    SubElement(made, "idnumber").text = f"{sheet.kind.name}-{one.problem.seed}"
    tags = SubElement(made, "tags")
    _text(tags, "tag", sheet.kind.name)
    return made


def in_tex(one: Formula, display: bool) -> str:  # noqa: FBT001 (the type of a typesetter)
    """Write a formula as LaTeX between signs."""
    return rf"\[{one.latex()}\]" if display else rf"\({one.latex()}\)"


def cloze(part: Part, i: int, j: int) -> str:
    """Write the field of an entry: what is right, usual mistakes, everything else."""
    choices = [f"={text}" for text in writings(part.rows[i][j])]
    for wrong, says in wrong_entries(part, i, j):
        feedback = says.translate(SPECIAL)
        choices += [f"%0%{text}#{feedback}" for text in short_writings(wrong)]
    choices.append(f"%0%*#{ELSE}")
    return "{1:SHORTANSWER:" + "~".join(choices) + "}"


def _text(parent: Element, tag: str, content: str) -> Element:
    child = SubElement(parent, tag)
    SubElement(child, "text").text = content
    return child


def _html(parent: Element, tag: str, content: Sequence[Element]) -> None:
    """Add HTML as text: what reads the file writes it into a page."""
    markup = "\n".join(tostring(one, encoding="unicode", method="html") for one in content)
    _text(parent, tag, markup).set("format", "html")
