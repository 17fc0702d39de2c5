"""Pages of acting, as each role and a visitor meet them."""

import re
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from sinergi.act import acts, drafts
from sinergi.act.models import Commitment, Report
from sinergi.act.rules import EvidenceLevel, Quarter, Verdict
from sinergi.act.tasks import due_from
from sinergi.core.formats import tanggal, triwulan
from sinergi.core.models import Membership, Place
from sinergi.core.rules import Role
from tests.cast import NOW, member
from tests.papers import pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def this_quarter() -> Quarter:
    return Quarter.of(timezone.localdate())


@pytest.fixture
def in_quarter(complete, kadek, rini, this_quarter) -> Commitment:
    """The same plan, running and with a target in the present quarter."""
    activity = complete.activities.get()
    drafts.save_activity(
        complete, activity=activity, targets={this_quarter: Decimal(10)}
    )
    acts.submit_commitment(complete, by=kadek, at=timezone.now())
    return acts.start_running(complete, by=rini, at=timezone.now())


@pytest.fixture
def due_now(in_quarter, this_quarter, monkeypatch) -> Commitment:
    """The quarter has just ended; pages and tests read the clock of that morning."""
    morning = datetime.combine(this_quarter.next.starts_on, time(2), UTC)
    monkeypatch.setattr("django.utils.timezone.now", lambda: morning)
    return in_quarter


def test_a_plan_is_public_only_when_it_runs(client, complete, kadek, rini):
    page = reverse("act:commitment", args=[complete.reference])

    assert client.get(page).status_code == 404
    acts.submit_commitment(complete, by=kadek, at=NOW)
    acts.start_running(complete, by=rini, at=NOW)

    assert "Pelatihan petugas" in client.get(page).content.decode()


def test_budi_plans_from_awaited_to_submitted_by_the_head(
    client, recommendation, budi, kadek, this_quarter
):
    client.force_login(budi.person)
    (task,) = due_from(budi, NOW)
    assert 'name="title"' in client.get(task.url).content.decode()
    assert not Commitment.objects.exists()
    target = f"target-{this_quarter.year}-{this_quarter.number}"
    client.post(
        task.url,
        {
            "title": "Latih",
            "output": "Petugas",
            "unit": "orang",
            "budget": "1.250.000",
            "budget_stage": "dpa",
            target: "10",
        },
    )
    assert Commitment.objects.get().activities.get().budget == Decimal(1_250_000)
    plan = Commitment.objects.get()
    assert (
        client.post(reverse("act_work:submit", args=[plan.reference])).status_code
        == 403
    )

    client.force_login(kadek.person)
    client.post(reverse("act_work:submit", args=[plan.reference]))

    assert Commitment.objects.get().state == "submitted"


def words_of(page) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", page.content.decode()).split())


def test_a_day_that_has_passed_is_called_the_day_it_was_due(
    client, recommendation, complete, budi, kadek
):
    record = recommendation.meeting.record
    record.agreed_on = date(2024, 3, 4)
    record.save()
    client.force_login(budi.person)
    assert "jatuh tempo 3 Mei 2024" in words_of(client.get("/kerja/"))

    acts.submit_commitment(complete, by=kadek, at=datetime(2024, 3, 5, tzinfo=UTC))

    waiting = words_of(client.get("/kerja/")).split("Menunggu pihak lain")[1]
    assert "jatuh tempo 3 Mei 2024" in waiting


def test_what_is_awaited_too_long_says_the_day_it_was_due(client, recommendation, sari):
    record = recommendation.meeting.record
    record.agreed_on = date(2024, 3, 4)
    record.save()
    client.force_login(sari.person)

    page = words_of(client.get(reverse("act_work:overview")))

    assert "jatuh tempo 3 Mei 2024" in page
    assert "sejak" not in page


