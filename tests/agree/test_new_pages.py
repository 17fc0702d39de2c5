"""Pages of amendments, the consent list, mandates and brought texts."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from sinergi.agree import acts
from sinergi.agree.models import Amendment, ConsentList, Mandate, Recommendation
from sinergi.agree.rules import Edit, State
from sinergi.agree.tasks import due
from tests.agree.conftest import LETTER, NOW, TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_(client):
    def sign_in(membership):
        client.force_login(membership.person)
        return client

    return sign_in


def at(name, *args):
    return reverse(f"agree_work:{name}", args=args)


def text_of(response):
    return response.content.decode()


def urls(by):
    return [task.url for task in due(by, NOW)]


def test_kadek_proposes_submits_and_the_group_accepts(
    as_, in_group, kadek, group_chair
):
    page = as_(kadek).get(at("amend", in_group.pk))
    assert "Setiap kecamatan" in text_of(page)

    sent = {
        "version": 1,
        "text": TEXT.replace("kecamatan", "desa"),
        "reason": "Desa lebih dekat.",
    }
    made = as_(kadek).post(at("amend", in_group.pk), sent)
    amendment = Amendment.objects.get()
    own = at("amendment", amendment.pk)
    assert made["Location"] == own
    assert own in urls(kadek)

    as_(kadek).post(at("amendment_step", amendment.pk, "ajukan"))
    assert own in urls(group_chair)
    as_(group_chair).post(at("amendment_step", amendment.pk, "bahas"))
    before = text_of(as_(group_chair).get(at("accept", amendment.pk)))
    assert "<ins>desa</ins>" in before
    as_(group_chair).post(
        at("accept", amendment.pk), {"version": 1, "text": sent["text"]}
    )

    amendment.refresh_from_db()
    assert amendment.state == "accepted"
    version = reverse("agree:version", args=[in_group.reference, 2])
    told = text_of(as_(group_chair).get(version))
    assert own in told
    assert at("undo", in_group.pk) in text_of(
        as_(group_chair).get(at("recommendation", in_group.pk))
    )
    as_(group_chair).get(at("undo", in_group.pk))
    as_(group_chair).post(at("undo", in_group.pk), {"version": 2})
    assert in_group.current.texts == TEXT.split("\n\n")


def test_three_tabs_show_one_comparison(as_, propose, kadek):
    amendment = propose(kadek, "kecamatan", "desa")
    page = at("amendment", amendment.pk)

    changes = text_of(as_(kadek).get(page))
    clean = text_of(as_(kadek).get(f"{page}?tampilan=bersih"))
    beside = text_of(as_(kadek).get(f"{page}?tampilan=berdampingan"))

    assert "<del>kecamatan</del>" in changes
    assert "diubah" in changes
    assert "<del>" not in clean
    assert "Setiap desa" in clean
    assert "Setiap kecamatan" in beside
    assert "Setiap desa" in beside
    for shown, current in ((changes, "Perubahan"), (clean, "Bersih"),
                           (beside, "Berdampingan")):  # fmt: skip
        assert f'aria-current="page">{current}' in shown
    assert text_of(as_(kadek).get(f"{page}?tampilan=%27")) != ""


def test_a_paragraph_mostly_changed_says_it_was_replaced(as_, propose, kadek):
    amendment = propose(kadek, TEXT.split("\n\n")[0], "Provinsi menyediakan modul.")

    page = text_of(as_(kadek).get(at("amendment", amendment.pk)))

    assert "diganti seluruhnya" in page


def test_colliding_ones_stand_side_by_side_and_one_is_chosen(
    as_, in_group, propose, kadek, head_of_dua, group_chair
):
    one = propose(
        kadek, "kecamatan", "desa", submitted_by=kadek, discussed_by=group_chair
    )
    two = propose(
        head_of_dua,
        "kecamatan",
        "kelurahan",
        submitted_by=head_of_dua,
        discussed_by=group_chair,
    )

    led = as_(group_chair).get(at("accept", one.pk))
    assert led["Location"] == at("combine", one.pk)
    page = text_of(as_(group_chair).get(at("combine", one.pk)))
    assert "Setiap desa" in page
    assert "Setiap kelurahan" in page

    unsaid = as_(group_chair).post(at("combine", one.pk), {"version": 1})
    assert unsaid.status_code == 200
    keep = {"version": 1, "choice-0": "keep"}
    assert as_(group_chair).post(at("combine", one.pk), keep).status_code == 200
    empty = {"version": 1, "choice-0": "own", "own-0": " "}
    assert as_(group_chair).post(at("combine", one.pk), empty).status_code == 200
    assert in_group.current.number == 1

    as_(group_chair).post(at("combine", one.pk), {"version": 1, "choice-0": "U2"})

    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.state, two.state) == ("discussed", "accepted")
    assert in_group.current.texts[0].startswith("Setiap kelurahan")
    assert at("amendment", one.pk) in urls(kadek)
    stranded = text_of(as_(kadek).get(at("amendment", one.pk)))
    assert "menulisnya kembali" in stranded
    assert "Setiap desa" in text_of(as_(kadek).get(at("rewrite_amendment", one.pk)))


def test_colliding_ones_are_combined_into_words_of_the_chair(
    as_, in_group, propose, kadek, head_of_dua, group_chair
):
    one = propose(
        kadek, "kecamatan", "desa", submitted_by=kadek, discussed_by=group_chair
    )
    propose(
        head_of_dua,
        "kecamatan",
        "kelurahan",
        submitted_by=head_of_dua,
        discussed_by=group_chair,
    )

    as_(group_chair).post(
        at("combine", one.pk),
        {"version": 1, "choice-0": "own", "own-0": "Setiap desa dan kelurahan."},
    )

    states = set(Amendment.objects.values_list("state", flat=True))
    assert states == {"accepted_changed"}
    assert in_group.current.texts[0] == "Setiap desa dan kelurahan."


def test_the_list_says_what_stands_against_each(
    as_, in_group, propose, kadek, head_of_dua, head_of_tiga
):
    one = propose(kadek, "kecamatan", "desa", submitted_by=kadek)
    propose(head_of_dua, "kecamatan", "kelurahan", submitted_by=head_of_dua)
    propose(head_of_tiga, "sekretariat", "forum", submitted_by=head_of_tiga)
    as_(head_of_tiga).post(at("object", one.pk), {"note": "Desa belum siap."})

    page = text_of(as_(kadek).get(at("amendments", in_group.pk)))

    assert page.index("U3 ·") < page.index("U1 ·")
    for told in ("tidak ada yang menentang", "bertabrakan", "Kota Tiga"):
        assert told in page
    as_(head_of_tiga).post(at("object", one.pk), {"take_back": "1"})
    assert not one.objections.filter(taken_back_at=None).exists()


def test_a_stale_page_keeps_what_was_typed(as_, in_group, kadek, sari):
    acts.write_version(
        in_group.current,
        text=TEXT.replace("Setiap", "Tiap"),
        reason="Ringkas.",
        by=sari,
        at=NOW,
    )

    refused = as_(kadek).post(
        at("amend", in_group.pk),
        {"version": 1, "text": "Kalimat saya.", "reason": "Alasan."},
    )

    assert refused.status_code == 200
    assert "Kalimat saya." in text_of(refused)
    assert not Amendment.objects.exists()


def test_the_plenary_item_is_chosen_when_forwarding(
    as_, agreed_in_group, group_chair, item
):
    address = at("step", agreed_in_group.pk, "teruskan")
    assert item.title in text_of(as_(group_chair).get(address))

    as_(group_chair).post(address, {"agenda_item": item.pk})

    agreed_in_group.refresh_from_db()
    assert agreed_in_group.state == State.FORWARDED
    assert item.title in text_of(
        as_(group_chair).get(at("recommendation", agreed_in_group.pk))
    )


def test_without_an_item_the_page_says_why_nothing_is_forwarded(
    as_, agreed_in_group, group_chair
):
    page = text_of(as_(group_chair).get(at("step", agreed_in_group.pk, "teruskan")))

    assert "belum mempunyai mata acara" in page
    assert 'type="submit">Teruskan' not in page


def test_a_no_is_told_with_its_reason(as_, in_group, group_chair, kadek):
    as_(group_chair).post(
        at("step", in_group.pk, "tolak"), {"reason": "Bukan wewenang daerah."}
    )

    page = text_of(as_(kadek).get(at("recommendation", in_group.pk)))
    assert "Tidak disepakati" in page
    assert "Bukan wewenang daerah." in page


def test_merging_offers_the_twin_and_leads_both_ways(
    as_, in_group, meeting, group, details, budi, kadek, group_chair
):
    twin = acts.draft(
        meeting=meeting,
        session=group,
        details=type(details)(**{**details.__dict__, "title": "Kembar"}),
        text=TEXT,
        by=budi,
        at=NOW,
    )
    acts.submit(twin, by=kadek, at=NOW)
    page = text_of(as_(group_chair).get(at("recommendation", in_group.pk)))
    assert "Kata-kata yang sama" in page
    assert at("step", in_group.pk, "gabung") in page

    as_(group_chair).post(
        at("step", in_group.pk, "gabung"), {"into": twin.pk, "reason": "Sama."}
    )

    one = text_of(as_(kadek).get(at("recommendation", in_group.pk)))
    other = text_of(as_(kadek).get(at("recommendation", twin.pk)))
    assert f'Digabung ke <a href="{at("recommendation", twin.pk)}' in one
    assert at("recommendation", in_group.pk) in other


def test_the_chair_opens_a_list_a_head_pulls_one_out_and_the_rest_is_adopted(
    as_, meeting, forwarded, chair, head_of_tiga, present
):
    page = text_of(as_(chair).get(at("consent", meeting.slug)))
    assert forwarded.reference in page
    as_(chair).post(at("consent", meeting.slug), {"recommendations": [forwarded.pk]})
    consent = ConsentList.objects.get()
    item = consent.items.get()
    assert at("consent", meeting.slug) in urls(head_of_tiga)

    as_(head_of_tiga).get(at("pull_out", meeting.slug, item.pk))
    as_(head_of_tiga).post(
        at("pull_out", meeting.slug, item.pk), {"note": "Bahas dulu."}
    )

    page = text_of(as_(chair).get(at("consent", meeting.slug)))
    assert "Bahas dulu." in page
    assert at("adopt_list", meeting.slug) not in page
    assert "Bahas dulu." in text_of(as_(chair).get(at("recommendation", forwarded.pk)))
    assert as_(chair).post(at("adopt_list", meeting.slug)).status_code == 409
    as_(chair).get(at("dissolve", meeting.slug))
    as_(chair).post(at("dissolve", meeting.slug))
    as_(chair).post(at("consent", meeting.slug), {"recommendations": [forwarded.pk]})
    assert forwarded.title in text_of(as_(chair).get(at("adopt_list", meeting.slug)))
    as_(chair).post(at("adopt_list", meeting.slug))

    forwarded.refresh_from_db()
    assert forwarded.is_adopted


def test_nobody_but_the_chair_posts_a_list(as_, meeting, forwarded, kadek):
    refused = as_(kadek).post(
        at("consent", meeting.slug), {"recommendations": [forwarded.pk]}
    )

    assert refused.status_code == 403
    assert not ConsentList.objects.exists()


def test_a_mandate_is_entered_read_by_few_and_used(
    as_, meeting, in_group, kadek, budi, head_of_dua, sari
):
    # Offices are looked up as they are held today.
    budi.starts_on = kadek.starts_on = timezone.localdate() - timedelta(days=1)
    budi.save()
    sent = {
        "holder": budi.pk,
        "office": "Kepala Dinas Kominfo",
        "number": "800/1",
        "dated_on": "2026-03-01",
        "letter": SimpleUploadedFile("mandat.pdf", LETTER),
    }
    as_(kadek).post(at("mandates", meeting.slug), sent)
    mandate = Mandate.objects.get()
    file = at("mandate_file", mandate.pk)

    assert as_(sari).get(file).content == LETTER
    assert as_(budi).get(file).status_code == 200
    assert as_(head_of_dua).get(file).status_code == 404
    assert "800/1" not in text_of(as_(head_of_dua).get(at("mandates", meeting.slug)))
    page = text_of(as_(budi).get(at("position", in_group.pk)))
    assert "atas nama Kepala Dinas Kominfo" in page
    as_(budi).post(at("position", in_group.pk), {"version": 1, "stance": "agree"})
    told = text_of(as_(sari).get(at("recommendation", in_group.pk)))
    assert "atas nama Kepala Dinas Kominfo, surat mandat 800/1" in told

    as_(kadek).post(at("end_mandate", mandate.pk), {"reason": "Hadir sendiri."})
    assert as_(budi).get(at("position", in_group.pk)).status_code == 403


def test_an_editorial_change_is_disputed_on_its_page(
    as_, in_group, answer, sari, kadek
):
    answer(in_group)
    acts.write_version(
        in_group.current,
        text=TEXT.replace("sekretariat", "sekretaris"),
        edit=Edit.EDITORIAL,
        reason="Ejaan.",
        by=sari,
        at=NOW,
    )
    page = text_of(as_(kadek).get(at("recommendation", in_group.pk)))
    assert at("dispute", in_group.pk) in page
    assert "<ins>sekretaris.</ins>" in text_of(
        as_(kadek).get(at("dispute", in_group.pk))
    )

    as_(kadek).post(at("dispute", in_group.pk), {"version": 2, "reason": "Isi."})

    assert in_group.current.number == 3
    told = text_of(as_(kadek).get(at("position", in_group.pk)))
    assert "ditanya lagi" in told or "diminta" in told


def test_a_proposed_handling_is_shown_from_its_day(as_, in_group, sari, kadek):
    today = timezone.localdate()
    later = {"handling": "Lewat mufakat.", "visible_on": today + timedelta(days=5)}
    as_(sari).post(at("handling", in_group.pk), later)
    own = at("recommendation", in_group.pk)
    assert "Lewat mufakat." in text_of(as_(sari).get(own))
    assert "Lewat mufakat." not in text_of(as_(kadek).get(own))

    as_(sari).post(
        at("handling", in_group.pk),
        {"handling": "Lewat mufakat.", "visible_on": today - timedelta(days=1)},
    )

    assert "Lewat mufakat." in text_of(as_(kadek).get(own))


def test_a_pasted_text_is_taken_apart_and_drafted(as_, meeting, group, programme, budi):
    address = at("from_text", meeting.slug)
    first = {
        "session": group.pk,
        "programme": programme.pk,
        "pasted": "Pengantar.\n\n1. Kelas diadakan.\n2. Hasil dilaporkan.",
    }
    assert as_(budi).get(address).status_code == 200
    found = as_(budi).post(address, first)
    page = text_of(found)
    assert not Recommendation.objects.exists()
    assert "2 butir ditemukan" in page
    assert "Pengantar." in page
    assert "Kelas diadakan." in page

    as_(budi).post(
        address,
        {
            "count": 2,
            "session": group.pk,
            "programme": programme.pk,
            "take-0": "on",
            "title-0": "Kelas",
            "text-0": "Kelas diadakan.",
            "title-1": "Hasil",
            "text-1": "Hasil dilaporkan.",
        },
    )

    assert [r.title for r in Recommendation.objects.all()] == ["Kelas"]


@pytest.mark.parametrize("count", ["0", "-1", "x", "999999999999", "3"])
def test_a_made_up_count_of_clauses_is_no_error(
    as_, meeting, group, programme, budi, count
):
    answer = as_(budi).post(
        at("from_text", meeting.slug),
        {"count": count, "session": group.pk, "programme": programme.pk},
    )

    assert answer.status_code == 200
    assert not Recommendation.objects.exists()


def test_a_word_file_is_read_and_one_that_is_none_refused(
    as_, meeting, group, programme, budi
):
    out = io.BytesIO()
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{w}"><w:body><w:p><w:r><w:t>1. Kelas diadakan.'
            "</w:t></w:r></w:p></w:body></w:document>",
        )
    known = {"session": group.pk, "programme": programme.pk}
    address = at("from_text", meeting.slug)

    word = SimpleUploadedFile("hasil.docx", out.getvalue())
    read = text_of(as_(budi).post(address, {**known, "word": word}))
    bad = SimpleUploadedFile("hasil.docx", b"bukan")
    refused = text_of(as_(budi).post(address, {**known, "word": bad}))
    neither = text_of(as_(budi).post(address, known))

    assert "Kelas diadakan." in read
    assert "hasil.docx" in refused
    assert "Pilih berkas Word atau tempelkan naskah" in neither


def test_a_deferred_one_is_offered_to_the_next_meeting(
    as_, in_group, group, group_chair, kadek
):
    from datetime import date

    acts.defer(in_group, by=group_chair, at=NOW)
    old = in_group.meeting
    later = type(old).objects.create(
        forum=old.forum, slug="rakor-kemudian", title="Rakor Kemudian", kind=old.kind,
        purpose="x", host=old.host, venue="Aula", starts_on=date(2027, 3, 3),
        ends_on=date(2027, 3, 5), state="invited", provenance=old.provenance,
    )  # fmt: skip
    session = type(group).objects.create(
        meeting=later, kind="group", bidang=group.bidang, title="Kelompok PTIK",
        starts_at=NOW, ends_at=NOW + timedelta(hours=2),
    )  # fmt: skip
    page = text_of(as_(kadek).get(at("carry", later.slug)))
    assert in_group.reference in page
    assert at("carry", later.slug) in text_of(as_(kadek).get(at("board", later.slug)))

    as_(kadek).post(
        at("carry", later.slug), {"earlier": in_group.pk, "session": session.pk}
    )

    made = Recommendation.objects.get(meeting=later)
    assert made.carried_from == in_group
    assert in_group.reference not in text_of(as_(kadek).get(at("carry", later.slug)))
    own = text_of(as_(kadek).get(at("recommendation", made.pk)))
    assert at("recommendation", in_group.pk) in own
