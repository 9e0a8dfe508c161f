"""Files as tables: what is read, and what is refused."""

import dask.array as da
import numpy as np
import pandas as pd
import pytest
import zarr

from linalg_book.errors import (
    EmptySystemError,
    InvalidNumberError,
    LinalgBookError,
    ShapeError,
    StorageError,
    TableError,
)
from linalg_book.scale import blocks, frames, least_squares, open_array, open_table, tables
from tests.scale.tables import drawn

NAMES = ["a", "b", "c"]


def frame(N=1000):
    X, _ = drawn(N, 3)
    return pd.DataFrame(X, columns=NAMES).assign(y=X @ [1, 2, 3])


@pytest.fixture
def small_blocks(monkeypatch):
    """Cut files into many blocks."""
    for module in (blocks, frames, tables):
        monkeypatch.setattr(module, "BLOCK_BYTES", 10_000)


def stored(folder, kind):
    """Write the table in a file of a kind; return its path and the name of the target."""
    table, path = frame(), folder / f"t.{kind}"
    if kind == "csv":
        table.to_csv(path, index=False)
    elif kind == "parquet":
        table.to_parquet(path, row_group_size=130)
    elif kind == "npy":
        np.save(path, table.to_numpy())
    else:
        zarr.create_array(path, data=table.to_numpy(), chunks=(130, 2))
    return path, "y" if kind in {"csv", "parquet"} else "4"


@pytest.mark.usefixtures("small_blocks")
@pytest.mark.parametrize("kind", ["csv", "parquet", "npy", "zarr"])
def test_every_kind_of_file(tmp_path, kind):
    path, target = stored(tmp_path, kind)
    table = open_table(path, target)
    assert table.X.numblocks[0] > 3
    assert table.columns[-1] == target
    fit = least_squares(table.X, table.y, columns=table.columns)
    assert np.allclose(fit.coefficients, [1, 2, 3], atol=1e-12)
    assert fit.rows == 1000


@pytest.mark.usefixtures("small_blocks")
def test_repeated_values_make_no_larger_blocks(tmp_path):
    path = tmp_path / "t.parquet"
    table = pd.DataFrame({name: np.arange(20_000) % 2.0 for name in [*NAMES, "y"]})
    table.to_parquet(path, row_group_size=130)
    X = open_table(path, "y").X
    assert max(part.nbytes for part in map(np.asarray, X.blocks)) <= frames.BLOCK_BYTES


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of pandas, for Dask
def test_a_folder_may_begin_with_a_file_without_rows(tmp_path):
    for number, rows in enumerate([0, 30, 0, 20]):
        frame(30).head(rows).to_parquet(tmp_path / f"{number}.parquet")
    folder = tmp_path.rename(tmp_path.with_suffix(".parquet"))
    table = open_table(folder, "y")
    assert least_squares(table.X, table.y).rows == 50


def test_the_target_may_stand_anywhere(tmp_path):
    np.save(tmp_path / "t.npy", frame()[["y", *NAMES]].to_numpy())
    table = open_table(str(tmp_path / "t.npy"), "1")
    assert table.columns == ("2", "3", "4", "1")
    assert np.allclose(least_squares(table.X, table.y).coefficients, [1, 2, 3])


def test_several_files_of_one_table(tmp_path):
    for number in (2, 10, 1):
        frame(50 * number).to_csv(tmp_path / f"part{number}.csv", index=False)
    table = open_table(tmp_path / "part*.csv", "y")
    assert least_squares(table.X, table.y).rows == 650