def test_a_plan_beyond_what_was_agreed_warns_who_writes_and_who_checks_it(
    client, complete, budi, kadek, rini
):
    page = reverse("act_work:commitment", args=[complete.reference])
    client.force_login(budi.person)
    assert "lebih lambat dari" not in words_of(client.get(page))

    drafts.save_activity(
        complete,
        activity=complete.activities.get(),
        targets={Quarter(2027, 1): Decimal(40)},
    )

    said = "Target terakhir RTL ini ada pada Triwulan I 2027, lebih lambat dari"
    assert said in words_of(client.get(page))
    acts.submit_commitment(complete, by=kadek, at=NOW)
    client.force_login(rini.person)
    assert said in words_of(client.get(page))


def test_bad_input_is_kept_and_named(client, draft, budi):
    client.force_login(budi.person)

    answer = client.post(
        reverse("act_work:activity", args=[draft.reference]),
        {"title": "Latih", "budget": "banyak", "budget_stage": "dpa"},
    )

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Latih" in page
    assert "banyak" in page
    assert not draft.activities.exists()


def test_five_minutes_on_a_phone(client, due_now, budi, kadek, this_quarter):
    client.force_login(kadek.person)
    assert any(
        "act" in t.url or "rtl" in t.url for t in due_from(kadek, timezone.now())
    )
    page = reverse(
        "act_work:report",
        args=[due_now.reference, this_quarter.year, this_quarter.number],
    )
    assert client.get(page).status_code == 200
    value = f"value-{due_now.activities.get().pk}"
    sent = client.post(
        page,
        {
            value: "12",
            "narrative": "Dua kelas",
            "file": SimpleUploadedFile("a.pdf", pdf()),
            "level": "2",
            "page": "1",
            "send": "1",
        },
    )
    receipt = client.post(sent.url, {}, follow=True)

    assert "TT/" in receipt.content.decode()
    assert Report.objects.get().state == "submitted"
    assert not [t for t in due_from(kadek, timezone.now()) if not t.waiting_for_others]


def test_a_report_waits_for_the_end_of_its_quarter_and_says_until_when(
    client, in_quarter, kadek, this_quarter
):
    client.force_login(kadek.person)
    page = reverse(
        "act_work:report",
        args=[in_quarter.reference, this_quarter.year, this_quarter.number],
    )
    from_day = tanggal(this_quarter.next.starts_on)

    shown = client.get(page).content.decode()
    kept = client.post(page, {"narrative": "Dua kelas", "keep": "1"})
    report = Report.objects.get()
    refused = client.post(
        reverse("act_work:send", args=[report.pk]), {"nil": "1", "reason": "Tidak ada"}
    )

    assert 'name="send"' not in shown
    assert 'name="nil"' not in shown
    assert kept.status_code == 302
    assert refused.status_code == 409
    for told in (shown, refused.content.decode()):
        assert f"dapat dikirim mulai {from_day}" in re.sub(
            r"mulai \w+, ", "mulai ", told
        )
    report.refresh_from_db()
    assert (report.state, report.narrative) == ("draft", "Dua kelas")


def test_nil_is_one_tap_and_a_confirmation(client, due_now, kadek, this_quarter):
    client.force_login(kadek.person)
    page = reverse(
        "act_work:report",
        args=[due_now.reference, this_quarter.year, this_quarter.number],
    )

    asked = client.post(page, {"level": "2", "nil": "1"})
    unsaid = client.post(asked.url, {"nil": "1", "reason": ""})
    client.post(asked.url, {"nil": "1", "reason": "Anggaran belum cair"})

    assert unsaid.status_code == 200
    assert Report.objects.get().is_nil


def test_who_forgot_the_evidence_is_told_on_the_page(client, due_now, kadek, budi):
    report = drafts.open_report(due_now, due_now.target_quarters()[0], by=budi)
    drafts.save_report(
        report,
        narrative="Selesai",
        obstacles="",
        values={due_now.activities.get().pk: Decimal(10)},
    )
    client.force_login(kadek.person)

    told = client.post(reverse("act_work:send", args=[report.pk]), {})

    assert told.status_code == 200
    assert "bukti dukung" in told.content.decode()
    assert Report.objects.get().state == "draft"


