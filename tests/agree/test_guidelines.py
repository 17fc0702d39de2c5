"""The pedoman: its course, its structure, its review, and what later ones change."""

import io
import json
from datetime import date, datetime, timedelta
from itertools import product

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from docx import Document as Docx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from sinergi.agree import access, acts, quoting, reviews, rules, standing
from sinergi.agree.models import Clause, Guideline, Paragraph, Recommendation
from sinergi.agree.rules import (
    GUIDELINE_TRANSITIONS,
    GuidelineAction,
    GuidelineActor,
    GuidelineState,
    Unfinished,
)
from sinergi.agree.tasks import due
from sinergi.convene.models import RulesOfProcedure
from sinergi.core.canonical import sha256
from sinergi.core.models import LedgerEvent
from sinergi.core.refusal import NotAllowed, Refusal
from tests.agree.conftest import NOW, TEXT, another, later_meeting, lock, reviewed

pytestmark = pytest.mark.django_db

NEXT_YEAR = datetime.fromisoformat("2027-03-06T02:00:00+00:00")
SECOND = "Setiap desa menyelenggarakan kelas literasi digital setiap bulan."


@pytest.fixture
def guideline(locked, sari):
    return acts.compile_guideline(locked, title="Pedoman Satu", by=sari, at=NOW)


@pytest.fixture
def in_force(guideline, sari):
    return determine(guideline, sari, "SE/1/2026", date(2026, 3, 20), NOW)


@pytest.fixture
def later(
    in_force, meeting, details, budi, kadek, head_of_dua, group, item, present, chair,
    group_chair, sari,
):  # fmt: skip
    """The next year's meeting adopted one text; its pedoman is compiled."""
    return next_pedoman(
        meeting, details, budi, kadek, head_of_dua, chair, group_chair, sari
    )


def determine(guideline, sari, number, day, at):
    return acts.bring_in_force(
        reviewed(guideline, sari, at),
        legal_form="Surat Edaran",
        number=number,
        in_force_on=day,
        by=sari,
        at=at,
    )


def next_pedoman(
    meeting, details, budi, kadek, head_of_dua, chair, group_chair, sari
):  # fmt: skip
    """A second meeting of the forum, with one text adopted and its record locked."""
    second = later_meeting(meeting)
    second.state = "running"
    second.save()
    RulesOfProcedure.objects.create(meeting=second)
    for person, role in ((chair, "chair"), (group_chair, "group_chair")):
        second.committee.create(person=person.person, role=role)
    group = second.sessions.create(
        kind="group",
        bidang=meeting.sessions.get(kind="group").bidang,
        title="Kelompok",
        starts_at=NEXT_YEAR - timedelta(days=3),
        ends_at=NEXT_YEAR - timedelta(days=2),
    )
    second.committee.filter(role="group_chair").update(session=group)
    plenary = second.sessions.create(
        kind="plenary",
        title="Pleno",
        starts_at=NEXT_YEAR - timedelta(days=2),
        ends_at=NEXT_YEAR - timedelta(days=1),
    )
    item = plenary.agenda.create(order=1, title="Penetapan", minutes=30)
    for government in meeting.forum.governments():
        participant = second.participants.create(government=government, office="Dinas")
        participant.attendances.create(
            day=second.starts_on,
            checked_in_at=NEXT_YEAR,
            recorded_at=NEXT_YEAR,
            by=sari,
        )
    at = NEXT_YEAR
    text = acts.draft(
        meeting=second, session=group, details=another(details), text=SECOND,
        by=budi, at=at,
    )  # fmt: skip
    acts.submit(text, by=kadek, at=at)
    acts.discuss_in_group(text, by=group_chair, at=at)
    for by in (kadek, head_of_dua):
        acts.take_position(text.current, stance=rules.Stance.AGREE, by=by, at=at)
    acts.agree_in_group(text, by=group_chair, at=at)
    acts.forward(text, agenda_item=item, by=group_chair, at=at)
    acts.open_in_plenary(text, by=chair, at=at)
    acts.adopt(text, by=chair, at=at)
    second.state = "closed"
    second.save()
    record = acts.draft_record(
        second, number="500/1/2027", agreed_on=date(2027, 3, 5), by=sari, at=at
    )
    acts.lock_record(record, by=sari, at=at)
    return acts.compile_guideline(record, title="Pedoman Dua", by=sari, at=at)


