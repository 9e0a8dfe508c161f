"""The command line: each function a command, in every format, with clear errors."""

import json
import os
import re
import subprocess
import sys
from functools import partial

import pytest

from linalg_book import __version__, exact
from linalg_book.arguments import MatrixLike
from linalg_book.asking.functions import exact_functions
from linalg_book.cli import main
from linalg_book.worked import Step, WorkedExample
from linalg_book.writing.prose import prose
from tests.calls import CALLS, work

COMMANDS = {name.replace("_", "-"): (name, call) for name, call in CALLS.items()}
commands = pytest.mark.parametrize("command", COMMANDS)


def run(capsys, *words):
    """Return the exit code, the output and the errors."""
    try:
        code = main(words)
    except SystemExit as stop:
        code = stop.code
    output = capsys.readouterr()
    return code, output.out, output.err


def test_every_function_that_works_an_example_is_a_command():
    assert set(exact_functions()) == set(COMMANDS)


@commands
def test_a_command_gives_what_the_function_gives(capsys, command):
    name, call = COMMANDS[command]
    code, output, errors = run(capsys, command, *call.cli, "--format", "json")
    assert (code, errors) == (0, "")
    assert output == work(name, call.example).to_json(indent=2) + "\n"


@pytest.mark.parametrize("written", ["text", "latex", "markdown"])
@commands
def test_every_command_in_every_format(capsys, command, written):
    code, output, errors = run(capsys, command, *COMMANDS[command][1].cli, "--format", written)
    assert (code, errors) == (0, "")
    assert output.endswith("\n")
    begins = {
        "text": r".+\n=+\n\n1\. ",
        "latex": r"\\paragraph\{",
        "markdown": r"\*\*.+\*\*\n\n1\. ",
    }
    assert re.match(begins[written], output)


@pytest.mark.parametrize("command", [n for n, (_, call) in COMMANDS.items() if call.takes_matrix])
def test_every_command_refuses_what_is_no_number(capsys, command):
    _, call = COMMANDS[command]
    ones = dict.fromkeys(("k", "penalty", "degree", "draws"), "1")
    others = ones | {call.column: "1 1", "step": "1/9"}
    options = [f"--{call.matrix}", "1 one; 1 1"]
    for name in others.keys() & {p.name for p in exact_functions()[command].parameters}:
        options += [f"--{name}", others[name]]
    code, output, errors = run(capsys, command, *options)
    assert (code, output) == (1, "")
    assert errors.startswith(f"InvalidNumberError: entry 2 of row 1 of {call.matrix} is 'one'")
    assert re.match(r"\w+Error: .+: .+\.\n$", errors)


@commands
def test_every_command_has_help(capsys, command):
    code, output, _ = run(capsys, command, "--help")
    assert code == 0
    assert output.startswith(f"usage: python -m linalg_book {command} ")
    for parameter in exact_functions()[command].parameters:
        assert parameter.description, f"{command}: {parameter.name} is not documented"
        assert f"--{parameter.name.replace('_', '-')}" in output
    assert "how to write the input:" in output
    assert "``" not in output


@pytest.mark.parametrize("written", ["text", "latex", "markdown"])
def test_formats(capsys, monkeypatch, written):
    monkeypatch.setenv("COLUMNS", "80")
    example = exact.closest_point([3, 4], 12)
    code, output, _ = run(capsys, "closest-point", "3x + 4y = 12", "--format", written)
    assert code == 0
    assert output == getattr(example, written)() + "\n"


