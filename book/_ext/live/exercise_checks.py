"""Answers of exercises: ``check`` asks for one, ``another`` offers more exercises of the kind.

(A ``Check`` of a worked example is another thing, and so is the audit, ``make check``.)
What is right comes from expressions that the chapter's kernel evaluates when the book is built;
``linalg_book.live.expected`` turns their values into the data that the page carries. ``another``
adds ready exercises of ``linalg_book.live.problem``; the page makes more of them with the same
function. Without scripts a page shows the exercise and its solution only.
"""

from __future__ import annotations

import ast
import html
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from myst_nb.core.variables import RetrievalError
from myst_nb.ext.eval import retrieve_eval_data
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx_exercise.nodes import exercise_enumerable_node, exercise_node

from linalg_book import live
from live import live_assets
from places import sources

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)

COMPUTED = ("answer", "A", "b", "x", "to", "of", "rows", "columns", "rank")
WORDS = {"equation": "A", "space": "space", "wanted": "wanted"}  # text, and what takes it
EXPECTED = "from linalg_book.live import expected_json as _expected; _expected({arguments})"


class answer_check(nodes.General, nodes.Element):  # noqa: N801 (docutils names nodes so)
    """The place of a check; its children are what the check asks for."""


class another_exercise(nodes.General, nodes.Element):  # noqa: N801
    """The place of more exercises like the one around it."""


class Check(SphinxDirective):
    """Ask for an answer: the argument says for which, the options what is right."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = {
        "kind": directives.unchanged_required,
        "symmetric": directives.flag,
        **dict.fromkeys((*COMPUTED, *WORDS), directives.unchanged_required),
    }

    def run(self) -> list[nodes.Node]:
        """Return the place of the check; what cannot be evaluated fails the build here."""
        node = answer_check("", check=self._expected())
        self.set_source_info(node)
        prompt, messages = self.state.inline_text(self.arguments[0], self.lineno)
        node += prompt
        live_assets.use(self.env, self.env.docname, "check")
        if node["check"]["kind"] == "symbolic":  # Python compares it in the page
            live_assets.use(self.env, self.env.docname, "python")
        return [node, *messages]

    def _expected(self) -> dict[str, Any]:
        """Evaluate the options in the chapter's kernel."""
        arguments = [repr(self.options.get("kind", "number"))]
        arguments += [f"{n}=({self._code(n)})" for n in COMPUTED if n in self.options]
        arguments += [f"{WORDS[n]}={self.options[n]!r}" for n in WORDS if n in self.options]
        arguments += ["symmetric=True"] if "symmetric" in self.options else []
        code = EXPECTED.format(arguments=", ".join(arguments))
        try:
            (output,) = retrieve_eval_data(self.state.document, code)
        except RetrievalError as error:
            raise self.error(f"the check “{self.arguments[0]}” fails: {error}") from error
        check: dict[str, Any] = json.loads(ast.literal_eval(output.data["text/plain"]))
        return check

    def _code(self, option: str) -> str:
        """Return the code of an option on one line."""
        code = " ".join(self.options[option].split())
        try:
            ast.parse(code, mode="eval")
        except SyntaxError as error:
            message = f"expected a Python expression for {option}, received {code!r}: {error.msg}"
            raise self.error(message) from error
        return code


