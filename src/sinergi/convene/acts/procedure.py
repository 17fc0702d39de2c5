"""The tata tertib of a meeting."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.convene import guards
from sinergi.convene.acts.freshness import overtaken
from sinergi.convene.models import Meeting, RulesOfProcedure
from sinergi.convene.rules import Part, Ratification
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal
from sinergi.core.stale import stamp


class NoSuchQuorum(Refusal):
    """The quorum is not a percentage between 1 and 100."""


@act
def set_procedure(
    meeting: Meeting,
    *,
    quorum_percent: int,
    all_must_answer: bool,
    absence_answers: bool,
    days_to_plan: int,
    days_to_report: int = 15,
    days_to_reply: int = 14,
    days_to_comment: int = 3,
    ratification: Ratification = Ratification.PLENARY,
    days_to_circulate: int = 14,
    days_to_review: int = 10,
    by: Membership,
    at: datetime,
    seen: str = "",
) -> RulesOfProcedure:
    """Set the tata tertib; once the meeting runs it stands still.

    `seen` is the stamp of the rules as the page showed them.
    """
    guards.secretariat_changes(Part.PROCEDURE, meeting, by)
    if not 1 <= quorum_percent <= 100:
        raise NoSuchQuorum(
            _("%(percent)d%% is no quorum. Write a number from 1 to 100.")
            % {"percent": quorum_percent}
        )
    procedure = RulesOfProcedure(
        meeting=meeting,
        quorum_percent=quorum_percent,
        all_must_answer=all_must_answer,
        absence_answers=absence_answers,
        days_to_plan=days_to_plan,
        days_to_report=days_to_report,
        days_to_reply=days_to_reply,
        days_to_comment=days_to_comment,
        ratification=ratification.value,
        days_to_circulate=days_to_circulate,
        days_to_review=days_to_review,
    )
    known = RulesOfProcedure.objects.filter(meeting=meeting).first()
    if known and seen:
        _refuse_overtaken(known, procedure, seen)
    before = _ruled(known) if known else {}
    procedure.save()
    meeting.procedure = procedure
    ledger.record(
        "set_procedure",
        procedure,
        reference=meeting.slug,
        by=by,
        at=at,
        before=before,
        after=_ruled(procedure),
    )
    return procedure


def seen_of_procedure(meeting: Meeting) -> str:
    """The stamp of the rules as set, or as the form proposes them."""
    known = RulesOfProcedure.objects.filter(meeting=meeting).first()
    return stamp(_ruled(known or RulesOfProcedure()))


def _refuse_overtaken(
    known: RulesOfProcedure, wanted: RulesOfProcedure, seen: str
) -> None:
    differing = [each for each in known.sentences() if each not in wanted.sentences()]
    if differing and seen != stamp(_ruled(known)):
        raise overtaken(known, " ".join(differing))


def _ruled(procedure: RulesOfProcedure) -> dict[str, str]:
    return guards.text(
        {
            "quorum_percent": procedure.quorum_percent,
            "all_must_answer": procedure.all_must_answer,
            "absence_answers": procedure.absence_answers,
            "days_to_plan": procedure.days_to_plan,
            "days_to_report": procedure.days_to_report,
            "days_to_reply": procedure.days_to_reply,
            "days_to_comment": procedure.days_to_comment,
            "ratification": procedure.ratification,
            "days_to_circulate": procedure.days_to_circulate,
            "days_to_review": procedure.days_to_review,
        }
    )
