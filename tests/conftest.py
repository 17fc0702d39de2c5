"""What every test may ask for: a browser, a PostgreSQL, material kept elsewhere."""

import os
from pathlib import Path

import pytest

from tests import browser

pytest_plugins = ["tests.browser", "tests.databases"]

ROOT = Path(__file__).resolve().parents[1]


def pytest_configure(config: pytest.Config) -> None:
    if os.environ.get("CI") == "true" and browser.chromium() is None:
        raise pytest.UsageError(
            "CI=true, so the browser tests must run, and there is no chromium: "
            "apt-get install chromium"
        )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = browser.chromium() is None
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
        if missing and item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason="no chromium on this computer"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Reference material that is not part of the repository; without it, skip."""
    place = Path(os.environ.get("SINERGI_SHARED", ROOT.parent / "shared"))
    if not place.is_dir():
        pytest.skip(f"no reference material at {place} (SINERGI_SHARED names another)")
    return place
