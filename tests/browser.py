"""Pages in Debian's chromium, which Playwright drives."""

import os
import shutil
from typing import Any

import pytest

# Playwright's synchronous API runs an event loop in the thread of the test.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


def chromium() -> str | None:
    """Where the browser is; `./run test` says so in CHROMIUM, empty for nowhere."""
    return os.environ.get("CHROMIUM", shutil.which("chromium")) or None


def pytest_configure() -> None:
    if os.environ.get("CI") == "true" and chromium() is None:
        raise pytest.UsageError(
            "CI=true, so the browser tests must run, and there is no chromium: "
            "apt-get install chromium"
        )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
        if item.get_closest_marker("browser") and chromium() is None:
            item.add_marker(pytest.mark.skip(reason="no chromium on this computer"))


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any],
) -> dict[str, Any]:
    return {
        **browser_type_launch_args,
        "executable_path": chromium(),
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--no-first-run",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    # A browser in English: Indonesian must come from us, not from its settings.
    return {
        **browser_context_args,
        "locale": "en-US",
        "timezone_id": "Asia/Makassar",
        "reduced_motion": "reduce",
    }
