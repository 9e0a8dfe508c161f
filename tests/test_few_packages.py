"""The exact engine needs SymPy and mpmath only: no NumPy, SciPy, Matplotlib or python-flint."""

import subprocess
import sys

from tests.calls import CALLS

BLOCKED = """
import sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("numpy", "scipy", "matplotlib", "flint", "gmpy2", "pandas"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Blocked())
"""
WORK = """
from random import Random
from linalg_book import exact
from linalg_book.cli import main
from linalg_book import problems

examples = [EXAMPLES]
for example in examples:
    for text in (example.text(), example.html(), example.latex(), example.markdown()):
        assert text
    assert example.to_json()
assert problems.pseudoinverse(Random(1)).solution.answer
exact.rational_from_float(0.1)
assert main(["closest-point", "3x + 4y = 12", "--format", "json"]) == 0
loaded = {"numpy", "scipy", "matplotlib", "flint", "gmpy2"} & set(sys.modules)
assert not loaded, loaded
print("functions:", len(examples))
"""


def written(name):
    """Write the call of a function's example."""
    arguments = CALLS[name].example
    by_name = arguments[-1] if isinstance(arguments[-1], dict) else {}
    in_order = arguments[:-1] if by_name else arguments
    words = [*map(repr, in_order), *(f"{key}={value!r}" for key, value in by_name.items())]
    return f"exact.{name}({', '.join(words)})"


def test_everything_works_without_the_others():
    code = BLOCKED + WORK.replace("EXAMPLES", ", ".join(map(written, CALLS)))
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, check=False
    )
    assert run.returncode == 0, run.stderr.decode()
    assert run.stdout.decode().strip().endswith(f"functions: {len(CALLS)}")


def test_the_hook_blocks():
    run = subprocess.run(
        [sys.executable, "-c", BLOCKED + "import numpy"], capture_output=True, check=False
    )
    assert b"No module named 'numpy'" in run.stderr