def words_of(client, address):
    return " ".join(client.get(address).content.decode().split())


# The course


def test_the_course_of_a_pedoman_is_that_of_the_reference():
    found = {
        (str(state), str(action), str(step.to))
        for state, steps in GUIDELINE_TRANSITIONS.items()
        for action, step in steps.items()
    }

    assert found == {
        ("compiled", "edit", "edited"),
        ("compiled", "open_review", "in_review"),
        ("edited", "edit", "edited"),
        ("edited", "open_review", "in_review"),
        ("in_review", "edit", "in_review"),
        ("in_review", "open_review", "in_review"),
        ("in_review", "comment", "in_review"),
        ("in_review", "finish", "in_review"),
        ("in_review", "answer", "in_review"),
        ("in_review", "determine", "determined"),
        ("determined", "amend", "amended"),
        ("determined", "withdraw", "withdrawn"),
        ("amended", "amend", "amended"),
        ("amended", "withdraw", "withdrawn"),
    }


@pytest.mark.parametrize(
    ("state", "action", "actor"),
    list(product(GuidelineState, GuidelineAction, GuidelineActor)),
)
def test_a_step_is_taken_from_its_state_by_its_office_only(state, action, actor):
    step = GUIDELINE_TRANSITIONS[state].get(action)

    allowed = rules.may_take(state, action, {actor})

    assert allowed == (step is not None and actor in step.by)
    said_by = {GuidelineAction.COMMENT, GuidelineAction.FINISH}
    if allowed:
        assert (actor is GuidelineActor.MEMBER) == (action in said_by)


DEEDS = {
    GuidelineAction.EDIT: lambda g, by, at: acts.edit_guideline(
        g, title=f"Judul {at:%d}", foreword="Lain.", by=by, at=at
    ),
    GuidelineAction.OPEN_REVIEW: lambda g, by, at: acts.open_review(g, by=by, at=at),
    GuidelineAction.COMMENT: lambda g, by, at: acts.comment_guideline(
        g, text="Mohon dijelaskan.", by=by, at=at
    ),
    GuidelineAction.FINISH: lambda g, by, at: acts.finish_review(g, by=by, at=at),
    GuidelineAction.DETERMINE: lambda g, by, at: acts.bring_in_force(
        g, legal_form="SE", number="9", in_force_on=date(2026, 3, 20), by=by, at=at
    ),
    GuidelineAction.WITHDRAW: lambda g, by, at: acts.repeal_guideline(
        g, legal_form="SE", number="10", repealed_on=date(2026, 6, 1), reason="x",
        by=by, at=at,
    ),
}  # fmt: skip
PLACES = ["compiled", "edited", "open", "over", "determined", "withdrawn"]
# By hand: S the secretariat, M operator or head of a government of the forum.
DONE = {
    (GuidelineAction.EDIT, "S"): {"compiled", "edited", "over"},
    (GuidelineAction.OPEN_REVIEW, "S"): {"compiled", "edited", "over"},
    (GuidelineAction.COMMENT, "M"): {"open"},
    (GuidelineAction.FINISH, "M"): {"open"},
    (GuidelineAction.DETERMINE, "S"): {"over"},
    (GuidelineAction.WITHDRAW, "S"): {"determined"},
}


