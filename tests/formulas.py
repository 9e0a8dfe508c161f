"""Formulas with their LaTeX, their line of text and their drawing, written by hand."""

from sympy import Matrix, Rational, Symbol, sqrt

from linalg_book.writing.formula import (
    absolute,
    dot,
    fraction,
    inverse,
    linear,
    norm,
    numbered,
    parentheses,
    pseudoinverse,
    root,
    row,
    square,
    times,
    transpose,
    vector,
    words,
)

# name: (formula, LaTeX, line of text, drawing; None if it is the line)
COLUMN = Matrix([Rational(36, 25), -2])
FORMULAS = {
    "relation": (
        row(vector("x"), "=", "t", vector("a")),
        r"\mathbf{x} = t \mathbf{a}",
        "x = t a",
        "x = t a",
    ),
    "greek vector": (vector("alpha"), r"\boldsymbol{\alpha}", "α", "α"),
    "zero vector": (vector("0"), r"\mathbf{0}", "0", "0"),
    "fraction": (fraction(12, 25), r"\frac{12}{25}", "12/25", "12\n──\n25"),
    "fraction of a sum": (
        fraction(row(1, "+", "t"), 2),
        r"\frac{1 + t}{2}",
        "(1 + t)/2",
        "1 + t\n─────\n  2",
    ),
    "number": (row(Rational(-1, 3)), r"- \frac{1}{3}", "−1/3", "−1/3"),
    "surd": (
        row(12 * sqrt(13) / 13),
        r"\frac{12 \sqrt{13}}{13}",
        "12√13/13",
        "12·√13\n──────\n  13",
    ),
    "capital vector": (vector("B"), r"\mathbf{B}", "B", "B"),
    "fraction of fractions": (
        fraction(Rational(13, 6), Rational(13, 36)),
        r"\frac{\frac{13}{6}}{\frac{13}{36}}",
        "(13/6)/(13/36)",
        "13/6\n─────\n13/36",
    ),
    "fraction with a root": (fraction(-4, root(5)), r"\frac{-4}{\sqrt{5}}", "−4/√5", "−4\n──\n√5"),
    "root of a letter": (root("lambda"), r"\sqrt{\lambda}", "√λ", "√λ"),
    "polynomial": (
        row(Symbol("lambda") ** 12 - 3 * Symbol("lambda_1")),
        r"\lambda^{12} - 3 \lambda_{1}",
        "λ¹² − 3λ₁",
        None,
    ),
    "nested root": (
        row(sqrt(1 + 2 * sqrt(5)) / 2),
        r"\frac{\sqrt{1 + 2 \sqrt{5}}}{2}",
        "√(1 + 2√5)/2",
        "  __________\n╲╱ 1 + 2·√5\n────────────\n     2",
    ),
    "square of a surd": (
        square(12 * sqrt(13) / 13),
        r"{\left( \frac{12 \sqrt{13}}{13} \right)}^{2}",
        "(12√13/13)²",
        "⎛12·√13⎞²\n⎜──────⎟\n⎝  13  ⎠",
    ),
    "square of a sum": (
        square(Symbol("t") + 1),
        r"{\left( t + 1 \right)}^{2}",
        "(t + 1)²",
        "(t + 1)²",
    ),
    "square of a fraction": (
        square(fraction(1, 2)),
        r"{\left( \frac{1}{2} \right)}^{2}",
        "(1/2)²",
        "⎛1⎞²\n⎜─⎟\n⎝2⎠",
    ),
    "square of a square": (
        square(square("t")), r"{\left( {t}^{2} \right)}^{2}", "(t²)²", "(t²)²"
    ),
    "root": (root(25), r"\sqrt{25}", "√25", "√25"),
    "root of a sum": (root(row(1, "+", 2)), r"\sqrt{1 + 2}", "√(1 + 2)", "√(1 + 2)"),
    "norm": (square(norm(vector("a"))), r"{\lVert \mathbf{a} \rVert}^{2}", "‖a‖²", "‖a‖²"),
    "absolute": (absolute("b"), r"\left\lvert b \right\rvert", "|b|", "|b|"),
    "square of a negative": (square(-4), r"{\left( -4 \right)}^{2}", "(−4)²", "(−4)²"),
    "column": (
        row(COLUMN),
        r"\begin{bmatrix}\frac{36}{25}\\[0.4em]-2\end{bmatrix}",
        "(36/25, −2)",
        "⎡36/25⎤\n⎢     ⎥\n⎣ −2  ⎦",
    ),
    "transpose": (
        transpose(Matrix([[1, 2], [3, 4]])),
        r"{\begin{bmatrix}1 & 2\\3 & 4\end{bmatrix}}^{\top}",
        "[1, 2; 3, 4]ᵀ",
        "⎡1  2⎤ᵀ\n⎢    ⎥\n⎣3  4⎦",
    ),
    "inverse of a product": (
        inverse(row(transpose("A"), "A")),
        r"{\left( {A}^{\top} A \right)}^{-1}",
        "(Aᵀ A)⁻¹",
        None,
    ),
    "inverse of a matrix": (
        inverse(Matrix([[1, 2], [3, 4]])),
        r"{\begin{bmatrix}1 & 2\\3 & 4\end{bmatrix}}^{-1}",
        "[1, 2; 3, 4]⁻¹",
        "⎡1  2⎤⁻¹\n⎢    ⎥\n⎣3  4⎦",
    ),
    "pseudoinverse": (
        row(pseudoinverse("A"), "=", pseudoinverse(row("C", "R"))),
        r"{A}^{+} = {\left( C R \right)}^{+}",
        "A⁺ = (C R)⁺",
        None,
    ),
    "numbered vector": (
        row(numbered("q", 12), "·", numbered("a", "j")),
        r"\mathbf{q}_{12} \cdot \mathbf{a}_{j}",
        "q₁₂·aⱼ",
        None,
    ),
    "tall parentheses": (
        parentheses(fraction(1, "t")),
        r"\left( \frac{1}{t} \right)",
        "(1/t)",
        "⎛1⎞\n⎜─⎟\n⎝t⎠",
    ),
    "tall norm": (
        norm(Matrix([1, 2])),
        r"\lVert \begin{bmatrix}1\\2\end{bmatrix} \rVert",
        "‖(1, 2)‖",
        "‖⎡1⎤‖\n‖⎢ ⎥‖\n‖⎣2⎦‖",
    ),
    "product": (times(3, -4), r"3 \cdot \left( -4 \right)", "3·(−4)", "3·(−4)"),
    "linear": (row(*linear([3, -1, 0], "xyz").parts, "=", -2), "3 x - y = -2", "3x − y = −2", None),
    "leading minus": (linear([-3, 1], "xy"), "- 3 x + y", "−3x + y", None),
    "subscripts": (linear([1, 2], ["x_1", "x_2"]), "x_{1} + 2 x_{2}", "x₁ + 2x₂", None),
    "no terms": (linear([0], ["x"]), "0", "0", None),
    "dot": (dot([3, -4, 0], [1, -2, 5]), r"3 \cdot 1 - 4 \cdot \left( -2 \right)",
            "3·1 − 4·(−2)", None),
    "decimals": (row(sqrt(2), "≈", "x"), r"\sqrt{2} \approx x", "√2 ≈ x", None),
    "words": (row(words("rank of A"), "=", 2), r"\text{rank of A} = 2", "rank of A = 2", None),
}  # fmt: skip
