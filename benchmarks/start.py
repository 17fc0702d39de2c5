"""How long `./run` takes from the command to the first page.

The first start makes what is missing: environment, database, example. The second start
is what people wait for each day; it is promised in less than four seconds.
"""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LIMIT_SECONDS = 300
PROMISE_SECONDS = 4


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=60) as page:
            return bool(page.status == 200)
    except urllib.error.HTTPError as error:
        raise SystemExit(f"The first page answers {error.code}.") from error
    except (urllib.error.URLError, ConnectionError):
        return False


def seconds_to_first_page(data: str) -> float:
    port = free_port()
    began = time.monotonic()
    server = subprocess.Popen(
        [ROOT / "run", "--port", str(port)],
        env={**os.environ, "SINERGI_VAR": data},
        start_new_session=True,
    )
    try:
        while not answers(port):
            if server.poll() is not None:
                raise SystemExit(f"./run ended with {server.returncode}.")
            if time.monotonic() - began > LIMIT_SECONDS:
                raise SystemExit(f"No page in {LIMIT_SECONDS} seconds.")
            time.sleep(0.05)
        return time.monotonic() - began
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def main() -> int:
    with tempfile.TemporaryDirectory() as data:
        first = seconds_to_first_page(data)
        second = seconds_to_first_page(data)
    sys.stdout.write(f"first start {first:.1f} s, second start {second:.1f} s\n")
    return 0 if second < PROMISE_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