def test_budi_is_offered_only_what_an_operator_does(
    client, due_now, budi, this_quarter
):
    client.force_login(budi.person)
    address = f"/kerja/rtl/{due_now.reference}/laporan/"

    page = client.get(f"{address}{this_quarter.year}-{this_quarter.number}/")

    text = page.content.decode()
    assert 'name="keep"' in text
    assert 'name="send"' not in text
    assert 'name="nil"' not in text
    assert "Terisi dari laporan terakhir" not in text


def test_a_draft_report_is_its_governments_alone(client, due_now, budi, rini, sari):
    report = drafts.open_report(due_now, due_now.target_quarters()[0], by=budi)
    page = reverse("act_work:read", args=[report.pk])

    for outsider in (rini, sari):
        client.force_login(outsider.person)
        assert client.get(page).status_code == 403
    client.force_login(budi.person)
    assert client.get(page).status_code == 200


def test_internal_evidence_is_never_public(client, due_now, budi, kadek, rini):
    report = drafts.open_report(due_now, due_now.target_quarters()[0], by=budi)
    evidence = drafts.attach(
        report,
        content=pdf("secret"),
        name="rahasia.pdf",
        page="1",
        level="2",
        is_public=False,
        at=NOW,
    )
    page = reverse("act:evidence", args=[evidence.pk])

    assert client.get(page).status_code == 404
    client.force_login(rini.person)
    assert client.get(page).status_code == 404
    client.force_login(budi.person)
    assert client.get(page).status_code == 200


def test_a_reviewer_sees_only_what_other_governments_sent(
    client, due_now, budi, kadek, rini, own_reviewer
):
    report = drafts.open_report(due_now, due_now.target_quarters()[0], by=budi)
    drafts.save_report(
        report,
        narrative="Selesai",
        obstacles="",
        values={due_now.activities.get().pk: Decimal(10)},
    )
    acts.submit_report(report, by=kadek, at=timezone.now(), without_evidence=True)
    page = reverse("act_work:review", args=[report.pk])

    client.force_login(own_reviewer.person)
    assert client.get(page).status_code == 403
    client.force_login(rini.person)
    assert client.get(page).status_code == 200
    client.post(page, {"verdict": "done", "evidence_level": "1", "give": "1"})

    assert Report.objects.get().state == "reviewed"
    assert "reply" in client.get("/") or due_from(kadek, timezone.now())


def test_the_api_shows_running_plans_and_no_draft(client, complete):
    assert client.get("/api/v1/commitments/").json() == []


@pytest.fixture
def head_of_dua(dua: Place) -> Membership:
    return member("Bambang", dua, Role.HEAD)


def test_a_head_of_another_government_does_not_reach_the_page_that_sends(
    client, due_now, budi, kadek, head_of_dua
):
    report = drafts.open_report(due_now, due_now.target_quarters()[0], by=budi)
    page = reverse("act_work:send", args=[report.pk])

    client.force_login(head_of_dua.person)
    assert client.get(page).status_code == 403

    acts.submit_nil(report, reason="Belum cair", by=kadek, at=timezone.now())
    assert client.get(page).status_code == 403
    client.force_login(kadek.person)
    assert client.get(page).url == reverse("act_work:read", args=[report.pk])


