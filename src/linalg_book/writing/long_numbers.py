"""Numbers of more than 4,300 digits, which Python writes only where it is told to."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_writing = 0
_former = 0


@contextmanager
def long_numbers() -> Iterator[None]:
    """Lift Python's limit on the digits that it writes while a format is made."""
    global _writing, _former  # noqa: PLW0603 (the limit is the interpreter's, one for all threads)
    with _lock:
        if not _writing:
            _former = sys.get_int_max_str_digits()
            sys.set_int_max_str_digits(0)
        _writing += 1
    try:
        yield
    finally:
        with _lock:
            _writing -= 1
            if not _writing:
                sys.set_int_max_str_digits(_former)
