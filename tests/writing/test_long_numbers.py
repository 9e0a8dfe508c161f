"""Answers of more than 4,300 digits are written in every format, and the limit comes back."""

import sys

import pytest

from linalg_book.exact import condition_number, gram_schmidt, pseudoinverse, row_reduce
from linalg_book.writing.long_numbers import long_numbers

LONG = 10**2200 + 7


@pytest.mark.parametrize("work", [condition_number, gram_schmidt, pseudoinverse, row_reduce])
def test_every_format_writes_long_numbers(work):
    limit = sys.get_int_max_str_digits()
    example = work([[LONG, 1], [2, 3]])
    formats = (example.text(), example.html(), example.markdown(), example.latex())
    longest = 4400 if work in (condition_number, gram_schmidt) else 2200
    for text in (*formats, example.to_json()):
        assert len(text) > longest
    assert sys.get_int_max_str_digits() == limit


def test_the_limit_comes_back_when_the_last_format_is_made():
    limit = sys.get_int_max_str_digits()
    with long_numbers():
        with long_numbers():
            assert len(str(10**5000)) == 5001
        assert sys.get_int_max_str_digits() == 0
    assert sys.get_int_max_str_digits() == limit
    with pytest.raises(KeyError), long_numbers():
        raise KeyError
    assert sys.get_int_max_str_digits() == limit
