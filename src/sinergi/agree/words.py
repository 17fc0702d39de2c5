"""What agreeing's states and answers are called on a page, and how they look."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sinergi.agree.rules import (
    Action,
    Actor,
    AmendmentAction,
    AmendmentActor,
    AmendmentState,
    Became,
    ConsentState,
    Edit,
    Gap,
    GuidelineAction,
    GuidelineState,
    Kind,
    Lack,
    RecordState,
    ReportLack,
    ReportState,
    SignatureState,
    SigningAction,
    SigningActor,
    Stage,
    Stance,
    State,
    Unfinished,
)
from sinergi.core.marks import Mark

STATE = {
    State.DRAFT: Mark("off", "pen", _("Draft")),
    State.SUBMITTED: Mark("wait", "send", _("Submitted")),
    State.IN_GROUP: Mark("wait", "speech", _("Discussed in the group")),
    State.AGREED_IN_GROUP: Mark("note", "check", _("Agreed in the group")),
    State.FORWARDED: Mark("note", "send", _("Forwarded to the plenary")),
    State.IN_PLENARY: Mark("wait", "speech", _("Discussed in the plenary")),
    State.IN_CIRCULATION: Mark("wait", "send", _("In circulation")),
    State.ADOPTED: Mark("good", "check", _("Adopted")),
    State.ADOPTED_WITH_NOTES: Mark("good", "check-note", _("Adopted with notes")),
    State.SUPERSEDED: Mark("off", "undo", _("Superseded")),
    State.DEFERRED: Mark("warn", "clock", _("Deferred")),
    State.REJECTED: Mark("bad", "cross", _("Not agreed")),
    State.MERGED: Mark("off", "joint", _("Merged")),
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
    Action.FORWARD: _("Forward to the plenary"),
    Action.OPEN_IN_PLENARY: _("Open in the plenary"),
    Action.CIRCULATE: _("Put into circulation"),
    Action.REFER_BACK: _("Refer back to the group"),
    Action.ADOPT: _("Adopt"),
    Action.DEFER: _("Defer"),
    Action.REJECT: _("Do not agree"),
    Action.MERGE: _("Merge into another"),
    Action.WITHDRAW: _("Withdraw"),
    Action.SUPERSEDE: _("Replace by a later one"),
}

EDIT = {
    Edit.SUBSTANTIVE: _("substantive"),
    Edit.EDITORIAL: _("editorial"),
}

RECORD = {
    RecordState.DRAFT: Mark("wait", "pen", _("Draft")),
    RecordState.LOCKED: Mark("good", "lock", _("Locked")),
}

# Determined and its day has come is in force; before, see `coming_into_force`.
GUIDELINE = {
    GuidelineState.COMPILED: Mark("wait", "pen", _("Compiled")),
    GuidelineState.EDITED: Mark("wait", "pen", _("Edited")),
    GuidelineState.IN_REVIEW: Mark("wait", "speech", _("In review")),
    GuidelineState.DETERMINED: Mark("good", "check", _("In force")),
    GuidelineState.AMENDED: Mark("note", "check-note", _("In force, amended")),
    GuidelineState.WITHDRAWN: Mark("off", "undo", _("Repealed")),
}

# A government in the review of a pedoman.
READ = Mark("good", "check", _("has finished"))
UNREAD = Mark("wait", "clock", _("has not finished"))

GUIDELINE_ACTION = {
    GuidelineAction.EDIT: _("Edit"),
    GuidelineAction.OPEN_REVIEW: _("Send for review"),
    GuidelineAction.COMMENT: _("Comment"),
    GuidelineAction.FINISH: _("Finish the review"),
    GuidelineAction.ANSWER: _("Answer a comment"),
    GuidelineAction.DETERMINE: _("Bring in force"),
    GuidelineAction.AMEND: _("Amend by a later guideline"),
    GuidelineAction.WITHDRAW: _("Repeal the guideline"),
}

UNFINISHED = {
    Unfinished.REVIEWED: _("The governments were sent the guideline for review."),
    Unfinished.WINDOW_OVER: _(
        "The review is over: its last day has passed, or every government has finished."
    ),
    Unfinished.ANSWERED: _("Every comment of the review is answered."),
}
# How a government signed, on pages and on paper.
KIND = {
    Kind.SCAN: _("scan of a copy signed in ink, compared by a second person"),
    Kind.UPLOAD: _("signed PDF that was uploaded"),
    Kind.ATTESTATION: _("electronic signature, uncertified"),
    Kind.BSRE: _("signed through the service of BSrE"),
}

SIGNATURE = {
    SignatureState.PENDING: Mark("wait", "clock", _("scan waits to be compared")),
    SignatureState.STANDS: Mark("good", "check", _("signed")),
    SignatureState.REJECTED: Mark("bad", "cross", _("scan does not agree")),
}
REFUSED = Mark("bad", "cross", _("refuses to sign"))
UNSIGNED = Mark("off", "pen", _("not signed yet"))


def signing(stage: Stage, signed: int, asked: int) -> Mark:
    """How far a locked paper has come: k of n."""
    told = {"signed": signed, "asked": asked}
    if stage is Stage.DRAFT:
        return RECORD[RecordState.DRAFT]
    if stage is Stage.LOCKED:
        return RECORD[RecordState.LOCKED]
    if stage is Stage.SIGNING:
        words = gettext("waiting for signatures: %(signed)d of %(asked)d")
        return Mark("wait", "pen", words % told)
    if stage is Stage.COMPLETE:
        words = gettext("complete: %(signed)d of %(asked)d signed")
        return Mark("good", "check", words % told)
    words = gettext("announced: %(signed)d of %(asked)d signed")
    return Mark("good", "check", words % told)


SIGNING_ACTION = {
    SigningAction.SIGN: _("Sign"),
    SigningAction.BRING: _("Bring what was signed"),
    SigningAction.COMPARE: _("Compare a scan"),
    SigningAction.REFUSE: _("Refuse to sign"),
    SigningAction.ANNOUNCE: _("Announce"),
    SigningAction.VOID: _("Declare void"),
}

SIGNING_ACTOR = {
    SigningActor.SIGNER: _(
        "the head of office asked to sign, or who holds its mandate"
    ),
    SigningActor.CLERK: _("an operator of a government asked to sign"),
    SigningActor.SECRETARIAT: _("the secretariat of the forum"),
    SigningActor.WITNESS: _("the chair or the minute-taker of the meeting"),
}

REPORT = {
    ReportState.DRAFT: Mark("wait", "pen", _("Draft")),
    ReportState.SENT: Mark("good", "send", _("Sent")),
}


def coming_into_force(day: date) -> Mark:
    return Mark(
        "wait", "clock", gettext("in force from %(day)s") % {"day": date_format(day)}
    )


GAP = {
    Gap.TEXT: _("the text"),
    Gap.ADDRESSEES: _("the governments it is addressed to"),
    Gap.INDICATOR: _("the indicator"),
    Gap.TARGET: _("the target"),
    Gap.DUE: _("the year and quarter by which it is reached"),
    Gap.EVIDENCE: _("the evidence that is expected"),
}

LACK = {
    Lack.MEETING_CLOSED: _("The meeting has been closed."),
    Lack.ALL_CLOSED: _(
        "Every recommendation is decided: adopted, not agreed, merged, deferred or "
        "withdrawn."
    ),
    Lack.ANY_ADOPTED: _("At least one recommendation is adopted."),
    Lack.QUORUM: _("The attendance list shows a quorum."),
    Lack.NUMBER: _("The berita acara has a number."),
}

REPORT_LACK = {
    ReportLack.RECORD_LOCKED: _("The berita acara is locked."),
    ReportLack.WRITTEN: _("The report was saved once."),
    ReportLack.NUMBER: _("The report has a number."),
    ReportLack.DAY: _("Its day lies between the berita acara and today."),
}

ACTOR = {
    Actor.PROPOSER: _("the government that proposes it"),
    Actor.PROPOSING_HEAD: _("the head of office of the government that proposes it"),
    Actor.GROUP_CHAIR: _("the chair of its group"),
    Actor.CHAIR: _("the chair of the meeting"),
    Actor.SECRETARIAT: _("the secretariat of the forum"),
}

EDIT_CHOICE = {
    Edit.SUBSTANTIVE: _("Substantive: every government is asked again"),
    Edit.EDITORIAL: _("Editorial: spelling or layout; the answers stay"),
}

# What a step does, read before it is taken.
CONSEQUENCE = {
    Action.SUBMIT: _(
        "The recommendation gets its number and every government of the meeting can "
        "read it. From then on its words belong to the group."
    ),
    Action.DISCUSS: _(
        "The governments it is addressed to are asked for their position on the "
        "version as it stands; the others start as not concerned."
    ),
    Action.AGREE_IN_GROUP: _(
        "The words stand still from now on and are ratified as they are."
    ),
    Action.FORWARD: _(
        "Exactly this version is pinned and goes to the plenary under the agenda item "
        "chosen here."
    ),
    Action.OPEN_IN_PLENARY: _(
        "The plenary decides on exactly the version the group agreed to."
    ),
    Action.CIRCULATE: _(
        "Exactly this version is pinned. When the meeting has closed, every government "
        "answers it in writing until the circulation ends."
    ),
    Action.REFER_BACK: _(
        "The group may change the words again. Positions stay on record with the "
        "version they were given to."
    ),
    Action.ADOPT: _(
        "The words bind the governments they are addressed to. Text and positions "
        "cannot be changed any more."
    ),
    Action.DEFER: _(
        "It is not decided in this meeting. Text and positions cannot be changed any "
        "more."
    ),
    Action.REJECT: _(
        "The meeting does not agree to it. Text and positions stay on record and "
        "cannot be changed any more; the reason is printed in the berita acara."
    ),
    Action.MERGE: _(
        "It is not discussed by itself any more. Its page leads to the other one, and "
        "the other names it. Its words are not copied: put what is missing into the "
        "other as a new version or an amendment."
    ),
    Action.WITHDRAW: _("It leaves the meeting. What was written stays on record."),
    Action.SUPERSEDE: _(
        "The later recommendation takes its place. What was agreed stays readable and "
        "says which one replaced it; no new follow-up plan is asked for."
    ),
}

DONE = {
    Action.SUBMIT: _("Submitted as %(reference)s."),
    Action.DISCUSS: _("The group discusses %(reference)s; governments can answer."),
    Action.AGREE_IN_GROUP: _("The group agreed to %(reference)s."),
    Action.FORWARD: _("%(reference)s is forwarded to the plenary."),
    Action.OPEN_IN_PLENARY: _("%(reference)s is before the plenary."),
    Action.CIRCULATE: _(
        "%(reference)s goes round in writing once the meeting has closed."
    ),
    Action.REFER_BACK: _("%(reference)s is with the group again."),
    Action.ADOPT: _("%(reference)s is adopted."),
    Action.DEFER: _("%(reference)s is deferred."),
    Action.REJECT: _("%(reference)s is not agreed to."),
    Action.MERGE: _("%(reference)s is merged."),
    Action.WITHDRAW: _("The recommendation is withdrawn."),
    Action.SUPERSEDE: _("%(reference)s is superseded."),
}

# One click does these; the others are asked for once more, with their consequence.
AT_ONCE = frozenset(
    {
        Action.SUBMIT,
        Action.DISCUSS,
        Action.AGREE_IN_GROUP,
        Action.OPEN_IN_PLENARY,
    }
)

AMENDMENT = {
    AmendmentState.DRAFT: Mark("off", "pen", _("Draft")),
    AmendmentState.SUBMITTED: Mark("wait", "send", _("Submitted")),
    AmendmentState.DISCUSSED: Mark("wait", "speech", _("Discussed")),
    AmendmentState.ACCEPTED: Mark("good", "check", _("Accepted")),
    AmendmentState.ACCEPTED_WITH_CHANGES: Mark(
        "good", "check-note", _("Accepted with changes")
    ),
    AmendmentState.REJECTED: Mark("bad", "cross", _("Rejected")),
    AmendmentState.WITHDRAWN: Mark("off", "undo", _("Withdrawn")),
    AmendmentState.OBSOLETE: Mark("off", "dash", _("Obsolete")),
}

AMENDMENT_ACTION = {
    AmendmentAction.SUBMIT: _("Submit"),
    AmendmentAction.DISCUSS: _("Discuss"),
    AmendmentAction.ACCEPT: _("Accept"),
    AmendmentAction.REJECT: _("Reject"),
    AmendmentAction.WITHDRAW: _("Withdraw"),
    AmendmentAction.REBASE: _("Write it anew"),
    AmendmentAction.LAPSE: _("Let lapse"),
    AmendmentAction.UNDO: _("Undo the acceptance"),
}

AMENDMENT_ACTOR = {
    AmendmentActor.AUTHOR: _("the government that proposes it"),
    AmendmentActor.AUTHOR_HEAD: _(
        "the head of office of the government that proposes it"
    ),
    AmendmentActor.GROUP_CHAIR: _("the chair of its group"),
    AmendmentActor.CHAIR: _("the chair of the meeting"),
}

AMENDMENT_CONSEQUENCE = {
    AmendmentAction.SUBMIT: _(
        "Every government of the meeting can read it. The group agrees to the "
        "recommendation only when the amendment is decided."
    ),
    AmendmentAction.DISCUSS: _("The group discusses it and can then decide."),
    AmendmentAction.REJECT: _(
        "The words stay as they are. The reason is shown beside the amendment."
    ),
    AmendmentAction.WITHDRAW: _(
        "It is not discussed any more. What was written stays on record."
    ),
}

BECAME = {
    Became.SAME: "",
    Became.CHANGED: _("changed"),
    Became.REPLACED: _("replaced as a whole"),
    Became.ADDED: _("added"),
    Became.REMOVED: _("removed"),
    Became.MOVED_AWAY: _("moved elsewhere"),
    Became.MOVED_HERE: _("moved here"),
}

CONSENT = {
    ConsentState.OPEN: Mark("wait", "clock", _("Open for objections")),
    ConsentState.ADOPTED: Mark("good", "check", _("Adopted")),
    ConsentState.DISSOLVED: Mark("off", "undo", _("Dissolved")),
}