def test_text_is_the_default_and_keeps_to_the_width(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    assert (
        run(capsys, "closest-point", "3 4", "12")[1]
        == exact.closest_point([3, 4], 12).text(60) + "\n"
    )
    monkeypatch.setenv("COLUMNS", "10")
    assert (
        run(capsys, "closest-point", "3 4", "12")[1]
        == exact.closest_point([3, 4], 12).text(40) + "\n"
    )


@pytest.mark.parametrize(
    "words",
    [
        ["1 1 1; 1 -1 0", "6 2"],
        ["1,1,1;1,-1,0;", "6; 2"],
        ["[[1, 1, 1], [1, -1, 0]]", "[6, 2]"],
        ['[["1/1", 1.0, 1], [1, -1, 0]]', "[6, 2.0]"],
        ["--A", "1 1 1; 1 -1 0", "--b", "6 2"],
        ["--b", "6 2", "1 1 1; 1 -1 0"],
        ["--A=1 1 1; 1 -1 0", "6 2"],
        ["x + y + z = 6; x - y = 2"],
        ["--A", "x + y + z = 6; x - y = 2"],
        ["-x + y = -2; x+y+z=6"],
    ],
)
def test_ways_to_write_a_system(capsys, words):
    code, output, _ = run(capsys, "least-norm", *words, "--format", "json")
    assert code == 0
    assert json.loads(output)["answer"] == [["3"], ["1"], ["2"]]


@pytest.mark.parametrize(
    ("words", "answer"),
    [(["2 0; 0 4", "-1/3 -1"], [["-1/6"], ["-1/4"]]), (["-x+0y=2"], [["-2"], ["0"]]),
     (["--A", "-1", "--b", "-.5"], [["1/2"]])],
)  # fmt: skip
def test_a_leading_minus_is_no_option(capsys, words, answer):
    code, output, _ = run(capsys, "least-norm", *words, "--format", "json")
    assert code == 0
    assert json.loads(output)["answer"] == answer


def test_the_unknowns_keep_their_letters(capsys):
    shown = {
        "closest-point": "the line $2 v + u = 5$",
        "least-norm": r"\begin{bmatrix}v\\u\end{bmatrix}",
        "solve": r"v = \frac{5}{2} - \frac{1}{2} u",
    }
    for name, formula in shown.items():
        code, output, errors = run(capsys, name, "2v + u = 5", "--format", "latex")
        assert (code, errors) == (0, "")
        assert formula in output
        assert not re.search(r"\by\b", output)
    # No step of least squares writes an unknown, so their order is told.
    code, output, errors = run(capsys, "least-squares", "2v + u = 5", "--format", "json")
    assert (code, errors) == (0, "The entries of x stand for v, u, in this order.\n")
    assert json.loads(output)["answer"] == [["2"], ["1"]]
    assert run(capsys, "least-squares", "x_1 + x_2 + x_3 + x_4 = 4")[2] == ""


def test_all_steps(capsys, monkeypatch):
    steps = [Step(prose(f"Step {i}."), prose("Because.")) for i in range(1, 31)]
    example = WorkedExample(prose("Title"), 1, (), partial(tuple, steps))
    monkeypatch.setattr(exact, "qr", _returning(example))
    assert "Step 20." not in run(capsys, "qr", "1 2; 3 4")[1]
    assert "Step 20." in run(capsys, "qr", "1 2; 3 4", "--all-steps")[1]
    assert "Step 20." in run(capsys, "qr", "1 2; 3 4", "--format", "json")[1]


def _returning(example):
    def qr(A: MatrixLike) -> WorkedExample:  # noqa: ARG001 (the command passes it)
        """Return the example.

        Parameters
        ----------
        A : matrix
            Anything.
        """
        return example

    return qr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["least-norm", "1 2; 2 4", "1 3"], "InconsistentSystemError: expected a system with a"),
        (["closest-point", "3x + = 12"], "EquationError: character 6 of '3x + = 12'"),
        (["closest-point", "0 0", "0"], "DegenerateEquationError: "),
        (["least-norm", "1 2; 3", "1 2"], "ShapeError: row 2 of A has 1 entry, but row 1 has 2"),
        (["least-norm", "1 two", "1"], "InvalidNumberError: entry 2 of row 1 of A is 'two'"),
        (["least-norm", "[[1, NaN]]", "1"], "InvalidNumberError: entry 2 of row 1 of A is 'NaN'"),
        (["least-norm", "[[1, 2]", "1"], "ShapeError: A is not readable: expected brackets"),
        (
            ["low-rank", "1 2; 3 4", "--k", "one"],
            "InvalidNumberError: k is expected to be a whole number, but is 'one'",
        ),
        (["pseudoinverse", "1 2", "--method", "magic"], "Error: "),
        (["closest-point", "3 4"], "Error: "),
    ],
)
def test_refused_input(capsys, words, message):
    code, output, errors = run(capsys, *words)
    assert (code, output) == (1, "")
    assert message in errors
    assert "Traceback" not in errors


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["no-such-command"], "invalid choice: 'no-such-command'"),
        (["least-squares", "1 2"], "the following arguments are required: b"),
        (["least-squares"], "the following arguments are required: A, b"),
        (["least-norm", "1 2", "3", "4 5"], "expected at most 2 of these arguments, but received"),
        (["least-norm", "1 2", "3", "--format", "pdf"], "invalid choice: 'pdf'"),
        (["least-norm", "1 2", "3", "--form", "text"], "unrecognized arguments"),
    ],
)  # fmt: skip
def test_wrong_calls(capsys, words, message):
    code, output, errors = run(capsys, *words)
    assert (code, output) == (2, "")
    assert message in errors


def test_no_command_shows_the_help(capsys):
    code, output, _ = run(capsys)
    assert code == 2
    assert all(name in output for name in COMMANDS)
    assert run(capsys, "--version")[:2] == (0, f"linalg_book {__version__}\n")


def test_as_a_program():
    call = [sys.executable, "-m", "linalg_book", "closest-point"]
    done = subprocess.run([*call, "3x + 4y = 12"], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "48/25" in done.stdout.decode("utf-8")
    refused = subprocess.run(
        [*call, "3x ="],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert refused.returncode == 1
    assert refused.stderr.startswith(b"EquationError: ")


def test_a_reader_that_has_seen_enough():
    command = [sys.executable, "-m", "linalg_book", "closest-point", "1 2", "3"]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    writer.stdout.close()
    assert writer.wait(timeout=60) == 0
    assert writer.stderr.read() == b""
    writer.stderr.close()
