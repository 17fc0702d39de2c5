"""The example as its visitors get it: by `sinergi serve`, with all its headers."""

import fcntl
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.public.visits import Crawl, Visitor, crawl, fetch

STARTING = 240  # seconds; the example is loaded at the first start


@pytest.fixture(scope="session")
def origin(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the example is served; all workers of a run share what one has loaded."""
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    folder = base / "contoh"
    folder.mkdir(exist_ok=True)
    with (base / "contoh.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        address, server = _started(root, folder)
        fcntl.flock(lock, fcntl.LOCK_UN)
    yield address
    server.terminate()
    server.wait(timeout=20)


def _started(root: Path, folder: Path) -> tuple[str, subprocess.Popen[bytes]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **{k: v for k, v in os.environ.items() if k != "DATABASE_URL"},
        "SINERGI_VAR": str(folder),
        "PYTHONPATH": str(root / "src"),
        "SINERGI_FILES": str(folder / "files"),
    }
    address = f"http://127.0.0.1:{port}"
    said = folder / f"server-{port}.txt"
    with said.open("wb") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "sinergi", "serve", f"--port={port}"],
            env=environment,
            cwd=root,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    for _second in range(STARTING):
        if server.poll() is not None:
            break
        if _answers(address):
            return address, server
        time.sleep(1)
    server.kill()
    raise RuntimeError(f"The server did not start:\n{said.read_text()}")


def _answers(address: str) -> bool:
    try:
        return fetch(f"{address}/v/").status == 200
    except OSError:
        return False


@pytest.fixture(scope="session")
def found(origin: str) -> Crawl:
    """What a visitor gets to by following links from the home, a few of each kind."""
    return crawl(origin)


@pytest.fixture(scope="session")
def visitor(browser: Browser, origin: str) -> Iterator[Visitor]:
    with _opened(browser, origin) as visitor:
        yield visitor


@pytest.fixture(scope="session")
def without_javascript(browser: Browser, origin: str) -> Iterator[Visitor]:
    with _opened(browser, origin, java_script_enabled=False) as visitor:
        yield visitor


@contextmanager
def _opened(browser: Browser, origin: str, **options: bool) -> Iterator[Visitor]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="en-US", **options
    )
    yield Visitor(context.new_page(), origin)
    context.close()
