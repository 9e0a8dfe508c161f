"""The data that ship with the package: what their sources say of them, and what is refused."""

import json
from fractions import Fraction
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from linalg_book import datasets
from linalg_book.datasets import _dataset
from linalg_book.errors import DatasetError
from tests.paths import DATA

LOADERS = [getattr(datasets, name) for name in datasets.__all__ if name.islower()]
FOLDER = Path(str(files("linalg_book.datasets"))) / "data"
each = pytest.mark.parametrize("load", LOADERS, ids=lambda load: load.__name__)


@each
def test_every_set_says_what_it_is(load):
    found = load()
    assert found.name == load.__name__
    assert len(found.axes) == found.values.ndim
    assert len(found.columns) == len(found.units)
    assert found.columns == () or len(found.columns) == found.values.shape[-1]
    assert found.labels is None or found.labels.shape == found.values.shape[:1]
    assert (found.labels is None) is (found.label_meaning == "")
    assert found.source
    assert found.license
    assert found.changes
    if "notice" in found.license:
        assert f"`{found.name}." in (FOLDER / "README.md").read_text(encoding="utf-8")


@each
def test_nobody_writes_to_shared_numbers(load):
    with pytest.raises(ValueError, match="read-only"):
        load().values[...] = 0


def test_the_folder_is_small_and_holds_nothing_else():
    names = sorted(path.stem for path in FOLDER.iterdir())
    assert names == sorted(["README", *(load.__name__ for load in LOADERS)])
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 500_000


def test_digits_as_their_authors_count_them():
    found = datasets.digits()
    # the file optdigits.names of the source: how often each digit occurs in the test set
    counts = [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
    assert np.bincount(found.labels).tolist() == counts
    assert found.values.shape == (1797, 8, 8)
    assert (found.values.min(), found.values.max()) == (0, 16)
    # the first image, as the documentation of scikit-learn prints it
    assert found.values[0, 0].tolist() == [0, 0, 5, 13, 9, 1, 0, 0]


def test_certified_sets_as_nist_prints_them():
    found = datasets.certified()
    names = [word.split()[1] for word in found.label_meaning.split(", ")]
    nist = json.loads((DATA / "nist_linear.json").read_text(encoding="utf-8"))
    assert names == [entry["name"] for entry in nist]
    for k, entry in enumerate(nist):
        rows = found.values[found.labels == k]
        assert [Fraction(str(y)) for y in rows[:, 0]] == [Fraction(y) for y in entry["y"]]
        first = int(len(entry["X"][0]) > 1)  # after the ones
        count = 6 if entry["name"] == "Longley" else 1
        expected = [[Fraction(x) for x in row[first : first + count]] for row in entry["X"]]
        assert [[Fraction(str(x)) for x in row[1 : 1 + count]] for row in rows] == expected
        assert not rows[:, 1 + count :].any()


def test_people_as_their_source_describes_them():
    found = datasets.people()
    height, weight, age = found.values.T
    assert len(age) == 1629  # Hernán and Robins, Causal Inference: What If, section 12.1
    assert (age.min(), age.max()) == (25, 74)
    assert set(found.labels) == {0, 1}
    assert 140 < height.min() < height.max() < 200
    assert 35 < weight.min() < weight.max() < 170


def test_heights_were_cut_to_parts_of_32():
    height = datasets.people().values[:, 0]
    tenths = np.ceil(10 * height)  # the millimeters that the cut took away
    assert (height == np.floor(32 * tenths / 10) / 32).all()


def test_carbon_dioxide_has_the_yearly_means_that_its_source_prints():
    year, month, mean = datasets.carbon_dioxide().values.T
    assert len(year) == 47 * 12 - 2
    assert {(1975, 12), (1984, 4)}.isdisjoint(zip(year, month, strict=True))
    printed = {1980: 338.76, 1990: 354.45, 2000: 369.71, 2010: 390.10, 2019: 411.65, 2021: 416.41}
    for whole, expected in printed.items():
        assert mean[year == whole].mean() == pytest.approx(expected, abs=0.02)


def test_images_and_sound_have_the_ranges_of_their_types():
    assert datasets.retina().values.shape == (102, 102)
    assert datasets.cat().values.shape == (75, 112, 3)
    assert datasets.retina().values.dtype == datasets.cat().values.dtype == np.uint8
    voice = datasets.voice()
    assert voice.values.dtype == np.int16
    assert voice.rate == 22050
    assert len(voice.values) == 17500  # frames, in the header of the recording


def test_a_missing_or_changed_file_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(_dataset, "files", lambda _: tmp_path)
    (tmp_path / "data").mkdir()
    with pytest.raises(DatasetError, match=r"expected the data file x\.csv .* install"):
        _dataset.read_checked("x.csv", "0" * 64)
    (tmp_path / "data" / "x.csv").write_bytes(b"")
    with pytest.raises(DatasetError, match="received e3b0c44298fc…: the file was changed"):
        _dataset.read_checked("x.csv", "0" * 64)
