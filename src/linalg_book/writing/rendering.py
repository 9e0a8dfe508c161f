"""The formats of a worked example, one function each."""

from collections.abc import Mapping
from itertools import chain
from textwrap import indent, wrap
from typing import Any

import sympy

from linalg_book.writing.formula import Formula, formula, row
from linalg_book.writing.prose import Prose, html_math
from linalg_book.writing.shown import Check, Example, Step
from linalg_book.writing.stand_ins import written
from linalg_book.writing.tree import SIGN

NO_BREAK = "\N{NO-BREAK SPACE}"
UNBROKEN = 30
SCHEMA = "linalg_book.worked-example/1"
LONGEST, FIRST, LAST = 12, 8, 3
"""Of more than ``LONGEST`` steps, a summary shows so many from the start and from the end."""


def hidden(example: Example, *, full: bool) -> range:
    """Return the indices of the steps that a summary leaves out; none if it shows all."""
    count = len(example.steps)
    return range(FIRST, count - LAST) if count > LONGEST and not full else range(0)


def _omission(left_out: range, method: str) -> str:
    """Say which steps are left out, and how to see them."""
    return (
        f"Steps {left_out.start + 1} to {left_out.stop} go on like this; "
        f"{method}(full=True) shows them."
    )


def text(example: Example, width: int, *, full: bool) -> str:
    """Wrap sentences and align formulas for a terminal."""
    blocks = [f"{example.title}\n{'=' * min(len(str(example.title)), width)}"]
    left_out = hidden(example, full=full)
    for index, step in enumerate(example.steps):
        if index in left_out:
            if index == left_out.start:
                blocks.append(_wrapped("…  ", width, Prose((_omission(left_out, "text"),))))
            continue
        label = f"{index + 1}. "
        blocks.append(_wrapped(label, width, step.what, Prose((" ",)), step.why))
        blocks += [indent(item.text(width - 6), " " * 6) for item in step.formulas]
    blocks.append("Checks")
    for check in example.checks:
        blocks.append(_wrapped("✓ ", width, check.name, Prose((":",))))
        blocks.append(indent(_evaluated(check).text(width - 6), " " * 6))
    return "\n\n".join(blocks)


def _wrapped(label: str, width: int, *sentences: Prose) -> str:
    """Break sentences into lines, but no short formula."""
    words = ""
    for part in chain.from_iterable(sentence.parts for sentence in sentences):
        plain_text = part if isinstance(part, str) else part.line()
        short = not isinstance(part, str) and len(plain_text) <= UNBROKEN
        words += plain_text.replace(" ", NO_BREAK) if short else plain_text
    lines = wrap(
        words,
        width,
        initial_indent=label,
        subsequent_indent=" " * len(label),
        break_on_hyphens=False,
        break_long_words=False,
    )
    return "\n".join(lines).replace(NO_BREAK, " ")


def latex(example: Example, *, full: bool) -> str:
    """Write a numbered list, then the checks."""
    lines = [rf"\paragraph{{{example.title.latex()}}}", r"\begin{enumerate}"]
    left_out = hidden(example, full=full)
    for index, step in enumerate(example.steps):
        if index in left_out:
            if index == left_out.start:
                lines.append(rf"\item[\ldots] {_omission(left_out, 'latex')}")
                lines.append(rf"\setcounter{{enumi}}{{{left_out.stop}}}")
            continue
        lines.append(rf"\item {step.what.latex()} {step.why.latex()}")
        lines += [rf"\[ {item.latex()} \]" for item in step.formulas]
    lines += [r"\end{enumerate}", "Checks:", r"\begin{itemize}"]
    for check in example.checks:
        lines.append(rf"\item {check.name.latex()}:")
        lines.append(rf"\[ {_evaluated(check).latex()} \]")
    return "\n".join([*lines, r"\end{itemize}"])


