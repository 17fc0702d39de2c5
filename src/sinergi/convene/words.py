"""How this stage names its states, kinds and roles, and reads its tata tertib out."""

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from sinergi.convene.rules import (
    Answer,
    CommitteeRole,
    Door,
    MeetingKind,
    MeetingState,
    MinutesLack,
    Missing,
    Part,
    Placement,
    Ratification,
    Readers,
    ReplyLack,
    ScanLack,
    SessionKind,
    Shared,
)
from sinergi.core.marks import Mark

STATE = {
    MeetingState.DRAFT: _("draft"),
    MeetingState.INVITED: _("invitation sent"),
    MeetingState.RUNNING: _("in session"),
    MeetingState.CLOSED: _("closed"),
    MeetingState.MINUTES_APPROVED: _("minutes approved"),
}

MARK = {
    MeetingState.DRAFT: Mark("off", "pen", STATE[MeetingState.DRAFT]),
    MeetingState.INVITED: Mark("wait", "send", STATE[MeetingState.INVITED]),
    MeetingState.RUNNING: Mark("note", "speech", STATE[MeetingState.RUNNING]),
    MeetingState.CLOSED: Mark("good", "check", STATE[MeetingState.CLOSED]),
    MeetingState.MINUTES_APPROVED: Mark(
        "good", "lock", STATE[MeetingState.MINUTES_APPROVED]
    ),
}

KIND = {
    MeetingKind.RAKOR: _("Coordination meeting (Rakor)"),
    MeetingKind.RAKORTEK: _("Technical coordination meeting (Rakortek)"),
    MeetingKind.MERGED: _("Rakor and Rakortek in one"),
}

KIND_HELP = {
    MeetingKind.RAKOR: _(
        "heads of office meet in plenary; a group drafts what they agree."
    ),
    MeetingKind.RAKORTEK: _("heads of bidang meet in groups."),
    MeetingKind.MERGED: _(
        "a plenary of heads of office, and groups by bidang that report to it."
    ),
}


def kinds_explained() -> list[tuple[str, str]]:
    return [(kind.value, f"{KIND[kind]}: {KIND_HELP[kind]}") for kind in MeetingKind]


SESSION = {
    SessionKind.PLENARY: _("Plenary"),
    SessionKind.GROUP: _("Group by bidang"),
}

COMMITTEE = {
    CommitteeRole.CHAIR: _("Chair"),
    CommitteeRole.SECRETARY: _("Secretary of the meeting"),
    CommitteeRole.GROUP_CHAIR: _("Chair of a group"),
    CommitteeRole.MINUTE_TAKER: _("Minute-taker"),
    CommitteeRole.DESK: _("Registration desk"),
    CommitteeRole.PROJECTOR: _("Projector operator"),
}

COMMITTEE_HELP = {
    CommitteeRole.CHAIR: _("Opens and closes the meeting and leads the plenary."),
    CommitteeRole.SECRETARY: _(
        "Puts documents to the agenda, records decisions, and runs the projector."
    ),
    CommitteeRole.GROUP_CHAIR: _("Leads the group of one bidang."),
    CommitteeRole.MINUTE_TAKER: _("Keeps the texts and writes the minutes."),
    CommitteeRole.DESK: _("Checks participants in at the door."),
    CommitteeRole.PROJECTOR: _(
        "Chooses what the projector shows and starts the clock; does nothing else."
    ),
}

PLACEMENT = {
    Placement.BEFORE: _("Groups meet before the plenary."),
    Placement.BETWEEN: _("Groups meet between two plenaries."),
    Placement.BESIDE: _("Groups meet beside the plenary."),
    Placement.AFTER: _("Groups meet after the plenary."),
}

RATIFICATION = {
    Ratification.PLENARY: _("In plenary"),
    Ratification.CIRCULATION: _("By circulation, after the closing"),
}

READERS = {
    Readers.MEMBERS: _("members only"),
    Readers.GUESTS: _("members and guests"),
    Readers.PUBLIC: _("public"),
}

PART = {
    Part.DETAILS: _("title, place and days"),
    Part.PROCEDURE: _("the tata tertib"),
    Part.PROGRAMME: _("the programme"),
    Part.PEOPLE: _("committee and participants"),
}

DOOR = {
    Door.DESK: _("at the desk"),
    Door.SCAN: _("card"),
    Door.HALL: _("code of the hall"),
}

WHOLE_MEETING = _("whole meeting")

SCAN_LACK = {
    ScanLack.FUTURE: _("The scan lies in the future: set the clock of the device."),
    ScanLack.BEFORE: _("The scan is older than the first day of the meeting."),
    ScanLack.NOT_OPEN: _(
        "The desk was not open: it is on the days of the meeting, and while it is in "
        "session."
    ),
    ScanLack.AFTER_CLOSING: _("The scan is later than the closing of the meeting."),
}

