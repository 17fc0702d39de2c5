"""Pages of agreeing as a visitor and as those who work on them see them."""

import re
from datetime import timedelta
from functools import partial

import pytest
from django.urls import reverse
from django.utils import timezone

from sinergi.agree import acts, citing, tiles, words
from sinergi.agree.models import Recommendation, RecordOfAgreement
from sinergi.agree.rules import Action, Stance, State
from sinergi.agree.tasks import due
from sinergi.convene.acts import close_meeting
from sinergi.convene.models import Attendance, CommitteeMember
from sinergi.convene.rules import CommitteeRole
from sinergi.core.models import LedgerEvent
from sinergi.core.rules import Role
from sinergi.measure.models import PublishedValue
from tests.agree.conftest import NOW, TEXT, lock, reviewed
from tests.cast import member

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_(client):
    """The client, signed in as someone of the cast."""

    def sign_in(membership):
        client.force_login(membership.person)
        return client

    return sign_in


def page_of(name, recommendation, *more):
    return reverse(f"agree_work:{name}", args=[recommendation.pk, *more])


def of_meeting(name, meeting):
    return reverse(f"agree_work:{name}", args=[meeting.slug])


def text_of(response):
    return response.content.decode()


# Public


def test_a_visitor_reads_only_what_is_adopted(client, in_plenary, chair, present):
    address = reverse("agree:recommendation", args=[in_plenary.reference])
    version = reverse("agree:version", args=[in_plenary.reference, 1])
    assert client.get(address).status_code == 404
    assert client.get(version).status_code == 404
    assert in_plenary.title not in text_of(client.get("/rekomendasi/"))

    acts.adopt(in_plenary, by=chair, at=NOW)

    assert in_plenary.title in text_of(client.get("/rekomendasi/"))
    page = text_of(client.get(address))
    assert "Setiap kecamatan menyelenggarakan kelas literasi digital" in page
    assert client.get(version).status_code == 200


def test_a_meeting_closed_early_is_offered_today_as_its_day(as_, adopted, sari):
    meeting = adopted.meeting
    today = meeting.today(timezone.now())
    meeting.ends_on = today + timedelta(days=30)
    meeting.save(update_fields=["ends_on"])

    page = as_(sari).get(of_meeting("record", meeting))

    assert page.context["form"]["agreed_on"].value() == today


def test_positions_are_public_only_with_the_locked_record(client, adopted, sari):
    address = reverse("agree:recommendation", args=[adopted.reference])
    not_concerned = str(words.STANCE[Stance.NOT_CONCERNED].label)
    assert not_concerned not in text_of(client.get(address))

    lock(adopted.meeting, sari)

    page = text_of(client.get(address))
    assert page.count(not_concerned) == 2
    assert adopted.current.sha256 in page


def test_filters_stand_in_the_address(client, adopted, ptik, dua, tiga):
    hit = text_of(client.get(f"/rekomendasi/?bidang=ptik&pemerintah={dua.slug}"))
    miss = text_of(client.get(f"/rekomendasi/?pemerintah={tiga.slug}"))

    assert adopted.title in hit
    assert adopted.title not in miss


def test_an_address_made_up_is_not_an_error(client, adopted):
    assert client.get("/rekomendasi/?keadaan=xx&bidang=%27").status_code == 200


def test_an_earlier_version_is_read_by_those_who_worked_on_it_and_says_so(
    as_, client, in_group, sari, answer, group_chair, chair, present, item
):
    acts.write_version(
        in_group.current,
        text=TEXT.replace("kecamatan", "desa"),
        reason="Desa.",
        by=sari,
        at=NOW,
    )
    acts.agree_in_group(answer(in_group), by=group_chair, at=NOW)
    acts.forward(in_group, agenda_item=item, by=group_chair, at=NOW)
    acts.open_in_plenary(in_group, by=chair, at=NOW)
    acts.adopt(in_group, by=chair, at=NOW)

    first = reverse("agree:version", args=[in_group.reference, 1])
    second = reverse("agree:version", args=[in_group.reference, 2])
    own = reverse("agree:recommendation", args=[in_group.reference])
    told = client.get(f"/api/v1/recommendations/{in_group.reference}/").json()
    assert client.get(first).status_code == 404
    for public in (text_of(client.get(second)), text_of(client.get(own)), str(told)):
        # In words of the version before, in its diff and in the reason of the change.
        assert "setiap kecamatan" not in public.casefold().replace("di setiap", "")
        assert "<del>" not in public
        assert "Desa." not in public
        assert first not in public
    assert [v["number"] for v in told["versions"]] == [1, 2]

    page = as_(sari)
    old, new = text_of(page.get(first)), text_of(page.get(second))

    assert "kecamatan" in old
    assert reverse("agree:version", args=[in_group.reference, 2]) in old
    assert "<del>kecamatan</del>" in new
    assert "<ins>desa</ins>" in new


