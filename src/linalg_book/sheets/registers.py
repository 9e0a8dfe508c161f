"""How the registers of kinds and of formats are asked for one of their names."""

from collections.abc import Mapping
from typing import Any, TypeVar

from linalg_book.errors import RequestError
from linalg_book.writing.wording import show

Entry = TypeVar("Entry")


def entry_named(register: Mapping[str, Entry], name: Any, field: str, wanted: str) -> Entry:
    """Return an entry of a register, or refuse a name that it does not have.

    ``field`` is the argument that is refused, ``wanted`` what it should name.
    """
    if isinstance(name, str) and name in register:
        return register[name]
    raise RequestError(
        f"expected {wanted} ({', '.join(register)}), but received {show(name)}: choose one."
    ).about(field)
