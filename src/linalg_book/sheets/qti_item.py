"""An exercise as an item of QTI 2.1: what is declared, asked, judged and told."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, fromstring

from linalg_book.sheets.answers import wrong_entries
from linalg_book.sheets.markup import fields, sentences, solution
from linalg_book.sheets.sheet import Exercise, Part, Sheet
from linalg_book.sheets.writings import short_writings, writings
from linalg_book.writing.formula import Formula

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
MATHML = "http://www.w3.org/1998/Math/MathML"
SCORE, FEEDBACK, SOLUTION = "SCORE", "FEEDBACK", "SOLUTION"


class Response(NamedTuple):
    """The field of one entry: its identifier, the right number, wrong ones with sentences."""

    name: str
    right: Fraction
    wrong: list[tuple[Fraction, str]]


def rooted(tag: str, space: str, **attributes: str) -> Element:
    """Return the root of a document whose elements are of one namespace."""
    return Element(tag, {"xmlns": space, **attributes})


def item(sheet: Sheet, one: Exercise) -> Element:
    """Return the item of an exercise."""
    title = f"{sheet.kind.title} {one.number}"
    root = rooted("assessmentItem", QTI, identifier=f"{sheet.kind.name}-{one.problem.seed}",
                  title=title, adaptive="false", timeDependent="false")  # fmt: skip
    responses = list(responses_of(one))
    root.extend(_declaration(response) for response in responses)
    root.extend(_outcomes(len(responses)))
    root.append(_body(one))
    root.append(_processing(responses))
    root.extend(_told(responses))
    root.append(_feedback(SOLUTION, solution(in_mathml, one)))
    return root


def responses_of(one: Exercise) -> Iterator[Response]:
    """Yield the responses of an exercise, a field for each entry of each answer."""
    for part in one.parts:
        for i, row in enumerate(part.rows):
            for j, right in enumerate(row):
                yield Response(response_name(part, i, j), right, list(wrong_entries(part, i, j)))


def response_name(part: Part, i: int, j: int) -> str:
    """Name the response of an entry."""
    return f"R_{part.name}_{i + 1}_{j + 1}"


def in_mathml(one: Formula, display: bool) -> Element:  # noqa: FBT001 (the type of a typesetter)
    """Return a formula as MathML, in its own namespace."""
    math = fromstring(one.mathml(display=display))  # noqa: S314 (our own text)
    for element in math.iter():
        element.tag = element.tag.removeprefix(f"{{{MATHML}}}")
    math.set("xmlns", MATHML)
    return math


def _declaration(response: Response) -> Element:
    """Declare a response: the right writing first, then all that count as right."""
    made = Element("responseDeclaration", identifier=response.name, cardinality="single",
                   baseType="string")  # fmt: skip
    SubElement(SubElement(made, "correctResponse"), "value").text = str(response.right)
    mapping = SubElement(made, "mapping", defaultValue="0")
    for text in writings(response.right):
        SubElement(mapping, "mapEntry", mapKey=text, mappedValue="1")
    return made


def _outcomes(most: int) -> list[Element]:
    """Declare the score, its largest value, and which feedback is shown."""
    made = []
    for name, value in ((SCORE, 0), ("MAXSCORE", most)):
        outcome = Element("outcomeDeclaration", identifier=name, cardinality="single",
                          baseType="float")  # fmt: skip
        SubElement(SubElement(outcome, "defaultValue"), "value").text = str(value)
        made.append(outcome)
    told = Element("outcomeDeclaration", identifier=FEEDBACK, cardinality="multiple",
                   baseType="identifier")  # fmt: skip
    return [*made, told]


def _body(one: Exercise) -> Element:
    """Return the statement and, for each answer, its fields."""
    body = Element("itemBody")
    body.append(sentences("p", in_mathml, one.problem.statement))
    for part in one.parts:
        body.append(sentences("p", in_mathml, f"{part.prompt}:"))
        body.append(fields(part, lambda i, j, part=part: _field(part, i, j)))  # type: ignore[misc]
    return body


def _field(part: Part, i: int, j: int) -> Element:
    name = response_name(part, i, j)
    return Element("textEntryInteraction", responseIdentifier=name, expectedLength="8")


def _processing(responses: list[Response]) -> Element:
    """Add up what the entries are worth, and choose what is told."""
    made = Element("responseProcessing")
    total = SubElement(SubElement(made, "setOutcomeValue", identifier=SCORE), "sum")
    for response in responses:
        SubElement(total, "mapResponse", identifier=response.name)
    for response in responses:
        for number, (wrong, _) in enumerate(response.wrong, start=1):
            made.append(_condition(response.name, number, wrong))
    made.append(_tell(SOLUTION))
    return made


def _condition(name: str, number: int, wrong: Fraction) -> Element:
    """Tell the sentence of a mistake if the entry is one of the writings of its number."""
    made = Element("responseCondition")
    case = SubElement(made, "responseIf")
    either = SubElement(case, "or")
    for text in short_writings(wrong):
        same = SubElement(either, "match")
        SubElement(same, "variable", identifier=name)
        SubElement(same, "baseValue", baseType="string").text = text
    case.append(_tell(feedback_name(name, number)))
    return made


def feedback_name(name: str, number: int) -> str:
    """Name the feedback to a mistake in an entry."""
    return f"F_{name}_{number}"


def _tell(name: str) -> Element:
    """Add a feedback to those that are shown."""
    made = Element("setOutcomeValue", identifier=FEEDBACK)
    shown = SubElement(made, "multiple")
    SubElement(shown, "variable", identifier=FEEDBACK)
    SubElement(shown, "baseValue", baseType="identifier").text = name
    return made


def _told(responses: list[Response]) -> Iterator[Element]:
    """Yield what is told to each mistake."""
    for response in responses:
        for number, (wrong, says) in enumerate(response.wrong, start=1):
            said = sentences("p", in_mathml, f"{wrong}: {says}")
            yield _feedback(feedback_name(response.name, number), [said])


def _feedback(name: str, content: list[Element]) -> Element:
    made = Element("modalFeedback", outcomeIdentifier=FEEDBACK, identifier=name, showHide="show")
    made.extend(content)
    return made