def test_the_papers_quote_word_for_word_and_lead_to_each_other(client, locked, sari):
    guideline = acts.compile_guideline(locked, title="Pedoman Uji", by=sari, at=NOW)
    assert client.get(f"/pedoman/{guideline.slug}/").status_code == 404
    acts.bring_in_force(
        reviewed(guideline, sari),
        legal_form="Surat Edaran",
        number="1",
        in_force_on=NOW.date(),
        by=sari,
        at=NOW,
    )

    record = text_of(client.get(f"/berita-acara/{locked.meeting.slug}/"))
    page = text_of(client.get(f"/pedoman/{guideline.slug}/"))

    for paragraph in TEXT.split("\n\n"):
        assert f"<p>{paragraph}</p>" in record
        assert f"<p>{paragraph}</p>" in page
    assert 'id="REK-2026-PTIK-01"' in page
    assert f"/berita-acara/{locked.meeting.slug}/" in page
    assert f"/pedoman/{guideline.slug}/" in record
    assert guideline.title in text_of(client.get("/pedoman/"))


def test_versions_are_rows_a_phone_stacks_not_a_table_it_scrolls(
    as_, client, adopted, sari
):
    public = text_of(client.get(f"/rekomendasi/{adopted.reference}/"))
    own = text_of(as_(sari).get(page_of("recommendation", adopted)))

    for page in (public, own):
        assert '<ol class="agree-rows"' in page
        assert "<table" not in page
    # Who wrote it is for those who work on it.
    assert "versi pertama" not in public
    assert "versi pertama" in own


def test_a_record_is_found_by_the_code_on_the_paper(client, locked):
    response = client.get(f"/berita-acara/{locked.document.code.lower()}/")

    assert response.status_code == 302
    assert response["Location"] == f"/berita-acara/{locked.meeting.slug}/"


def test_a_draft_of_a_record_is_nobodys_business(client, adopted, meeting, sari):
    acts.draft_record(meeting, number="1", agreed_on=NOW.date(), by=sari, at=NOW)

    assert client.get(f"/berita-acara/{meeting.slug}/").status_code == 404


def test_the_page_of_the_meeting_shows_what_was_agreed(client, locked, adopted):
    page = text_of(client.get(reverse("convene:meeting", args=[locked.meeting.slug])))

    assert adopted.reference in page
    assert f"/berita-acara/{locked.meeting.slug}/" in page


def test_the_cell_of_the_matrix_shows_what_is_asked_there(
    client, adopted, programme, satu, tiga
):
    asked = client.get(reverse("align:cell", args=[programme.code, satu.slug]))
    other = client.get(reverse("align:cell", args=[programme.code, tiga.slug]))

    assert adopted.reference in text_of(asked)
    assert adopted.reference not in text_of(other)


# Who reads working papers


def test_a_draft_is_read_by_its_own_and_by_those_who_run_the_meeting(
    as_, drafted, budi, kadek, sari, chair, group_chair, head_of_tiga, gede, ayu, wati
):
    address = page_of("recommendation", drafted)

    for by in (budi, kadek, sari, chair, group_chair, gede):
        assert as_(by).get(address).status_code == 200, by
    for by in (head_of_tiga, wati):
        assert as_(by).get(address).status_code == 404, by
    assert as_(ayu).get(address).status_code == 403


def test_the_desk_reads_and_writes_no_drafts(
    as_, drafted, meeting, dua, province, group_chair
):
    desks = [member("Dewi", place, Role.OPERATOR) for place in (dua, province)]
    desks.append(member("Eka", drafted.proposer, Role.OPERATOR))
    for by in desks:
        CommitteeMember.objects.create(
            meeting=meeting, person=by.person, role=CommitteeRole.DESK
        )
        assert as_(by).get(page_of("recommendation", drafted)).status_code == 404
        assert drafted.title not in text_of(as_(by).get(of_meeting("board", meeting)))
        assert as_(by).get(of_meeting("draft", meeting)).status_code == 403
        assert titles(by) == []

    # Who has another part in the meeting keeps it.
    CommitteeMember.objects.create(
        meeting=meeting, person=group_chair.person, role=CommitteeRole.DESK
    )
    assert as_(group_chair).get(page_of("recommendation", drafted)).status_code == 200