@pytest.fixture
def brought_to(guideline, sari):
    def to(place):
        if place == "edited":
            DEEDS[GuidelineAction.EDIT](guideline, sari, NOW)
        if place in ("open", "over", "determined", "withdrawn"):
            acts.open_review(guideline, by=sari, at=NOW)
        if place in ("determined", "withdrawn"):
            after = NOW + timedelta(days=12)
            DEEDS[GuidelineAction.DETERMINE](guideline, sari, after)
        if place == "withdrawn":
            DEEDS[GuidelineAction.WITHDRAW](guideline, sari, NOW + timedelta(days=13))
        guideline.refresh_from_db()
        return guideline

    return to


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("action", DEEDS)
def test_every_step_from_every_state_by_every_office(
    brought_to, place, action, sari, budi, kadek, wati, rini, chair
):
    guideline = brought_to(place)
    at = NOW + timedelta(days=0 if place == "open" else 14)
    before = LedgerEvent.objects.count()
    offices = {"W": wati, "R": rini, "M": budi, "H": kadek, "C": chair}
    for letter, by in {**offices, "S": sari}.items():
        known = "M" if letter in "MHC" else letter
        allowed = place in DONE.get((action, known), set())
        # One is enough to see it done; the others would find it done.
        if allowed and letter in "HC":
            continue
        if allowed:
            DEEDS[action](guideline, by, at)
            assert LedgerEvent.objects.count() == before + 1
            return
        with pytest.raises(Refusal):
            DEEDS[action](guideline, by, at)
        assert LedgerEvent.objects.count() == before


# Structure


def test_sari_adds_renames_moves_and_removes_chapters(client, guideline, sari):
    client.force_login(sari.person)
    slug = guideline.slug
    address = reverse("agree_work:guideline", args=[slug])
    first = guideline.chapters.get()
    client.post(
        reverse("agree_work:add_chapter", args=[slug]),
        {"title": "Cara membaca", "commentary": "Baca dahulu."},
    )
    added = guideline.chapters.get(title="Cara membaca")
    assert "Baca dahulu." in words_of(client, address)

    client.post(reverse("agree_work:move_chapter", args=[slug, added.pk]), {"to": "up"})
    client.post(
        reverse("agree_work:chapter", args=[slug, first.pk]),
        {"title": "Literasi", "commentary": "Penjelasan bab."},
    )
    clause = guideline.clauses.get()
    client.post(
        reverse("agree_work:place_clause", args=[slug, clause.pk]),
        {"chapter": added.pk},
    )
    emptied = client.post(reverse("agree_work:remove_chapter", args=[slug, added.pk]))
    client.post(reverse("agree_work:remove_chapter", args=[slug, first.pk]))

    assert emptied.status_code == 409
    assert [str(each) for each in guideline.chapters.all()] == ["Cara membaca"]
    clause.refresh_from_db()
    assert clause.chapter == added
    guideline.refresh_from_db()
    assert guideline.state == GuidelineState.EDITED


def test_a_dragged_order_that_is_of_yesterday_is_refused(guideline, sari):
    second = acts.add_chapter(guideline, title="Dua", by=sari, at=NOW)
    first = guideline.chapters.exclude(pk=second.pk).get()

    acts.order_chapters(guideline, order=[second.pk, first.pk], by=sari, at=NOW)

    assert [each.pk for each in guideline.chapters.all()] == [second.pk, first.pk]
    with pytest.raises(acts.StructureChanged, match="Pedoman Satu"):
        acts.order_chapters(guideline, order=[first.pk], by=sari, at=NOW)


def test_two_chapters_do_not_share_a_title_and_an_old_tab_overwrites_nothing(
    guideline, sari
):
    chapter = acts.add_chapter(guideline, title="Dua", by=sari, at=NOW)
    seen = acts.seen_of_chapter(chapter)
    acts.edit_chapter(chapter, title="Tiga", commentary="A.", by=sari, at=NOW)

    with pytest.raises(acts.NoTitle):
        acts.add_chapter(guideline, title="Tiga", by=sari, at=NOW)
    with pytest.raises(Refusal, match=r"Sekarang tertulis: “Tiga\. A\.”"):
        acts.edit_chapter(
            chapter, title="Empat", commentary="", by=sari, at=NOW, seen=seen
        )


# The same words, whatever is done around them


EDITS = st.lists(
    st.sampled_from(["chapter", "up", "down", "place", "explain", "words", "rename"]),
    max_size=8,
)


