"""Loads the NTB example through the stages' own acts.

Facts first, each once. Then the simulation, from accounts long ago to what is open
today. Loading again changes nothing.
"""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from sinergi.core.models import Forum, Person
from sinergi.core.refusal import Refusal
from sinergi.examples.ntb.agreement import write_agreement
from sinergi.examples.ntb.diary import Diary
from sinergi.examples.ntb.facts_figures import load_figures
from sinergi.examples.ntb.facts_places import load_places
from sinergi.examples.ntb.facts_programmes import load_programmes
from sinergi.examples.ntb.facts_rakor_2024 import load_rakor_2024
from sinergi.examples.ntb.facts_vocabulary import load_vocabulary
from sinergi.examples.ntb.follow_up import write_follow_up
from sinergi.examples.ntb.guideline import write_guideline
from sinergi.examples.ntb.meeting import write_meeting
from sinergi.examples.ntb.minutes import write_minutes
from sinergi.examples.ntb.next_meeting import write_next_meeting
from sinergi.examples.ntb.nomenclature import load_nomenclature
from sinergi.examples.ntb.office import write_office
from sinergi.examples.ntb.people import invite_all
from sinergi.examples.ntb.plans import write_plans
from sinergi.examples.ntb.results_report import write_results_report
from sinergi.examples.ntb.signing import write_signing
from sinergi.examples.ntb.survey import write_survey
from sinergi.examples.ntb.timeline import timeline


class RealPeople(Refusal):
    """An instance with real accounts takes the facts and nothing simulated."""


@transaction.atomic
def load_ntb(*, at: datetime, facts_only: bool = False) -> None:
    """Load facts, and unless told otherwise the simulation: all of it or nothing.

    Raises:
        RealPeople: The instance has real accounts, so a simulation has no place in it.
    """
    forum = load_facts(at)
    if facts_only or Person.objects.filter(is_simulated=True).exists():
        return
    if Person.objects.exists():
        raise RealPeople(
            _(
                "There are real accounts here. Simulated people and what they do "
                "never mix with real ones: load the facts only (--facts-only)."
            )
        )
    load_nomenclature(at)
    simulate(forum, at)


def load_facts(at: datetime) -> Forum:
    """What was read in sources: places, programmes, figures, a reported meeting."""
    forum = load_places(at)
    load_vocabulary(forum, at)
    load_programmes(forum, at)
    load_figures(at)
    load_rakor_2024(forum, at)
    return forum


def simulate(forum: Forum, at: datetime) -> None:
    """Live through the simulated year up to this moment."""
    days = timeline(at, forum.coordinator.time_zone)
    diary = Diary(until=at)
    cast = invite_all(forum, since=days.begins_on, start=days.moment(days.begins_on))
    write_survey(diary, forum, cast, days)
    write_plans(diary, forum, cast, days)
    write_office(diary, forum, cast, days)
    write_meeting(diary, forum, cast, days)
    write_minutes(diary, forum, cast, days)
    write_agreement(diary, forum, cast, days)
    write_guideline(diary, forum, cast, days)
    write_results_report(diary, forum, cast, days)
    write_signing(diary, forum, cast, days)
    write_follow_up(diary, cast, days)
    write_next_meeting(diary, forum, cast, days)
    diary.live()