def test_once_submitted_all_governments_of_the_meeting_read_it(
    as_, submitted, head_of_tiga
):
    response = as_(head_of_tiga).get(page_of("recommendation", submitted))

    assert response.status_code == 200


def test_tono_reads_no_working_paper(client, submitted, tono):
    client.force_login(tono)

    assert client.get(page_of("recommendation", submitted)).status_code == 403


# Drafting


def test_budi_drafts_and_sees_what_is_missing(as_, budi, meeting, group, programme):
    page = as_(budi)
    response = page.post(
        of_meeting("draft", meeting),
        {
            "session": group.pk,
            "title": "Kelas digital",
            "text": "Satu.\n\nDua.",
            "programme": programme.pk,
        },
    )
    made = Recommendation.objects.get()

    assert response["Location"] == page_of("grounds", made)
    assert made.current.texts == ["Satu.", "Dua."]
    assert made.proposer == budi.government
    shown = text_of(page.get(page_of("recommendation", made)))
    assert shown.count("<li>") >= 5


def test_the_form_speaks_where_nothing_is_chosen_yet(as_, budi, meeting, group):
    page = text_of(as_(budi).get(of_meeting("draft", meeting)))

    assert '<option value="" selected>Pilih program</option>' in page
    assert "-----" not in page


def test_a_button_pressed_twice_makes_one_draft(as_, budi, meeting, group, programme):
    sent = {
        "session": group.pk,
        "title": "Kelas digital",
        "text": "Satu.",
        "programme": programme.pk,
    }
    page, address = as_(budi), of_meeting("draft", meeting)

    first = page.post(address, sent)
    again = page.post(address, sent, follow=True)

    made = Recommendation.objects.get()
    assert again.redirect_chain[0][0] == first.url == page_of("grounds", made)
    assert "“Kelas digital” sudah tersimpan." in text_of(again)
    # Another text under the same title is not the same button.
    other = text_of(page.post(address, {**sent, "text": "Dua."}))
    assert "beri judul lain" in other


def test_a_form_that_was_refused_keeps_what_was_typed(
    as_, budi, meeting, group, programme
):
    response = as_(budi).post(
        of_meeting("draft", meeting),
        {
            "session": group.pk,
            "title": "Kelas digital",
            "text": "  \n ",
            "programme": programme.pk,
            "indicator": "Peserta kelas",
        },
    )

    assert response.status_code == 200
    assert "Peserta kelas" in text_of(response)
    assert not Recommendation.objects.exists()


def test_sari_writes_down_an_editorial_change(as_, sari, in_group, answer):
    answer(in_group)

    as_(sari).post(
        page_of("text", in_group),
        {
            "version": 1,
            "text": TEXT.replace("Setiap", "Tiap"),
            "edit": "editorial",
            "reason": "Eja.",
        },
    )

    in_group.refresh_from_db()
    assert in_group.current.number == 2
    assert in_group.current.positions.filter(stance=Stance.AGREE).count() == 2


def test_a_stale_page_keeps_what_was_typed_and_shows_what_came_between(
    as_, sari, in_group, group_chair
):
    page, address = as_(sari), page_of("text", in_group)
    assert '<input type="hidden" name="version" value="1"' in text_of(page.get(address))
    between = TEXT.replace("kecamatan", "desa")
    acts.write_version(
        in_group.current, text=between, reason="Desa.", by=group_chair, at=NOW
    )
    typed = {"text": "Naskah Sari.", "edit": "substantive", "reason": "Ringkas."}

    refused = text_of(page.post(address, {"version": 1, **typed}))

    assert in_group.current.texts == between.split("\n\n")
    assert "Naskah Sari.</textarea>" in refused
    assert "<del>kecamatan</del> <ins>desa</ins>" in refused
    # The page has told of version 2, so saving once more is saving on it.
    assert '<input type="hidden" name="version" value="2"' in refused
    page.post(address, {"version": 2, **typed})
    assert in_group.current.texts == ["Naskah Sari."]


