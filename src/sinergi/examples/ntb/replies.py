"""Answers to the invitation of the meeting in preparation, dealt by lot.

Some governments have answered, some have not: the next answer is the visitor's. The
delegates are invented and say so.
"""

from sinergi.convene import acts
from sinergi.convene.models import Meeting
from sinergi.convene.rules import Answer
from sinergi.core.bidang_offices import name_bidang_offices
from sinergi.core.models import Membership
from sinergi.examples.ntb import evidence
from sinergi.examples.ntb.diary import Clock
from sinergi.examples.ntb.lottery import lot
from sinergi.examples.ntb.people import OPERATED, Cast, head

ANSWERED, REPRESENTED = 0.6, 0.45


def answer(meeting: Meeting, cast: Cast, clock: Clock) -> None:
    for place in meeting.forum.governments():
        drawn = lot("answers", place.slug)
        # The account visitors try first still has its answer to give.
        if drawn >= ANSWERED or place.slug == OPERATED:
            continue
        by = head(cast, place.slug)
        names = {each: f"{each.name} (simulasi)" for each in meeting.forum.bidang.all()}
        name_bidang_offices(names, by=by, at=clock())
        if drawn < REPRESENTED:
            _comes(meeting, by, clock)
        else:
            _is_represented(meeting, by, clock)


def _comes(meeting: Meeting, by: Membership, clock: Clock) -> None:
    acts.answer_invitation(meeting, answer=Answer.ATTENDS, by=by, at=clock())
    _name(meeting, by, "Kepala Dinas", clock)


def _is_represented(meeting: Meeting, by: Membership, clock: Clock) -> None:
    paper = evidence.pdf(["SURAT TUGAS (SIMULASI)", by.government.name])
    letter = acts.Letter(paper, "simulasi-surat-tugas.pdf")
    acts.answer_invitation(
        meeting, answer=Answer.REPRESENTED, mandate=letter, by=by, at=clock()
    )
    _name(meeting, by, "Sekretaris Dinas", clock)


def _name(meeting: Meeting, by: Membership, office: str, clock: Clock) -> None:
    seat = meeting.participants.filter(
        government=by.government, session__isnull=True
    ).first()
    acts.name_delegate(
        meeting,
        office=office,
        identity=acts.Identity(f"Utusan (simulasi) {by.government.short_name}"),
        seat=seat,
        by=by,
        at=clock(),
    )
