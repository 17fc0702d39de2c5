"""The whole example: loaded through acts, in order, marked, and alive."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

import pytest
from django.apps import apps
from django.db import models
from django.test import Client
from django.urls import reverse

from sinergi.act import queries
from sinergi.act.models import Commitment, Report, Review
from sinergi.act.rules import CommitmentState, ReportState, Verdict
from sinergi.agree import signing
from sinergi.agree.models import (
    Addendum,
    Amendment,
    ConsentList,
    Guideline,
    Position,
    Recommendation,
)
from sinergi.agree.rules import Stage, Stance, State
from sinergi.align.models import (
    HelpRequest,
    MandateDocument,
    Partner,
    Plan,
    ProgrammeTarget,
)
from sinergi.convene.models import Meeting
from sinergi.convene.rules import MeetingState
from sinergi.core import deeds, ledger
from sinergi.core.models import Forum, LedgerEvent, Membership, Person
from sinergi.core.rules import Level, Provenance, Role
from sinergi.examples.loader import load_ntb
from sinergi.examples.ntb.people import OPERATED, PASSWORD, listed_emails
from sinergi.measure.models import PublishedValue, Release
from sinergi.site.views import due_from
from tests.examples.conftest import Example

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ntb")]

STAGES = ("collect", "measure", "align", "convene", "agree", "act")
# What is also told from sources.
FACTS = (PublishedValue, Meeting, MandateDocument, ProgrammeTarget)
SIMULATED, PUBLISHED = Provenance.SIMULATED.value, Provenance.PUBLISHED.value


def kept() -> Iterator[type[models.Model]]:
    """Every table that says where its rows come from."""
    for model in apps.get_models():
        if "provenance" in {field.name for field in model._meta.get_fields()}:
            yield model


def test_loading_takes_less_than_a_minute(ntb: Example) -> None:
    assert ntb.seconds < 60


def test_loading_again_changes_nothing(ntb: Example) -> None:
    before = LedgerEvent.objects.count()

    load_ntb(at=ntb.at + timedelta(days=40))

    assert LedgerEvent.objects.count() == before


def test_the_ledger_of_the_example_is_whole() -> None:
    assert ledger.verify() is None
    assert LedgerEvent.objects.count() > 900


def test_every_deed_of_the_example_is_told_in_words() -> None:
    untold = {
        (event.object_kind, event.action)
        for event in LedgerEvent.objects.all()
        if deeds.word(event) == event.action
    }

    assert untold == set()


def test_the_ledger_goes_back_once_from_the_facts_to_the_simulation() -> None:
    told = LedgerEvent.objects.order_by("seq").values_list("at", "action")
    back = [later for earlier, later in pairwise(told) if later[0] < earlier[0]]

    assert [action for _at, action in back] == ["invite"]


def test_nothing_happens_after_the_moment_of_loading(ntb: Example) -> None:
    assert not LedgerEvent.objects.filter(at__gt=ntb.at).exists()


def test_all_that_simulated_people_made_is_simulated() -> None:
    for model in kept():
        told = Counter(model._default_manager.values_list("provenance", flat=True))

        assert set(told) <= {SIMULATED, PUBLISHED}, (model, told)
        assert model in FACTS or set(told) <= {SIMULATED}
    assert set(PublishedValue.objects.values_list("provenance", flat=True)) == {
        PUBLISHED
    }


def test_the_only_published_meeting_is_the_reported_one() -> None:
    published = Meeting.objects.filter(provenance=PUBLISHED)

    assert [meeting.starts_on.year for meeting in published] == [2024]
    assert not Recommendation.objects.filter(meeting__in=published).exists()


def test_everyone_is_simulated_and_says_so() -> None:
    for person in Person.objects.all():
        assert person.is_simulated
        assert "(simulasi)" in person.name


def test_every_simulated_title_says_so() -> None:
    titles = [
        *Meeting.objects.filter(provenance=SIMULATED).values_list("title", flat=True),
        *Release.objects.values_list("title", flat=True),
        *Guideline.objects.values_list("title", flat=True),
    ]

    assert len(titles) == 5
    assert all("simulasi" in title.casefold() for title in titles)


def test_a_simulated_act_was_done_by_somebody_who_held_an_office() -> None:
    by_command = LedgerEvent.objects.filter(by=None)
    first_simulated = LedgerEvent.objects.filter(action="invite").earliest("seq")

    later = by_command.filter(seq__gt=first_simulated.seq)
    # Who comes in with the code of the hall holds a card and no account.
    assert all(each.is_by_link and each.is_simulated for each in later)


def test_every_role_and_the_head_of_every_government_has_an_account() -> None:
    roles = set(Membership.objects.values_list("role", flat=True))
    headed = Membership.objects.filter(role=Role.HEAD).values_list(
        "government", flat=True
    )

    assert roles == {role.value for role in Role}
    assert set(headed) == {place.pk for place in Forum.objects.get().governments()}


def test_both_waves_are_released_with_their_errors() -> None:
    for release in Release.objects.all():
        province = release.figures.get(
            government__slug="nusa-tenggara-barat", measure="index", group="all"
        )

        assert release.is_released
        assert 2300 < province.n < 2500
        assert province.se
    assert Release.objects.count() == 2


def test_plans_leave_gaps_and_repeat_each_other() -> None:
    plans = Plan.objects.all()
    outputs = Counter(plans.values_list("programme", "year", "output"))
    cells = set(plans.values_list("programme", "year", "government"))

    assert len({year for _programme, year, _government in cells}) == 2
    assert 0.4 < len(cells) / (2 * 14 * 11) < 0.8
    assert max(outputs.values()) > 1
    assert plans.filter(target=None).exists()
    assert plans.filter(budget=None).exists()


def test_only_a_kabupaten_has_money_of_villages() -> None:
    of_villages = Plan.objects.filter(fund_source__contains="Desa")

    levels = set(of_villages.values_list("government__level", flat=True))
    assert levels == {Level.REGENCY}


def test_a_remark_about_one_pillar_hangs_on_that_pillar() -> None:
    remarked = PublishedValue.objects.filter(note__contains="etika 3,55")

    assert [value.measure for value in remarked] == ["etika"]


def test_some_plans_are_joint_and_one_partner_has_not_answered() -> None:
    states = Counter(Partner.objects.values_list("state", flat=True))

    assert states["accepted"] >= 4
    assert states["invited"] >= 1


def test_help_was_asked_and_mostly_answered() -> None:
    states = Counter(HelpRequest.objects.values_list("state", flat=True))

    assert states["answered"] >= 3
    assert states["open"] >= 1
    assert states["accepted"] == states["settled"] == states["withdrawn"] == 1


def test_the_finished_meeting_agreed_and_the_next_one_is_called(ntb: Example) -> None:
    finished = Meeting.objects.get(
        provenance=SIMULATED, state=MeetingState.MINUTES_APPROVED
    )
    coming = Meeting.objects.get(provenance=SIMULATED, state=MeetingState.INVITED)

    states = Counter(finished.recommendations.values_list("state", flat=True))
    assert states[State.ADOPTED] >= 6
    assert states[State.ADOPTED_WITH_NOTES] >= 1
    assert states[State.DEFERRED] == 1
    assert finished.record.is_locked
    assert finished.record.guideline.is_determined
    assert coming.starts_on > ntb.at.date()
    assert {State.DRAFT, State.SUBMITTED} == set(
        coming.recommendations.values_list("state", flat=True)
    )


def test_the_record_is_announced_and_its_addendum_waits_for_dompu() -> None:
    addendum = Addendum.objects.get()
    record = addendum.record

    signed = signing.standing_of(record)
    assert signed.stage is Stage.ANNOUNCED
    assert (signed.count.signed, signed.count.refused) == (10, 1)
    assert {row.signature.kind for row in signed.signed} == {"attestation", "scan"}
    assert record.sheet.provenance == addendum.provenance == SIMULATED
    waiting = signing.standing_of(addendum)
    assert waiting.stage is Stage.SIGNING
    missing = [row.signatory.government.slug for row in waiting.missing]
    assert len(missing) == 3
    assert OPERATED in missing


def test_every_member_government_has_a_position_on_every_adopted_text() -> None:
    governments = {place.pk for place in Forum.objects.get().governments()}

    for recommendation in Recommendation.objects.adopted():
        answered = recommendation.current.positions
        assert set(answered.values_list("government", flat=True)) == governments


def test_positions_of_every_kind_were_taken() -> None:
    assert set(Position.objects.values_list("stance", flat=True)) == set(Stance)


def test_a_text_was_changed_and_asked_about_again() -> None:
    changed = Recommendation.objects.adopted().filter(versions__number=2)

    assert changed.count() == 2


def test_the_changed_texts_were_amended_by_a_government_in_doubt() -> None:
    accepted = Amendment.objects.filter(state="accepted")

    assert accepted.count() == 2
    for amendment in accepted:
        assert amendment.versions.get() == amendment.recommendation.current
        assert amendment.proposer in amendment.recommendation.addressees.all()


def test_the_rest_was_adopted_at_once_but_for_one_that_was_pulled_out() -> None:
    consent = ConsentList.objects.get()

    assert consent.state == "adopted"
    pulled = consent.items.get(pulled_by__isnull=False)
    assert pulled.recommendation.is_adopted
    at_once = consent.items.exclude(pk=pulled.pk)
    assert {i.recommendation.adopted_at for i in at_once} != {
        pulled.recommendation.adopted_at
    }
    assert all(item.recommendation.is_adopted for item in at_once)


def test_an_adopted_text_rests_on_figures_values_and_plans() -> None:
    adopted = Recommendation.objects.adopted()

    assert adopted.filter(cited_figures__isnull=False).exists()
    assert adopted.filter(cited_values__isnull=False).exists()
    assert not adopted.filter(cited_plans=None).exists()


def test_follow_up_stands_in_every_state(ntb: Example) -> None:
    states = Counter(Commitment.objects.values_list("state", flat=True))
    awaited = [e for e in queries.awaited(Forum.objects.get()) if e.plan is None]

    assert set(states) == set(CommitmentState)
    assert states[CommitmentState.RUNNING] > 30
    assert awaited
    assert all(each.is_overdue(ntb.at) for each in awaited)


def test_two_quarters_were_reported_and_reviewed() -> None:
    reports = Report.objects.all()
    states = Counter(reports.values_list("state", flat=True))

    assert reports.values("year", "quarter").distinct().count() == 2
    assert set(states) == set(ReportState) - {ReportState.DRAFT}
    assert set(Review.objects.values_list("verdict", flat=True)) == set(Verdict)
    assert reports.filter(is_nil=True).count() == 2
    assert Review.objects.filter(round=2).count() == 1
    assert not reports.filter(receipt=None).exists()


def test_no_government_looks_bad_more_than_once_by_missing_a_plan() -> None:
    forum = Forum.objects.get()
    missing = Counter(
        each.government.slug for each in queries.awaited(forum) if each.plan is None
    )

    assert set(missing.values()) == {1}


def test_no_report_was_reviewed_by_its_own_government() -> None:
    for review in Review.objects.select_related(
        "by__government", "report__commitment__government"
    ):
        assert review.by.government != review.report.commitment.government


@pytest.mark.parametrize(
    "key",
    [
        "sekretariat",
        "walidata",
        "penelaah",
        "penelaah.sumbawa",
        "operator.dompu",
        "kepala.dompu",
        "kepala.nusa-tenggara-barat",
        "bidang.ptik",
    ],
)
def test_someone_who_has_work_finds_it(key: str, ntb: Example) -> None:
    held = Membership.objects.get(person__email=f"{key}@contoh.example")

    assert due_from(held, ntb.at)


def test_the_login_page_lists_one_account_for_each_role(client: Client) -> None:
    page = client.get(reverse("account_login")).content.decode()

    assert all(email in page for email in listed_emails())
    held = Membership.objects.filter(person__email__in=listed_emails())
    assert set(held.values_list("role", flat=True)) == {role.value for role in Role}


def test_a_listed_account_signs_in(client: Client) -> None:
    answer = client.post(
        reverse("account_login"), {"login": listed_emails()[0], "password": PASSWORD}
    )

    assert answer.status_code == 302
    assert answer["Location"] == "/kerja/"


def test_the_login_page_of_a_real_instance_lists_nobody(client: Client) -> None:
    Person.objects.update(is_simulated=False)

    page = client.get(reverse("account_login")).content.decode()

    assert not any(email in page for email in listed_emails())
    assert PASSWORD not in page


def test_other_pages_carry_no_account(client: Client) -> None:
    page = client.get(reverse("account_reset_password")).content.decode()

    assert PASSWORD not in page