def test_an_old_tab_of_a_report_overwrites_nothing_and_keeps_what_was_typed(
    client, due_now, budi
):
    client.force_login(budi.person)
    quarter = due_now.target_quarters()[0]
    page = reverse(
        "act_work:report", args=[due_now.reference, quarter.year, quarter.number]
    )
    value = f"value-{due_now.activities.get().pk}"
    seen = client.get(page).context["form"]["seen"].value()
    first = {"seen": seen, value: "12", "narrative": "Dua kelas", "keep": "1"}
    client.post(page, first)

    # The same once more, as a double tap sends it, is no quarrel.
    assert client.post(page, first).status_code == 302
    old = client.post(page, {"seen": seen, "narrative": "Tiga kelas", "keep": "1"})

    told = old.content.decode()
    assert "Tiga kelas" in told
    assert "Pelatihan petugas: 12" in told
    assert "“Dua kelas”" in told
    assert Report.objects.get().narrative == "Dua kelas"
    again = old.context["form"]["seen"].value()
    client.post(page, {"seen": again, "narrative": "Tiga kelas", "keep": "1"})
    assert Report.objects.get().narrative == "Tiga kelas"


def test_an_old_tab_of_an_activity_overwrites_nothing_and_keeps_what_was_typed(
    client, complete, budi
):
    client.force_login(budi.person)
    activity = complete.activities.get()
    page = reverse("act_work:activity", args=[complete.reference, activity.pk])
    first = {
        "seen": client.get(page).context["form"]["seen"].value(),
        "title": "Pelatihan petugas",
        "output": "Petugas terlatih",
        "unit": "orang",
        "budget": "75.000.000",
        "budget_stage": "dpa",
        "target-2026-4": "40",
    }
    client.post(page, first)

    # The same once more, as a double tap sends it, is no quarrel.
    assert client.post(page, first).status_code == 302
    old = client.post(page, {**first, "budget": "60.000.000", "target-2026-4": "50"})

    told = old.content.decode()
    assert "Anggaran (rupiah): 75.000.000; Triwulan IV 2026: 40." in told
    assert "60.000.000" in told
    activity.refresh_from_db()
    assert activity.budget == Decimal(75_000_000)
    again = {**first, "seen": old.context["form"]["seen"].value(), "unit": "petugas"}
    client.post(page, again)
    activity.refresh_from_db()
    assert activity.unit == "petugas"


def test_an_activity_sent_twice_is_kept_once(client, draft, budi):
    client.force_login(budi.person)
    page = reverse("act_work:activity", args=[draft.reference])
    typed = {
        "title": "Latih",
        "output": "Petugas",
        "unit": "orang",
        "budget": "0",
        "budget_stage": "dpa",
        "target-2026-4": "40",
    }
    client.post(page, typed)

    again = client.post(page, typed, follow=True)

    assert "“Latih” dengan keluaran dan target ini" in again.content.decode()
    assert draft.activities.count() == 1
    client.post(page, {**typed, "target-2026-4": "60"})
    assert draft.activities.count() == 2


def test_an_old_tab_of_a_sent_report_says_it_was_sent_and_gives_the_text_back(
    client, due_now, budi, kadek, head_of_dua
):
    quarter = due_now.target_quarters()[0]
    report = drafts.open_report(due_now, quarter, by=budi)
    acts.submit_nil(report, reason="Belum cair", by=kadek, at=timezone.now())
    page = reverse(
        "act_work:report", args=[due_now.reference, quarter.year, quarter.number]
    )
    client.force_login(budi.person)

    refused = client.post(page, {"narrative": "Tiga kelas", "keep": "1"})

    assert refused.status_code == 409
    assert "sudah dikirim" in refused.content.decode()
    assert "Tiga kelas" in refused.content.decode()
    assert client.get(page).url == reverse("act_work:read", args=[report.pk])
    client.force_login(head_of_dua.person)
    assert "pemerintah daerah lain" in client.get(page).content.decode()


def test_an_old_tab_of_a_submitted_plan_says_it_was_submitted(
    client, complete, budi, kadek
):
    acts.submit_commitment(complete, by=kadek, at=NOW)
    activity = complete.activities.get()
    page = reverse("act_work:activity", args=[complete.reference, activity.pk])
    remove = reverse("act_work:remove_activity", args=[complete.reference, activity.pk])
    client.force_login(budi.person)

    assert client.get(page).url == reverse(
        "act_work:commitment", args=[complete.reference]
    )
    for refused in (client.post(page, {"title": "Lain"}), client.post(remove)):
        assert refused.status_code == 409
        assert "“Diajukan”" in refused.content.decode()
    assert complete.activities.get().title == "Pelatihan petugas"


