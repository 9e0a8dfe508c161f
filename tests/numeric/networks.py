"""Kernels of wide networks written anew with mpmath, for pairs of points given as floats."""

import mpmath
import numpy as np

DIGITS = 40
SLOPES = {"relu": 0, "abs": -1, "identity": 1}


def of_angle(slope, a, k, b):
    """Return both means of φ(u) = u above 0 and slope·u below; of the step for ``None``."""
    s = mpmath.sqrt(a * b)
    angle = mpmath.acos(min(max(k / s, -1), mpmath.mpf(1)))
    if slope is None:
        return (mpmath.pi - angle) / (2 * mpmath.pi), mpmath.mpf(0)
    above, across = (1 + slope**2) / mpmath.mpf(2), (1 - slope) ** 2 / (2 * mpmath.pi)
    bent = mpmath.sin(angle) - angle * mpmath.cos(angle)
    return s * (above * mpmath.cos(angle) + across * bent), above - across * angle


def kernels(x, z, depth, slope, variances):
    """Return NNGP and NTK of a pair, each as the triple of (x, x), (x, z) and (z, z)."""
    with mpmath.workdps(DIGITS):
        weight, bias = map(mpmath.mpf, variances)
        slope = None if slope is None else mpmath.mpf(slope)
        left, right = ([mpmath.mpf(float(entry)) for entry in point] for point in (x, z))
        products = [mpmath.fdot(p, q) for p, q in ((left, left), (left, right), (right, right))]
        nngp = [weight * product / len(left) + bias for product in products]
        ntk = list(nngp)
        for _ in range(depth):
            a, k, b = nngp
            means = [of_angle(slope, *triple) for triple in ((a, a, a), (a, k, b), (b, b, b))]
            nngp = [weight * value + bias for value, _ in means]
            grown = zip(ntk, means, nngp, strict=True)
            ntk = [weight * theta * inner + new for theta, (_, inner), new in grown]
        return nngp, ntk


def plain(x, z, depth, slope, variances):
    """Return NNGP and NTK of a pair of floats as textbooks do: by cosines."""
    weight_variance, bias_variance = variances
    d = len(x)
    a, k, b = (weight_variance * p @ q / d + bias_variance for p, q in ((x, x), (x, z), (z, z)))
    above, across = (1 + slope**2) / 2, (1 - slope) ** 2 / (2 * np.pi)
    theta = k
    for _ in range(depth):
        s = np.sqrt(a * b)
        angle = np.arccos(np.clip(k / s, -1, 1))
        bent = np.sin(angle) - angle * np.cos(angle)
        k = weight_variance * s * (above * np.cos(angle) + across * bent) + bias_variance
        theta = weight_variance * theta * (above - across * angle) + k
        a, b = (weight_variance * above * variance + bias_variance for variance in (a, b))
    return k, theta


def error(found, triple):
    """Measure an error by the root of the two diagonal entries."""
    left, right, other = triple
    with mpmath.workdps(DIGITS):
        return float(abs(mpmath.mpf(float(found)) - right) / mpmath.sqrt(left * other))
