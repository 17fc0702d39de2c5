"""What a draft is about and what it may rest on, and what is refused."""

from dataclasses import replace
from datetime import date

import pytest

from sinergi.agree import acts
from sinergi.agree.forms.drafting import DraftForm, VersionForm
from sinergi.align.models import Programme
from sinergi.convene.models import Session
from sinergi.core.models import Forum, Place
from sinergi.core.refusal import NotAllowed
from sinergi.measure.rules import ReleaseState
from tests.agree.conftest import NOW, TEXT, another, said

pytestmark = pytest.mark.django_db


def drafting(meeting, group, details, by, text=TEXT):
    return acts.draft(
        meeting=meeting, session=group, details=details, text=text, by=by, at=NOW
    )


@pytest.fixture
def stranger(satu: Place) -> Place:
    return Place.objects.create(
        slug="kabupaten-jauh",
        name="Kabupaten Jauh",
        short_name="Jauh",
        level="regency",
        time_zone=satu.time_zone,
        valid_from=date(2000, 1, 1),
    )


def test_rini_and_wati_do_not_draft(meeting, group, details, rini, wati, ayu):
    for by in (rini, wati, ayu):
        with pytest.raises(NotAllowed):
            drafting(meeting, group, details, by)


def test_the_chair_of_a_group_and_the_secretariat_draft_too(
    meeting, group, details, group_chair, sari
):
    assert drafting(meeting, group, details, group_chair).proposer.slug == (
        "kabupaten-dua"
    )
    assert drafting(meeting, group, details, sari).proposer.slug == "provinsi-uji"


def test_a_closed_meeting_takes_no_draft_and_no_submission(
    meeting, group, details, budi, kadek, drafted
):
    meeting.state = "closed"
    meeting.save()

    with pytest.raises(acts.NotOfThisMeeting):
        drafting(meeting, group, details, budi)
    with pytest.raises(acts.MeetingNotRunning):
        acts.submit(drafted, by=kadek, at=NOW)


def test_a_draft_belongs_to_a_group_of_its_meeting(meeting, details, budi):
    plenary = Session.objects.create(
        meeting=meeting,
        kind="plenary",
        title="Pleno",
        starts_at=NOW,
        ends_at=NOW.replace(hour=5),
    )

    with pytest.raises(acts.NotOfThisMeeting, match="Pleno"):
        drafting(meeting, plenary, details, budi)


def test_a_draft_sent_twice_is_saved_once(meeting, group, details, budi, sari):
    first = drafting(meeting, group, details, budi)

    with pytest.raises(acts.StandsAlready) as again:
        drafting(meeting, group, details, budi)
    assert again.value.standing == first
    with pytest.raises(acts.AlreadyDrafted, match="Kabupaten Satu"):
        drafting(meeting, group, details, budi, text="Naskah lain.")
    second = drafting(meeting, group, another(details), budi)
    with pytest.raises(acts.AlreadyDrafted):
        acts.edit_metadata(second, details=details, by=budi, at=NOW)

    # Another government may call its own the same, and a withdrawn one is no obstacle.
    assert drafting(meeting, group, details, sari)
    acts.withdraw(first, by=budi, at=NOW)
    assert drafting(meeting, group, details, budi)


def test_a_draft_without_a_word_is_refused(meeting, group, details, budi):
    with pytest.raises(acts.NoText):
        drafting(meeting, group, details, budi, text=" \n\n ")


def test_programme_and_addressees_are_of_the_forum(
    meeting, group, details, budi, stranger
):
    other = Forum.objects.create(slug="lain", name="Forum Lain", coordinator=stranger)
    elsewhere = Programme.objects.create(
        forum=other,
        code="lain",
        name="Program Lain",
        national_owner="x",
        mandate_verified="none",
        target_verified="none",
        source="tests",
        order=1,
    )

    with pytest.raises(acts.NotOfThisMeeting, match="Program Lain"):
        drafting(meeting, group, replace(details, programme=elsewhere), budi)
    with pytest.raises(acts.NotOfThisMeeting, match="Kabupaten Jauh"):
        drafting(meeting, group, replace(details, addressees=[stranger]), budi)