def test_evidence_of_a_sent_report_stays(client, due_now, budi, kadek):
    report = drafts.open_report(due_now, due_now.target_quarters()[0], by=budi)
    evidence = drafts.attach(
        report,
        content=pdf(),
        name="a.pdf",
        page="1",
        level="2",
        is_public=True,
        at=NOW,
    )
    acts.submit_nil(report, reason="Belum cair", by=kadek, at=timezone.now())
    client.force_login(budi.person)

    page = [due_now.reference, report.year, report.quarter]
    refused = client.post(
        reverse("act_work:report", args=page), {"remove": evidence.pk}
    )

    assert refused.status_code == 409
    assert "sudah dikirim" in refused.content.decode()
    assert report.evidence.exists()


@pytest.fixture
def with_evidence(due_now, budi) -> Report:
    report = drafts.open_report(due_now, due_now.target_quarters()[0], by=budi)
    for name in ("a.pdf", "b.pdf"):
        drafts.attach(
            report,
            content=pdf(),
            name=name,
            page="1",
            level="2",
            is_public=True,
            at=NOW,
        )
    return report


def removing(report: Report) -> tuple[str, dict[str, object]]:
    address = [report.commitment.reference, report.year, report.quarter]
    first = report.evidence.get(name="a.pdf")
    return reverse("act_work:report", args=address), {"remove": first.pk}


def test_taking_evidence_off_keeps_what_was_typed(client, with_evidence, budi):
    client.force_login(budi.person)
    page, remove = removing(with_evidence)
    seen = client.get(page).context["form"]["seen"].value()
    typed = {"narrative": "Dua kelas", "page": "7", "level": "3", "seen": seen}

    shown = client.post(page, remove | typed)

    told = shown.content.decode()
    assert [each.name for each in with_evidence.evidence.all()] == ["b.pdf"]
    assert "“a.pdf” dilepas" in told
    assert "Dua kelas" in told
    assert 'name="page" value="7"' in told
    assert Report.objects.get().narrative == "Dua kelas"
    # The page that was shown can be saved on.
    again = {"seen": shown.context["form"]["seen"].value(), "narrative": "Tiga"}
    assert client.post(page, {**again, "keep": "1"}).status_code == 302


def test_taking_evidence_off_keeps_even_what_cannot_be_saved(
    client, with_evidence, due_now, budi
):
    client.force_login(budi.person)
    page, remove = removing(with_evidence)
    value = f"value-{due_now.activities.get().pk}"

    told = client.post(
        page, remove | {value: "dua belas", "narrative": "Dua kelas"}
    ).content.decode()

    assert [each.name for each in with_evidence.evidence.all()] == ["b.pdf"]
    assert "Dua kelas" in told
    assert "dua belas" in told


def test_a_target_that_falls_is_refused_with_both_quarters(
    client, draft, budi, this_quarter
):
    client.force_login(budi.person)
    later = this_quarter.next

    told = client.post(
        reverse("act_work:activity", args=[draft.reference]),
        {
            "title": "Latih",
            "output": "Petugas",
            "unit": "orang",
            "budget": "0",
            "budget_stage": "dpa",
            f"target-{this_quarter.year}-{this_quarter.number}": "1.200",
            f"target-{later.year}-{later.number}": "300",
        },
    ).content.decode()

    for quarter, target in ((this_quarter, "1.200"), (later, "300")):
        assert triwulan(quarter.year, quarter.number) in told
        assert target in told
    assert "lebih kecil" in told
    assert not draft.activities.exists()


