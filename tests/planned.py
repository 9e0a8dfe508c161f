"""Chapters that are planned: code may announce them before they are written."""

SLUGS = {
    "data-as-vectors", "similarity", "one-equation", "planes", "four-subspaces", "least-norm",
    "svd", "pseudoinverse", "pinv-in-practice", "low-rank", "least-squares",
    "singular-normal-equations", "regularization", "numerics", "feature-maps",
    "kernel-regression", "sampling", "nngp", "dual-activations", "ntk", "width-in-practice",
    "beyond-one-machine",
}  # fmt: skip
