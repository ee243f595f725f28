"""What the examples have in common: a client, of the service or of the emulator."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from qoder_cloud import Qoder
from qoder_cloud.emulator import Emulator


@contextmanager
def connected() -> Iterator[Qoder]:
    """A client of the service when it has a token; otherwise one of an emulator."""
    if os.environ.get("QODER_ACCESS_TOKEN") or os.environ.get("QODER_PAT"):
        print("running on the service")
        with Qoder() as client:
            yield client
    else:
        print("running on the embedded emulator")
        with Emulator() as emulator, emulator.client() as client:
            yield client