class Another(SphinxDirective):
    """Offer more exercises: ``closest_point(unknowns=3)`` with the seeds of those in the page."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = {
        "seeds": directives.unchanged_required,
        "checks": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """Return the place of the exercises; what cannot be made fails the build here."""
        request = self._request()
        seeds = self.options.get("seeds", "").replace(",", " ").split()
        if not seeds or not all(seed.isdecimal() for seed in seeds):
            raise self.error("expected whole numbers as seeds: write for example :seeds: 1, 2, 3")
        variants = [live.problem({**request, "seed": int(seed)}) for seed in seeds]
        for variant in variants:
            if not variant["ok"]:
                raise self.error(f"another {self.arguments[0]}: {variant['message']}")
        for path in sources():
            self.env.note_dependency(str(path))
        for feature in ("check", "python"):
            live_assets.use(self.env, self.env.docname, feature)
        node = another_exercise("", data={"request": request, "variants": variants})
        self.set_source_info(node)
        return [node]

    def _request(self) -> dict[str, Any]:
        """Read the argument, a call of a function of ``problems``."""
        try:
            kind, options = problem_call(self.arguments[0])
        except (SyntaxError, ValueError) as error:
            example = "expected a call such as closest_point(unknowns=3)"
            message = f"{example}, received {self.arguments[0]!r}: {error}"
            raise self.error(message) from error
        checks = self.options.get("checks", "").replace(",", " ").split()
        return {"kind": kind, "options": options, "checks": checks}


def problem_call(text: str) -> tuple[str, dict[str, Any]]:
    """Read a call of a function of ``problems`` with options by name."""
    call = ast.parse(text, mode="eval").body
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.args:
        raise ValueError("it is no call with options by name")
    options = {str(word.arg): ast.literal_eval(word.value) for word in call.keywords}
    return call.func.id.replace("_", "-"), options


def name_checks(app: Sphinx, doctree: nodes.document) -> None:
    """Give each check an id after its exercise; warn of one that is in no exercise."""
    inside = set()
    for exercise in doctree.findall(nodes.Element):
        if isinstance(exercise, (exercise_node, exercise_enumerable_node)):
            for number, node in enumerate(exercise.findall(answer_check), start=1):
                node["name"] = f"{exercise['label']}-check-{number}"
                inside.add(id(node))
            for node in exercise.findall(another_exercise):
                node["name"] = exercise["label"]
                kept = app.env.metadata[app.env.docname].setdefault("more_exercises", {})
                kept[node["name"]] = node["data"]
                inside.add(id(node))
    for kind, name in ((answer_check, "check"), (another_exercise, "another")):
        for node in doctree.findall(kind):
            if id(node) not in inside:
                logger.warning("{%s} stands in no exercise: move it into one", name, location=node)


def visit_check(self: HTML5Translator, node: answer_check) -> None:
    """Write an empty place with the data of the check; the prompt waits for the form."""
    data = html.escape(json.dumps(node["check"], ensure_ascii=False))
    name = html.escape(node.get("name", ""))
    self.body.append(
        f'<div class="answer-check" data-live="check" data-name="{name}" data-check="{data}">'
        '<span class="check-prompt" hidden>'
    )


def depart_check(self: HTML5Translator, node: answer_check) -> None:
    """End the place of a check."""
    self.body.append("</span></div>\n")


def visit_another(self: HTML5Translator, node: another_exercise) -> None:
    """Write an empty place; the exercises stand in a file of their own."""
    name = html.escape(node.get("name", ""))
    self.body.append(
        f'<div class="answer-check another" data-live="check" data-another="{name}"></div>\n'
    )
    raise nodes.SkipNode


def write_exercises(app: Sphinx) -> None:
    """Write the ready exercises beside the code that shows them, a file for each exercise."""
    folder = Path(app.outdir) / "_static" / "live" / "checks" / "more"
    for metadata in app.env.metadata.values():
        for name, data in metadata.get("more_exercises", {}).items():
            folder.mkdir(parents=True, exist_ok=True)
            text = json.dumps(data, ensure_ascii=False)
            (folder / f"{name}.json").write_text(text, encoding="utf-8")


def skip(self: object, node: nodes.Node) -> None:
    """Write nothing: on paper there is nothing to check."""
    raise nodes.SkipNode


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    others = dict.fromkeys(("latex", "text", "man", "texinfo"), (skip, None))
    app.add_node(answer_check, html=(visit_check, depart_check), **others)
    app.add_node(another_exercise, html=(visit_another, None), **others)
    app.add_directive("check", Check)
    app.add_directive("another", Another)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