def test_a_link_to_begin_leads_on_to_the_plan_once_it_is_begun(
    client, draft, recommendation, budi
):
    client.force_login(budi.person)

    page = client.get(reverse("act_work:begin", args=[recommendation.pk]))

    assert page.url == reverse("act_work:commitment", args=[draft.reference])


def test_who_begins_a_plan_second_keeps_what_was_typed_beside_the_first(
    client, recommendation, budi, kadek, this_quarter
):
    page = reverse("act_work:begin", args=[recommendation.pk])
    typed = {"title": "Latih", "output": "Petugas", "unit": "orang", "budget": "5"}
    typed |= {"budget_stage": "dpa"}
    typed |= {f"target-{this_quarter.year}-{this_quarter.number}": "10"}
    client.force_login(budi.person)
    client.post(page, typed)
    plan = Commitment.objects.get()
    client.force_login(kadek.person)

    given_back = client.post(page, typed | {"title": "Dampingi", "budget": "75.000"})

    shown = given_back.content.decode()
    assert 'value="Dampingi"' in shown
    assert 'value="75.000"' in shown
    assert "sudah mulai menyusun" in words_of(given_back)
    there = reverse("act_work:activity", args=[plan.reference])
    assert f'action="{there}"' in shown
    client.post(there, typed | {"title": "Dampingi", "budget": "75.000"})
    assert [each.title for each in plan.activities.all()] == ["Latih", "Dampingi"]


def test_a_plan_begun_twice_by_the_same_press_leads_to_it(
    client, recommendation, budi, this_quarter
):
    typed = {"title": "Latih", "output": "Petugas", "unit": "orang", "budget": "5"}
    typed |= {"budget_stage": "dpa"}
    typed |= {f"target-{this_quarter.year}-{this_quarter.number}": "10"}
    client.force_login(budi.person)
    page = reverse("act_work:begin", args=[recommendation.pk])
    client.post(page, typed)
    plan = Commitment.objects.get()
    own = reverse("act_work:commitment", args=[plan.reference])

    for path in (page, reverse("act_work:activity", args=[plan.reference])):
        assert client.post(path, typed).url == own
        assert "sudah ada" in words_of(client.get(own))
    assert plan.activities.count() == 1


def test_what_was_typed_wrong_begins_no_plan(client, recommendation, budi):
    client.force_login(budi.person)

    page = client.post(
        reverse("act_work:begin", args=[recommendation.pk]), {"title": "Latih"}
    )

    assert 'value="Latih"' in page.content.decode()
    assert not Commitment.objects.exists()


def test_a_file_of_level_two_without_its_page_is_not_attached(client, due_now, budi):
    client.force_login(budi.person)
    quarter = due_now.target_quarters()[0]

    told = client.post(
        reverse(
            "act_work:report", args=[due_now.reference, quarter.year, quarter.number]
        ),
        {
            "narrative": "Dua kelas",
            "file": SimpleUploadedFile("a.pdf", pdf()),
            "level": "2",
            "keep": "1",
        },
    ).content.decode()

    assert "Isi halaman tempat bukti itu tercantum" in told
    assert "Dua kelas" in told
    assert not Report.objects.get().evidence.exists()


@pytest.fixture
def sent(due_now, budi, kadek) -> Report:
    report = drafts.open_report(due_now, due_now.target_quarters()[0], by=budi)
    return acts.submit_nil(report, reason="Belum cair", by=kadek, at=timezone.now())


