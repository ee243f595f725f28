"""`python -m qoder_cloud.emulator`: an emulator in the foreground, until it is interrupted."""

from __future__ import annotations

import argparse
import signal
import sys
from contextlib import suppress

from . import Emulator


def main() -> int:
    """Starts an emulator and prints what a client needs to reach it."""
    parser = argparse.ArgumentParser(
        prog="python -m qoder_cloud.emulator", description="The service, emulated."
    )
    parser.add_argument("--host", default="127.0.0.1", help="interface to listen at (%(default)s)")
    parser.add_argument("--port", type=int, default=0, help="port to listen at; 0 takes a free one")
    parser.add_argument("--token", help="token to accept; a random one by default")
    parser.add_argument(
        "--heartbeat", type=float, default=15, help="seconds between heartbeats (%(default)s)"
    )
    parser.add_argument(
        "--step-delay", type=float, default=0, help="seconds per step of the agent (%(default)s)"
    )
    arguments = parser.parse_args()
    ends = {signal.SIGINT, signal.SIGTERM}
    waits = hasattr(signal, "sigwait")
    if waits:
        # Blocked in all threads, so that none is lost between the last line and the wait.
        signal.pthread_sigmask(signal.SIG_BLOCK, ends)
    with Emulator(
        host=arguments.host,
        port=arguments.port,
        token=arguments.token,
        heartbeat=arguments.heartbeat,
        step_delay=arguments.step_delay,
    ) as emulator:
        print(f"export QODER_BASE_URL={emulator.base_url}")
        print(f"export QODER_ACCESS_TOKEN={emulator.token}", flush=True)
        if waits:
            signal.sigwait(ends)
        else:
            with suppress(KeyboardInterrupt, EOFError):
                while True:
                    input()
    return 0


if __name__ == "__main__":
    sys.exit(main())
