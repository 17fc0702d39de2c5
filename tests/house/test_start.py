"""A start prepares what changed, and only that."""

import os
import socket
from pathlib import Path

import pytest

from sinergi.site import environment, start

ANY_PORT = ["--port", "0"]


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
    monkeypatch.setenv("PUBLIC_ORIGIN", "")  # so that what a start sets is taken back
    monkeypatch.delenv("PUBLIC_ORIGIN")
    (tmp_path / environment.SQLITE_NAME).touch()
    start.remember()
    return tmp_path


def test_a_second_start_serves_at_once(data: Path) -> None:
    with pytest.raises(HandedOver):
        start.at_once(ANY_PORT)


def test_a_first_start_prepares(data: Path) -> None:
    (data / "prepared-for").unlink()

    start.at_once(ANY_PORT)


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

    start.at_once(ANY_PORT)


def test_a_restored_database_is_looked_at(data: Path) -> None:
    (data / "restored").touch()
    (data / "restored").rename(data / environment.SQLITE_NAME)

    start.at_once(ANY_PORT)


def test_a_database_on_another_host_is_always_looked_at(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://sari@db/sinergi")

    start.at_once(ANY_PORT)


def test_documents_lead_back_to_the_port_that_is_served(data: Path) -> None:
    with pytest.raises(HandedOver):
        start.at_once(["--host", "0.0.0.0", "--port", "0"])

    assert os.environ["PUBLIC_ORIGIN"] == "http://127.0.0.1:0"


def test_a_taken_port_is_named_with_a_way_out(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        with pytest.raises(SystemExit) as stopped:
            start.at_once(["--port", str(port)])

    said = capsys.readouterr().err
    assert stopped.value.code == 4
    assert f"Port {port} is taken" in said
    assert "./run --port " in said