def test_a_value_that_falls_is_seen_before_it_is_sent_reviewed_and_read_by_all(
    client, due_now, budi, kadek, rini, this_quarter, monkeypatch
):
    activity = due_now.activities.get()
    following = this_quarter.next
    first = drafts.open_report(due_now, this_quarter, by=budi)
    said = {"narrative": "Dua kelas", "obstacles": ""}
    drafts.save_report(first, values={activity.pk: Decimal(13)}, **said)
    acts.submit_report(first, by=kadek, at=timezone.now(), without_evidence=True)
    activity.targets.create(
        year=following.year, quarter=following.number, target=Decimal(20)
    )
    later = datetime.combine(following.next.starts_on, time(2), UTC)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    second = drafts.open_report(due_now, following, by=budi)
    drafts.save_report(second, values={activity.pk: Decimal(3)}, **said)
    was = f"13 pada {triwulan(this_quarter.year, this_quarter.number)}"
    client.force_login(kadek.person)

    form = client.get(
        reverse(
            "act_work:report",
            args=[due_now.reference, following.year, following.number],
        )
    )
    confirming = client.get(reverse("act_work:send", args=[second.pk]))

    for page in (form, confirming):
        assert "3 orang sejak awal" in words_of(page)
        assert "13 orang" in words_of(page)
    acts.submit_report(second, by=kadek, at=later, without_evidence=True)
    client.force_login(rini.person)
    assert was in words_of(client.get(reverse("act_work:review", args=[second.pk])))
    for report in Report.objects.all():
        acts.review(
            report,
            verdict=Verdict.NOT_YET,
            evidence_level=EvidenceLevel.NONE,
            note="Belum",
            by=rini,
            at=later,
        )
        acts.accept_verdict(report, by=kadek, at=later)
    client.logout()
    assert was in words_of(
        client.get(reverse("act:commitment", args=[due_now.reference]))
    )


def test_who_gave_a_verdict_sees_it_and_no_form(client, sent, rini, kadek):
    client.force_login(rini.person)
    page = reverse("act_work:review", args=[sent.pk])
    verdict = {"verdict": "not_yet", "evidence_level": "0", "give": "1"}
    assert 'name="verdict"' in client.get(page).content.decode()

    client.post(page, verdict | {"note": "Belum ada kegiatan"})

    decided = client.get(page).content.decode()
    assert 'name="verdict"' not in decided
    assert "Belum ada kegiatan" in decided
    assert "Hasil telaah sudah ditetapkan" in decided
    acts.contest(Report.objects.get(), reply="Ada", by=kadek, at=timezone.now())
    contested = client.get(page).content.decode()
    assert 'name="verdict"' not in contested
    assert "penelaah lain yang memutuskannya" in contested


def test_a_plan_submitted_or_let_run_twice_leads_to_the_plan(
    client, complete, kadek, rini
):
    own = reverse("act_work:commitment", args=[complete.reference])
    steps = [
        (kadek, "submit", {}, "RTL diajukan"),
        (rini, "decide", {"run": "1"}, "RTL diterima dan berjalan"),
    ]
    for by, step, data, deed in steps:
        client.force_login(by.person)
        path = reverse(f"act_work:{step}", args=[complete.reference])
        client.post(path, data)

        again = client.post(path, data)

        assert again.url == own
        assert f"Sudah dilakukan: “{deed}”" in words_of(client.get(own))


def test_a_step_of_a_report_taken_twice_leads_to_the_report(
    client, due_now, budi, kadek, rini
):
    report = drafts.open_report(due_now, due_now.target_quarters()[0], by=budi)
    own = reverse("act_work:read", args=[report.pk])
    nil = {"nil": "1", "reason": "Belum cair"}
    verdict = {"verdict": "not_yet", "evidence_level": "0", "note": "Belum ada"}
    steps = [
        (kadek, "send", nil, "Laporan dikirim"),
        (rini, "review", {**verdict, "give": "1"}, "Laporan ditelaah"),
        (kadek, "reply", {"accept": "1"}, "Hasil telaah diterima"),
    ]
    for by, step, data, deed in steps:
        client.force_login(by.person)
        path = reverse(f"act_work:{step}", args=[report.pk])
        client.post(path, data)

        again = client.post(path, data)

        assert again.url == own, step
        assert f"Sudah dilakukan: “{deed}”" in words_of(client.get(own))
    assert report.reviews.count() == 1


