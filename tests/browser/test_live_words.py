"""Words that are cut, covered or under a handle are seen; all figures: ``test_live_kinds``."""

from __future__ import annotations

from tests.browser.label_words import faults, misjudged


def test_a_false_neighbor_is_seen() -> None:
    """Move each thing to where it must not be, and the fault is named."""
    word = {"text": "mean", "turned": False, "box": [10.0, 10.0, 40.0, 26.0]}
    fine = {"size": [100, 60], "words": [word], "handles": [[45.0, 14.0, 53.0, 22.0]]}
    assert faults(fine) == []
    assert faults({**fine, "handles": [[37.0, 14.0, 45.0, 22.0]]}) == ["'mean' lies under a handle"]
    assert faults({**fine, "size": [38, 60]})[0].startswith("'mean' is cut")
    other = {"text": "median", "turned": False, "box": [30.0, 15.0, 70.0, 31.0]}
    crowded = {**fine, "handles": [], "words": [word, other]}
    assert faults(crowded) == ["'mean' covers 'median'"]
    assert misjudged({"words": [{"text": "mean", "long": 20.0, "guess": 24.0}]}) == []
    for guess in (15.0, 30.0):
        assert misjudged({"words": [{"text": "mean", "long": 20.0, "guess": guess}]})
