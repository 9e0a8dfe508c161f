"""Rule 11: what code may do, and what its output in the built page may hold."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from lxml import etree

from tools.markup import elements
from tools.rules.code import code_of
from tools.rules.records import Chapter, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.html import HtmlElement

GENERATORS = {
    *("default_rng", "Generator", "SeedSequence", "BitGenerator"),
    *("PCG64", "PCG64DXSM", "Philox", "MT19937", "SFC64"),
}
CLOCKS = {
    *("time.time", "time.perf_counter", "time.process_time", "time.monotonic", "time.ctime"),
    *("datetime.now", "datetime.today", "datetime.utcnow", "date.today"),
    *("perf_counter", "process_time", "timeit.timeit", "timeit.repeat"),
}


def repeatable_code(chapter: Chapter) -> list[Finding]:
    """Rule 11: random numbers come from a seeded generator, and no code reads the clock."""
    found = []
    for before, tree in code_of(chapter):
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            problem, remedy = _call_fault(call)
            if problem:
                found.append(chapter.finding(before + call.lineno, "rule 11", problem, remedy))
    return found


def _call_fault(call: ast.Call) -> tuple[str, str]:
    name = ast.unparse(call.func)
    *owner, last = name.split(".")
    remedy = "draw from numpy.random.default_rng(<seed>) and pass it on"
    unseeded = not call.args and not call.keywords
    none = any(isinstance(a, ast.Constant) and a.value is None for a in call.args)
    if last in GENERATORS - {"Generator"} and (unseeded or none):
        return f'"{name}" without a seed', remedy
    if owner[-1:] == ["random"] and owner[0] in {"np", "numpy"} and last not in GENERATORS:
        return f'"{name}" uses the global generator', remedy
    if owner == ["random"] and (last != "Random" or unseeded):
        return f'"{name}" uses another generator than ours', remedy
    if ".".join(name.split(".")[-2:]) in CLOCKS:
        return f'"{name}" reads the clock', "measure in benchmarks/ and cite the ratio"
    return "", ""


TRACES = [
    (r"\b\w*Warning\b", "a warning", "mend what it warns of"),
    (r"Traceback \(most recent call last\)", "a traceback", "catch the error and show its message"),
    (r"\b0x[0-9a-f]{6,}", "an address in memory", "show a value that has a readable form"),
    (r"(?<![\d:])(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:])", "a clock time", "take it out"),
    (r"\bnp\.(?:True_|False_|float64|int64)", "a NumPy scalar", "write bool(…) or float(…)"),
    (r"\bMatrix\(\[", "a matrix as code", "end the cell with the matrix, or with Tuple(…)"),
    (r"\{[^{}]{1,20}: ?[\[({\d'\"]", "a dictionary", "show its values in a table"),
]
LONG_FLOAT = re.compile(r"\d\.\d{7,}")
NUMPY_FLOAT = re.compile(r"\b\d\.e[+-]\d+")
EXEMPT_TAG = "tag_full-precision"
OF_CLASS = {  # as XPath says it
    name: f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"
    for name in ("cell", "cell_output", "stderr", "traceback", "math", "katex")
}


def page_output(page: Path, root: Path) -> list[Finding]:
    """Rule 11: output without warning, stderr, traceback, address, clock time or long float.

    A float of more than six decimals is allowed in a cell tagged `full-precision`. Text outside
    cells is looked at for long floats too, since {eval} prints there; code spans are not.
    """
    tree = elements(page.read_text(encoding="utf-8"))
    etree.strip_elements(tree, "svg", "script", "style", with_tail=False)
    where = page.relative_to(root).as_posix()
    found = []
    for cell in tree.xpath(f"//*[{OF_CLASS['cell']}]"):
        for output in cell.xpath(f".//*[{OF_CLASS['cell_output']}]"):
            exempt = EXEMPT_TAG in cell.get("class").split()
            for problem, remedy in _output_faults(output, exempt=exempt):
                found.append(Finding(where, output.sourceline or 1, "rule 11", problem, remedy))
    return found + list(_prose_floats(tree, where))


def _text(element: HtmlElement) -> str:
    """Return the text of an element, with a space between its pieces."""
    return " ".join(element.xpath(".//text()"))


def _output_faults(output: HtmlElement, *, exempt: bool) -> Iterator[tuple[str, str]]:
    text = _text(output)
    shown = " ".join(text.split())[:60]
    for pattern, problem, remedy in TRACES:
        if match := re.search(pattern, text):
            yield f'the output "{shown}" holds {problem} ("{match[0]}")', remedy
    for name in ("stderr", "traceback"):
        if output.xpath(f".//*[{OF_CLASS[name]}]"):
            yield f'the output "{shown}" holds a {name} block', "mend what writes to it"
    if not exempt and (match := LONG_FLOAT.search(text)):
        remedy = "round it, or tag the cell full-precision where the digits are the matter"
        yield f'the output "{shown}" holds the unrounded "{match[0]}…"', remedy


def _prose_floats(tree: HtmlElement, where: str) -> Iterator[Finding]:
    names = " or ".join(OF_CLASS[name] for name in ("cell", "math", "katex"))
    for element in tree.xpath(f"//*[self::code or self::pre or self::a or {names}]"):
        element.drop_tree()
    for paragraph in tree.xpath("//article//*[self::p or self::li or self::td]"):
        text = _text(paragraph)
        if match := LONG_FLOAT.search(text):
            remedy = "round it in {eval}, for example with :.4f"
            problem = f'the text holds the unrounded "{match[0]}…"'
            yield Finding(where, paragraph.sourceline or 1, "rule 11", problem, remedy)
        if match := NUMPY_FLOAT.search(text):
            problem = f'the text holds "{match[0]}", a float as NumPy prints it'
            remedy = "round it in {eval}, or write a power of ten"
            yield Finding(where, paragraph.sourceline or 1, "rule 11", problem, remedy)
