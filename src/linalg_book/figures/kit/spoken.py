"""A label of a drawing without the marks of TeX, to be read aloud or as plain text."""

import re

_LETTERS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "varepsilon": "ε", "epsilon": "ε",
    "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "phi": "φ", "varphi": "φ", "omega": "ω", "Sigma": "Σ", "Theta": "Θ",
    "times": " × ", "cdot": " · ", "ldots": "…", "dots": "…", "cdots": "…", "to": " → ",
    "rightarrow": " → ", "mapsto": " ↦ ", "leq": " ≤ ", "geq": " ≥ ", "le": " ≤ ", "ge": " ≥ ",
    "neq": " ≠ ", "approx": " ≈ ", "infty": "∞", "circ": "°", "perp": "⊥", "star": "⋆", "in": " ∈ ",
    "ast": "*", "prime": "′",
    "lVert": "‖", "rVert": "‖", "Vert": "‖", "|": "‖", "lvert": "|", "rvert": "|", "vert": "|",
    "pm": "±", "minus": "−", "quad": " ", "ell": "ℓ", "top": " transposed", "dagger": "†",
}  # fmt: skip
_RAISED = {"2": "²", "3": "³", "+": "⁺", "-1": "⁻¹", "transposed": " transposed", "°": "°"}
_RULES = (
    (r"\\(?:mathbf|mathrm|mathit|mathsf|boldsymbol|text|operatorname|vec)\s*\{([^{}]*)\}", r"\1"),
    (r"\\(?:hat|widehat)\s*\{?(\\?\w+)\}?", r"\1 hat"),
    (r"\\(?:bar|overline)\s*\{?(\\?\w+)\}?", r"\1 bar"),
    (r"\\(?:tilde|widetilde)\s*\{?(\\?\w+)\}?", r"\1 tilde"),
    (r"\\sqrt\s*\{(\w+)\}", r"√\1"),
    (r"\\sqrt\s*\{([^{}]*)\}", r"√(\1)"),
    (r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}", r"\1/\2"),
    (r"_\{([^{}]*)\}", r"_\1"),
    (r"\\(?:left|right|big|Big)(?![a-zA-Z])", ""),
    (r"\\[,;:! ]|~", " "),
)


def spoken(text: str) -> str:
    r"""Return a label without dollars, braces and commands, with real signs.

    >>> spoken(r"$\mathbf{x} = (\frac{36}{25},\, {-1})$")
    'x = (36/25, −1)'
    >>> spoken(r"$\lVert\mathbf{a}\rVert = \sqrt{2}$, $A^{+}b$, $x_{1}^2$, $10^{-3}$")
    '‖a‖ = √2, A⁺b, x_1², 10^−3'
    """
    written = re.sub(r"\\([a-zA-Z]+|\|)", _letter, text.replace("$", ""))
    written = re.sub(r"\^(?:\{([^{}]*)\}|(\w|\+|°| transposed))", _raised, written)
    for pattern, plain in _RULES:
        written = re.sub(pattern, plain, written)
    written = re.sub(r"[{}\\]", "", written).replace("-", "−")
    return " ".join(written.split()).replace("( ", "(").replace(" )", ")")


def _raised(power: re.Match[str]) -> str:
    written = (power[1] or power[2]).strip()
    return _RAISED.get(written, f"^{written}")


def _letter(command: re.Match[str]) -> str:
    return _LETTERS.get(command[1], command[0])
