"""How a recommendation goes on to the plenary, leaves the meeting, or is replaced."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from sinergi.agree import acts
from sinergi.agree.models import Recommendation
from sinergi.agree.rules import State
from sinergi.convene.models import AgendaItem
from sinergi.core.refusal import NotAllowed
from tests.agree.conftest import NOW, another, later_meeting
from tests.databases import on_both_databases

pytestmark = pytest.mark.django_db


@pytest.fixture
def second(meeting, group, details, budi, kadek):
    """Another recommendation before the same group."""
    made = acts.draft(
        meeting=meeting,
        session=group,
        details=another(details),
        text="Kelas diadakan.",
        by=budi,
        at=NOW,
    )
    return acts.submit(made, by=kadek, at=NOW)


def test_forwarding_pins_the_version_and_names_the_item(forwarded, item):
    assert forwarded.state == State.FORWARDED
    assert forwarded.pinned == forwarded.versions.latest("number")
    assert forwarded.agenda_item == item


def test_what_the_group_has_not_agreed_to_is_not_forwarded(in_group, item, group_chair):
    with pytest.raises(acts.NotThisStep, match=r"Dibahas|Discussed"):
        acts.forward(in_group, agenda_item=item, by=group_chair, at=NOW)

    assert in_group.pinned is None


def test_only_an_item_of_the_plenary_of_this_meeting_takes_it(
    agreed_in_group, group, group_chair
):
    elsewhere = AgendaItem.objects.create(
        session=group, order=1, title="Pembahasan", minutes=60
    )

    with pytest.raises(acts.NoPlaceInPlenary, match="Pembahasan"):
        acts.forward(agreed_in_group, agenda_item=elsewhere, by=group_chair, at=NOW)

    assert agreed_in_group.state == State.AGREED_IN_GROUP


def test_the_chair_of_another_group_forwards_nothing(agreed_in_group, item, chair):
    with pytest.raises(NotAllowed):
        acts.forward(agreed_in_group, agenda_item=item, by=chair, at=NOW)


def test_the_words_stand_still_once_forwarded(forwarded, sari, kadek):
    with pytest.raises(acts.WordsStandStill):
        acts.write_version(forwarded.current, text="Lain.", reason="x", by=sari, at=NOW)
    with pytest.raises(acts.NotOpenToAmendments):
        acts.draft_amendment(
            forwarded.current, text="Lain.", reason="x", by=kadek, at=NOW
        )


def test_referring_back_releases_the_pin_and_the_item(in_plenary, chair):
    acts.refer_back(in_plenary, reason="Target.", by=chair, at=NOW)

    assert (in_plenary.pinned, in_plenary.agenda_item) == (None, None)


@pytest.mark.parametrize(("state", "who"), [("in_group", "group_chair"),
                                            ("in_plenary", "chair")])  # fmt: skip
def test_a_no_needs_a_reason_and_is_final(request, state, who):
    recommendation = request.getfixturevalue(state)
    by = request.getfixturevalue(who)

    with pytest.raises(acts.NoReason):
        acts.reject(recommendation, reason=" ", by=by, at=NOW)
    acts.reject(recommendation, reason="Bukan wewenang daerah.", by=by, at=NOW)

    assert recommendation.state == State.REJECTED
    with pytest.raises(acts.NotOpen):
        acts.take_position(recommendation.current, stance="agree", by=by, at=NOW)


def test_merging_links_both_ways(in_group, second, group_chair):
    acts.merge(in_group, into=second, reason="Isinya sama.", by=group_chair, at=NOW)

    assert in_group.state == State.MERGED
    assert in_group.merged_into == second
    assert list(second.merged.all()) == [in_group]


def test_nothing_is_merged_into_itself_a_draft_or_what_is_decided(
    in_group, second, meeting, group, details, budi, group_chair
):
    draft = acts.draft(
        meeting=meeting,
        session=group,
        details=another(details, 3),
        text="Draf.",
        by=budi,
        at=NOW,
    )
    Recommendation.objects.filter(pk=second.pk).update(state="deferred")

    for target in (in_group, draft, second):
        with pytest.raises(acts.NotMergeable):
            acts.merge(in_group, into=target, reason="x", by=group_chair, at=NOW)

    in_group.refresh_from_db()
    assert in_group.state == State.IN_GROUP


@on_both_databases
def test_a_merged_one_always_says_into_which(vendor, in_group):
    with pytest.raises(IntegrityError), transaction.atomic():
        Recommendation.objects.filter(pk=in_group.pk).update(state="merged")


@pytest.fixture
def later(adopted, second):
    """Adopted by a later meeting of the forum."""
    Recommendation.objects.filter(pk=second.pk).update(
        meeting=later_meeting(adopted.meeting),
        state="adopted",
        adopted_at=datetime(2027, 3, 5, tzinfo=UTC),
    )
    second.refresh_from_db()
    return Recommendation.objects.get(pk=second.pk)


def test_a_later_one_replaces_an_adopted_one_even_after_the_record_is_locked(
    later, locked, adopted, sari, client
):
    acts.supersede(adopted, later=later, by=sari, at=NOW)

    adopted.refresh_from_db()
    assert adopted.state == State.SUPERSEDED
    assert adopted.is_adopted
    assert adopted in Recommendation.objects.with_locked_record()
    assert adopted not in Recommendation.objects.binding()
    page = client.get(f"/rekomendasi/{adopted.reference}/").content.decode()
    assert later.reference in page


@on_both_databases
def test_only_what_was_adopted_later_replaces(vendor, adopted, second, later, sari):
    Recommendation.objects.filter(pk=later.pk).update(meeting=adopted.meeting)
    with pytest.raises(acts.NotLater):
        acts.supersede(adopted, later=Recommendation.objects.get(pk=later.pk),
                       by=sari, at=NOW)  # fmt: skip
    with pytest.raises(acts.NotLater):
        acts.supersede(adopted, later=adopted, by=sari, at=NOW)


def test_only_the_secretariat_replaces(adopted, later, chair, group_chair, kadek):
    for by in (chair, group_chair, kadek):
        with pytest.raises(NotAllowed):
            acts.supersede(adopted, later=later, by=by, at=NOW)


# Drafts that begin with words that are there


def test_a_deferred_one_is_taken_up_again_by_a_later_meeting(
    in_group, group_chair, details, kadek, group
):
    acts.defer(in_group, by=group_chair, at=NOW)
    meeting = later_meeting(in_group.meeting)
    meeting.state = "invited"
    meeting.save()
    session = type(group).objects.create(
        meeting=meeting,
        kind="group",
        bidang=group.bidang,
        title="Kelompok",
        starts_at=NOW,
        ends_at=NOW + timedelta(hours=3),
    )

    made = acts.carry(in_group, meeting=meeting, session=session, by=kadek, at=NOW)

    assert made.carried_from == in_group
    assert made.current.texts == in_group.current.texts
    assert (made.indicator, made.target) == (details.indicator, details.target)
    assert (made.due_year, made.due_quarter) == (None, None)
    assert set(made.addressees.all()) == set(in_group.addressees.all())
    with pytest.raises(acts.NotCarried, match="Rakor Kemudian"):
        acts.carry(in_group, meeting=meeting, session=session, by=kadek, at=NOW)


def test_what_is_not_deferred_earlier_is_not_taken_up(in_group, group, kadek):
    with pytest.raises(acts.NotCarried):
        acts.carry(in_group, meeting=in_group.meeting, session=group, by=kadek, at=NOW)


def test_a_text_becomes_a_draft_a_clause_or_none_at_all(
    meeting, group, programme, details, budi
):
    acts.draft_each(
        meeting=meeting,
        session=group,
        programme=programme,
        clauses=[("Satu", "Naskah satu."), ("Dua", "Naskah dua.\n\na. rincian")],
        by=budi,
        at=NOW,
    )
    assert {r.title for r in Recommendation.objects.all()} == {"Satu", "Dua"}

    with pytest.raises(acts.AlreadyDrafted):
        acts.draft_each(
            meeting=meeting,
            session=group,
            programme=programme,
            clauses=[("Tiga", "Naskah tiga."), ("Satu", "Lagi.")],
            by=budi,
            at=NOW,
        )
    assert Recommendation.objects.count() == 2


def test_the_secretariat_proposes_a_handling_and_from_when_it_is_read(
    in_group, sari, kadek, group_chair
):
    from sinergi.agree import access

    tomorrow = NOW + timedelta(days=1)
    acts.propose_handling(
        in_group, handling="Daftar mufakat.", visible_at=tomorrow, by=sari, at=NOW
    )

    assert access.may_read_handling(sari, in_group, NOW)
    assert access.may_read_handling(group_chair, in_group, NOW)
    assert not access.may_read_handling(kadek, in_group, NOW)
    assert access.may_read_handling(kadek, in_group, tomorrow)
    with pytest.raises(NotAllowed):
        acts.propose_handling(
            in_group, handling="x", visible_at=NOW, by=group_chair, at=NOW
        )
    with pytest.raises(acts.NoDay):
        acts.propose_handling(in_group, handling="x", visible_at=None, by=sari, at=NOW)


def test_the_same_words_under_two_numbers_are_found(
    in_group, meeting, group, details, budi, kadek
):
    from sinergi.agree import queries

    twin = acts.draft(
        meeting=meeting,
        session=group,
        details=replace(details, title="Kembar"),
        text=in_group.current.as_typed.upper().replace("\n\n", " - "),
        by=budi,
        at=NOW,
    )
    assert not queries.likes_of(in_group).exists()

    acts.submit(twin, by=kadek, at=NOW)

    assert list(queries.likes_of(in_group)) == [twin]
    assert list(queries.likes_of(twin)) == [in_group]