def test_a_draft_is_changed_without_a_reason_and_without_a_new_version(
    drafted, details, budi, rini
):
    changed = replace(details, target="20.000", pillars=[])

    with pytest.raises(NotAllowed):
        acts.edit_metadata(drafted, details=changed, by=rini, at=NOW)
    acts.edit_metadata(drafted, details=changed, by=budi, at=NOW)

    drafted.refresh_from_db()
    assert (drafted.target, drafted.current.number) == ("20.000", 1)


def test_a_draft_is_rewritten_without_saying_why(drafted, budi):
    acts.write_version(drafted.current, text="Satu kalimat.", by=budi, at=NOW)

    assert drafted.current.texts == ["Satu kalimat."]
    assert not drafted.current.positions.exists()


def test_grounds_are_given_by_who_writes_the_text(drafted, plan, rini):
    with pytest.raises(NotAllowed):
        acts.cite(drafted, plans=[plan], by=rini, at=NOW)


def test_a_figure_that_is_not_out_or_withheld_carries_nothing(
    drafted, figure, released, budi
):
    released.state = ReleaseState.DRAFT
    released.save()
    with pytest.raises(acts.NotPublic, match="Rilis 1"):
        acts.cite(drafted, figures=[figure], by=budi, at=NOW)

    released.state = ReleaseState.RELEASED
    released.save()
    figure.estimate = figure.se = figure.ci_low = figure.ci_high = None
    figure.save()
    with pytest.raises(acts.NotPublic, match="Kabupaten Satu"):
        acts.cite(drafted, figures=[figure], by=budi, at=NOW)


def test_a_recommendation_rests_on_a_published_figure_alone(drafted, value, budi):
    acts.cite(drafted, values=[value], by=budi, at=NOW)

    assert list(drafted.cited_values.all()) == [value]


def test_a_government_outside_the_forum_has_no_position(in_group, sari, stranger):
    with pytest.raises(acts.NotOpen, match="Kabupaten Jauh"):
        acts.record_positions(
            in_group.current, said=[said(stranger, "agree")], by=sari, at=NOW
        )


def test_no_position_is_taken_outside_the_session(in_group, meeting, kadek):
    meeting.state = "invited"
    meeting.save()

    with pytest.raises(acts.NotOpen):
        acts.take_position(in_group.current, stance="agree", by=kadek, at=NOW)


def test_with_a_locked_record_not_even_a_draft_moves(
    adopted, meeting, group, details, budi, sari
):
    left = drafting(meeting, group, another(details), budi)
    meeting.state = "closed"
    meeting.save()
    record = acts.draft_record(
        meeting, number="1", agreed_on=date(2026, 3, 4), by=sari, at=NOW
    )
    acts.lock_record(record, by=sari, at=NOW)

    with pytest.raises(acts.MeetingNotRunning):
        acts.withdraw(left, by=budi, at=NOW)


@pytest.mark.parametrize(
    ("year", "quarter", "refused"),
    [
        ("2000", "", True),
        ("2025", "4", True),
        ("2026", "1", False),
        ("2026", "", False),
    ],
)
def test_nothing_is_due_before_the_meeting_that_asks_for_it(
    meeting, group, year, quarter, refused
):
    """The meeting of the tests begins in the first quarter of 2026."""
    form = DraftForm({"due_year": year, "due_quarter": quarter}, meeting=meeting)

    told = " ".join(form.errors.get("due_year", []))

    assert ("mendahului rakor" in told) is refused
    assert not refused or (year in told and "Triwulan I 2026" in told)


def test_a_text_nobody_could_read_out_is_refused_with_its_length(submitted) -> None:
    form = VersionForm({"version": 1, "text": "a" * 20_001}, recommendation=submitted)

    assert "20001" in str(form.errors["text"])