def test_an_old_tab_of_what_is_expected_overwrites_nothing(as_, budi, drafted):
    page, address = as_(budi), page_of("metadata", drafted)
    form = page.get(address).context["form"]
    typed = {
        "seen": form["seen"].value(),
        "title": drafted.title,
        "programme": drafted.programme_id,
        "addressees": [place.pk for place in drafted.addressees.all()],
        "target": "12 kelas",
    }
    Recommendation.objects.filter(pk=drafted.pk).update(target="30 kelas")

    refused = page.post(address, typed)

    drafted.refresh_from_db()
    assert drafted.target == "30 kelas"
    assert 'value="12 kelas"' in text_of(refused)
    # Saving once more answers to what stands there now.
    page.post(address, {**typed, "seen": refused.context["form"]["seen"].value()})
    drafted.refresh_from_db()
    assert drafted.target == "12 kelas"


def test_rini_does_not_reach_the_form_of_another_governments_draft(as_, rini, drafted):
    assert as_(rini).get(page_of("text", drafted)).status_code == 404


def test_the_form_of_standing_words_is_shut(as_, sari, in_plenary):
    assert as_(sari).get(page_of("text", in_plenary)).status_code == 403


def test_grounds_are_ticked_and_unticked(as_, budi, drafted, plan, value):
    page = as_(budi)
    address = page_of("grounds", drafted)
    shown = text_of(page.get(address))
    assert f"plan-{plan.pk}" in shown
    assert "3,44" in shown

    both = [f"plan-{plan.pk}", f"value-{value.pk}"]
    page.post(address, {"shown": both, "cite": both})
    assert (drafted.cited_plans.get(), drafted.cited_values.get()) == (plan, value)

    page.post(address, {"shown": both, "cite": both[:1]})
    assert not drafted.cited_values.exists()
    assert [e.action for e in LedgerEvent.objects.order_by("-seq")[:2]] == [
        "uncite",
        "cite",
    ]


def test_a_search_leaves_what_is_cited_on_the_shelf(as_, budi, drafted, plan, value):
    acts.cite(drafted, plans=[plan], by=budi, at=NOW)

    shown = text_of(as_(budi).get(page_of("grounds", drafted) + "?q=tidakada"))

    assert f"plan-{plan.pk}" in shown
    assert f"value-{value.pk}" not in shown


def test_a_figure_keeps_source_year_and_interval_on_the_page(
    client, adopted, value, figure
):
    adopted.cited_values.add(value)
    adopted.cited_figures.add(figure)

    page = text_of(
        client.get(reverse("agree:recommendation", args=[adopted.reference]))
    )

    assert "3,44" in page
    assert "2022" in page
    assert "3,10–3,50" in page


# Answering


def test_kadek_answers_on_a_phone(as_, kadek, in_group, satu):
    page = as_(kadek)
    address = page_of("position", in_group)
    assert text_of(page.get(address)).count('type="radio"') == 5

    page.post(address, {"version": 1, "stance": "agree"})

    assert in_group.current.positions.get(government=satu).stance == Stance.AGREE


def test_only_who_is_not_addressed_may_say_it_is_not_concerned(
    as_, kadek, head_of_tiga, sari, in_group
):
    address, choice = page_of("position", in_group), 'value="not_concerned"'

    assert choice not in text_of(as_(kadek).get(address))
    assert choice in text_of(as_(head_of_tiga).get(address))
    grid = text_of(as_(sari).get(page_of("positions", in_group)))
    assert grid.count(f"<option {choice}") == 2


def test_before_anyone_is_asked_no_count_is_shown(
    as_, client, sari, submitted, group_chair
):
    version = submitted.current
    address = reverse("agree:version", args=[submitted.reference, 1])

    page = text_of(as_(sari).get(address))

    assert "Belum ada daerah yang diminta menanggapi versi ini." in page
    assert "dari 2" not in page
    assert tiles.answers(version) == []
    acts.discuss_in_group(submitted, by=group_chair, at=NOW)
    assert "0 dari 2 daerah" in tiles.summary(version)
    assert len(tiles.answers(version)) == 4


def test_an_objection_without_a_note_comes_back_with_the_choice_kept(
    as_, kadek, in_group
):
    response = as_(kadek).post(
        page_of("position", in_group), {"version": 1, "stance": "object"}
    )

    assert response.status_code == 200
    assert re.search(r'value="object"[^>]* checked', text_of(response))
    assert not in_group.current.positions.filter(is_start=False).exists()


def test_a_note_of_two_lines_from_a_browser_is_kept_without_its_carriage_returns(
    as_, kadek, in_group
):
    note = "Anggaran belum ada.\r\nDibahas pada perubahan APBD.\rTerima kasih."

    as_(kadek).post(
        page_of("position", in_group),
        {"version": 1, "stance": "agree_with_note", "note": note},
    )

    kept = in_group.current.positions.get(is_start=False)
    assert kept.note == (
        "Anggaran belum ada.\nDibahas pada perubahan APBD.\nTerima kasih."
    )


