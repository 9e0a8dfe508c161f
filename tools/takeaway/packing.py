"""Archives that are the same, byte for byte, whenever they are made from the same files."""

from __future__ import annotations

import os
import time
import zipfile
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

OLDEST = 315_532_800  # seconds: an archive knows no year before 1980


def changed() -> int:
    """Return when the sources were changed last, in seconds since 1970."""
    return int(os.environ.get("SOURCE_DATE_EPOCH", "0"))


def pack(out: Path | IO[bytes], entries: Iterable[tuple[str, bytes]]) -> None:
    """Write an archive of named contents, in the order of their names, all of one time."""
    moment = time.gmtime(max(changed(), OLDEST))[:6]
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in sorted(entries):
            entry = zipfile.ZipInfo(name, moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o100644 << 16  # a file that all may read
            entry.create_system = 3  # on every system as on Unix
            archive.writestr(entry, content)
