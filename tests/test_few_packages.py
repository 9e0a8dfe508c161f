"""The exact engine needs SymPy and mpmath only: no NumPy, SciPy, Matplotlib or python-flint."""

import subprocess
import sys

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

A, b = [[1, 2, 3], [4, 5, 6], [7, 8, 9]], [1, 2, 3]
examples = [
    exact.closest_point([3, 4], 12),
    exact.condition_number([[1, 2], [3, 4]]),
    exact.eigen([[2, 1], [1, 2]]),
    exact.four_subspaces(A),
    exact.gram_schmidt(A),
    exact.least_norm(A, b),
    exact.least_squares(A, b),
    exact.low_rank([[3, 0], [4, 5]], 1),
    exact.project(b, A),
    exact.pseudoinverse(A),
    exact.qr(A),
    exact.ridge(A, b, "1/2"),
    exact.row_reduce(A, b),
    exact.solve(A, b),
    exact.svd([[-1, 2], [3, -2], [5, 7]]),
]
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


def test_everything_works_without_the_others():
    from linalg_book import exact

    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", BLOCKED + WORK], capture_output=True, check=False
    )
    assert run.returncode == 0, run.stderr.decode()
    assert run.stdout.decode().strip().endswith(f"functions: {len(exact.functions.__all__)}")


def test_the_hook_blocks():
    run = subprocess.run(
        [sys.executable, "-c", BLOCKED + "import numpy"], capture_output=True, check=False
    )
    assert b"No module named 'numpy'" in run.stderr