def test_an_old_page_hears_that_the_text_changed(as_, kadek, in_group, sari):
    acts.write_version(in_group.current, text="Baru.", reason="Ubah.", by=sari, at=NOW)

    response = as_(kadek).post(
        page_of("position", in_group), {"version": 1, "stance": "agree"}
    )

    assert response.status_code == 200
    assert not in_group.current.positions.filter(is_start=False).exists()
    # It shows the new words, so answering from here is answering them.
    assert '<input type="hidden" name="version" value="2"' in text_of(response)


def test_budi_is_not_asked_for_the_position_of_his_head(as_, budi, in_group):
    assert as_(budi).get(page_of("position", in_group)).status_code == 403


def test_sari_records_only_the_rows_she_changed(as_, sari, in_group, kadek, dua):
    acts.take_position(in_group.current, stance=Stance.AGREE, by=kadek, at=NOW)
    page = as_(sari)
    address = page_of("positions", in_group)
    assert "stance-kabupaten-satu" not in text_of(page.get(address))

    page.post(
        address,
        {
            "version": 1,
            "stance-kabupaten-dua": "absent",
            "stance-kota-tiga": "",
            "stance-provinsi-uji": "",
        },
    )

    recorded = in_group.current.positions.filter(is_recorded_by_secretariat=True)
    assert [p.government for p in recorded] == [dua]


# Deciding


def test_of_two_who_record_at_once_none_puts_old_answers_back(
    as_, sari, in_group, satu, dua
):
    page, address = as_(sari), page_of("positions", in_group)
    opened = page.get(address).context["form"]
    sent = {"version": 1}
    for name in opened.fields:
        if name != "version":
            sent[name] = sent[f"initial-{name}"] = opened[name].value() or ""
    record = partial(acts.record_position, in_group.current, by=sari, at=NOW)
    record(government=satu, stance=Stance.AGREE)

    # Somebody recorded Satu meanwhile; this tab only adds Dua.
    page.post(address, {**sent, f"stance-{dua.slug}": "no_opinion"})
    stances = in_group.current.positions.values_list("government__slug", "stance")
    assert dict(stances)[satu.slug] == "agree"
    assert dict(stances)[dua.slug] == "no_opinion"

    # The same row in both tabs: the second is told, and may answer to what stands.
    refused = page.post(
        address,
        {**sent, f"stance-{satu.slug}": "object", f"note-{satu.slug}": "Biaya."},
    )
    assert "mencatat Kabupaten Satu setelah" in text_of(refused)
    assert in_group.current.positions.get(government=satu).stance == "agree"
    assert 'value="Biaya."' in text_of(refused)
    again = {
        name: refused.context["form"][name].value() or ""
        for name in refused.context["form"].fields
    }
    shown = {
        f"initial-{name}": refused.context["form"].data.get(f"initial-{name}", "")
        for name in again
    }
    page.post(address, {**again, **shown})
    stances = dict(in_group.current.positions.values_list("government__slug", "stance"))
    assert stances[satu.slug] == "object"
    assert stances[dua.slug] == "no_opinion"


def test_not_concerned_from_the_start_is_confirmed_where_everybody_must_answer(
    as_, sari, in_group, tiga
):
    address = page_of("positions", in_group)
    page = as_(sari)
    assert "“tidak terkait” selama tidak menyatakan apa pun" in text_of(
        page.get(address)
    )

    page.post(address, {"version": 1, "stance-kota-tiga": "not_concerned"})

    confirmed = in_group.current.positions.get(government=tiga)
    assert confirmed.is_recorded_by_secretariat
    assert not confirmed.is_start


def test_who_answered_itself_meanwhile_is_named_and_not_overwritten(
    as_, sari, in_group, kadek, satu
):
    page, address = as_(sari), page_of("positions", in_group)
    page.get(address)
    acts.take_position(
        in_group.current, stance=Stance.OBJECT, note="Biaya.", by=kadek, at=NOW
    )
    sent = {"version": 1, "stance-kabupaten-dua": "no_opinion"}
    old = {
        **sent,
        "stance-kabupaten-satu": "agree",
        "initial-stance-kabupaten-satu": "",
    }

    told = text_of(page.post(address, old))

    assert "Kabupaten Satu: keberatan" in told
    assert in_group.current.positions.get(government=satu).stance == "object"
    page.post(address, sent)
    assert in_group.current.positions.filter(stance="no_opinion").exists()


