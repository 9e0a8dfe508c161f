"""A quadratic feature p·x₁² + q·x₁x₂ + r·x₂² over a disc: its heights and its level curves."""

from dataclasses import dataclass

import numpy as np

from linalg_book.figures.kit.geometry import Vector

_TURNS = 360  # directions in which a level curve is looked for
_SOME = 1e-12
LOW, HIGH = -0.8, 0.8  # between these the surface stands over a disc of radius 1


@dataclass(frozen=True)
class Quadratic:
    """The feature, over the disc of a radius."""

    coefficients: Vector
    radius: float

    def at(self, points: Vector) -> Vector:
        """Heights of points, one a row."""
        x, y = points[..., 0], points[..., 1]
        p, q, r = self.coefficients
        heights: Vector = p * x**2 + q * x * y + r * y**2
        return heights

    @property
    def range(self) -> tuple[float, float]:
        """The lowest and the highest point of the surface over the disc."""
        p, q, r = self.coefficients
        mean, part = (p + r) / 2, float(np.hypot(p - r, q)) / 2
        ends = self.radius**2 * np.array([0.0, mean - part, mean + part])
        return float(ends.min()), float(ends.max())

    def lifted(self, points: Vector, heights: Vector) -> Vector:
        """Places in space of points at heights: the disc gets radius 1."""
        low, high = self.range
        share = (heights - low) / (high - low) if high > low else 0.5 + 0 * heights
        return np.column_stack([points / self.radius, LOW + (HIGH - LOW) * share])

    def level(self, height: float) -> list[Vector]:
        """Curves of the disc on which the feature has a height, each as a path."""
        turns = np.deg2rad(np.arange(_TURNS + 1) * 360 / _TURNS)
        rays = np.column_stack([np.cos(turns), np.sin(turns)])
        if abs(height) < _SOME:
            return self._zeros()
        # On the ray with the height q at distance 1 the curve is at √(height/q), if that is real.
        shares = self.at(rays) / height  # 1/ρ² on the curve
        least = 1 / self.radius**2
        paths: list[list[Vector]] = [[]]
        for k, share in enumerate(shares):
            before = shares[k - 1] if k else share
            if (before >= least) != (share >= least):
                part = (least - before) / (share - before)
                edge = rays[k - 1] + part * (rays[k] - rays[k - 1])
                paths[-1].append(self.radius * edge / np.hypot(*edge))
                if share < least:
                    paths.append([])
            if share >= least:
                paths[-1].append(rays[k] / np.sqrt(share))
        return [np.array(path) for path in paths if len(path) > 1]

    def _zeros(self) -> list[Vector]:
        """Lines through the origin on which the feature is 0."""
        p, q, r = self.coefficients
        inside = q**2 - 4 * p * r
        if inside < 0 or not (p or q or r):
            return []
        roots = -q + np.sqrt(inside) * np.array([1.0, -1.0])
        # p·c² + q·c·s + r·s² = 0 for the directions (c, s) = (root, 2p) and (2r, root).
        ways = [(root, 2 * p) if p else (2 * r, root) for root in roots]
        if not p:
            ways = [(1.0, 0.0), (r, -q)]
        ends = [self.radius * np.array(way) / np.hypot(*way) for way in ways if np.hypot(*way)]
        return [np.array([-end, end]) for end in ends]
