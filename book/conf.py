"""Hand ``_config.yml`` and ``_toc.yml`` to Sphinx, so that every Sphinx tool reads them."""

import sys
from pathlib import Path

from jupyter_book.config import get_final_config

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "book" / "_ext"))

_config, _ = get_final_config(
    user_yaml=ROOT / "_config.yml",
    sourcedir=ROOT / "book",
    cli_config={"latex_individualpages": False},
)
globals().update(_config)
external_toc_path = str(ROOT / "_toc.yml")