def test_what_is_recorded_is_changed_and_not_emptied(as_, sari, in_group, satu, dua):
    acts.record_position(
        in_group.current, government=satu, stance=Stance.AGREE, by=sari, at=NOW
    )

    form = as_(sari).get(page_of("positions", in_group)).context["form"]

    assert "" not in dict(form.fields[f"stance-{satu.slug}"].choices)
    assert "" in dict(form.fields[f"stance-{dua.slug}"].choices)


def test_the_list_says_who_is_not_there(as_, sari, in_group, present, dua):
    Attendance.objects.filter(participant__government=dua).delete()

    page = text_of(as_(sari).get(page_of("positions", in_group)))

    assert page.count("belum ada di daftar hadir") == 1


def test_the_chair_sees_in_words_what_holds_it_up(as_, chair, in_plenary, head_of_tiga):
    acts.take_position(
        in_plenary.current, stance=Stance.OBJECT, note="x", by=head_of_tiga, at=NOW
    )

    page = text_of(as_(chair).get(page_of("recommendation", in_plenary)))

    assert "Kota Tiga" in page
    assert page_of("step", in_plenary, "sepakati") in page
    assert page_of("step", in_plenary, "kembalikan") in page


def test_the_chair_adopts_after_reading_what_it_means(as_, chair, in_plenary, present):
    page, address = as_(chair), page_of("step", in_plenary, "sepakati")
    own = text_of(page.get(page_of("recommendation", in_plenary)))
    assert f'href="{address}"' in own
    assert f'action="{address}"' not in own
    asked = text_of(page.get(address))
    assert str(words.CONSEQUENCE[Action.ADOPT]) in asked
    assert TEXT.split("\n\n")[0] in asked
    response = page.post(address, follow=True)

    in_plenary.refresh_from_db()
    assert in_plenary.state == State.ADOPTED
    assert in_plenary.reference in text_of(response)


def test_what_is_held_up_is_not_adopted_and_the_page_says_why(as_, chair, in_plenary):
    response = as_(chair).post(page_of("step", in_plenary, "sepakati"))

    assert response.status_code == 200
    assert "3" in text_of(response)
    in_plenary.refresh_from_db()
    assert in_plenary.state == State.IN_PLENARY


def test_the_chair_is_told_that_it_is_adopted_with_notes(
    as_, chair, in_plenary, kadek, present
):
    acts.take_position(
        in_plenary.current,
        stance=Stance.AGREE_WITH_NOTE,
        note="Sesuai anggaran.",
        by=kadek,
        at=NOW,
    )

    told = as_(chair).post(page_of("step", in_plenary, "sepakati"), {}, follow=True)

    assert "REK-2026-PTIK-01 disepakati dengan catatan." in text_of(told)


def test_referring_back_asks_for_a_reason(as_, chair, in_plenary):
    page = as_(chair)
    address = page_of("step", in_plenary, "kembalikan")

    assert page.post(address, {"reason": ""}).status_code == 200
    page.post(address, {"reason": "Target belum jelas."})

    in_plenary.refresh_from_db()
    assert in_plenary.state == State.IN_GROUP


def test_nobody_else_finds_the_steps_of_the_chair(as_, sari, kadek, in_plenary):
    for by in (sari, kadek):
        assert as_(by).get(page_of("step", in_plenary, "sepakati")).status_code == 403
    assert as_(kadek).get(page_of("step", in_plenary, "lompat")).status_code == 404


# Papers


def test_sari_locks_the_record_from_its_page(as_, sari, adopted, meeting):
    page = as_(sari)
    address = of_meeting("record", meeting)
    page.post(address, {"number": "500/1", "agreed_on": "2026-03-04"})
    refused = page.post(of_meeting("lock", meeting))
    assert refused.status_code == 409

    meeting.state = "closed"
    meeting.save()
    assert page.get(of_meeting("record_preview", meeting)).content[:5] == b"%PDF-"
    assert page.get(of_meeting("lock", meeting)).status_code == 200
    page.post(of_meeting("lock", meeting))

    assert RecordOfAgreement.objects.get().is_locked
    assert page.get(address).status_code == 200