def shuffle(guideline, sari, edits, at=NOW):
    """Whatever an editor can do, as often as it is drawn."""
    for number, edit in enumerate(edits):
        clause, chapters = guideline.clauses.first(), list(guideline.chapters.all())
        deeds = {
            "chapter": lambda n=number: acts.add_chapter(
                guideline, title=f"Bab {n}", by=sari, at=at
            ),
            "up": lambda c=clause: acts.move_clause(c, up=True, by=sari, at=at),
            "down": lambda c=chapters: acts.move_chapter(
                c[0], up=False, by=sari, at=at
            ),
            "place": lambda c=clause, to=chapters: acts.put_into_chapter(
                c, chapter=to[-1], by=sari, at=at
            ),
            "explain": lambda c=clause, n=number: acts.edit_commentary(
                c, commentary=f"Penjelasan {n}.", by=sari, at=at
            ),
            "words": lambda n=number: acts.edit_guideline(
                guideline, title=f"Judul {n}", foreword=f"{n}", by=sari, at=at
            ),
            "rename": lambda c=chapters, n=number: acts.edit_chapter(
                c[0], title=f"Judul bab {n}", commentary="", by=sari, at=at
            ),
        }
        try:
            deeds[edit]()
        except acts.StandsAlready:
            continue


def hashes_of(reference, guideline):
    """Of one agreed text, at every place where it is quoted."""
    text = Recommendation.objects.get(reference=reference)
    record = json.loads(guideline.record.document.content)["recommendations"]
    quoted = quoting.clauses_in(
        json.loads(guideline.document.content)
        if guideline.document
        else quoting.of_guideline(guideline)
    )
    places = [
        next(each for each in found if each["reference"] == reference)
        for found in (record, quoted)
    ]
    return {
        text.pinned.sha256,
        rules.text_hash(text.pinned.texts),
        *(each["sha256"] for each in places),
        *(rules.text_hash(each["paragraphs"]) for each in places),
    }


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(EDITS)
def test_whatever_is_edited_the_words_are_those_of_the_berita_acara(
    guideline, sari, edits
):
    # Every draw begins with the same pedoman.
    with transaction.atomic():
        guideline.refresh_from_db()
        shuffle(guideline, sari, edits)

        assert len(hashes_of("REK-2026-PTIK-01", guideline)) == 1
        assert len(quoting.clauses_in(quoting.of_guideline(guideline))) == 1
        transaction.set_rollback(True)


def test_words_touched_behind_the_back_of_the_acts_are_not_printed(guideline, sari):
    reviewed(guideline, sari)
    Clause.objects.get().version.paragraphs.first()
    version = guideline.clauses.get().version
    type(version).objects.filter(pk=version.pk).update(sha256="0" * 64)

    with pytest.raises(acts.WordsDiffer, match="REK-2026-PTIK-01"):
        acts.bring_in_force(
            guideline, legal_form="SE", number="1", in_force_on=NOW.date(), by=sari,
            at=NOW,
        )  # fmt: skip


def test_the_page_shows_what_was_locked_and_not_what_the_tables_say(
    client, in_force, sari
):
    Paragraph.objects.update(text="Diubah diam-diam.")
    guideline = in_force
    guideline.chapters.update(title="Diubah", commentary="Diubah.")

    page = words_of(client, f"/pedoman/{guideline.slug}/")

    assert "Diubah" not in page
    assert all(f"<p>{each}</p>" in page for each in TEXT.split("\n\n"))


# Review


def test_every_government_reviews_it_within_the_days_of_the_tata_tertib(
    guideline, meeting, sari, budi, kadek, head_of_dua, wati
):
    meeting.procedure.days_to_review = 4
    meeting.procedure.save()
    acts.open_review(guideline, by=sari, at=NOW)

    assert guideline.review_until == datetime.fromisoformat("2026-03-09T00:00+08:00")
    asked = [t for t in due(kadek, NOW) if "telaah" in t.url]
    assert [t.due_at for t in asked] == [guideline.review_until]
    with pytest.raises(acts.ReviewOpen, match="8 Maret 2026"):
        acts.edit_guideline(guideline, title="x", foreword="", by=sari, at=NOW)
    acts.comment_guideline(guideline, text="Bab terlalu umum.", by=budi, at=NOW)
    acts.finish_review(guideline, by=kadek, at=NOW)
    assert not [t for t in due(budi, NOW) if "telaah" in t.url]
    with pytest.raises(NotAllowed):
        acts.comment_guideline(guideline, text="x", by=wati, at=NOW)

    later = NOW + timedelta(days=6)
    with pytest.raises(acts.ReviewClosed):
        acts.comment_guideline(guideline, text="Lambat.", by=head_of_dua, at=later)
    with pytest.raises(acts.NotReviewed, match="sudah dijawab"):
        DEEDS[GuidelineAction.DETERMINE](guideline, sari, later)
    comment = guideline.comments.get()
    acts.answer_guideline_comment(comment, answer="Diperinci.", by=sari, at=later)
    assert reviews.review_of(guideline, later).unfinished == []
    assert DEEDS[GuidelineAction.DETERMINE](guideline, sari, later).is_determined


