"""A fixed tree over the blocks of a table, and its computation by whatever scheduler Dask has."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Any

import dask
from dask.delayed import Delayed, delayed
from threadpoolctl import threadpool_limits

from linalg_book.errors import InvalidNumberError, LinalgBookError, SchedulerError, StorageError
from linalg_book.scale.summaries import FAN, Join, merge, summarize

if TYPE_CHECKING:
    from linalg_book.scale.blocks import Lazy


def reduced(X: Lazy, sides: Lazy | None, join: Join, *, ones: bool = False) -> Delayed:
    """Return the task that summarizes all rows of a table, with right-hand sides beside them."""
    width = ones + X.shape[1] + (0 if sides is None else sides.shape[1])
    left = _blocks(X)
    right = [None] * len(left) if sides is None else _blocks(sides)
    one, several = delayed(summarize, pure=True), delayed(merge, pure=True)
    found = [one(x, y, width, join, ones=ones) for x, y in zip(left, right, strict=True)]
    while True:
        found = [several(found[i : i + FAN], width, join) for i in range(0, len(found), FAN)]
        if len(found) == 1:
            return found[0]


def _blocks(X: Lazy) -> list[Delayed]:
    """List the tasks that read blocks; columns of one file stay parts of one reading."""
    return list(X.to_delayed(optimize_graph=False).ravel())


def answered(task: Delayed, *, compute: bool = True) -> Any:
    """Compute a task, or hand it over as it is; say clearly what else than the data failed."""
    if not compute:
        return task
    try:
        # Tasks are what runs side by side: threads of BLAS within each would wait for each other.
        with threadpool_limits(1, "blas"):
            return dask.compute(task)[0]
    except LinalgBookError:
        raise
    except OSError as error:
        raise _of_the_system(error) from error
    except (ValueError, TypeError, KeyError) as error:
        raise InvalidNumberError(
            f"X and y are expected to hold numbers in all blocks, but one cannot be read as such "
            f"({str(error).partition(chr(10))[0]}): look for text in a column of numbers, or for "
            "files with other columns."
        ).about("X") from error
    except Exception as error:
        if _module(error) in {"distributed", "concurrent"}:
            raise _of_the_scheduler(error) from error
        raise


def _module(error: BaseException) -> str:
    return type(error).__module__.partition(".")[0]


def _of_the_system(error: OSError) -> LinalgBookError:
    """Say which of disk, file and connection failed."""
    if _module(error) == "distributed" or isinstance(error, ConnectionError | TimeoutError):
        return _of_the_scheduler(error)
    if error.errno == errno.ENOSPC:
        return StorageError(
            "expected room on the disk for temporary files, but it is full: free some, or name "
            "another folder to Dask (temporary-directory)."
        )
    return StorageError(
        f"a block of X could not be read ({error}): see that the file is there, whole and "
        "readable on every worker."
    ).about("X")


def _of_the_scheduler(error: BaseException) -> SchedulerError:
    return SchedulerError(
        f"expected an answer from the scheduler and its workers, but they are gone or gave up "
        f"({type(error).__name__}): start a new dask.distributed.Client, or close this one to "
        "work with threads."
    )
