"""Workers of ``distributed``: the same bits with one killed, and a scheduler that is gone."""

import os
import signal
import time

import dask.array as da
import numpy as np
import pytest

from linalg_book.errors import SchedulerError
from linalg_book.scale import least_squares

pytestmark = [
    pytest.mark.full,
    pytest.mark.filterwarnings("ignore"),  # what a dying process leaves behind
]
N, ROWS = 40_000, 1000


def slow_block(block_id=None):
    """Draw a block that takes a while, the same each time it is asked for."""
    time.sleep(0.15)
    return np.random.default_rng(block_id[0]).standard_normal((ROWS, 6))


def table():
    chunks = ((ROWS,) * (N // ROWS), (6,))
    X = da.map_blocks(slow_block, chunks=chunks, dtype=float, meta=np.zeros((0, 6)))
    return X, X @ np.arange(6) + da.sin(X[:, 0])


@pytest.fixture
def client():
    from distributed import Client, LocalCluster

    with (
        LocalCluster(
            n_workers=3, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        Client(cluster) as opened,
    ):
        yield opened


def test_the_answer_with_a_worker_killed_in_the_middle(client):
    right = least_squares(*table(), compute=False).compute(scheduler="sync")
    future = client.compute(least_squares(*table(), compute=False))
    time.sleep(1.0)
    workers = client.run(os.getpid)
    assert not future.done()
    os.kill(next(iter(workers.values())), signal.SIGKILL)
    found = future.result(timeout=120)
    assert np.array_equal(found.coefficients, right.coefficients)
    assert found.singular_values.tolist() == right.singular_values.tolist()
    left = set(client.run(os.getpid).values())
    assert not left & {next(iter(workers.values()))}


def test_a_client_serves_the_functions_by_itself(client):
    assert client.scheduler_info()["workers"]
    right = least_squares(*table(), compute=False).compute(scheduler="sync")
    assert np.array_equal(least_squares(*table()).coefficients, right.coefficients)


def test_a_scheduler_that_is_gone(client):
    cluster = client.cluster
    cluster.loop.add_callback(cluster.close)
    with pytest.raises(SchedulerError, match="they are gone or gave up"):
        least_squares(*table())
