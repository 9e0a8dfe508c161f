"""The command that makes sheets: output and files, and refusals before any work."""

import pytest

from linalg_book import sheets
from linalg_book.cli import main


def run(capfdbinary, *words):
    """Return the exit code, the bytes of the output and the text of the errors."""
    try:
        code = main(words)
    except SystemExit as stop:
        code = stop.code
    output = capfdbinary.readouterr()
    return code, output.out, output.err.decode()


TEXTS = [name for name, one in sheets.FORMATS.items() if not one.programs]


@pytest.mark.parametrize("name", TEXTS)
def test_every_format_goes_out(capfdbinary, name):
    words = ("problems", "least-norm", "--count", "2", "--seed", "3", "--format", name)
    code, output, errors = run(capfdbinary, *words)
    assert (code, errors) == (0, "")
    assert output == sheets.sheet("least-norm", 2, 3).written(name)


def test_options_of_the_kind(capfdbinary):
    words = ("--kind", "infinite", "--rows", "2", "--columns", "3", "--count", "1")
    code, output, _ = run(capfdbinary, "problems", "solve", *words)
    expected = sheets.sheet("solve", 1, 1, kind="infinite", rows=2, columns=3)
    assert (code, output) == (0, expected.written("markdown"))
    code, output, _ = run(capfdbinary, "problems", "svd", "--whole", "--count", "1")
    assert output == sheets.sheet("svd", 1, 1, whole=True).written("markdown")


def test_a_file_is_written_whole(capfdbinary, tmp_path):
    target = tmp_path / "sheet.zip"
    target.write_text("old")
    words = ("problems", "qr", "--count", "2", "--format", "qti", "--output", str(target))
    assert run(capfdbinary, *words) == (0, b"", "")
    assert target.read_bytes() == sheets.sheet("qr", 2, 1).written("qti")
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["lu"], "RequestError: expected a kind of exercise (cholesky, closest-point, "),
        (["qr", "--count", "0"], "InvalidNumberError: count is expected to be a whole number from"),
        (["qr", "--count", "1000000"], "InvalidNumberError: count is expected"),
        (["qr", "--count", "ten"], "InvalidNumberError: count is expected to be a whole number, "),
        (["qr", "--seed", "-1"], "InvalidNumberError: seed is expected"),
        (["qr", "--format", "docx"], "RequestError: expected a format (markdown, latex, "),
        (["qr", "--format", "pdf"], "RequestError: expected a program that writes pdf (xelatex, "),
        (["qr", "--unknowns", "2"], "RequestError: expected options of qr (rows, columns, "),
        (["qr", "--rows", "2.5"], "InvalidNumberError: rows is expected to be a whole number"),
        (["qr", "--output", "no/such/folder"], "StorageError: expected a file in a folder that"),
        (
            ["solve", "--kind", "none", "--format", "moodle"],
            "RequestError: expected exercises with",
        ),
        (["solve", "--kind", "some"], "NoSuchProblemError: kind is 'some', but one of unique, "),
    ],
)
def test_refusals_are_one_sentence_and_leave_no_file(
    capfdbinary, tmp_path, monkeypatch, words, message
):
    monkeypatch.setenv("PATH", str(tmp_path))
    target = tmp_path / "sheet"
    output = [] if "--output" in words else ["--output", str(target)]
    code, out, errors = run(capfdbinary, "problems", *words, *output)
    assert (code, out) == (1, b"")
    assert errors.startswith(message)
    assert errors.endswith(".\n")
    assert errors.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_terminal_gets_no_archive(capfdbinary, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    code, output, errors = run(capfdbinary, "problems", "qr", "--format", "qti")
    assert (code, output) == (1, b"")
    assert errors.endswith("write --output sheet.zip.\n")


def test_nothing_is_left_of_a_file_that_cannot_be_written(capfdbinary, tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.replace", refuse)
    target = str(tmp_path / "sheet.md")
    code, _, errors = run(capfdbinary, "problems", "qr", "--count", "1", "--output", target)
    assert code == 1
    assert "but Permission denied: choose another file." in errors
    assert list(tmp_path.iterdir()) == []


def test_help_names_kinds_and_formats(capfdbinary):
    code, output, _ = run(capfdbinary, "problems", "--help")
    assert code == 0
    text = output.decode()
    assert all(name in text for name in [*sheets.KINDS, *sheets.FORMATS])
