"""Which tests check which theorem: the one place, for the page of verified claims."""

from typing import NamedTuple

DATA = "claims/test_data_as_vectors.py::"
ALIKE = "claims/test_similarity.py::"
ONE = "claims/test_one_equation.py::"
PLANES = "claims/test_planes.py::"
LEAST = "claims/test_least_norm.py::"
LOW = "claims/test_low_rank.py::"
FOUR = "claims/test_four_subspaces.py::"
PINV = "claims/test_pseudoinverse.py::"
PRACTICE = "claims/test_pinv_in_practice.py::"
SVD = "claims/test_svd.py::"
FITS = "claims/test_fits.py::"


class Theorem(NamedTuple):
    """A labeled statement of the book, and the tests of it (in tests/).

    ``planned`` marks a label whose chapter is not written yet.
    """

    label: str
    tests: tuple[str, ...]
    planned: bool = False


def planned(label: str, *tests: str) -> Theorem:
    """Promise a theorem of a chapter that is not written yet."""
    return Theorem(label, tests, planned=True)


THEOREMS = (
    Theorem("thm-data-as-vectors-direction", (f"{DATA}test_length_and_direction",)),
    Theorem(
        "thm-data-as-vectors-flatten",
        (
            f"{DATA}test_every_position_belongs_to_one_pixel",
            f"{DATA}test_flattening_keeps_sums_and_inner_products",
        ),
    ),
    Theorem("lem-data-as-vectors-order", (f"{DATA}test_counts_forget_the_order_only",)),
    Theorem("lem-data-as-vectors-rounding", (f"{DATA}test_rounding_to_levels",)),
    Theorem(
        "thm-data-as-vectors-linear",
        (
            f"{DATA}test_every_linear_map_is_one_matrix",
            f"{DATA}test_the_matrix_of_the_mirror_image",
        ),
    ),
    Theorem("lem-similarity-rules", (f"{ALIKE}test_rules",)),
    Theorem("thm-similarity-pythagoras", (f"{ALIKE}test_pythagoras",)),
    Theorem(
        "thm-similarity-projection",
        (f"{ALIKE}test_the_nearest_point_of_a_line", f"{FITS}test_projection_onto_a_line"),
    ),
    Theorem("thm-similarity-cauchy-schwarz", (f"{ALIKE}test_cauchy_schwarz_with_equality",)),
    Theorem("cor-similarity-triangle", (f"{ALIKE}test_triangle",)),
    Theorem("lem-similarity-unit", (f"{ALIKE}test_cosine_and_distance",)),
    Theorem("thm-similarity-centering", (f"{ALIKE}test_centering",)),
    Theorem("thm-similarity-norms", (f"{ALIKE}test_three_norms",)),
    Theorem(
        "thm-similarity-embedding", (f"{ALIKE}test_orthonormal_vectors_keep_every_dot_product",)
    ),
    Theorem("thm-similarity-random", (f"{ALIKE}test_random_directions",)),
    Theorem("cor-similarity-rare", (f"{ALIKE}test_random_directions",)),
    Theorem(
        "thm-one-equation-nearest",
        (
            f"{ONE}test_the_only_nearest_point_is_a_multiple_of_the_normal",
            "exact/functions/test_closest_point.py::test_the_formula_for_distance",
        ),
    ),
    Theorem("lem-one-equation-cauchy-schwarz", (f"{ONE}test_cauchy_schwarz",)),
    Theorem(
        "cor-one-equation-scaling",
        (
            f"{ONE}test_scaling",
            "exact/functions/test_closest_point.py::test_scaling_an_equation_changes_nothing",
        ),
    ),
    Theorem(
        "cor-one-equation-point",
        (
            f"{ONE}test_nearest_to_a_given_point",
            "exact/functions/test_nearest_to_point.py::test_no_other_solution_is_nearer",
        ),
    ),
    Theorem("cor-one-equation-sensitivity", (f"{ONE}test_an_error_in_the_coefficients",)),
    Theorem("lem-planes-perpendiculars", (f"{PLANES}test_the_perpendiculars_are_the_row_space",)),
    Theorem("lem-planes-gram", (f"{PLANES}test_the_gram_determinant",)),
    Theorem("thm-planes-nearest", (f"{PLANES}test_two_independent_equations",)),
    Theorem("thm-planes-dependent", (f"{PLANES}test_two_dependent_equations",)),
    Theorem("thm-planes-three", (f"{PLANES}test_a_third_plane",)),
    Theorem(
        "lem-four-subspaces-operations",
        (f"{FOUR}test_row_operations_lose_nothing", f"{FOUR}test_a_row_times_zero_is_lost"),
    ),
    Theorem(
        "thm-four-subspaces-reduced-form",
        (
            f"{FOUR}test_traces_of_the_reduced_form",
            "exact/functions/test_row_reduce.py::test_the_reduced_form_depends_on_the_row_space_only",
            "exact/functions/test_row_reduce.py::test_the_solutions_do_not_change",
        ),
    ),
    Theorem("lem-four-subspaces-dimension", (f"{FOUR}test_one_vector_too_many",)),
    Theorem(
        "thm-four-subspaces-rank-nullity",
        (
            f"{FOUR}test_bases_are_read_off",
            f"{FOUR}test_what_has_become_zero_rows",
            "exact/functions/test_four_subspaces.py::test_rank_and_nullity",
            "exact/functions/test_row_reduce.py::test_rank_of_the_transpose",
        ),
    ),
    Theorem(
        "thm-four-subspaces-orthogonal",
        (
            f"{FOUR}test_every_vector_splits_in_one_way",
            "exact/functions/test_four_subspaces.py::test_orthogonal_complements",
        ),
    ),
    Theorem("cor-four-subspaces-bijection", (f"{FOUR}test_one_solution_in_the_row_space",)),
    Theorem(
        "thm-four-subspaces-solutions",
        (
            f"{FOUR}test_how_many_solutions",
            "exact/functions/test_solve.py::test_every_solution_and_only_solutions",
        ),
    ),
    Theorem(
        "thm-four-subspaces-solvable",
        (
            f"{FOUR}test_solvable_for_every_right_hand_side",
            "exact/functions/test_solve.py::test_one_and_only_one_of_solution_and_certificate",
            "exact/functions/test_least_norm.py::test_inconsistent_systems_come_with_a_proof",
        ),
    ),
    Theorem("lem-least-norm-decomposition", (f"{LEAST}test_the_decomposition",)),
    Theorem(
        "thm-least-norm-row-space",
        (
            "exact/functions/test_least_norm.py::test_lies_in_the_row_space",
            "exact/functions/test_least_norm.py::test_pythagoras_and_no_other_solution_is_shorter",
            f"{LEAST}test_no_other_solution_lies_in_the_row_space",
        ),
    ),
    Theorem("cor-least-norm-point", (f"{LEAST}test_the_nearest_solution_to_a_point",)),
    Theorem("lem-least-norm-gram", (f"{LEAST}test_the_gram_matrix",)),
    Theorem(
        "cor-least-norm-multipliers",
        (
            "exact/functions/test_least_norm.py::test_multipliers_combine_the_rows",
            "exact/functions/test_nearest_to_point.py::test_every_choice_of_multipliers_gives_the_same_solution",
            f"{LEAST}test_the_gram_system",
        ),
    ),
    Theorem(
        "thm-least-norm-representer",
        (f"{LEAST}test_the_part_in_the_span_is_no_worse", f"{LEAST}test_flat_penalties"),
    ),
    Theorem(
        "cor-least-norm-ridge",
        (
            f"{LEAST}test_ridge_by_multipliers",
            "exact/functions/test_ridge.py::test_solves_the_equations_with_the_penalty",
        ),
    ),
    Theorem(
        "thm-svd-spectral",
        (
            f"{SVD}test_the_spectral_theorem",
            "exact/functions/test_eigen.py::test_agrees_with_numpy",
            "exact/functions/test_eigen.py::test_eigenvalues_add_up_to_the_trace_and_multiply_to_the_determinant",
        ),
    ),
    Theorem("lem-svd-invariant", (f"{SVD}test_eigenvectors_inside_a_subspace",)),
    Theorem(
        "thm-svd-existence",
        (
            f"{SVD}test_every_matrix_has_pairs_of_singular_vectors",
            "exact/functions/test_svd.py::test_agrees_with_numpy",
        ),
    ),
    Theorem(
        "cor-svd-transpose",
        ("exact/functions/test_svd.py::test_the_transpose_has_the_same_singular_values",),
    ),
    Theorem("cor-svd-ellipse", (f"{SVD}test_the_image_of_the_unit_sphere",)),
    Theorem(
        "thm-svd-unique",
        (
            f"{SVD}test_what_a_decomposition_determines",
            f"{SVD}test_any_orthonormal_basis_will_do_for_a_repeated_value",
        ),
    ),
    Theorem(
        "thm-svd-four-subspaces",
        (
            f"{SVD}test_bases_of_the_row_space_and_the_column_space",
            f"{FITS}test_the_four_subspaces_in_the_singular_vectors",
        ),
    ),
    Theorem("thm-svd-norms", (f"{SVD}test_stretching_and_the_sum_of_squares",)),
    Theorem("thm-svd-condition", (f"{SVD}test_how_errors_grow",)),
    Theorem(
        "cor-svd-gram",
        (
            f"{SVD}test_the_gram_matrix_squares_the_singular_values",
            f"{FITS}test_normal_equations_square_the_condition_number",
        ),
    ),
    Theorem("thm-pseudoinverse-bijection", (f"{PINV}test_the_way_back",)),
    Theorem("thm-pseudoinverse-least-norm", (f"{PINV}test_shortest_of_all_that_come_nearest",)),
    Theorem(
        "lem-pseudoinverse-projector",
        (f"{PINV}test_projectors_are_symmetric_and_equal_to_their_squares",),
    ),
    Theorem(
        "thm-pseudoinverse-projectors",
        (f"{PINV}test_the_projectors", f"{PINV}test_what_the_projectors_leave"),
    ),
    Theorem(
        "thm-pseudoinverse-penrose",
        (f"{PINV}test_the_four_conditions", f"{PINV}test_no_other_matrix_meets_them"),
    ),
    Theorem(
        "thm-pseudoinverse-factors",
        (
            f"{FITS}test_independent_columns_times_independent_rows",
            f"{PINV}test_when_products_turn_round",
        ),
    ),
    Theorem("cor-pseudoinverse-full-rank", (f"{PINV}test_the_formulas_for_full_rank",)),
    Theorem("thm-pseudoinverse-svd", (f"{PINV}test_reciprocal_singular_values",)),
    Theorem(
        "thm-pseudoinverse-limit",
        (f"{PINV}test_how_fast_the_limit_is_reached", f"{PINV}test_the_limit"),
    ),
    Theorem(
        "cor-pseudoinverse-rules",
        (
            f"{PINV}test_transpose_and_double",
            f"{PINV}test_a_factor",
            f"{PINV}test_gram_matrices_orthogonal_factors_and_rank",
        ),
    ),
    Theorem(
        "thm-pseudoinverse-jump",
        (f"{PINV}test_one_more_direction", f"{PINV}test_no_jump_while_the_rank_stays"),
    ),
    Theorem("lem-pinv-in-practice-minmax", (f"{PRACTICE}test_the_best_worst_stretch",)),
    Theorem("thm-pinv-in-practice-weyl", (f"{PRACTICE}test_noise_moves_singular_values_little",)),
    Theorem("cor-pinv-in-practice-rank", (f"{PRACTICE}test_a_cut_off_in_the_gap_finds_the_rank",)),
    Theorem(
        "thm-pinv-in-practice-error",
        (
            f"{PRACTICE}test_the_three_terms_of_an_error",
            f"{PRACTICE}test_the_bound_with_the_condition_number",
        ),
    ),
    Theorem(
        "thm-low-rank-eckart-young",
        (
            "exact/functions/test_low_rank.py::test_no_other_matrix_of_that_rank_is_nearer",
            f"{LOW}test_no_matrix_of_rank_at_most_k_is_nearer",
            f"{LOW}test_a_tie_has_many_nearest_matrices",
            f"{LOW}test_the_spectral_norm_sees_the_largest_part_only",
        ),
    ),
    Theorem(
        "thm-low-rank-flat",
        (
            f"{LOW}test_the_nearest_flat_passes_through_the_mean",
            f"{LOW}test_no_flat_is_nearer",
        ),
    ),
    Theorem("cor-low-rank-variance", (f"{LOW}test_kept_and_lost_have_a_constant_sum",)),
    Theorem("lem-low-rank-factors", (f"{LOW}test_rank_at_most_k_is_a_product",)),
    Theorem(
        "thm-low-rank-alternating",
        (
            f"{LOW}test_each_half_step_is_a_pseudoinverse_problem",
            f"{LOW}test_the_objective_never_grows",
        ),
    ),
    planned(
        "thm-least-squares-projection",
        "exact/functions/test_project.py::test_no_other_point_of_the_column_space_is_nearer",
        "exact/functions/test_project.py::test_the_matrix_is_the_only_symmetric_idempotent_one_with_that_column_space",
    ),
    planned(
        "thm-least-squares-normal-equations",
        "exact/functions/test_least_squares.py::test_the_residual_is_perpendicular_to_the_columns",
        "exact/functions/test_least_squares.py::test_no_x_leaves_less",
        "exact/functions/test_least_squares.py::test_all_minimizers_and_no_other_is_shorter",
    ),
    planned(
        "thm-least-squares-gram-schmidt",
        "exact/functions/test_gram_schmidt.py::test_the_factors_give_the_matrix_back",
        "exact/functions/test_gram_schmidt.py::test_the_columns_span_the_same_space_step_by_step",
    ),
    planned(
        "thm-regularization-ridge",
        "exact/functions/test_ridge.py::test_solves_the_equations_with_the_penalty",
        "exact/functions/test_ridge.py::test_no_x_costs_less",
    ),
    planned(
        "thm-regularization-limit",
        "exact/functions/test_ridge.py::test_zero_gives_the_pseudoinverse_solution",
        "exact/functions/test_ridge.py::test_the_path_passes_through_every_answer_and_ends_in_the_limit",
    ),
    planned(
        "cor-regularization-path",
        "exact/functions/test_ridge.py::test_a_larger_penalty_gives_a_shorter_answer_and_a_worse_fit",
    ),
    planned("thm-regularization-longer", f"{FITS}test_ridge_is_least_squares_for_a_longer_system"),
    planned("thm-regularization-filter", f"{FITS}test_ridge_filters_the_singular_directions"),
    planned(
        "thm-singular-normal-equations-pseudoinverse",
        f"{FITS}test_the_normal_equations_with_the_pseudoinverse",
    ),
    planned("thm-numerics-condition", f"{FITS}test_normal_equations_square_the_condition_number"),
    planned("thm-kernel-regression-unknowns", f"{FITS}test_as_many_unknowns_as_examples"),
)
