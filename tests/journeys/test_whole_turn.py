"""One whole turn, from a file of answers to a verdict everybody can read."""

import pytest

from sinergi.core.models import Membership
from tests.journeys import (
    acting,
    agreeing,
    aligning,
    convening,
    measuring,
    reading,
)
from tests.journeys.desks import Calendar, Desks
from tests.papers import pdf

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]

EVIDENCE = pdf()
PASSWORD = "kata-sandi-panjang-sari"
PHONE = {"viewport": {"width": 390, "height": 844}, "java_script_enabled": False}


@pytest.mark.usefixtures("programme")
def test_a_survey_file_becomes_an_agreed_text_and_a_verdict_on_what_was_done(
    calendar: Calendar,
    desks: Desks,
    sari: Membership,
    wati: Membership,
    budi: Membership,
    kadek: Membership,
    dewi: Membership,
    lina: Membership,
    rini: Membership,
    made: Membership,
    putu: Membership,
) -> None:
    visitor = desks.of_a_visitor()

    calendar.turn_to("2026-02-02")
    at = desks.of(wati)
    measuring.publishes_a_questionnaire(at)
    measuring.opens_a_wave(at)
    measuring.brings_a_file_and_matches_its_columns(at)
    measuring.reads_what_was_wrong_and_confirms(at)
    measuring.freezes_the_wave(at)
    measuring.defines_the_index(at)
    measuring.computes_and_releases(at)
    measuring.reads_figures_with_their_error(visitor)

    aligning.enters_a_plan(desks.of(budi))
    aligning.invites_a_neighbour_to_a_joint_plan(desks.of(budi))
    aligning.takes_part_in_it(desks.of(dewi))
    aligning.enters_the_same_output_alone(desks.of(dewi))
    aligning.sees_all_plans_side_by_side(visitor)

    calendar.turn_to("2026-02-10")
    sari.person.set_password(PASSWORD)
    sari.person.save()
    at = desks.of_a_visitor()
    convening.signs_in(at, sari.person.email, PASSWORD)
    convening.drafts_a_meeting(at)
    convening.sets_the_tata_tertib(at)
    convening.lays_out_the_days(at)
    convening.sets_the_order_of_opening(at)
    convening.names_the_committee(at)
    convening.lists_the_participants(at)
    convening.sends_the_invitation(at)
    desks.everybody_goes_home()

    calendar.turn_to("2026-03-03")
    convening.checks_in_three_governments(desks.of(budi))
    convening.opens_the_meeting(desks.of(made))
    agreeing.drafts_a_recommendation(desks.of(kadek, **PHONE))
    agreeing.rests_it_on_a_figure_and_a_plan(desks.of(kadek))
    agreeing.submits_it(desks.of(kadek))
    agreeing.takes_it_up_in_the_group(desks.of(putu))
    agreeing.takes_a_position(desks.of(kadek), "setuju")
    agreeing.takes_a_position(desks.of(lina), "setuju dengan catatan", agreeing.NOTE)
    agreeing.brings_the_group_to_agree(desks.of(putu))
    agreeing.forwards_it_to_the_plenary(desks.of(putu))
    calendar.turn_to("2026-03-05", hour=10)
    agreeing.opens_it_in_the_plenary_and_adopts_it(desks.of(made))
    convening.closes_the_meeting(desks.of(made))
    code = agreeing.locks_the_berita_acara(desks.of(sari))
    agreeing.compiles_the_pedoman_and_sends_it_for_review(desks.of(sari))
    agreeing.reviews_the_pedoman(desks.of(kadek))
    calendar.turn_to("2026-03-16")
    agreeing.answers_and_brings_the_pedoman_in_force(desks.of(sari))
    agreeing.reads_the_pedoman_word_for_word(visitor)

    acting.writes_a_follow_up_plan(desks.of(kadek))
    acting.submits_it(desks.of(kadek))
    acting.lets_it_run(desks.of(rini))
    desks.everybody_goes_home()

    calendar.turn_to("2026-04-02")
    acting.writes_the_report_with_evidence(desks.of(budi), EVIDENCE)
    receipt = acting.sends_it_and_gets_a_receipt(desks.of(kadek, **PHONE))
    acting.gives_a_verdict(desks.of(rini))
    acting.accepts_it(desks.of(kadek))

    reading.reads_the_home(visitor)
    reading.reads_the_story_of_the_recommendation(visitor)
    reading.reads_how_far_everybody_is(visitor)
    reading.checks_a_paper_by_its_code(visitor, code, convening.MEETING)
    reading.checks_a_paper_by_its_code(visitor, receipt, "2026-TW1")
    reading.sees_that_the_record_is_whole(visitor)
