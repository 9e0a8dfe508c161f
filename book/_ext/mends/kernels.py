"""ipykernel 7.4.0 warns at each start on stderr; nbclient 0.11.0 waits for each kernel's goodbye.

The first goes when jupyter_client asks for encryption by itself, as ipykernel's warning wants
(https://github.com/ipython/ipykernel/pull/1515); the second when MyST-NB passes on nbclient's
option ``shutdown_kernel``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jupyter_client.manager import KernelManager
from nbclient import NotebookClient

if TYPE_CHECKING:
    from sphinx.application import Sphinx

KernelManager.transport_encryption.default_value = "auto"
# A kernel that has run its chapter need not say goodbye: that would cost half a second.
NotebookClient.shutdown_kernel.default_value = "immediate"


def setup(app: Sphinx) -> dict[str, bool]:
    """Let Sphinx load this file, which is the mend."""
    return {"parallel_read_safe": True, "parallel_write_safe": True}
