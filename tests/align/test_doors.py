"""The other doors of aligning: tasks, open data, commands."""

import json
from argparse import Namespace
from datetime import datetime
from pathlib import Path

import pytest
from django.test import Client

from sinergi.align import acts, facts
from sinergi.align.commands import NoForum, load_programmes
from sinergi.align.facts import BadProgrammeFile
from sinergi.align.models import Plan, Programme
from sinergi.align.tasks import due
from sinergi.core.models import Forum, LedgerEvent, Membership, Place
from tests.align.conftest import YEAR
from tests.cast import NOW

pytestmark = pytest.mark.django_db

ONE = """
[[programme]]
code = "SATU"
name = "Program satu"
national_owner = "Kementerian"
bidang = ["ikp"]
pillars = ["etika"]
responsible_levels = ["regency"]
mandate_verified = "recalled"
source = "berita"
"""


def titles(by: Membership, at: datetime = NOW) -> list[tuple[str, bool]]:
    return [(str(task.title), task.waiting_for_others) for task in due(by, at)]


def test_an_invitation_is_a_task_of_the_invited_and_a_wait_of_the_lead(
    training: Plan, budi: Membership, dewi: Membership, dua: Place
) -> None:
    partner = acts.invite_partner(training, dua, by=budi, at=NOW)

    assert titles(dewi) == [("Jawab ajakan rencana bersama", False)]
    assert titles(budi) == [("Menunggu jawaban mitra", True)]

    acts.accept_partnership(partner, by=dewi, at=NOW)

    assert titles(dewi) == titles(budi) == []


def test_an_open_request_is_a_task_of_the_province(
    literacy: Programme,
    budi: Membership,
    sari: Membership,
    dewi: Membership,
    rini: Membership,
) -> None:
    asked = acts.ask_help(literacy, year=YEAR, text="Pelatih", by=budi, at=NOW)

    assert titles(sari) == [("Jawab kebutuhan dukungan", False)]
    assert titles(budi) == [("Menunggu dukungan", True)]
    assert titles(dewi) == titles(rini) == []

    answer = acts.answer_help(asked, text="Ada", by=sari, at=NOW)

    assert titles(sari) == []
    assert titles(budi) == [("Terima atau tolak tawaran dukungan", False)]

    acts.accept_answer(answer, by=budi, at=NOW)

    assert titles(sari) == [("Berikan dukungan yang sudah diterima tawarannya", False)]
    assert titles(budi) == [("Nyatakan apakah dukungan sudah diberikan", False)]

    acts.settle_request(answer.request, outcome="Selesai", by=budi, at=NOW)

    assert titles(sari) == titles(budi) == []


def test_a_withdrawn_plan_is_nobodys_task(
    training: Plan, budi: Membership, dewi: Membership, dua: Place
) -> None:
    acts.invite_partner(training, dua, by=budi, at=NOW)
    acts.withdraw_plan(training, reason="Anggaran digeser", by=budi, at=NOW)

    assert titles(dewi) == titles(budi) == []


def test_open_data_carries_origin_and_sums(client: Client, training: Plan) -> None:
    programmes = client.get("/api/v1/programmes/").json()
    plans = client.get(f"/api/v1/plans/?year={YEAR}&government=kabupaten-satu").json()
    matrix = client.get(f"/api/v1/matrix/?year={YEAR}").json()

    assert programmes[0]["pillars_basis"] == "Klasifikasi Sinergi, bukan dari mandat"
    assert programmes[0]["provenance"] == "published"
    assert plans[0]["provenance"] == "entered"
    assert float(plans[0]["budget_rupiah"]) == 125_000_000
    assert matrix["rows"][0]["cells"][1]["state"] == "planned"
    assert matrix["total"]["plans"] == 1
    assert client.get("/api/v1/plans/?government=kota-tiga").json() == []


def test_programmes_are_loaded_once_and_each_is_on_record(
    forum: Forum, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "program.toml"
    file.write_text(ONE)
    options = Namespace(file=file, forum=None)

    assert load_programmes(options) == 0
    events = LedgerEvent.objects.count()
    assert load_programmes(options) == 0

    programme = Programme.objects.get()
    assert [bidang.code for bidang in programme.bidang.all()] == ["ikp"]
    assert LedgerEvent.objects.count() == events
    event = LedgerEvent.objects.latest("seq")
    assert (event.action, event.object_reference) == ("register_programme", "uji/SATU")
    assert json.loads(event.body)["office"]["role"] == "command"
    assert "0 program baru, 1 sudah ada" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[programme", "TOML"),
        ("x = 1", "programme"),
        (ONE.replace('"ikp"', '"tidak-ada"'), "tidak-ada"),
        (ONE.replace('"etika"', '"akhlak"'), "akhlak"),
        (ONE.replace('"regency"', '"desa"'), "desa"),
        (ONE.replace("source", "sourse"), "sourse"),
        (ONE.replace('"recalled"', '"yakin"'), "yakin"),
    ],
)
def test_a_file_that_cannot_be_meant_loads_nothing(
    forum: Forum, tmp_path: Path, text: str, why: str
) -> None:
    file = tmp_path / "program.toml"
    file.write_text(text)

    with pytest.raises(BadProgrammeFile, match=why):
        facts.load(forum, file, at=NOW)

    assert not Programme.objects.exists()


def test_a_missing_file_is_named(forum: Forum, tmp_path: Path) -> None:
    with pytest.raises(BadProgrammeFile, match="tidak-ada"):
        facts.load(forum, tmp_path / "tidak-ada.toml", at=NOW)


def test_the_command_asks_which_forum(forum: Forum, tmp_path: Path) -> None:
    with pytest.raises(NoForum, match="uji"):
        load_programmes(Namespace(file=tmp_path / "x.toml", forum="lain"))
