"""Sets up ``.venv`` and ``node_modules`` from the lock files, when they are not up to date."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from typing import TYPE_CHECKING

from tools.tasks import base

if TYPE_CHECKING:
    from pathlib import Path

NO_NETWORK = (
    "the packages could not be installed (see the messages before this line): the first set-up "
    "needs a connection to the package registries, or a mirror named to pip and npm; then call "
    "the task again"
)


def lock_digest(purpose: str) -> str:
    """Return a digest of everything that decides what is installed for a purpose."""
    names = ["bootstrap.txt", "book.txt", *(["dev.txt"] if purpose == "dev" else [])]
    paths = [*(base.ROOT / "requirements" / name for name in names)]
    paths += [base.ROOT / "package-lock.json", base.ROOT / "pyproject.toml"]
    content = b"".join(path.read_bytes() for path in paths)
    return hashlib.sha256(content + sys.version.encode() + str(base.ROOT).encode()).hexdigest()


def stamp(purpose: str) -> Path:
    """Return the file that says from which lock files a purpose was set up last."""
    return base.VENV / f"installed-{purpose}"


def is_installed(purpose: str) -> bool:
    """Tell whether the last set-up for this purpose was made from the present lock files."""
    return stamp(purpose).exists() and stamp(purpose).read_text() == lock_digest(purpose)


def is_of_this_python() -> bool:
    """Tell whether the virtual environment was made by this Python's version."""
    version = ".".join(map(str, sys.version_info[:3]))
    return f"version = {version}\n" in (base.VENV / "pyvenv.cfg").read_text()


def make_venv() -> None:
    """Make the virtual environment, anew when its Python has gone or changed."""
    try:
        venv.create(base.VENV, with_pip=True, clear=True)
    except (subprocess.CalledProcessError, OSError) as error:
        raise base.TaskError(
            f"no virtual environment could be made ({error}): on Debian and Ubuntu install the "
            "package python3-venv and try again"
        ) from error


def set_up(purpose: str) -> None:
    """Install what a purpose (``book`` or ``dev``) needs, unless it is there already.

    ``dev`` has all that ``book`` has. Where it was set up it is renewed, whatever was asked for:
    the lock files of ``book`` alone would take the tools away.
    """
    if is_installed(purpose) or is_installed("dev"):
        return
    purpose = "dev" if stamp("dev").exists() else purpose
    print(f"Setting up for {purpose}: this takes a minute the first time.", flush=True)
    stamps = [*base.VENV.glob("installed-*")]
    if not base.PYTHON.exists() or not stamps or not is_of_this_python():
        make_venv()
        for made in (base.BUILD / "doctrees", base.BUILD / "watch" / "doctrees"):
            shutil.rmtree(made, ignore_errors=True)  # another Python's cells run again
    else:
        for old in stamps:  # from here on nothing is whole, until all is installed
            old.write_text("")
    install_python_packages(purpose)
    install_node_packages(purpose)
    stamp(purpose).write_text(lock_digest(purpose))


def uv_install() -> list[str | Path]:
    """Return the call of uv that installs exactly what a lock file lists."""
    uv: list[str | Path] = [base.BIN / "uv", "pip", "install", "--quiet"]
    return [*uv, "--python", base.PYTHON, "--no-deps"]


def install_python_packages(purpose: str) -> None:
    """Install uv by pip, and by uv the rest and the package of the book."""
    pip = (base.PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    hashes = "--require-hashes"
    base.run(*pip, hashes, "-r", "requirements/bootstrap.txt", remedy=NO_NETWORK)
    flags = (hashes, "--compile-bytecode", "-r", f"requirements/{purpose}.txt")
    base.run(*uv_install(), *flags, remedy=NO_NETWORK)
    base.run(*uv_install(), "--no-build-isolation", "--editable", ".")


def install_node_packages(purpose: str) -> None:
    """Make ``node_modules`` exactly as the lock file says, with the tools for ``dev`` only."""
    flags = ["--ignore-scripts", "--no-audit", "--no-fund"]
    flags += [] if purpose == "dev" else ["--omit=dev"]
    base.run(base.PYTHON, "-c", base.CALL_NPM, "ci", *flags, remedy=NO_NETWORK)


def install_beside(name: str) -> dict[str, str]:
    """Install a lock file's packages into ``_build/<name>``; return what lets Python find them."""
    target = base.BUILD / name
    shutil.rmtree(target, ignore_errors=True)
    flags = ("--require-hashes", "--target", target, "-r", f"requirements/{name}.txt")
    base.run(*uv_install(), *flags, remedy=NO_NETWORK, **cpu_builds(name))
    return {"PYTHONPATH": str(target)}


def cpu_builds(name: str) -> dict[str, str]:
    """Tell uv where PyTorch's CPU builds are: in pip's own folder, else in PyTorch's index."""
    if name != "torch" or {"UV_FIND_LINKS", "UV_TORCH_BACKEND"} & os.environ.keys():
        return {}
    asked = [str(base.PYTHON), "-m", "pip", "config", "get", "global.find-links"]
    kept = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    found = os.environ.get("PIP_FIND_LINKS", kept).split()
    return {"UV_FIND_LINKS": ",".join(found)} if found else {"UV_TORCH_BACKEND": "cpu"}