MINUTES_LACK = {
    MinutesLack.CLOSED: _("The meeting is closed."),
    MinutesLack.WRITTEN: _("The minutes of every session are written."),
    MinutesLack.WINDOW_OVER: _("The window for comments is over."),
    MinutesLack.ANSWERED: _("Every comment has its answer."),
}

ANSWER = {
    Answer.ATTENDS: _("The head of office comes"),
    Answer.REPRESENTED: _("Represented, with a mandate"),
    Answer.DECLINES: _("Nobody comes"),
}

ANSWER_MARK = {
    Answer.ATTENDS: Mark("good", "check", _("comes")),
    Answer.REPRESENTED: Mark("note", "person", _("represented")),
    Answer.DECLINES: Mark("off", "dash", _("does not come")),
}
GUEST_ANSWER = {
    Answer.ATTENDS: _("I come"),
    Answer.DECLINES: _("I do not come"),
}
UNANSWERED = Mark("wait", "clock", _("no reply yet"))

REPLY_LACK = {
    ReplyLack.REASON: _("the reason why nobody comes"),
    ReplyLack.MANDATE: _("the mandate document as PDF"),
}

MEETING_FIELD = {
    "title": _("Title"),
    "kind": _("Kind of meeting"),
    "purpose": _("Purpose"),
    "host": _("Host government"),
    "venue": _("Venue"),
    "starts_on": _("First day"),
    "ends_on": _("Last day"),
}

SESSION_FIELD = {
    "title": _("Title"),
    "starts_at": _("Begins"),
    "ends_at": _("Ends"),
    "room": _("Room"),
}

AGENDA_FIELD = {
    "title": _("Agenda item"),
    "minutes": _("Minutes"),
    "presenter": _("Presented by"),
}

CLASH = {
    Shared.PLENARY: _(
        "“%(first)s” and “%(second)s” are two plenaries at the same time, and each "
        "needs everybody."
    ),
    Shared.BIDANG: _(
        "“%(first)s” and “%(second)s” are of one bidang and at the same time."
    ),
    Shared.ROOM: _("“%(first)s” and “%(second)s” share a room at the same time."),
}

MISSING = {
    Missing.PLENARY: _("a plenary session"),
    Missing.GROUP: _("a group by bidang, in which recommendations are drafted"),
    Missing.AGENDA: _("an agenda"),
    Missing.PROCEDURE: _("the tata tertib"),
}


def procedure(
    *,
    quorum_percent: int,
    all_must_answer: bool,
    absence_answers: bool,
    days_to_plan: int,
    days_to_report: int,
    days_to_reply: int,
    days_to_comment: int,
    ratification: Ratification,
    days_to_circulate: int,
    days_to_review: int,
) -> list[str]:
    """Each rule as one sentence an official could read out."""
    return [
        gettext(
            "The meeting can decide when at least %(percent)s%% of the governments "
            "of the forum have been recorded present on one of its days."
        )
        % {"percent": quorum_percent},
        gettext(
            "Before a recommendation is adopted, every government must have answered."
        )
        if all_must_answer
        else gettext(
            "Before a recommendation is adopted, the governments it names must have "
            "answered."
        ),
        gettext("A government that is absent counts as having answered: absent.")
        if absence_answers
        else gettext("A government that is absent must still answer."),
        ngettext(
            "A follow-up plan (RTL) is due %(days)d day after the date of the berita "
            "acara.",
            "A follow-up plan (RTL) is due %(days)d days after the date of the berita "
            "acara.",
            days_to_plan,
        )
        % {"days": days_to_plan},
        ngettext(
            "A quarterly report is due %(days)d day after the end of the quarter.",
            "A quarterly report is due %(days)d days after the end of the quarter.",
            days_to_report,
        )
        % {"days": days_to_report},
        ngettext(
            "A government may contest a verdict within %(days)d day.",
            "A government may contest a verdict within %(days)d days.",
            days_to_reply,
        )
        % {"days": days_to_reply},
        ngettext(
            "A government may comment on the minutes within %(days)d day after the "
            "closing.",
            "A government may comment on the minutes within %(days)d days after the "
            "closing.",
            days_to_comment,
        )
        % {"days": days_to_comment},
        ngettext(
            "The governments review the guideline within %(days)d day before it is "
            "determined.",
            "The governments review the guideline within %(days)d days before it is "
            "determined.",
            days_to_review,
        )
        % {"days": days_to_review},
        gettext("What the groups agree is ratified by the plenary.")
        if ratification is Ratification.PLENARY
        else ngettext(
            "What the groups agree is ratified by circulation, within %(days)d day "
            "after the closing.",
            "What the groups agree is ratified by circulation, within %(days)d days "
            "after the closing.",
            days_to_circulate,
        )
        % {"days": days_to_circulate},
    ]