def test_sari_compiles_explains_and_brings_in_force(as_, sari, locked, meeting):
    page = as_(sari)
    address = of_meeting("guideline", meeting)
    page.post(address, {"title": "Pedoman", "foreword": "Satu."})
    clause = locked.guideline.clauses.get()
    page.post(f"{address}butir/{clause.pk}/", {"commentary": "Contoh."})
    assert page.get(f"{address}pratinjau.pdf").content[:5] == b"%PDF-"
    assert "Contoh." in text_of(page.get(address))
    reviewed(locked.guideline, sari)

    page.post(
        f"{address}berlaku/",
        {
            "legal_form": "SE",
            "number": "1",
            "in_force_on": "2026-03-20",
            "signing_office": "Sekretaris Daerah",
            "determined_in": "Mataram",
            "determined_on": "2026-03-04",
        },
    )

    locked.guideline.refresh_from_db()
    assert locked.guideline.is_determined
    assert locked.guideline.signing_office == "Sekretaris Daerah"
    assert page.get(address).status_code == 200


def test_without_a_locked_record_there_is_nothing_to_compile(as_, sari, meeting):
    page = text_of(as_(sari).get(of_meeting("guideline", meeting)))

    assert of_meeting("record", meeting) in page
    assert "<textarea" not in page


def test_a_guideline_of_a_coming_day_is_announced_and_not_in_force(
    as_, client, sari, locked, meeting, monkeypatch
):
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    reviewed(acts.compile_guideline(locked, title="Pedoman", by=sari, at=NOW), sari)
    page = as_(sari)

    told = page.post(
        of_meeting("in_force", meeting),
        {
            "legal_form": "Surat Edaran",
            "number": "SE/1/2026",
            "in_force_on": "2026-07-01",
        },
        follow=True,
    )

    assert "Pedoman berlaku mulai 1 Juli 2026." in text_of(told)
    client.logout()
    public = [
        "/pedoman/",
        f"/pedoman/{meeting.slug}/",
        "/",
    ]
    for address in public:
        assert "berlaku mulai 1 Juli 2026" in text_of(client.get(address)), address
    assert "setelah pedomannya berlaku" in text_of(client.get("/"))
    assert client.get("/api/v1/guidelines/").json() == []
    detail = client.get(f"/api/v1/guidelines/{meeting.slug}/").json()
    assert detail["is_in_force"] is False


def test_the_papers_are_kept_by_the_secretariat(as_, chair, adopted, meeting):
    for name in ("record", "record_preview", "lock", "guideline", "in_force"):
        assert as_(chair).get(of_meeting(name, meeting)).status_code == 403


# Board, tasks, API


def test_the_board_shows_where_everything_stands(as_, budi, drafted, meeting):
    assert as_(budi).get("/kerja/rekomendasi/")["Location"] == of_meeting(
        "board", meeting
    )

    assert drafted.title in text_of(as_(budi).get(of_meeting("board", meeting)))


def test_without_a_meeting_the_board_says_what_would_be_here(as_, budi):
    assert as_(budi).get("/kerja/rekomendasi/").status_code == 200


def test_the_working_page_of_the_meeting_leads_to_the_board(
    as_, budi, drafted, meeting
):
    page = as_(budi).get(reverse("convene_work:meeting", args=[meeting.slug]))

    assert of_meeting("board", meeting) in text_of(page)


def titles(membership):
    return [(str(task.url), task.returned) for task in due(membership, NOW)]


def test_each_role_has_its_task(
    drafted, budi, kadek, group_chair, chair, sari, head_of_dua, head_of_tiga, meeting,
    answer, present, item,
):  # fmt: skip
    page = page_of("recommendation", drafted)
    assert titles(budi) == titles(kadek) == [(page, False)]

    acts.submit(drafted, by=kadek, at=NOW)
    assert titles(group_chair) == [(page, False)]
    assert titles(budi) == []

    acts.discuss_in_group(drafted, by=group_chair, at=NOW)
    asked = page_of("position", drafted)
    assert titles(kadek) == titles(head_of_dua) == [(asked, False)]
    assert titles(head_of_tiga) == []

    answer(drafted)
    assert titles(kadek) == []
    acts.write_version(drafted.current, text="Baru.", reason="Ubah.", by=sari, at=NOW)
    assert titles(kadek) == [(asked, True)]

    acts.agree_in_group(answer(drafted), by=group_chair, at=NOW)
    assert titles(group_chair) == [(page, False)]
    acts.forward(drafted, agenda_item=item, by=group_chair, at=NOW)
    assert titles(group_chair) == []
    assert titles(chair) == [(page, False)]
    acts.open_in_plenary(drafted, by=chair, at=NOW)
    acts.adopt(drafted, by=chair, at=NOW)
    assert titles(chair) == titles(sari) == []

    meeting.refresh_from_db()
    meeting.state = "closed"
    meeting.save()
    assert titles(sari) == [(of_meeting("record", meeting), False)]
    guideline_task = (of_meeting("guideline", meeting), False)
    report_task = (of_meeting("report", meeting), False)
    record = lock(meeting, sari)
    assert titles(sari) == [guideline_task, report_task]
    guideline = acts.compile_guideline(record, title="P", by=sari, at=NOW)
    assert titles(sari) == [report_task, guideline_task]
    reviewed(guideline, sari)
    assert titles(sari) == [report_task, guideline_task]
    acts.bring_in_force(
        guideline,
        legal_form="SE",
        number="1",
        in_force_on=NOW.date(),
        by=sari,
        at=NOW,
    )
    assert titles(sari) == [report_task]