def test_when_every_government_has_finished_nobody_waits_for_the_last_day(
    guideline, sari
):
    reviewed(guideline, sari)

    assert reviews.review_of(guideline, NOW).unfinished == []
    assert DEEDS[GuidelineAction.DETERMINE](guideline, sari, NOW).is_determined


def test_without_a_review_nothing_is_in_force(guideline, sari):
    missing = reviews.review_of(guideline, NOW).unfinished

    assert missing == [Unfinished.REVIEWED, Unfinished.WINDOW_OVER]
    with pytest.raises(acts.NotThisGuidelineStep):
        DEEDS[GuidelineAction.DETERMINE](guideline, sari, NOW)


def test_governments_read_comment_and_read_the_answer(
    client, guideline, sari, budi, kadek, wati, monkeypatch
):
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    address = reverse("agree_work:review", args=[guideline.slug])
    client.force_login(budi.person)
    assert client.get(address).status_code == 404
    client.force_login(sari.person)
    client.post(reverse("agree_work:open_review", args=[guideline.slug]))

    client.force_login(budi.person)
    clause = guideline.clauses.get()
    form = reverse("agree_work:comment_guideline", args=[guideline.slug])
    assert "disepakati semua pemerintah daerah" in words_of(client, form)
    client.post(form, {"clause": clause.pk, "text": "Mohon contoh."})
    client.force_login(kadek.person)
    client.post(reverse("agree_work:finish_review", args=[guideline.slug]))
    client.force_login(sari.person)
    comment = guideline.comments.get()
    answer = reverse(
        "agree_work:answer_guideline_comment", args=[guideline.slug, comment.pk]
    )
    client.post(answer, {"answer": "Contoh ditambahkan."})

    client.force_login(budi.person)
    page = words_of(client, address)
    assert "Mohon contoh." in page
    assert "Contoh ditambahkan." in page
    assert all(f"<p>{each}</p>" in page for each in TEXT.split("\n\n"))
    assert client.post(answer, {"answer": "x"}).status_code == 403


# Later ones


def amended(later, sari, *, withdrawn=False, reason="Diperbarui."):
    earlier = Clause.objects.get(version__recommendation__reference="REK-2026-PTIK-01")
    mine = later.clauses.get()
    acts.change_clause(
        later,
        clause=earlier,
        replacement=None if withdrawn else mine,
        reason=reason,
        by=sari,
        at=NEXT_YEAR,
    )
    return determine(later, sari, "SE/1/2027", date(2027, 4, 1), NEXT_YEAR)


