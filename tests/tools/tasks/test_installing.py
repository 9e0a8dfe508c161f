"""What a set-up installs, what it leaves alone, and what it says where it can't."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tools.tasks import base, installing

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def new_venv(installed: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file that says that an environment was made."""
    made = installed / "made anew"
    monkeypatch.setattr(installing, "make_venv", made.touch)
    return made


@pytest.mark.usefixtures("called")
def test_environment_of_this_python_is_kept(installed: Path, new_venv: Path) -> None:
    installing.set_up("book")
    assert not new_venv.exists()
    assert (installed / "BUILD" / "doctrees").exists()
    assert installing.is_installed("book")


@pytest.mark.usefixtures("called")
def test_environment_of_another_python_is_made_anew_and_so_are_its_pages(
    installed: Path, new_venv: Path
) -> None:
    (installed / "VENV" / "pyvenv.cfg").write_text("version = 3.11.0\n")
    installing.set_up("book")
    assert new_venv.exists()
    assert not [*installed.glob("BUILD/**/doctrees")]


# The tools of a development set-up stay


def lists(called: list[tuple[str, ...]]) -> list[str]:
    """Return the names of the Python lock files that were installed."""
    return [Path(word).stem for words in called for word in words if word.endswith(".txt")]


@pytest.mark.usefixtures("installed")
def test_book_leaves_a_development_set_up_alone(called: list[tuple[str, ...]]) -> None:
    installing.set_up("dev")
    assert "--omit=dev" not in called[-1]
    called.clear()
    installing.set_up("book")
    assert called == []


def test_book_renews_an_older_development_set_up_as_one(
    installed: Path, called: list[tuple[str, ...]]
) -> None:
    (installed / "VENV" / "installed-dev").write_text("older")
    installing.set_up("book")
    assert lists(called) == ["bootstrap", "dev"]
    assert called[-1][3] == "ci"
    assert "--omit=dev" not in called[-1]
    assert installing.is_installed("dev")


@pytest.mark.usefixtures("installed")
def test_book_alone_goes_without_the_tools(called: list[tuple[str, ...]]) -> None:
    installing.set_up("book")
    assert lists(called) == ["bootstrap", "book"]
    assert "--omit=dev" in called[-1]
    assert not installing.is_installed("dev")


@pytest.mark.usefixtures("installed")
def test_locks_that_come_back_do_not_revive_a_set_up_that_has_gone(
    called: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when a branch with other locks is visited, and the set-up there is broken off."""

    def breaks_off(purpose: str) -> None:
        raise base.TaskError(purpose)

    installing.set_up("dev")
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(installing, "lock_digest", lambda purpose: f"other {purpose}")
        elsewhere.setattr(installing, "install_node_packages", breaks_off)
        with pytest.raises(base.TaskError):
            installing.set_up("book")
    assert not installing.is_installed("dev")
    called.clear()
    installing.set_up("book")
    assert lists(called) == ["bootstrap", "dev"]


# What is missing is named


@pytest.mark.usefixtures("installed")
def test_python_without_venv_names_the_package(
    said: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no ensurepip")

    monkeypatch.setattr(installing.venv, "create", refuse)
    base.PYTHON.unlink()
    line = said("book", "--no-serve")
    assert "no virtual environment could be made (no ensurepip): on Debian and Ubuntu" in line
    assert "python3-venv" in line


@pytest.mark.usefixtures("installed")
def test_set_up_without_a_network_says_what_it_needs(
    tmp_path: Path, said: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(base, "PYTHON", Path(sys.executable))
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_RETRIES", "0")
    monkeypatch.setenv("PIP_NO_CACHE_DIR", "1")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_TARGET", str(tmp_path / "none"))
    line = said("book", "--no-serve")
    assert "the packages could not be installed (see the messages before this line)" in line
    assert "a connection to the package registries" in line


# Where PyTorch comes from


@pytest.fixture
def no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("UV_FIND_LINKS", "UV_TORCH_BACKEND"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("no_variables")
@pytest.mark.parametrize(
    ("folder", "expected"),
    [("wheels", {"UV_FIND_LINKS": "wheels"}), ("", {"UV_TORCH_BACKEND": "cpu"})],
)
def test_cpu_builds_come_from_the_folder_of_pip_or_the_index_of_pytorch(
    folder: str, expected: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)  # pip then reads no file at all
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    if folder:
        monkeypatch.setenv("PIP_FIND_LINKS", folder)
    monkeypatch.setattr(base, "PYTHON", sys.executable)
    assert installing.cpu_builds("torch") == expected
    assert installing.cpu_builds("jax") == {}


@pytest.mark.usefixtures("no_variables")
def test_variable_of_uv_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UV_TORCH_BACKEND", "xpu")
    assert installing.cpu_builds("torch") == {}