def test_an_array_is_read_in_blocks(tmp_path):
    np.save(tmp_path / "x.npy", np.arange(12.0).reshape(4, 3))
    array = open_array(tmp_path / "x.npy")
    assert isinstance(array, da.Array)
    assert array[1:3].compute().tolist() == [[3, 4, 5], [6, 7, 8]]


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "text", "error", "words"),
    [
        ("t.csv", "a,b\n1,2\n", TableError, "but is y: its columns are a, b"),
        ("t.csv", "y\n1\n", TableError, "a column beside the target y"),
        ("t.csv", "a,city,y\n1,Rome,2\n", InvalidNumberError, "text or dates stand in city"),
        ("t.csv", "a,y\n", EmptySystemError, "names of columns only"),
        ("t.txt", "a,y\n1,2\n", TableError, r"end in one of \.csv"),
        ("t.csv", "", StorageError, "cannot be read"),
        ("t.parquet", "no such thing", StorageError, "cannot be read"),
        ("t.npy", "no such thing", StorageError, "cannot be read"),
        ("none.csv", None, StorageError, "there is none at"),
        ("none.parquet", None, StorageError, "there is none at"),
        ("none.zarr", None, StorageError, "there is none at"),
    ],
)
def test_what_is_refused_at_once(tmp_path, name, text, error, words):
    path = tmp_path / name
    if text is not None:
        write(path, text)
    with pytest.raises(error, match=words):
        open_table(path, "y")


def test_arrays_that_are_no_tables(tmp_path):
    np.save(tmp_path / "x.npy", np.ones(3))
    with pytest.raises(TableError, match=r"shape \(3,\)"):
        open_table(tmp_path / "x.npy", "1")
    with pytest.raises(TableError, match=r"end in \.npy or \.zarr"):
        open_array(tmp_path / "x.csv")


def test_a_file_that_was_cut_off(tmp_path):
    path, _ = stored(tmp_path, "npy")
    path.write_bytes(path.read_bytes()[:1000])
    with pytest.raises(StorageError, match="cut off"):
        open_array(path)


def refusal(path):
    """Return what is said against a table when it is read."""
    table = open_table(path, "y")
    with pytest.raises(LinalgBookError) as caught:
        least_squares(table.X, table.y, columns=table.columns)
    return caught.value


@pytest.mark.usefixtures("small_blocks")
@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_missing_values_with_their_row_and_column(tmp_path, kind):
    table = frame().round().astype("Int64")
    table.loc[700, "b"] = table.loc[900, "b"] = table.loc[901, "y"] = pd.NA
    path = tmp_path / f"t.{kind}"
    if kind == "csv":
        table.to_csv(path, index=False)
    else:
        table.to_parquet(path, row_group_size=130)
    found = refusal(path)
    assert isinstance(found, InvalidNumberError)
    assert "3 of their entries are missing or infinite (2 in b, 1 in y)" in str(found)
    assert "the first one in row 701 of b" in str(found)


def test_text_that_comes_late(tmp_path):
    rows = "".join(f"{i},{i}\n" for i in range(100_000))
    found = refusal(write(tmp_path / "t.csv", f"a,y\n{rows}oops,1\n"))
    assert isinstance(found, InvalidNumberError)
    assert "'oops'" in str(found)


def test_files_with_other_columns(tmp_path):
    frame().to_csv(tmp_path / "t1.csv", index=False)
    frame()[["y", *NAMES]].to_csv(tmp_path / "t2.csv", index=False)
    with pytest.raises(ShapeError, match="begins with y,a,b,c"):
        open_table(tmp_path / "t*.csv", "y")
    folder = tmp_path / "t.parquet"
    folder.mkdir()
    frame().to_parquet(folder / "1.parquet")
    frame().drop(columns="b").to_parquet(folder / "2.parquet")
    assert "'b'" in str(refusal(folder))


def test_parquet_files_in_another_order_are_read_by_name(tmp_path):
    frame().to_parquet(tmp_path / "1.parquet")
    frame()[["y", "c", "b", "a"]].to_parquet(tmp_path / "2.parquet")
    folder = tmp_path.rename(tmp_path.with_suffix(".parquet"))
    table = open_table(folder, "y")
    fit = least_squares(table.X, table.y)
    assert np.allclose(fit.coefficients, [1, 2, 3])
    assert fit.rows == 2000
