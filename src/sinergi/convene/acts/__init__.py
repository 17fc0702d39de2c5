"""Every way convening changes the world, one module a subject."""

from sinergi.convene.acts.agenda import (
    AlreadyOnAgenda,
    NoMinutes,
    add_agenda_item,
    change_agenda_item,
    move_agenda_item,
    remove_agenda_item,
)
from sinergi.convene.acts.committee import (
    AlreadyNamed,
    GroupMisplaced,
    NotOfThisForum,
    StandsBeside,
    name_committee,
    relieve_committee,
)
from sinergi.convene.acts.desk import (
    AlreadyPresent,
    AlreadyUndone,
    check_in,
    undo_check_in,
)
from sinergi.convene.acts.details import EndsBeforeStart, HostOutsideForum, NoSuchDays
from sinergi.convene.acts.discarding import discard_meeting, refuse_invited_away
from sinergi.convene.acts.freshness import seen_of
from sinergi.convene.acts.opening import (
    AlreadyInOpening,
    add_opening,
    move_opening,
    remove_opening,
)
from sinergi.convene.acts.participants import (
    AlreadyExpected,
    WasPresent,
    add_participant,
    add_participants,
    remove_participant,
)
from sinergi.convene.acts.preparing import (
    AlreadyDrafted,
    SessionOutsideDays,
    change_meeting,
    draft_meeting,
)
from sinergi.convene.acts.procedure import (
    NoSuchQuorum,
    seen_of_procedure,
    set_procedure,
)
from sinergi.convene.acts.reported import (
    Reported,
    ReportedMeeting,
    record_reported_meeting,
)
from sinergi.convene.acts.running import (
    AlreadyInvited,
    NotReady,
    TooEarly,
    WithoutNumber,
    close_meeting,
    open_meeting,
    refuse_invited,
    reopen_meeting,
    send_invitation,
)
from sinergi.convene.acts.sessions import (
    AlreadyInProgramme,
    BidangMisplaced,
    EndsBeforeItBegins,
    StillUsed,
    add_session,
    change_session,
    remove_session,
)

__all__ = [
    "AlreadyDrafted",
    "AlreadyExpected",
    "AlreadyInOpening",
    "AlreadyInProgramme",
    "AlreadyInvited",
    "AlreadyNamed",
    "AlreadyOnAgenda",
    "AlreadyPresent",
    "AlreadyUndone",
    "BidangMisplaced",
    "EndsBeforeItBegins",
    "EndsBeforeStart",
    "GroupMisplaced",
    "HostOutsideForum",
    "NoMinutes",
    "NoSuchDays",
    "NoSuchQuorum",
    "NotOfThisForum",
    "NotReady",
    "Reported",
    "ReportedMeeting",
    "SessionOutsideDays",
    "StandsBeside",
    "StillUsed",
    "TooEarly",
    "WasPresent",
    "WithoutNumber",
    "add_agenda_item",
    "add_opening",
    "add_participant",
    "add_participants",
    "add_session",
    "change_agenda_item",
    "change_meeting",
    "change_session",
    "check_in",
    "close_meeting",
    "discard_meeting",
    "draft_meeting",
    "move_agenda_item",
    "move_opening",
    "name_committee",
    "open_meeting",
    "record_reported_meeting",
    "refuse_invited",
    "refuse_invited_away",
    "relieve_committee",
    "remove_agenda_item",
    "remove_opening",
    "remove_participant",
    "remove_session",
    "reopen_meeting",
    "seen_of",
    "seen_of_procedure",
    "send_invitation",
    "set_procedure",
    "undo_check_in",
]
