"""Signs of all keyboards mean the same wherever a reader may write them."""

import re

import pytest

from linalg_book.exact import parse_equations
from linalg_book.exact.reading.expressions import Reader
from linalg_book.exact.reading.numbers import fraction_from
from linalg_book.exact.reading.signs import MINUS, SLASH, SUBSCRIPTS, TIMES
from tests.paths import ROOT


@pytest.mark.parametrize("minus", MINUS)
def test_every_minus(minus):
    assert fraction_from(f"{minus}3", "x") == -3
    assert parse_equations(f"x {minus} 2y = {minus}3") == parse_equations("x - 2y = -3")
    assert Reader(["s"]).read(f"s{minus}1") == Reader(["s"]).read("s-1")


@pytest.mark.parametrize("slash", SLASH)
def test_every_slash(slash):
    assert fraction_from(f"1{slash}3", "x") == fraction_from("1/3", "x")
    assert parse_equations(f"x{slash}2 = 1") == parse_equations("x/2 = 1")
    assert Reader(["s"]).read(f"s{slash}2") == Reader(["s"]).read("s/2")


@pytest.mark.parametrize("times", TIMES)
def test_every_dot_and_cross(times):
    assert parse_equations(f"2{times}x = 1") == parse_equations("2x = 1")
    assert Reader(["s"]).read(f"2{times}s") == Reader(["s"]).read("2s")


@pytest.mark.parametrize("digit", range(10))
def test_every_index(digit):
    name = f"x{SUBSCRIPTS[digit]}"
    assert parse_equations(f"{name} = 1").unknowns == (f"x_{digit}",)
    assert Reader([f"x_{digit}"]).read(name) == Reader([f"x_{digit}"]).read(f"x{digit}")


def test_the_place_of_a_mistake_stays():
    with pytest.raises(ValueError, match="character 7 of") as caught:
        parse_equations("3·x ‐ = 12")
    assert caught.value.position == 6


def test_the_pages_take_the_same_signs():
    source = (ROOT / "book/_live/shared/notation.js").read_text(encoding="utf-8")
    for name, signs in (("MINUS", MINUS), ("SLASH", SLASH)):
        (found,) = re.findall(rf"^const {name} = /(\[.*?\])/g", source, re.MULTILINE)
        assert "".join(filter(re.compile(found).match, map(chr, range(0x10000)))) == signs