def test_no_level_of_evidence_is_published_that_no_reviewer_chose(client, sent, rini):
    client.force_login(rini.person)
    page = reverse("act_work:review", args=[sent.pk])
    field = client.get(page).content.decode().split('name="evidence_level"')[1]
    untouched = re.search(r'<option value="([^"]*)"', field).group(1)
    verdict = {"verdict": "not_yet", "note": "Belum ada kegiatan", "give": "1"}

    told = client.post(page, verdict | {"evidence_level": untouched})

    assert untouched == ""
    assert "Belum ada kegiatan" in told.content.decode()
    assert not sent.reviews.exists()


def test_a_verdict_from_an_old_tab_is_refused_and_its_note_kept(client, sent, rini):
    client.force_login(rini.person)
    page = reverse("act_work:review", args=[sent.pk])
    verdict = {"verdict": "not_yet", "evidence_level": "0", "give": "1"}
    client.post(page, verdict | {"note": "Belum ada kegiatan"})

    told = client.post(page, verdict | {"note": "Catatan kedua"}).content.decode()

    assert "Laporan ini berstatus" in told
    assert "Catatan kedua" in told
    assert sent.reviews.count() == 1


def test_enter_in_a_report_keeps_the_draft_and_never_sends(client, due_now, kadek):
    """A browser presses the first submit button of the form."""
    client.force_login(kadek.person)
    quarter = due_now.target_quarters()[0]
    page = reverse(
        "act_work:report", args=[due_now.reference, quarter.year, quarter.number]
    )
    report = drafts.open_report(due_now, quarter, by=kadek)
    drafts.attach(
        report,
        content=pdf(),
        name="a.pdf",
        page="1",
        level="2",
        is_public=True,
        at=NOW,
    )
    form = client.get(page).content.decode().split('enctype="multipart/form-data"')[1]
    first = re.search(r"<button[^>]*>", form).group()
    name, value = (
        re.search(rf'{a}="(\w+)"', first).group(1) for a in ("name", "value")
    )
    assert "formaction" not in first

    answer = client.post(page, {"narrative": "Dua kelas", name: value})

    assert answer.url == page
    kept = Report.objects.get()
    assert (kept.state, kept.narrative) == ("draft", "Dua kelas")
    assert kept.evidence.exists()


def test_every_working_page_of_a_simulated_plan_bears_the_band(
    client, due_now, sent, budi, kadek, rini, recommendation
):
    for each in (recommendation, due_now, sent):
        each.provenance = "simulated"
        each.save(update_fields=["provenance"])
    quarter = due_now.target_quarters()[0]
    of_report = [quarter.year, quarter.number]
    pages = [
        (kadek, "act_work:overview", []),
        (kadek, "act_work:commitment", [due_now.reference]),
        (kadek, "act_work:read", [sent.pk]),
        (rini, "act_work:to_review", []),
        (rini, "act_work:review", [sent.pk]),
    ]
    returned = [
        (budi, "act_work:report", [due_now.reference, *of_report]),
        (kadek, "act_work:send", [sent.pk]),
    ]
    reviewed = [(kadek, "act_work:reply", [sent.pk])]

    def marked(asked):
        for by, name, arguments in asked:
            client.force_login(by.person)
            page = client.get(reverse(name, args=arguments))
            assert 'class="band is-simulated"' in page.content.decode(), name

    marked(pages)
    marked(reviewed)
    acts.return_report(sent, reason="Lengkapi", by=rini, at=timezone.now())
    marked(returned)


def test_who_writes_no_reports_of_the_own_government_is_led_to_read_them(
    client, due_now, sent, own_reviewer
):
    client.force_login(own_reviewer.person)

    page = client.get(reverse("act_work:commitment", args=[due_now.reference]))

    read = reverse("act_work:read", args=[sent.pk])
    assert f'href="{read}"' in page.content.decode()
    assert f"{due_now.reference}/laporan/" not in page.content.decode()
    assert client.get(read).status_code == 200
