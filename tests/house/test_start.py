"""A start prepares what changed, and only that."""

from pathlib import Path

import pytest

from sinergi.site import environment, start


class HandedOver(Exception):
    """Granian took the process."""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of an application that was started once."""

    def hand_over(options: object) -> None:
        raise HandedOver

    monkeypatch.setattr(start, "hand_over", hand_over)
    monkeypatch.setenv("SINERGI_VAR", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    (tmp_path / environment.SQLITE_NAME).touch()
    start.remember()
    return tmp_path


def test_a_second_start_serves_at_once(data: Path) -> None:
    with pytest.raises(HandedOver):
        start.at_once(["--port", "8001"])


def test_a_first_start_prepares(data: Path) -> None:
    (data / "prepared-for").unlink()

    start.at_once([])


def test_changed_code_is_prepared_for(
    data: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    checkout = tmp_path_factory.mktemp("checkout")
    (checkout / "src").mkdir()
    monkeypatch.setattr(start, "ROOT", checkout)
    start.remember()
    (checkout / "src" / "0002_new.py").touch()

    start.at_once([])


def test_a_restored_database_is_looked_at(data: Path) -> None:
    (data / "restored").touch()
    (data / "restored").rename(data / environment.SQLITE_NAME)

    start.at_once([])


def test_a_database_on_another_host_is_always_looked_at(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://sari@db/sinergi")

    start.at_once([])
