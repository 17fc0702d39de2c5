"""Every way agreeing changes the world, one module a subject."""

from sinergi.agree.acts.again import StandsAlready
from sinergi.agree.acts.deliberation import (
    HeldUp,
    NoQuorum,
    NotReady,
    adopt,
    agree_in_group,
    defer,
    discuss_in_group,
    gaps_of,
    open_in_plenary,
    refer_back,
    submit,
    withdraw,
)
from sinergi.agree.acts.drafting import draft
from sinergi.agree.acts.expected import (
    AlreadyDrafted,
    Details,
    NotOfThisMeeting,
    edit_metadata,
    seen_of,
)
from sinergi.agree.acts.force import NotDetermined, TooEarly, TooLate, bring_in_force
from sinergi.agree.acts.grounds import AlreadyAnswered, NotPublic, cite, uncite
from sinergi.agree.acts.guards import MeetingNotRunning, NotThisStep
from sinergi.agree.acts.guidelines import (
    AlreadyCompiled,
    AlreadyDetermined,
    NotLockedYet,
    compile_guideline,
    edit_commentary,
    edit_guideline,
)
from sinergi.agree.acts.positions import (
    AnsweredItself,
    NotOpen,
    record_position,
    record_positions,
    take_position,
)
from sinergi.agree.acts.records import (
    AlreadyLocked,
    BadDay,
    NotLockable,
    draft_record,
    lock_record,
)
from sinergi.agree.acts.said import (
    NoteMissing,
    NoteNotTaken,
    Said,
    StanceNotTaken,
)
from sinergi.agree.acts.texts import (
    NoReason,
    NotEditorial,
    NoText,
    NothingChanged,
    StaleVersion,
    WordsStandStill,
    write_version,
)

__all__ = [
    "AlreadyAnswered",
    "AlreadyCompiled",
    "AlreadyDetermined",
    "AlreadyDrafted",
    "AlreadyLocked",
    "AnsweredItself",
    "BadDay",
    "Details",
    "HeldUp",
    "MeetingNotRunning",
    "NoQuorum",
    "NoReason",
    "NoText",
    "NotDetermined",
    "NotEditorial",
    "NotLockable",
    "NotLockedYet",
    "NotOfThisMeeting",
    "NotOpen",
    "NotPublic",
    "NotReady",
    "NotThisStep",
    "NoteMissing",
    "NoteNotTaken",
    "NothingChanged",
    "Said",
    "StaleVersion",
    "StanceNotTaken",
    "StandsAlready",
    "TooEarly",
    "TooLate",
    "WordsStandStill",
    "adopt",
    "agree_in_group",
    "bring_in_force",
    "cite",
    "compile_guideline",
    "defer",
    "discuss_in_group",
    "draft",
    "draft_record",
    "edit_commentary",
    "edit_guideline",
    "edit_metadata",
    "gaps_of",
    "lock_record",
    "open_in_plenary",
    "record_position",
    "record_positions",
    "refer_back",
    "seen_of",
    "submit",
    "take_position",
    "uncite",
    "withdraw",
    "write_version",
]
