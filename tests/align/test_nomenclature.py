"""The nomenclature: imported by a command, searched, and held against codes."""

from argparse import Namespace
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from sinergi.align import acts, commands, nomenclature
from sinergi.align.models import NomenclatureCode, Plan, Programme
from sinergi.align.rules import nearest
from sinergi.core.models import LedgerEvent, Membership, Place
from tests.align.conftest import YEAR, fields
from tests.align.test_pages import said, sent
from tests.cast import NOW

pytestmark = pytest.mark.django_db

HEAD = "code,level_of_government,level,name,source\n"
ROWS = (
    "2.16.02,semua,program,Program Informasi,uji\n"
    "2.16.02.1.01,provinsi,kegiatan,Pengelolaan,uji\n"
    "2.16.02.1.01.0010,provinsi,sub,Penguatan Kapasitas,uji\n"
    "2.16.02.2.01.0020,kabupaten/kota,sub,Diseminasi Informasi,uji\n"
    "2.16.02.2.01.0024,kabupaten/kota,sub,Penguatan Kapasitas SDM,uji\n"
)


@pytest.fixture(autouse=True)
def _in_the_year_of_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *_: NOW.date())
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "nomenklatur.csv"
    path.write_text(HEAD + ROWS)
    return path


@pytest.fixture
def loaded(file: Path) -> None:
    nomenclature.import_nomenclature(nomenclature.read(file), at=NOW)


def test_the_command_takes_new_codes_and_newer_names_and_takes_none_out(
    file: Path, capsys: pytest.CaptureFixture[str], db: None
) -> None:
    assert commands.import_nomenclature(Namespace(file=file)) == 0
    assert "5 kode baru" in capsys.readouterr().out
    events = LedgerEvent.objects.count()

    commands.import_nomenclature(Namespace(file=file))
    assert LedgerEvent.objects.count() == events

    file.write_text(
        HEAD + "2.16.02.2.01.0020,kabupaten/kota,sub,Penyebaran Informasi,uji\n"
    )
    commands.import_nomenclature(Namespace(file=file))
    assert NomenclatureCode.objects.count() == 5
    renamed = NomenclatureCode.objects.get(code="2.16.02.2.01.0020")
    assert renamed.name == "Penyebaran Informasi"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("2.16.02.2.01.0020,provinsi,sub,Nama,uji", "bagian keempatnya 2"),
        ("2.16.02.2.01,kabupaten/kota,sub,Nama,uji", "bukan kode sub-kegiatan"),
        ("2.16.02.2.01.0020,desa,sub,Nama,uji", "desa"),
        ("2.16.02,semua,program,,uji", "nama"),
        ("2.16.02.2.01.0024,kabupaten/kota,sub,Nama,uji", "dua kali"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_taken(file: Path, row, why) -> None:
    file.write_text(HEAD + ROWS + row + "\n")

    with pytest.raises(nomenclature.BadNomenclature, match="Baris 7") as refused:
        nomenclature.read(file)

    assert why in str(refused.value)


def test_what_is_no_nomenclature_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "a.csv"
    other.write_text("kode,nama\n")

    with pytest.raises(nomenclature.BadNomenclature, match="level_of_government"):
        nomenclature.read(other)
    with pytest.raises(nomenclature.BadNomenclature, match="tiada"):
        nomenclature.read(tmp_path / "tiada.csv")


def test_the_register_of_reference_is_read_whole(shared: Path) -> None:
    rows = nomenclature.read(shared / "data/register/nomenklatur_kominfo.csv")

    assert len(rows) == 126
    assert sum(row.kind == "sub" for row in rows) == 101


def test_the_levels_are_told_apart(loaded: None, satu: Place, province: Place) -> None:
    codes = NomenclatureCode.objects

    assert [each.code for each in codes.sub_activities(province)] == [
        "2.16.02.1.01.0010"
    ]
    assert [each.code for each in codes.sub_activities(satu)] == [
        "2.16.02.2.01.0020",
        "2.16.02.2.01.0024",
    ]


def test_a_code_that_is_not_there_is_refused_with_the_nearest(
    loaded: None, literacy: Programme, budi: Membership
) -> None:
    with pytest.raises(acts.BadCode, match=r"2\.16\.02\.2\.01\.0020.*Diseminasi"):
        acts.enter_plan(
            literacy,
            fields(activity_code="2.16.02.2.01.0021"),
            year=YEAR,
            by=budi,
            at=NOW,
        )


def test_a_standing_plan_keeps_a_code_the_nomenclature_does_not_have(
    literacy: Programme, budi: Membership, file: Path
) -> None:
    plan = acts.enter_plan(
        literacy, fields(activity_code="2.16.02.2.01.0099"), year=YEAR, by=budi, at=NOW
    )
    nomenclature.import_nomenclature(nomenclature.read(file), at=NOW)

    acts.change_plan(
        plan,
        fields(activity_code="2.16.02.2.01.0099", output="Lain"),
        by=budi,
        at=NOW,
    )

    assert Plan.objects.get().output == "Lain"


def test_nearest_prefers_equal_parts_from_the_left() -> None:
    known = ["2.16.03.2.01.0021", "2.16.02.2.01.0020", "2.21.02.2.01.0021"]

    assert nearest("2.16.02.2.01.0021", known) == "2.16.02.2.01.0020"
    assert nearest("2.16.02.2.01.0021", []) is None


def test_without_a_nomenclature_a_code_is_taken_with_a_remark(
    client: Client, literacy: Programme, budi: Membership
) -> None:
    client.force_login(budi.person)

    page = said(client.post("/kerja/rencana/baru/", sent(), follow=True))

    assert "Kode tidak dicocokkan dengan nomenklatur" in page


def test_budi_finds_a_sub_kegiatan_by_its_name_and_loses_nothing(
    client: Client, loaded: None, literacy: Programme, budi: Membership
) -> None:
    client.force_login(budi.person)
    typed = sent(activity_code="", activity="", output="Pelatihan warga")

    found = said(
        client.post(
            "/kerja/rencana/baru/", {**typed, "cari": "diseminasi", "telusuri": "1"}
        )
    )
    assert "2.16.02.2.01.0020" in found
    assert "Pelatihan warga" in found
    assert not Plan.objects.exists()

    chosen = said(
        client.post("/kerja/rencana/baru/", {**typed, "pilih": "2.16.02.2.01.0020"})
    )
    assert 'value="Diseminasi Informasi"' in chosen
    assert 'value="2.16.02.2.01.0020"' in chosen
    assert 'value="1.200"' in chosen
    assert "Pelatihan warga" in chosen


def test_enter_in_the_words_searches_and_elsewhere_saves(
    client: Client, loaded: None, literacy: Programme, budi: Membership
) -> None:
    client.force_login(budi.person)

    client.post("/kerja/rencana/baru/", sent(cari="penguatan", dicari=""))
    assert not Plan.objects.exists()

    client.post("/kerja/rencana/baru/", sent(cari="penguatan", dicari="penguatan"))
    assert Plan.objects.exists()


def test_a_search_without_a_match_says_so(
    client: Client, loaded: None, literacy: Programme, budi: Membership
) -> None:
    client.force_login(budi.person)

    page = said(client.post("/kerja/rencana/baru/", sent(cari="kapal selam")))

    assert "Tidak ada sub-kegiatan pada tingkat Anda" in page