def markdown(example: Example, *, full: bool) -> str:
    """Write a numbered list, then the checks; what is left out interrupts the list."""
    blocks = [f"**{example.title.markdown()}**"]
    left_out = hidden(example, full=full)
    for index, step in enumerate(example.steps):
        if index in left_out:
            if index == left_out.start:
                blocks.append(f"… {_omission(left_out, 'markdown')}")
            continue
        label = f"{index + 1}. "
        blocks.append(f"{label}{step.what.markdown()} {step.why.markdown()}")
        blocks += [indent(f"$$\n{f.latex()}\n$$", " " * len(label)) for f in step.formulas]
    blocks.append("Checks:")
    for check in example.checks:
        blocks.append(f"- {check.name.markdown()}:")
        blocks.append(indent(f"$$\n{_evaluated(check).latex()}\n$$", "  "))
    return "\n\n".join(blocks)


def html(example: Example, *, full: bool) -> str:
    """Write a fragment without ids or styles: a list of steps and a list of checks.

    The middle of a long derivation is folded into ``<details>``.
    """
    left_out = hidden(example, full=full)
    steps = _html_list(example.steps[: left_out.start] if left_out else example.steps, 1)
    if left_out:
        folded = _html_list(example.steps[left_out.start : left_out.stop], left_out.start + 1)
        steps += (
            '\n<details class="more-steps">'
            f"<summary>Steps {left_out.start + 1} to {left_out.stop}</summary>\n"
            f"{folded}\n</details>\n"
        ) + _html_list(example.steps[left_out.stop :], left_out.stop + 1)
    checks = "\n".join(map(_html_check, example.checks))
    return (
        '<div class="worked-example">\n'
        f'<p class="worked-title">{example.title.html()}</p>\n'
        f"{steps}\n"
        '<p class="checks-title">Checks</p>\n'
        f'<ul class="checks">\n{checks}\n</ul>\n'
        "</div>"
    )


def _html_list(steps: tuple[Step, ...], start: int) -> str:
    """Write a list whose numbers begin with ``start``."""
    first = f' start="{start}"' if start > 1 else ""
    items = "\n".join(map(_html_step, steps))
    return f'<ol class="steps"{first}>\n{items}\n</ol>'


def _html_step(step: Step) -> str:
    formulas = "".join(html_math(item, display=True) for item in step.formulas)
    return (
        '<li class="step">'
        f'<div class="step-reason"><p class="step-what">{step.what.html()}</p>'
        f'<p class="step-why">{step.why.html()}</p></div>'
        f'<div class="step-formula">{formulas}</div></li>'
    )


def _html_check(check: Check) -> str:
    return (
        '<li class="check">'
        f'<span class="check-name">{check.name.html()}:</span> '
        f'<span class="check-identity">{html_math(_evaluated(check))}</span></li>'
    )


def as_dict(example: Example) -> dict[str, Any]:
    """Use dictionaries, lists and strings only: see ``WorkedExample.as_dict``."""
    return {
        "schema": SCHEMA,
        "title": example.title.as_list(),
        "answer": plain(example.answer),
        "values": plain(example.values),
        "steps": [
            {
                "what": step.what.as_list(),
                "why": step.why.as_list(),
                "formulas": [_formula(item) for item in step.formulas],
                "before": plain(step.before),
                "after": plain(step.after),
            }
            for step in example.steps
        ],
        "checks": [
            {
                "name": check.name.as_list(),
                "identity": _formula(check.identity),
                "left": plain(check.left),
                "right": plain(check.right),
                "holds": check.holds,
            }
            for check in example.checks
        ],
    }


def plain(value: Any) -> Any:
    """Turn a value into what JSON can carry, exactly."""
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if hasattr(value, "to_Matrix"):
        value = value.to_Matrix()
    if isinstance(value, sympy.MatrixBase):
        return [[written(item) for item in entries] for entries in value.tolist()]
    if isinstance(value, tuple) and hasattr(value, "_asdict"):  # a tuple with named parts
        return plain(value._asdict())
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return written(value)


def _formula(item: Formula) -> dict[str, str]:
    return {"tex": item.latex(), "text": item.line()}


def _evaluated(check: Check) -> Formula:
    """Write what both sides are between them, once: A x = (6, 2) = b, but 3·4 = 12."""
    value, sign = formula(check.left), SIGN["="]
    middle = check.identity.parts.index(sign)
    left, right = check.identity.parts[:middle], check.identity.parts[middle + 1 :]
    same = row(*right).line() == value.line()
    return row(*left, sign, value, *(() if same else (sign, *right)))