def test_a_later_pedoman_replaces_a_clause_and_both_pages_say_so(
    client, in_force, later, sari, monkeypatch
):
    amended(later, sari)
    monkeypatch.setattr(timezone, "now", lambda: NEXT_YEAR + timedelta(days=60))

    old = words_of(client, f"/pedoman/{in_force.slug}/")
    new = words_of(client, f"/pedoman/{later.slug}/")

    assert f'Diubah oleh <a href="/pedoman/{later.slug}/">Pedoman Dua</a>' in old
    assert f'/pedoman/{later.slug}/#REK-2027-PTIK-01"' in old
    assert "Berlaku, diubah" in old
    assert f'Mengubah <a href="/pedoman/{in_force.slug}/">Pedoman Satu</a>' in new
    assert f'/pedoman/{in_force.slug}/#REK-2026-PTIK-01"' in new
    replaced = Recommendation.objects.get(reference="REK-2026-PTIK-01")
    assert replaced.is_superseded
    assert replaced.superseded_by.reference == "REK-2027-PTIK-01"
    for reference, guideline in (
        ("REK-2026-PTIK-01", in_force),
        ("REK-2027-PTIK-01", later),
    ):
        guideline.refresh_from_db()
        assert len(hashes_of(reference, guideline)) == 1
    assert in_force.state == GuidelineState.AMENDED


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(EDITS, st.sampled_from(["replaced", "withdrawn", "left"]))
def test_through_editing_amending_and_consolidating_the_words_stay_the_same(
    in_force, later, sari, edits, fate
):
    with transaction.atomic():
        shuffle(later, sari, edits, at=NEXT_YEAR)
        if fate == "left":
            determine(later, sari, "SE/1/2027", date(2027, 4, 1), NEXT_YEAR)
        else:
            amended(later, sari, withdrawn=fate == "withdrawn")
        for reference, guideline in (
            ("REK-2026-PTIK-01", in_force),
            ("REK-2027-PTIK-01", later),
        ):
            guideline.refresh_from_db()
            assert len(hashes_of(reference, guideline)) == 1
        together = standing.consolidated(in_force.meeting.forum, date(2027, 4, 1))
        clauses = quoting.clauses_in(together)
        stands = {"REK-2027-PTIK-01"} | (
            {"REK-2026-PTIK-01"} if fate == "left" else set()
        )
        assert {each["reference"] for each in clauses} == stands
        for each in clauses:
            adopted = Recommendation.objects.get(reference=each["reference"])
            assert rules.text_hash(each["paragraphs"]) == adopted.pinned.sha256
        transaction.set_rollback(True)
    later.refresh_from_db()


def test_until_its_day_a_change_is_announced_and_the_old_clause_binds(
    client, in_force, later, sari, monkeypatch
):
    amended(later, sari)
    monkeypatch.setattr(timezone, "now", lambda: NEXT_YEAR)
    forum = in_force.meeting.forum

    before = standing.in_force(forum, date(2027, 3, 31))
    after = standing.in_force(forum, date(2027, 4, 1))

    assert [each.reference for each in before] == ["REK-2026-PTIK-01"]
    assert [each.reference for each in after] == ["REK-2027-PTIK-01"]
    page = words_of(client, f"/pedoman/{in_force.slug}/")
    assert "Mulai 1 April 2027 digantikan oleh" in page


def test_a_withdrawn_clause_names_its_reason_and_leaves_the_consolidated_text(
    client, in_force, later, sari, monkeypatch
):
    with pytest.raises(acts.WithdrawnWithoutReason):
        amended(later, sari, withdrawn=True, reason=" ")
    amended(later, sari, withdrawn=True, reason="Kelas sudah selesai.")
    monkeypatch.setattr(timezone, "now", lambda: NEXT_YEAR + timedelta(days=60))

    old = Recommendation.objects.get(reference="REK-2026-PTIK-01")
    assert not old.is_superseded
    assert old not in Recommendation.objects.binding()
    assert "Kelas sudah selesai." in words_of(client, f"/pedoman/{in_force.slug}/")
    together = words_of(client, "/pedoman/terpadu/")
    assert "REK-2026-PTIK-01" not in together
    assert "REK-2027-PTIK-01" in together
    told = client.get("/api/v1/guidelines/rakor-uji/").json()
    assert told["clauses"][0]["stands"] is False
    assert told["amended_by"] == [later.slug]


def test_the_consolidated_text_names_year_letter_and_record_of_every_clause(
    client, in_force, later, sari, monkeypatch
):
    determine(later, sari, "SE/1/2027", date(2027, 4, 1), NEXT_YEAR)
    monkeypatch.setattr(timezone, "now", lambda: NEXT_YEAR + timedelta(days=60))

    page = words_of(client, "/pedoman/terpadu/")
    pdf = PdfReader(io.BytesIO(client.get("/pedoman/terpadu/pdf/").content))
    paper = " ".join(" ".join(p.extract_text().split()) for p in pdf.pages)
    answer = client.get("/pedoman/terpadu/docx/").content
    written = [each.text for each in Docx(io.BytesIO(answer)).paragraphs]

    for number, words in (("SE/1/2026", TEXT), ("SE/1/2027", SECOND)):
        assert number in page
        assert number in paper
        for each in words.split("\n\n"):
            assert f"<p>{each}</p>" in page
            assert each in written
    assert "5 Mei 2027" in paper
    clauses = client.get("/api/v1/clauses/").json()
    assert [each["number"] for each in clauses] == ["SE/1/2026", "SE/1/2027"]
    assert [rules.text_hash(each["paragraphs"]) for each in clauses] == [
        each["sha256"] for each in clauses
    ]


