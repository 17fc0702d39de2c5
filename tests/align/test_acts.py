"""Acts of aligning, each with its ledger entry, and what they refuse."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from sinergi.align import acts
from sinergi.align.models import HelpAnswer, Partner, Plan, Programme
from sinergi.align.rules import HelpState, PartnerState, PlanState
from sinergi.core import ledger
from sinergi.core.models import LedgerEvent, Membership, Place
from sinergi.core.rules import Provenance
from tests.align.conftest import TRAINING, YEAR, fields
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def last_event() -> LedgerEvent:
    return LedgerEvent.objects.latest("seq")


def told(event: LedgerEvent, part: str) -> dict[str, str]:
    return json.loads(event.body)[part]


def test_budi_enters_a_plan_of_his_own_government(
    literacy: Programme, budi: Membership, satu: Place
) -> None:
    plan = acts.enter_plan(literacy, TRAINING, year=YEAR, by=budi, at=NOW)

    assert (plan.government, plan.year, plan.state) == (satu, YEAR, PlanState.PLANNED)
    assert plan.reference == "KS-2026-0001"
    assert plan.provenance == Provenance.ENTERED
    event = last_event()
    assert (event.action, event.by) == ("enter_plan", budi)
    assert told(event, "after")["budget"] == "125000000"


def test_an_act_writes_one_entry(literacy: Programme, budi: Membership) -> None:
    before = LedgerEvent.objects.count()

    acts.enter_plan(literacy, TRAINING, year=YEAR, by=budi, at=NOW)

    assert LedgerEvent.objects.count() == before + 1
    assert ledger.verify() is None


def test_what_a_simulated_person_plans_is_simulated(
    literacy: Programme, budi: Membership
) -> None:
    budi.person.is_simulated = True

    plan = acts.enter_plan(literacy, TRAINING, year=YEAR, by=budi, at=NOW)

    assert plan.provenance == Provenance.SIMULATED


def test_sari_calls_the_meeting_but_enters_no_plan(
    literacy: Programme, sari: Membership
) -> None:
    with pytest.raises(acts.NotYours):
        acts.enter_plan(literacy, TRAINING, year=YEAR, by=sari, at=NOW)

    assert not Plan.objects.exists()


def test_a_code_of_the_province_is_refused_for_a_kabupaten(
    literacy: Programme, budi: Membership
) -> None:
    wrong = fields(activity_code="2.16.02.1.01.0010")

    with pytest.raises(acts.BadCode, match="Kabupaten Satu"):
        acts.enter_plan(literacy, wrong, year=YEAR, by=budi, at=NOW)


def test_the_province_uses_codes_of_its_own_level(
    literacy: Programme, putu: Membership
) -> None:
    own = fields(activity_code="2.16.02.01.01.0010")

    plan = acts.enter_plan(literacy, own, year=YEAR, by=putu, at=NOW)

    assert plan.activity_code == "2.16.02.1.01.0010"


def test_what_is_no_code_at_all_is_refused(
    literacy: Programme, budi: Membership
) -> None:
    with pytest.raises(acts.BadCode, match="literasi"):
        acts.enter_plan(
            literacy, fields(activity_code="literasi"), year=YEAR, by=budi, at=NOW
        )


def test_a_joint_plan_without_partner_is_refused(
    literacy: Programme, budi: Membership
) -> None:
    with pytest.raises(acts.NoPartner):
        acts.enter_plan(literacy, TRAINING, year=YEAR, is_joint=True, by=budi, at=NOW)


def test_nobody_is_partner_of_itself(
    literacy: Programme, budi: Membership, satu: Place
) -> None:
    with pytest.raises(acts.CannotJoin):
        acts.enter_plan(
            literacy,
            TRAINING,
            year=YEAR,
            is_joint=True,
            partners=[satu],
            by=budi,
            at=NOW,
        )


def test_a_partner_needs_a_seat_in_the_forum(
    literacy: Programme, budi: Membership, dua: Place
) -> None:
    literacy.forum.seats.filter(government=dua).delete()

    with pytest.raises(acts.NotInForce):
        acts.enter_plan(
            literacy,
            TRAINING,
            year=YEAR,
            is_joint=True,
            partners=[dua],
            by=budi,
            at=NOW,
        )


def test_a_government_without_a_seat_enters_nothing(
    literacy: Programme, budi: Membership, satu: Place
) -> None:
    literacy.forum.seats.filter(government=satu).delete()

    with pytest.raises(acts.NotInForce):
        acts.enter_plan(literacy, TRAINING, year=YEAR, by=budi, at=NOW)


def test_partners_of_a_joint_plan_are_invited_and_do_not_count_yet(
    literacy: Programme, budi: Membership, dua: Place
) -> None:
    plan = acts.enter_plan(
        literacy, TRAINING, year=YEAR, is_joint=True, partners=[dua], by=budi, at=NOW
    )

    assert plan.invited == [dua]
    assert plan.as_work().partners == frozenset()


def test_budi_changes_what_he_entered(training: Plan, budi: Membership) -> None:
    acts.change_plan(training, fields(target=Decimal(450)), by=budi, at=NOW)

    training.refresh_from_db()
    assert training.target == 450
    event = last_event()
    assert told(event, "before") == {"target": "300.00"}
    assert told(event, "after") == {"target": "450"}


def test_a_change_that_changes_nothing_is_refused(
    training: Plan, budi: Membership
) -> None:
    training.refresh_from_db()

    with pytest.raises(acts.NothingChanged):
        acts.change_plan(training, TRAINING, by=budi, at=NOW)


def test_budi_cannot_change_a_plan_of_dua(
    literacy: Programme, budi: Membership, dewi: Membership
) -> None:
    plan = acts.enter_plan(literacy, TRAINING, year=YEAR, by=dewi, at=NOW)

    with pytest.raises(acts.NotYours, match="Kabupaten Dua"):
        acts.change_plan(plan, fields(target=Decimal(1)), by=budi, at=NOW)


@pytest.mark.parametrize("who", ["sari", "putu"])
def test_the_province_never_edits_another_governments_plan(
    training: Plan, who: str, request: pytest.FixtureRequest
) -> None:
    by = request.getfixturevalue(who)

    with pytest.raises(acts.NotYours):
        acts.change_plan(training, fields(target=Decimal(1)), by=by, at=NOW)
    with pytest.raises(acts.NotYours):
        acts.withdraw_plan(training, reason="tidak perlu", by=by, at=NOW)


def test_a_withdrawn_plan_stays_on_record_with_its_reason(
    training: Plan, budi: Membership
) -> None:
    acts.withdraw_plan(training, reason="Anggaran digeser", by=budi, at=NOW)

    training.refresh_from_db()
    assert training.state == PlanState.WITHDRAWN
    assert training.withdrawn_reason == "Anggaran digeser"
    assert last_event().reason == "Anggaran digeser"
    assert not Plan.objects.standing().exists()


def test_a_plan_is_not_withdrawn_without_a_reason(
    training: Plan, budi: Membership
) -> None:
    with pytest.raises(acts.ReasonMissing):
        acts.withdraw_plan(training, reason="  ", by=budi, at=NOW)


def test_a_withdrawn_plan_is_neither_changed_nor_shared(
    training: Plan, budi: Membership, dua: Place
) -> None:
    acts.withdraw_plan(training, reason="Anggaran digeser", by=budi, at=NOW)

    with pytest.raises(acts.Withdrawn):
        acts.change_plan(training, fields(target=Decimal(1)), by=budi, at=NOW)
    with pytest.raises(acts.Withdrawn):
        acts.invite_partner(training, dua, by=budi, at=NOW)


def test_a_partner_counts_once_it_accepted(
    training: Plan, budi: Membership, dewi: Membership, dua: Place
) -> None:
    partner = acts.invite_partner(training, dua, by=budi, at=NOW)
    assert training.as_work().partners == frozenset()

    acts.accept_partnership(partner, by=dewi, at=NOW)

    plan = Plan.objects.with_partners().get()
    assert plan.accepted == [dua]
    assert plan.is_joint
    assert list(Plan.objects.of(dua)) == [plan]
    assert last_event().action == "accept_partnership"


def test_who_declined_may_be_asked_again(
    training: Plan, budi: Membership, dewi: Membership, dua: Place
) -> None:
    partner = acts.invite_partner(training, dua, by=budi, at=NOW)
    acts.decline_partnership(partner, by=dewi, at=NOW)

    acts.invite_partner(training, dua, by=budi, at=NOW)

    partner = Partner.objects.get()
    assert partner.state == PartnerState.INVITED
    assert partner.answered_at is None


def test_a_government_is_invited_once(
    training: Plan, budi: Membership, dua: Place
) -> None:
    acts.invite_partner(training, dua, by=budi, at=NOW)

    with pytest.raises(acts.AlreadyPartner):
        acts.invite_partner(training, dua, by=budi, at=NOW)


def test_an_invitation_is_answered_once(
    training: Plan, budi: Membership, dewi: Membership, dua: Place
) -> None:
    partner = acts.invite_partner(training, dua, by=budi, at=NOW)
    acts.accept_partnership(partner, by=dewi, at=NOW)

    with pytest.raises(acts.AnsweredBefore):
        acts.decline_partnership(partner, by=dewi, at=NOW)


def test_the_lead_cannot_accept_for_its_partner(
    training: Plan, budi: Membership, dua: Place
) -> None:
    partner = acts.invite_partner(training, dua, by=budi, at=NOW)

    with pytest.raises(acts.NotYours):
        acts.accept_partnership(partner, by=budi, at=NOW)


def test_a_partnership_of_a_withdrawn_plan_cannot_be_accepted(
    training: Plan, budi: Membership, dewi: Membership, dua: Place
) -> None:
    partner = acts.invite_partner(training, dua, by=budi, at=NOW)
    acts.withdraw_plan(training, reason="Anggaran digeser", by=budi, at=NOW)
    partner.refresh_from_db()

    with pytest.raises(acts.Withdrawn):
        acts.accept_partnership(partner, by=dewi, at=NOW)


@pytest.mark.parametrize("who", ["sari", "putu", "dewi"])
def test_province_and_peers_answer_a_request_for_help(
    literacy: Programme, budi: Membership, who: str, request: pytest.FixtureRequest
) -> None:
    by = request.getfixturevalue(who)
    asked = acts.ask_help(literacy, year=YEAR, text="Butuh pelatih", by=budi, at=NOW)

    acts.answer_help(asked, text="Kami punya tiga pelatih", by=by, at=NOW)

    asked.refresh_from_db()
    assert asked.state == HelpState.ANSWERED
    assert HelpAnswer.objects.get().government == by.government
    event = last_event()
    assert event.action == "answer_help"
    assert told(event, "before") == {"state": "open"}


def test_a_second_answer_is_welcome(
    literacy: Programme, budi: Membership, sari: Membership, dewi: Membership
) -> None:
    asked = acts.ask_help(literacy, year=YEAR, text="Butuh modul", by=budi, at=NOW)
    acts.answer_help(asked, text="Modul ada", by=sari, at=NOW)

    acts.answer_help(asked, text="Kami juga punya", by=dewi, at=NOW)

    assert asked.answers.count() == 2


def test_nobody_answers_its_own_request(
    literacy: Programme, budi: Membership, kadek: Membership
) -> None:
    asked = acts.ask_help(literacy, year=YEAR, text="Butuh modul", by=budi, at=NOW)

    with pytest.raises(acts.NotYours):
        acts.answer_help(asked, text="Tidak jadi", by=kadek, at=NOW)


def test_a_reviewer_does_not_answer_for_her_government(
    literacy: Programme, budi: Membership, rini: Membership
) -> None:
    asked = acts.ask_help(literacy, year=YEAR, text="Butuh modul", by=budi, at=NOW)

    with pytest.raises(acts.NotYours):
        acts.answer_help(asked, text="Ada", by=rini, at=NOW)


def test_a_cell_has_one_open_request_of_its_government(
    literacy: Programme, budi: Membership
) -> None:
    acts.ask_help(literacy, year=YEAR, text="Butuh modul", by=budi, at=NOW)

    with pytest.raises(acts.AlreadyAsked, match="KD-2026-0001"):
        acts.ask_help(literacy, year=YEAR, text="Butuh pelatih", by=budi, at=NOW)


def test_words_are_needed_to_ask_and_to_answer(
    literacy: Programme, budi: Membership, sari: Membership
) -> None:
    with pytest.raises(acts.NothingSaid):
        acts.ask_help(literacy, year=YEAR, text=" ", by=budi, at=NOW)
    asked = acts.ask_help(literacy, year=YEAR, text="Butuh modul", by=budi, at=NOW)
    with pytest.raises(acts.NothingSaid):
        acts.answer_help(asked, text=" ", by=sari, at=NOW)


def test_only_those_who_enter_plans_ask_for_help(
    literacy: Programme, rini: Membership
) -> None:
    with pytest.raises(acts.NotYours):
        acts.ask_help(literacy, year=YEAR, text="Butuh modul", by=rini, at=NOW)


def test_a_refused_act_leaves_no_trace(training: Plan, sari: Membership) -> None:
    before = LedgerEvent.objects.count()

    with pytest.raises(acts.NotYours):
        acts.change_plan(training, replace(TRAINING, unit="guru"), by=sari, at=NOW)

    assert LedgerEvent.objects.count() == before
