"""Pages of aligning: what they say, whom they let in, what they keep."""

import csv
import io
from decimal import Decimal

import openpyxl
import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from sinergi.align import acts
from sinergi.align.models import HelpRequest, Partner, Plan, Programme
from sinergi.align.rules import HelpState, PartnerState
from sinergi.core.models import Forum, Membership, Person, Place
from tests.align.conftest import YEAR, fields
from tests.cast import NOW

pytestmark = pytest.mark.django_db

MATRIX = f"/keselarasan/?tahun={YEAR}"


@pytest.fixture(autouse=True)
def _in_the_year_of_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cast holds its offices from January of the year of the tests."""
    monkeypatch.setattr(timezone, "localdate", lambda *_: NOW.date())
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def said(response: HttpResponse) -> str:
    return " ".join(response.content.decode().split())


def sent(**other: str) -> dict[str, object]:
    """A filled-in form of a new plan."""
    return {
        "programme": str(Programme.objects.get(code="LITERASI").pk),
        "year": str(YEAR),
        "activity_code": "2.16.02.2.01.0024",
        "activity": "Penguatan kapasitas",
        "output": "Pelatihan guru",
        "target": "1.200",
        "unit": "orang",
        "budget": "Rp1.250.000",
        "fund_source": "APBD",
        "budget_stage": "dpa",
        "together": "alone",
        **other,
    }


def test_the_matrix_says_in_words_what_it_shows(
    client: Client, training: Plan, smart_city: Programme, dewi: Membership
) -> None:
    acts.enter_plan(training.programme, fields(), year=YEAR, by=dewi, at=NOW)

    page = said(client.get(MATRIX))

    assert "direncanakan terpisah oleh <strong>Kab. Satu dan Kab. Dua</strong>" in page
    assert "belum satu pun merencanakan" in page
    assert "Kota Tiga</strong>: tidak mengisi rencana 2026" in page
    assert "bukan kewajiban tingkat ini" in page


def test_the_matrix_of_an_empty_forum_teaches_what_comes_first(
    client: Client, forum: Forum
) -> None:
    page = said(client.get("/keselarasan/"))

    assert "Belum ada program nasional di sini" in page


def test_the_matrix_without_plans_says_so_and_keeps_its_rows(
    client: Client, literacy: Programme
) -> None:
    page = said(client.get(MATRIX))

    assert "Belum ada pemerintah daerah yang mengisi rencana 2026" in page
    assert "Literasi digital" in page


def test_filters_stand_in_the_address(
    client: Client, training: Plan, smart_city: Programme
) -> None:
    page = said(client.get(f"{MATRIX}&bidang=ptik&pilar=tidak-ada"))

    assert "Kota cerdas" in page
    assert "Literasi digital" not in page


def test_what_the_address_cannot_mean_is_left_out(
    client: Client, training: Plan
) -> None:
    for tahun in ("", "abc", "20266", "-1"):
        assert client.get(f"/keselarasan/?tahun={tahun}").status_code == 200


def test_a_simulated_plan_marks_the_whole_page(
    client: Client, literacy: Programme, budi: Membership
) -> None:
    assert "is-simulated" not in said(client.get(MATRIX))
    budi.person.is_simulated = True
    acts.enter_plan(literacy, fields(), year=YEAR, by=budi, at=NOW)

    page = said(client.get(MATRIX))

    assert 'data-mark="SIMULASI"' in page
    assert (
        "simulasi"
        in client.get(f"/keselarasan/matriks.csv?tahun={YEAR}").headers[
            "Content-Disposition"
        ]
    )


def test_real_and_simulated_cells_are_told_apart(
    client: Client, literacy: Programme, budi: Membership, dewi: Membership
) -> None:
    budi.person.is_simulated = True
    for by in (budi, dewi):
        acts.enter_plan(literacy, fields(), year=YEAR, by=by, at=NOW)

    assert said(client.get(MATRIX)).count("is-sample") == 1


def test_the_page_asks_a_constant_number_of_questions(
    client: Client, training: Plan, budi: Membership, dewi: Membership
) -> None:
    client.get(MATRIX)
    with CaptureQueriesContext(connection) as few:
        client.get(MATRIX)
    for number in range(10):
        for by in (budi, dewi):
            acts.enter_plan(
                training.programme,
                fields(output=f"Kelas {number}"),
                year=YEAR,
                by=by,
                at=NOW,
            )

    with CaptureQueriesContext(connection) as many:
        client.get(MATRIX)

    assert len(many) == len(few)


def test_a_programme_says_what_was_read_and_what_was_recalled(
    client: Client, training: Plan
) -> None:
    page = said(client.get(f"/keselarasan/literasi/?tahun={YEAR}"))

    assert "dibaca pada sumbernya" in page
    assert "dari ingatan, belum diperiksa" in page
    assert "Klasifikasi Sinergi, bukan dari mandat" in page
    assert "suara.com" in page
    assert "Rp125.000.000" in page


def test_a_cell_says_what_its_emptiness_means(
    client: Client, training: Plan, smart_city: Programme
) -> None:
    empty = said(client.get(f"/keselarasan/KOTA/kabupaten-satu/?tahun={YEAR}"))
    unknown = said(client.get(f"/keselarasan/KOTA/kota-tiga/?tahun={YEAR}"))
    free = said(client.get(f"/keselarasan/KOTA/provinsi-uji/?tahun={YEAR}"))

    assert "mengisi rencana tahun itu, tetapi tidak untuk program ini" in empty
    assert "belum mengisi satu pun rencana" in unknown
    assert "tidak mewajibkan tingkat pemerintahan ini" in free


@pytest.mark.parametrize(
    "path", ["TIDAK-ADA/", "LITERASI/kabupaten-lain/", "LITERASI/indonesia/"]
)
def test_what_is_not_there_is_not_found(
    client: Client, literacy: Programme, path: str
) -> None:
    assert client.get(f"/keselarasan/{path}").status_code == 404


def test_budi_sees_the_way_on_from_his_own_cell_only(
    client: Client, training: Plan, budi: Membership
) -> None:
    client.force_login(budi.person)

    own = said(client.get(f"/keselarasan/LITERASI/kabupaten-satu/?tahun={YEAR}"))
    other = said(client.get(f"/keselarasan/LITERASI/kabupaten-dua/?tahun={YEAR}"))

    assert "Isi rencana lain" in own
    assert "Isi rencana" not in other


def test_the_file_holds_a_line_a_plan_and_its_origin(
    client: Client, training: Plan, budi: Membership, dewi: Membership, dua: Place
) -> None:
    partner = acts.invite_partner(training, dua, by=budi, at=NOW)
    acts.accept_partnership(partner, by=dewi, at=NOW)

    response = client.get(f"/keselarasan/matriks.csv?tahun={YEAR}")

    text = response.content.decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text)))
    assert len(lines) == 4
    led, joined = lines[1], lines[2]
    assert (led["kode_kemendagri"], led["kode_bps"]) == ("99.01", "8901")
    assert Decimal(led["pagu_rupiah"]) == 125_000_000
    assert led["asal_usul"] == "isian"
    assert led["mitra"] == "Kabupaten Dua"
    assert (joined["pagu_rupiah"], joined["pemimpin"]) == ("", "Kabupaten Satu")
    assert lines[3]["sel"] == "belum_diisi"
    assert "isian" in response.headers["Content-Disposition"]


def test_the_file_keeps_the_mark_of_plans_that_are_alike(
    client: Client, training: Plan, dewi: Membership
) -> None:
    acts.enter_plan(training.programme, fields(), year=YEAR, by=dewi, at=NOW)

    answer = client.get(f"/keselarasan/matriks.csv?tahun={YEAR}")

    lines = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
    marked = [line["sel"] for line in lines if line["rencana"]]
    assert marked == ["direncanakan_terpisah"] * 2


@pytest.mark.parametrize("written", ["", "isian", "simulasi"])
def test_an_empty_cell_comes_from_where_the_matrix_comes_from(
    client: Client, literacy: Programme, training: Plan, written: str
) -> None:
    said_by = {"isian": "entered", "simulasi": "simulated"}.get(written)
    Plan.objects.update(provenance=said_by or "entered")
    year = YEAR if written else YEAR + 7

    answer = client.get(f"/keselarasan/matriks.csv?tahun={year}")
    workbook = client.get(f"/keselarasan/matriks.xlsx?tahun={year}")
    matrix = client.get(f"/api/v1/matrix/?year={year}").json()

    lines = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert {line["asal_usul"] for line in lines} == {written}
    assert answer["Content-Disposition"].endswith(
        f'-{year}-{written}.csv"' if written else f'-{year}.csv"'
    )
    for sheet in openpyxl.load_workbook(io.BytesIO(workbook.content)):
        head = [cell.value for cell in sheet[1]]
        column = [row[head.index("asal_usul")].value for row in sheet.iter_rows(2)]
        assert {value or "" for value in column} <= {written}, sheet.title
    cells = [cell for row in matrix["rows"] for cell in row["cells"]]
    assert {cell["provenance"] for cell in cells} == {said_by}
    assert matrix["provenance"] == said_by


def test_a_spreadsheet_never_runs_what_somebody_typed(
    client: Client, literacy: Programme, budi: Membership
) -> None:
    trap = fields(output='=HYPERLINK("http://luar.example")')
    acts.enter_plan(literacy, trap, year=YEAR, by=budi, at=NOW)

    text = client.get(f"/keselarasan/matriks.csv?tahun={YEAR}").content.decode()

    assert "'=HYPERLINK" in text


def test_the_desk_of_a_government_without_plans_teaches(
    client: Client, literacy: Programme, budi: Membership
) -> None:
    client.force_login(budi.person)

    page = said(client.get("/kerja/rencana/"))

    assert "Siapkan DPA atau rancangan RKPD" in page
    assert "Isi rencana pertama" in page


def test_budi_enters_a_plan_as_officials_type(
    client: Client, literacy: Programme, budi: Membership
) -> None:
    client.force_login(budi.person)

    response = client.post("/kerja/rencana/baru/", sent(), follow=True)

    plan = Plan.objects.get()
    assert (plan.target, plan.budget) == (1200, 1_250_000)
    assert "KS-2026-0001 tersimpan" in said(response)
    assert response.redirect_chain == [("/kerja/rencana/?tahun=2026", 302)]


def test_bad_input_keeps_its_text_and_says_the_way_out(
    client: Client, literacy: Programme, budi: Membership
) -> None:
    client.force_login(budi.person)

    page = said(
        client.post(
            "/kerja/rencana/baru/",
            sent(budget="12 juta", activity_code="2.16.02.1.01.0010"),
        )
    )

    assert 'value="12 juta"' in page
    assert "“12 juta” tidak terbaca sebagai angka" in page
    assert "Kode 2.16.02.1.01.0010 untuk tingkat lain" in page
    assert not Plan.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"together": "joint"}, "Pilih sedikitnya satu mitra"),
        ({"unit": ""}, "Sebutkan satuan target"),
        ({"budget": "9" * 15}, "terlalu besar"),
        ({"activity_code": "literasi"}, "bukan kode sub-kegiatan"),
    ],
)
def test_a_form_refuses_in_words(
    client: Client,
    literacy: Programme,
    budi: Membership,
    wrong: dict[str, str],
    words: str,
) -> None:
    client.force_login(budi.person)

    page = said(client.post("/kerja/rencana/baru/", sent(**wrong)))

    assert words in page
    assert not Plan.objects.exists()


def test_partners_without_jointly_are_asked_about(
    client: Client, literacy: Programme, budi: Membership, dua: Place
) -> None:
    client.force_login(budi.person)

    page = said(
        client.post("/kerja/rencana/baru/", {**sent(), "partners": [str(dua.pk)]})
    )

    assert "Anda memilih mitra" in page


def test_a_joint_plan_invites_its_partners(
    client: Client, literacy: Programme, budi: Membership, dua: Place
) -> None:
    client.force_login(budi.person)

    client.post(
        "/kerja/rencana/baru/", {**sent(together="joint"), "partners": [str(dua.pk)]}
    )

    assert Partner.objects.get().government == dua


def test_budi_changes_his_plan_and_comes_back_to_it(
    client: Client, training: Plan, budi: Membership
) -> None:
    client.force_login(budi.person)
    url = f"/kerja/rencana/{training.reference}/ubah/"
    page = said(client.get(url))
    assert 'value="125.000.000"' in page

    response = client.post(url, sent(budget="130.000.000", target="300"), follow=True)

    training.refresh_from_db()
    assert training.budget == 130_000_000
    assert response.redirect_chain == [(f"/kerja/rencana/{training.reference}/", 302)]


@pytest.mark.parametrize("verb", ["ubah", "tarik", "undang"])
def test_budi_cannot_touch_a_plan_of_dua(
    client: Client, literacy: Programme, budi: Membership, dewi: Membership, verb: str
) -> None:
    plan = acts.enter_plan(literacy, fields(), year=YEAR, by=dewi, at=NOW)
    client.force_login(budi.person)

    response = client.post(f"/kerja/rencana/{plan.reference}/{verb}/", sent())

    assert response.status_code == 403
    assert "milik Kabupaten Dua" in said(response)


def test_a_working_page_of_a_plan_is_for_its_own_and_its_partners(
    client: Client, training: Plan, budi: Membership, dewi: Membership, dua: Place
) -> None:
    url = f"/kerja/rencana/{training.reference}/"
    client.force_login(dewi.person)
    assert client.get(url).status_code == 403
    acts.invite_partner(training, dua, by=budi, at=NOW)

    assert client.get(url).status_code == 200


def test_withdrawing_asks_for_a_reason_and_shows_it(
    client: Client, training: Plan, budi: Membership
) -> None:
    client.force_login(budi.person)
    url = f"/kerja/rencana/{training.reference}/tarik/"
    assert "keluar dari matriks" in said(client.get(url))
    assert client.post(url, {"reason": ""}).status_code == 200

    page = said(client.post(url, {"reason": "Anggaran digeser"}, follow=True))

    assert "Anggaran digeser" in page
    assert not Plan.objects.standing().exists()


def test_an_invited_government_answers_from_its_tasks(
    client: Client, training: Plan, budi: Membership, dewi: Membership, dua: Place
) -> None:
    client.force_login(budi.person)
    client.post(
        f"/kerja/rencana/{training.reference}/undang/", {"government": str(dua.pk)}
    )
    partner = Partner.objects.get()
    client.force_login(dewi.person)
    assert "Kabupaten Satu mengajak" in said(
        client.get(f"/kerja/rencana/mitra/{partner.pk}/")
    )

    client.post(f"/kerja/rencana/mitra/{partner.pk}/", {"answer": "accept"})

    partner.refresh_from_db()
    assert partner.state == PartnerState.ACCEPTED
    assert "ikut serta" in said(client.get(f"/kerja/rencana/mitra/{partner.pk}/"))


def test_an_invitation_to_another_is_shut(
    client: Client, training: Plan, budi: Membership, dua: Place
) -> None:
    partner = acts.invite_partner(training, dua, by=budi, at=NOW)
    client.force_login(budi.person)

    response = client.post(f"/kerja/rencana/mitra/{partner.pk}/", {"answer": "accept"})

    assert response.status_code == 403


def test_help_is_asked_from_a_cell_and_answered_by_the_province(
    client: Client, literacy: Programme, budi: Membership, sari: Membership
) -> None:
    client.force_login(budi.person)
    client.post(
        f"/kerja/dukungan/minta/?program=LITERASI&tahun={YEAR}",
        {"programme": str(literacy.pk), "year": str(YEAR), "text": "Dua pelatih"},
    )
    asked = HelpRequest.objects.get()
    client.force_login(sari.person)
    assert "Dua pelatih" in said(client.get("/kerja/dukungan/"))

    client.post(f"/kerja/dukungan/{asked.reference}/", {"text": "Kami kirim"})

    asked.refresh_from_db()
    assert asked.state == HelpState.ANSWERED
    cell = said(client.get(f"/keselarasan/LITERASI/kabupaten-satu/?tahun={YEAR}"))
    assert "Dua pelatih" in cell
    assert "Kami kirim" in cell


def test_budi_cannot_answer_his_own_request(
    client: Client, literacy: Programme, budi: Membership
) -> None:
    asked = acts.ask_help(literacy, year=YEAR, text="Pelatih", by=budi, at=NOW)
    client.force_login(budi.person)

    response = client.post(f"/kerja/dukungan/{asked.reference}/", {"text": "Ada"})

    assert response.status_code == 403


def test_tono_reads_the_matrix_and_works_nowhere(
    client: Client, literacy: Programme, tono: Person
) -> None:
    client.force_login(tono)

    assert client.get(MATRIX).status_code == 200
    for name in ("plans", "enter", "help", "ask"):
        assert client.get(reverse(f"align_work:{name}")).status_code == 403


@pytest.mark.parametrize("who", ["sari", "rini", "wati"])
def test_only_operator_and_head_open_the_form(
    client: Client, literacy: Programme, who: str, request: pytest.FixtureRequest
) -> None:
    client.force_login(request.getfixturevalue(who).person)

    assert client.get("/kerja/rencana/").status_code == 200
    assert client.get("/kerja/rencana/baru/").status_code == 403


def test_the_matrix_reads_in_english_too(client: Client, training: Plan) -> None:
    client.cookies["bahasa"] = "en"

    page = said(client.get(MATRIX))

    assert "Alignment 2026" in page
    assert "Download as CSV" in page


def test_an_old_tab_of_a_plan_overwrites_nothing_and_keeps_what_was_typed(
    client: Client, training: Plan, budi: Membership
) -> None:
    client.force_login(budi.person)
    url = f"/kerja/rencana/{training.reference}/ubah/"
    seen = client.get(url).context["form"]["seen"].value()
    client.post(url, sent(seen=seen, target="400", budget="1.500.000"))

    old = client.post(url, sent(seen=seen, target="500", budget="1.500.000"))

    assert "Target: 400." in said(old)
    assert 'value="500"' in said(old)
    training.refresh_from_db()
    assert training.target == 400
    again = old.context["form"]["seen"].value()
    client.post(url, sent(seen=again, target="500", budget="1.500.000"))
    training.refresh_from_db()
    assert training.target == 500


def test_a_form_sent_twice_enters_one_plan_and_leads_to_it(
    client: Client, literacy: Programme, budi: Membership
) -> None:
    client.force_login(budi.person)
    client.post("/kerja/rencana/baru/", sent())
    plan = Plan.objects.get()

    told = said(client.post("/kerja/rencana/baru/", sent(budget="9.000.000")))

    assert f'<a href="/kerja/rencana/{plan.reference}/">Buka</a>' in told
    assert "9.000.000" in told
    assert Plan.objects.count() == 1
    client.post("/kerja/rencana/baru/", sent(output="Pelatihan lansia"))
    assert Plan.objects.count() == 2


def test_a_desk_with_some_simulated_plans_says_which(
    client: Client, training: Plan, budi: Membership
) -> None:
    other = acts.enter_plan(
        training.programme, fields(output="Lain"), year=YEAR, by=budi, at=NOW
    )
    client.force_login(budi.person)
    Plan.objects.filter(pk=other.pk).update(provenance="simulated")

    some = said(client.get(f"/kerja/rencana/?tahun={YEAR}"))
    Plan.objects.update(provenance="simulated")
    every = said(client.get(f"/kerja/rencana/?tahun={YEAR}"))

    assert 'class="band is-simulated"' in some
    assert "data-mark" not in some
    assert "data-mark" in every
