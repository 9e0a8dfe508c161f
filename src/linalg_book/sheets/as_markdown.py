"""A sheet as Markdown with formulas between dollar signs."""

from linalg_book.sheets.sheet import Exercise, Sheet
from linalg_book.sheets.wording import EXERCISES, KEY, MISTAKES, SOLUTIONS, key, mistakes, source


def write(sheet: Sheet) -> str:
    """Write the exercises, the key, then each solution under a heading of its own."""
    blocks = [f"# {sheet.kind.title}", f"Seed {sheet.seed}: `{source(sheet)}`", f"## {EXERCISES}"]
    blocks += [f"{one.number}. {one.problem.statement.markdown()}" for one in sheet.exercises]
    blocks.append(f"## {KEY}")
    for one in sheet.exercises:
        answers = "; ".join(answer.markdown() for answer in key(one))
        blocks.append(f"{one.number}. {answers}")
    blocks.append(f"## {SOLUTIONS}")
    for one in sheet.exercises:
        blocks += _solution(one)
    return "\n\n".join(blocks) + "\n"


def _solution(one: Exercise) -> list[str]:
    blocks = [f"### Exercise {one.number}", f"(Its own seed is {one.problem.seed}.)"]
    blocks.append(one.problem.solution.markdown(full=True))
    if found := mistakes(one):
        blocks.append(f"{MISTAKES}:")
        blocks.append("\n".join(f"- {sentence.markdown()}" for sentence in found))
    return blocks