def test_what_the_forum_replaced_before_is_taken_over_when_compiling(
    in_force, meeting, details, budi, kadek, head_of_dua, chair, group_chair, sari,
    group, item, present, monkeypatch,
):  # fmt: skip
    later = next_pedoman(
        meeting, details, budi, kadek, head_of_dua, chair, group_chair, sari
    )
    later.chapters.all()
    old = Recommendation.objects.get(reference="REK-2026-PTIK-01")
    new = Recommendation.objects.get(reference="REK-2027-PTIK-01")
    acts.supersede(old, later=new, by=sari, at=NEXT_YEAR)
    clause = Clause.objects.get(version__recommendation=old)

    with pytest.raises(acts.NotInItsPlace, match="REK-2027-PTIK-01"):
        acts.change_clause(
            later, clause=clause, replacement=None, reason="x", by=sari, at=NEXT_YEAR
        )
    for each in (later.clauses, later.chapters):
        each.all().delete()
    record = later.record
    later.delete()
    again = acts.compile_guideline(record, title="Lagi", by=sari, at=NEXT_YEAR)

    change = again.changes.get()
    assert (change.clause, change.replacement) == (clause, again.clauses.get())


def test_only_earlier_clauses_of_the_forum_are_changed_and_only_once(
    in_force, later, sari
):
    mine = later.clauses.get()
    with pytest.raises(acts.NotEarlier):
        acts.change_clause(
            later, clause=mine, replacement=None, reason="x", by=sari, at=NEXT_YEAR
        )
    with pytest.raises(acts.NotInItsPlace):
        acts.change_clause(
            later,
            clause=in_force.clauses.get(),
            replacement=in_force.clauses.get(),
            by=sari,
            at=NEXT_YEAR,
        )
    change = acts.change_clause(
        later, clause=in_force.clauses.get(), replacement=mine, by=sari, at=NEXT_YEAR
    )
    acts.leave_clause(change, by=sari, at=NEXT_YEAR)
    assert not later.changes.exists()


def test_sari_enters_the_changes_in_the_browser(client, in_force, later, sari):
    client.force_login(sari.person)
    clause, mine = in_force.clauses.get(), later.clauses.get()
    address = reverse("agree_work:changes", args=[later.slug])
    assert "REK-2026-PTIK-01" in words_of(client, address)

    client.post(
        reverse("agree_work:change", args=[later.slug, clause.pk]),
        {"replacement": mine.pk, "reason": ""},
    )

    assert "REK-2027-PTIK-01" in words_of(client, address)
    client.post(reverse("agree_work:leave_clause", args=[later.slug, clause.pk]))
    assert not later.changes.exists()


def test_a_repealed_pedoman_stays_readable_and_says_that_it_does_not_bind(
    client, in_force, sari, monkeypatch
):
    acts.repeal_guideline(
        in_force,
        legal_form="Surat Edaran",
        number="SE/9/2026",
        repealed_on=date(2026, 6, 1),
        reason="Peraturan baru.",
        by=sari,
        at=NOW + timedelta(days=30),
    )
    forum = in_force.meeting.forum

    assert not Recommendation.objects.binding().exists()
    assert standing.in_force(forum, date(2026, 5, 31))
    assert not standing.in_force(forum, date(2026, 6, 1))
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=200))
    page = words_of(client, f"/pedoman/{in_force.slug}/")
    assert "tidak berlaku lagi: dicabut mulai 1 Juni 2026" in page
    assert "Peraturan baru." in page
    assert all(f"<p>{each}</p>" in page for each in TEXT.split("\n\n"))
    assert "Belum ada butir yang berlaku" in words_of(client, "/pedoman/terpadu/")
    assert client.get("/api/v1/guidelines/").json() == []
    with pytest.raises(acts.AlreadyDetermined):
        acts.repeal_guideline(
            in_force, legal_form="x", number="x", repealed_on=date(2026, 7, 1),
            reason="x", by=sari, at=NOW + timedelta(days=31),
        )  # fmt: skip