def test_who_spoke_without_being_addressed_has_the_task_to_answer_again(
    as_, in_group, head_of_tiga, sari
):
    acts.take_position(
        in_group.current, stance=Stance.OBJECT, note="Belum.", by=head_of_tiga, at=NOW
    )
    assert titles(head_of_tiga) == []

    acts.write_version(in_group.current, text="Baru.", reason="Ubah.", by=sari, at=NOW)

    asked = page_of("position", in_group)
    assert titles(head_of_tiga) == [(asked, True)]
    shown = text_of(as_(head_of_tiga).get(asked))
    assert "“Belum.”" in shown
    assert "menanggapi versi sebelumnya" in shown


def test_the_api_tells_positions_only_with_the_locked_record(client, adopted, sari):
    address = f"/api/v1/recommendations/{adopted.reference}/"
    before = client.get(address).json()
    assert before["positions"] is None

    lock(adopted.meeting, sari)

    after = client.get(address).json()
    assert {p["government"]: p["stance"] for p in after["positions"]}[
        "kabupaten-satu"
    ] == "agree"
    assert after["paragraphs"] == TEXT.split("\n\n")
    assert after["provenance"] == "entered"
    assert len(client.get("/api/v1/recommendations/?bidang=ptik").json()) == 1
    assert client.get("/api/v1/recommendations/?bidang=ikp").json() == []


def test_the_api_does_not_know_what_is_not_adopted(client, in_plenary):
    address = f"/api/v1/recommendations/{in_plenary.reference}/"

    assert client.get(address).status_code == 404
    assert client.get("/api/v1/recommendations/").json() == []


def test_the_api_quotes_guidelines_in_force(client, locked, sari):
    guideline = acts.compile_guideline(locked, title="P", by=sari, at=NOW)
    assert "setelah pedomannya berlaku" in text_of(client.get("/"))
    assert client.get("/api/v1/guidelines/").json() == []
    acts.bring_in_force(
        reviewed(guideline, sari),
        legal_form="SE",
        number="1",
        in_force_on=NOW.date(),
        by=sari,
        at=NOW,
    )

    told = client.get(f"/api/v1/guidelines/{guideline.slug}/").json()

    assert told["clauses"][0]["paragraphs"] == TEXT.split("\n\n")
    assert told["document_sha256"] == guideline.document.content_sha256


def test_a_shelf_that_is_cut_says_how_many_more_there_are(
    as_, budi, drafted, plan, monkeypatch
):
    monkeypatch.setattr(citing, "MOST", 0)

    page = text_of(as_(budi).get(page_of("grounds", drafted)))

    assert "1 lainnya tidak ditampilkan; temukan melalui pencarian di atas." in page


def test_what_is_said_of_the_whole_forum_stands_first_on_the_shelf(
    drafted, value, province
):
    later = PublishedValue.objects.create(
        method=value.method,
        place=drafted.proposer,
        year=value.year + 1,
        measure=value.measure,
        value=value.value,
        source=value.source,
    )

    shelf = citing.Shelf.of(drafted, "")

    assert value.place == province
    assert [item.thing for item in shelf.values] == [value, later]


def test_after_the_closing_the_page_says_so_and_offers_no_step_of_the_session(
    as_, chair, kadek, in_plenary, meeting
):
    close_meeting(meeting, by=chair, at=NOW)

    page = text_of(as_(chair).get(page_of("recommendation", in_plenary)))

    assert "sudah ditutup, sedangkan keputusan diambil selama rakor" in page
    assert "Sekretariat dapat membukanya kembali" in page
    assert page_of("step", in_plenary, "sepakati") not in page
    assert page_of("step", in_plenary, "tunda") not in page
    answering = text_of(as_(kadek).get(page_of("recommendation", in_plenary)))
    assert page_of("position", in_plenary) not in answering
