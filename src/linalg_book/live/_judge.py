"""Judge answers with letters: what the page's own arithmetic of numbers cannot compare."""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from linalg_book.errors import LinalgBookError, RequestError, ShapeError
from linalg_book.exact.reading.expressions import Reader, entries
from linalg_book.writing.wording import listed

_TRIED = (1, 2, 3, 5)  # values of the letters at which answers are compared in a sentence


def judge(request: Any) -> dict[str, Any]:
    """Say whether an answer with letters is right, and what is wrong with it.

    Parameters
    ----------
    request : dict
        ``check``: what ``expected("symbolic", …)`` described; ``text``: what the reader wrote.

    Returns
    -------
    dict
        ``{"ok": True, "state": …, "message": …}`` with the state "right", "wrong" or "malformed"
        and a sentence for the reader; for a request that is none ``{"ok": False, …}``.

    Examples
    --------
    >>> from linalg_book.live import judge
    >>> check = {"kind": "symbolic", "answer": [["s**2/3"]], "letters": ["s"]}
    >>> judge({"check": check, "text": "s²/3"})["state"]
    'right'
    >>> judge({"check": check, "text": "s^2"})["message"]
    'This is 3 times the right answer.'
    """
    try:
        letters, answer, text = _understood(request)
        reader = Reader(letters)
        wanted = [[reader.read(entry) for entry in row] for row in answer]
    except LinalgBookError as error:
        message = f"expected a check with letters and a text, received something else ({error})."
        return {"ok": False, "field": None, "message": message}
    try:
        given = _given(reader, text, wanted)
    except LinalgBookError as error:
        message = str(error)
        return _verdict("malformed", message[0].upper() + message[1:])
    problem = _problem(given, wanted, letters)
    return _verdict("wrong", problem) if problem else _verdict("right", "Right.")


def _understood(request: Any) -> tuple[list[str], list[list[str]], str]:
    """Return the letters, the rows of the right answer and the reader's text, or refuse them."""
    check = request.get("check") if isinstance(request, Mapping) else None
    if not isinstance(check, Mapping) or "text" not in request:
        raise RequestError("the check or the text is missing")
    letters, rows = check.get("letters"), check.get("answer")
    if not _texts(letters) or not isinstance(rows, list) or not rows or not all(map(_texts, rows)):
        raise RequestError("letters or an answer are missing or no texts")
    return list(letters or ()), rows, str(request["text"])


def _texts(values: Any) -> bool:
    """Tell a list of texts that is not empty."""
    return isinstance(values, list) and bool(values) and all(isinstance(x, str) for x in values)


def _verdict(state: str, message: str) -> dict[str, Any]:
    return {"ok": True, "state": state, "message": message}


def _given(reader: Reader, text: str, wanted: Sequence[Sequence[Any]]) -> list[list[Any]]:
    """Read an answer of the shape that is wanted."""
    rows = entries(text) if len(wanted) > 1 or len(wanted[0]) > 1 else [[text]]
    sizes, received = [len(row) for row in wanted], [len(row) for row in rows]
    if received != sizes:
        raise ShapeError(
            f"expected {_shape(sizes)}, received {_shape(received)}: put commas between entries"
            + (" and semicolons between rows." if len(sizes) > 1 else ".")
        )
    return [[reader.read(entry) for entry in row] for row in rows]


def _shape(sizes: Sequence[int]) -> str:
    entry = f"{sizes[0]} entr{'y' if sizes[0] == 1 else 'ies'}"
    if len(sizes) == 1:
        return entry
    return f"{len(sizes)} rows with {entry} each" if len(set(sizes)) == 1 else "rows of all lengths"


def _problem(given: list[list[Any]], wanted: list[list[Any]], letters: Sequence[str]) -> str | None:
    """Say what is wrong in one sentence, or nothing."""
    pairs = [(g, w) for rows in zip(given, wanted, strict=True) for g, w in zip(*rows, strict=True)]
    if all(g == w for g, w in pairs):
        return None
    subject = "This"
    if len(pairs) > 1:
        ratio = _ratio(pairs)
        if ratio:
            return f"All entries are {ratio} what they should be."
        index = next(i for i, (g, w) in enumerate(pairs) if g != w)
        row, column = divmod(index, len(wanted[0]))
        subject = f"Entry {column + 1}" + (f" of row {row + 1}" if len(wanted) > 1 else "")
        pairs = [pairs[index]]
    if ratio := _ratio(pairs):
        return f"{subject} is {ratio} the right {'answer' if subject == 'This' else 'entry'}."
    return _at_numbers(subject, *pairs[0], letters)


def _ratio(pairs: Sequence[tuple[Any, Any]]) -> str | None:
    """Say by which number the right entries were multiplied, if by one."""
    ratios = {g / w for g, w in pairs if w}
    if len(ratios) != 1 or any(g for g, w in pairs if not w):
        return None
    (ratio,) = ratios
    factor = ratio.as_expr()
    if not factor.is_Rational or factor == 0:
        return None
    return "the negative of" if factor == -1 else f"{factor} times".replace("-", "−")


def _at_numbers(subject: str, given: Any, wanted: Any, letters: Sequence[str]) -> str:
    """Compare two expressions where the letters are numbers."""
    for values in product(_TRIED, repeat=len(letters)):
        if not (given.denom(*values) and wanted.denom(*values)):
            continue
        got, right = (_value(element, values) for element in (given, wanted))
        if got != right:
            where = listed([f"{x} = {v}" for x, v in zip(letters, values, strict=True)])
            return f"{subject} gives {got} for {where}, not {right}."
    return f"{subject} agrees with the answer at small numbers, but not at all numbers."


def _value(element: Any, values: Sequence[int]) -> str:
    return str(element.numer(*values) / element.denom(*values)).replace("-", "−")
