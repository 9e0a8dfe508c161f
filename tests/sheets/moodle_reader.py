"""Moodle's side of a Cloze question, after its documentation: find fields, judge what is typed."""

import re
from dataclasses import dataclass
from html import unescape

from lxml import etree, html

FIELD = re.compile(r"\{(\d*):(SHORTANSWER|SA|MW):(.*?)(?<!\\)\}", re.DOTALL)
CHOICE = re.compile(r"(=|%(-?\d+(?:\.\d+)?)%)?(.+?)(?:(?<!\\|&)#(.*))?$", re.DOTALL)
BETWEEN = re.compile(r"(?<!\\)~")


@dataclass
class Field:
    """A short answer: its weight, and pattern, share and feedback of each choice in order."""

    weight: int
    choices: list[tuple[str, float, str]]

    def judged(self, typed):
        """Return share and feedback of the first pattern that fits; a star fits everything."""
        for pattern, share, feedback in self.choices:
            fits = ".*".join(map(re.escape, pattern.split("*")))
            if re.fullmatch(fits, typed.strip(), re.IGNORECASE):
                return share, feedback
        return 0.0, ""


def unescaped(text):
    return unescape(re.sub(r"\\([}~#\\])", r"\1", text)).strip()


def fields(markup):
    """List the fields of a question's text."""
    found = []
    for weight, _, inside in FIELD.findall(markup):
        choices = []
        for text in BETWEEN.split(inside):
            mark, percent, answer, feedback = CHOICE.fullmatch(text).groups()
            share = 1.0 if mark == "=" else float(percent or 0) / 100
            choices.append((unescaped(answer), share, unescaped(feedback or "")))
        found.append(Field(int(weight or 1), choices))
    return found


def questions(content):
    """Return the category and the Cloze questions of a file."""
    root = etree.fromstring(content)
    assert root.tag == "quiz"
    category, *others = root.findall("question")
    assert category.get("type") == "category"
    assert {one.get("type") for one in others} == {"cloze"}
    return category.findtext("category/text"), others


def markup(question, tag):
    """Return the HTML of a question's text or feedback, and the tree that it makes."""
    element = question.find(tag)
    assert element.get("format") == "html"
    text = element.findtext("text")
    return text, html.fragments_fromstring(text)