def test_a_repeal_begins_after_the_pedoman_did(in_force, sari):
    with pytest.raises(acts.NotItsDay, match="20 Maret 2026"):
        acts.repeal_guideline(
            in_force, legal_form="SE", number="2", repealed_on=date(2026, 3, 19),
            reason="x", by=sari, at=NOW,
        )  # fmt: skip


def test_every_clause_leads_to_its_agreement_its_plans_and_its_follow_up(
    client, adopted, plan, meeting, sari, monkeypatch
):
    adopted.cited_plans.add(plan)
    guideline = acts.compile_guideline(lock(meeting, sari), title="P", by=sari, at=NOW)
    determine(guideline, sari, "1", NOW.date(), NOW)

    page = words_of(client, f"/pedoman/{guideline.slug}/")

    for address in (
        f"/berita-acara/{meeting.slug}/#{adopted.reference}",
        f"/rekomendasi/{adopted.reference}/",
        "/keselarasan/literasi/kabupaten-satu/?tahun=2026",
        "/keselarasan/literasi/",
        f"/rekomendasi/{adopted.reference}/#tindak-lanjut",
    ):
        assert f'href="{address}"' in page, address


def test_the_ledger_tells_every_state_of_both_pedoman(in_force, later, sari):
    amended(later, sari)
    acts.repeal_guideline(
        later, legal_form="SE", number="3", repealed_on=date(2027, 6, 1), reason="x",
        by=sari, at=NEXT_YEAR + timedelta(days=1),
    )  # fmt: skip

    states = {}
    for event in LedgerEvent.objects.filter(object_kind="agree.guideline"):
        body = json.loads(event.body)
        states[body["object"]["reference"]] = body["after"]["state"]
        states.update(body["after"].get("amended", {}))

    in_force.refresh_from_db()
    later.refresh_from_db()
    assert states == {in_force.slug: in_force.state, later.slug: later.state}


def test_nobody_but_the_secretariat_sees_a_pedoman_before_its_review(
    guideline, sari, budi, rini
):
    assert access.may_read_review(sari, guideline)
    assert not any(access.may_read_review(by, guideline) for by in (budi, rini, None))

    acts.open_review(guideline, by=sari, at=NOW)

    assert access.may_read_review(budi, guideline)
    assert access.may_read_review(rini, guideline)
    assert not access.may_read_review(None, guideline)


def test_a_locked_pedoman_has_the_hash_of_its_words(in_force):
    content = in_force.document.content

    assert in_force.document.content_sha256 == sha256(content)


def test_a_page_from_before_the_compiling_overwrites_nothing(client, guideline, sari):
    acts.edit_guideline(
        guideline, title="Pedoman", foreword="Pengantar baru.", by=sari, at=NOW
    )
    client.force_login(sari.person)

    told = client.post(
        reverse("agree_work:guideline", args=[guideline.slug]),
        {"title": "Judul bawaan", "foreword": "", "seen": ""},
    ).content.decode()

    guideline.refresh_from_db()
    assert (guideline.title, guideline.foreword) == ("Pedoman", "Pengantar baru.")
    assert "Sekarang tertulis: “Pedoman. Pengantar baru.”" in told
    assert "Judul bawaan" in told


def test_simulated_clauses_never_stand_beside_real_ones(
    in_force, another_in_force, forum
):
    Guideline.objects.filter(pk=another_in_force.pk).update(provenance="simulated")
    day = date(2027, 12, 1)

    shown = {clause.guideline for clause in standing.in_force(forum, day)}
    assert shown == {in_force}

    Guideline.objects.filter(pk=in_force.pk).update(provenance="simulated")
    assert len({clause.guideline for clause in standing.in_force(forum, day)}) == 2


@pytest.fixture
def another_in_force(later, sari):
    return determine(later, sari, "SE/1/2027", date(2027, 3, 20), NEXT_YEAR)
