"""Rule 14 and the skeleton of a chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.rules.records import Chapter, Finding

FEWEST_EXERCISES = 6
BOX = "In this chapter"
LAST_SECTIONS = ("Summary", "Exercises", "Further reading")


def exercises(chapter: Chapter) -> list[Finding]:
    """Rule 14: a chapter has six exercises or more, each with a folded solution in its file."""
    asked = [d for d in chapter.directives if d.name in {"exercise", "exercise-start"}]
    solved = [d for d in chapter.directives if d.name in {"solution", "solution-start"}]
    found = []
    if chapter.in_part and len(asked) < FEWEST_EXERCISES:
        problem = f"{len(asked)} exercises, at least {FEWEST_EXERCISES}"
        found.append(chapter.finding(1, "rule 14", problem, "write more, of every sort"))
    solutions = {item.argument for item in solved}
    for item in asked:
        if item.label not in solutions:
            problem = f'the exercise "{item.label}" has no solution in this file'
            remedy = "add a {solution} with the exercise's label"
            found.append(chapter.finding(item.line, "rule 14", problem, remedy))
    labels = {item.label for item in asked}
    for item in solved:
        if item.argument not in labels:
            problem = f'the solution names "{item.argument}", which is no exercise here'
            found.append(chapter.finding(item.line, "rule 14", problem, "name an exercise's label"))
        if "dropdown" not in str(item.options.get("class", "")).split():
            problem = "the solution is not folded"
            found.append(chapter.finding(item.line, "rule 14", problem, "add :class: dropdown"))
    return found


def skeleton(chapter: Chapter) -> list[Finding]:
    """Skeleton: one title with its label; in a chapter also the box and the closing sections."""
    headings = [item for item in chapter.passages if item.kind == "heading"]
    titles = [item for item in headings if item.level == 1]
    found = []
    if len(titles) != 1 or headings[0] is not titles[0]:
        line = titles[1].line if len(titles) > 1 else 1
        problem = f"{len(titles)} titles (lines that begin with one #)"
        found.append(
            chapter.finding(line, "skeleton", problem, "begin with one title, and no other")
        )
    if not chapter.in_part:
        return found
    wanted = f"sec-{chapter.slug}"
    first_line = titles[0].line if titles else 1
    if not any(label.name == wanted and label.line < first_line for label in chapter.labels):
        problem = f'the title has no label "{wanted}"'
        found.append(
            chapter.finding(first_line, "skeleton", problem, f"write ({wanted})= before it")
        )
    if not any(item.argument.strip() == BOX for item in chapter.directives):
        problem = f'no box "{BOX}"'
        remedy = f"open with a directive of the title {BOX}: aims, new words, needs"
        found.append(chapter.finding(first_line, "skeleton", problem, remedy))
    return found + _last_sections(chapter)


def _last_sections(chapter: Chapter) -> list[Finding]:
    places = {
        item.text: item.line
        for item in chapter.passages
        if item.kind == "heading" and item.level == 2
    }
    found = []
    for name in LAST_SECTIONS:
        if name not in places:
            remedy = f"add the section ## {name}"
            found.append(chapter.finding(1, "skeleton", f'no section "{name}"', remedy))
    order = [places[name] for name in LAST_SECTIONS if name in places]
    if order != sorted(order):
        problem = "the closing sections are out of order"
        remedy = f"put them so: {', '.join(LAST_SECTIONS)}"
        found.append(chapter.finding(order[0], "skeleton", problem, remedy))
    return found
