"""What agreeing's states and answers are called on a page, and how they look."""

from django.utils.translation import gettext_lazy as _

from sinergi.agree.rules import (
    Action,
    Actor,
    Edit,
    Gap,
    GuidelineState,
    Lack,
    RecordState,
    Stance,
    State,
)
from sinergi.core.marks import Mark

STATE = {
    State.DRAFT: Mark("off", "pen", _("Draft")),
    State.SUBMITTED: Mark("wait", "send", _("Submitted")),
    State.IN_GROUP: Mark("wait", "speech", _("Discussed in the group")),
    State.AGREED_IN_GROUP: Mark("note", "check", _("Agreed in the group")),
    State.IN_PLENARY: Mark("wait", "speech", _("Discussed in the plenary")),
    State.ADOPTED: Mark("good", "check", _("Adopted")),
    State.ADOPTED_WITH_NOTES: Mark("good", "check-note", _("Adopted with notes")),
    State.DEFERRED: Mark("warn", "clock", _("Deferred")),
    State.WITHDRAWN: Mark("off", "undo", _("Withdrawn")),
}

STANCE = {
    Stance.AGREE: Mark("good", "check", _("agrees"), "S"),
    Stance.AGREE_WITH_NOTE: Mark("note", "check-note", _("agrees with a note"), "C"),
    Stance.NEEDS_DISCUSSION: Mark("warn", "speech", _("needs discussion"), "B"),
    Stance.OBJECT: Mark("bad", "cross", _("objects"), "K"),
    Stance.NO_OPINION: Mark("off", "dash", _("no opinion"), "N"),
    Stance.ABSENT: Mark("off", "person", _("absent"), "A"),
    Stance.NOT_CONCERNED: Mark("off", "dash", _("not concerned"), "–"),
}
UNANSWERED = Mark("wait", "clock", _("not answered yet"), "…")

ACTION = {
    Action.SUBMIT: _("Submit"),
    Action.DISCUSS: _("Discuss in the group"),
    Action.AGREE_IN_GROUP: _("Agree in the group"),
    Action.OPEN_IN_PLENARY: _("Open in the plenary"),
    Action.REFER_BACK: _("Refer back to the group"),
    Action.ADOPT: _("Adopt"),
    Action.DEFER: _("Defer"),
    Action.WITHDRAW: _("Withdraw"),
}

EDIT = {
    Edit.SUBSTANTIVE: _("substantive"),
    Edit.EDITORIAL: _("editorial"),
}

RECORD = {
    RecordState.DRAFT: Mark("wait", "pen", _("Draft")),
    RecordState.LOCKED: Mark("good", "lock", _("Locked")),
}

GUIDELINE = {
    GuidelineState.COMPILED: Mark("wait", "pen", _("Compiled")),
    GuidelineState.IN_FORCE: Mark("good", "check", _("In force")),
}

GAP = {
    Gap.TEXT: _("the text"),
    Gap.ADDRESSEES: _("the governments it is addressed to"),
    Gap.INDICATOR: _("the indicator"),
    Gap.TARGET: _("the target"),
    Gap.DUE: _("the year and quarter by which it is reached"),
    Gap.EVIDENCE: _("the evidence that is expected"),
}

LACK = {
    Lack.MEETING_CLOSED: _("The meeting is closed."),
    Lack.ALL_CLOSED: _("Every recommendation is adopted, deferred or withdrawn."),
    Lack.ANY_ADOPTED: _("At least one recommendation is adopted."),
    Lack.QUORUM: _("The attendance list shows a quorum."),
    Lack.NUMBER: _("The berita acara has a number."),
}

ACTOR = {
    Actor.PROPOSER: _("the government that proposes it"),
    Actor.PROPOSING_HEAD: _("the head of office of the government that proposes it"),
    Actor.GROUP_CHAIR: _("the chair of its group"),
    Actor.CHAIR: _("the chair of the meeting"),
}
