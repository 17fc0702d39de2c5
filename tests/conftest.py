"""What every test may ask for: a browser, a PostgreSQL, material kept elsewhere."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as project
from django.test import override_settings

pytest_plugins = ["tests.browser", "tests.databases"]
if project.configured:  # or the estimator alone: pytest -p no:django tests/taksir
    pytest_plugins.append("tests.cast")

ROOT = Path(__file__).resolve().parents[1]


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


@pytest.fixture(scope="session", autouse=True)
def _settings_of_a_test(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    if not project.configured:
        yield
        return
    with override_settings(
        # Files of a test never reach the folder of the running application.
        MEDIA_ROOT=tmp_path_factory.mktemp("files"),
        # A cheap hash: the cast logs in often and has nothing to lose.
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        # The manifest of static files is written by the start, which no test makes.
        STORAGES={
            **project.STORAGES,
            "staticfiles": {
                "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
            },
        },
    ):
        yield
