"""A government answers the invitation."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.convene import access, guards, rules, words
from sinergi.convene.models import Meeting, Reply
from sinergi.convene.rules import Answer, MeetingState
from sinergi.core import files, ledger
from sinergi.core.act import act
from sinergi.core.models import Membership, StoredFile
from sinergi.core.refusal import Refusal

MANDATE = frozenset({files.PDF})


class IncompleteReply(Refusal):
    """The answer lacks its reason or its mandate document."""


@dataclass(frozen=True)
class Letter:
    """A mandate document as it was handed in."""

    content: bytes
    name: str


@act
def answer_invitation(
    meeting: Meeting,
    *,
    answer: Answer,
    reason: str = "",
    mandate: Letter | None = None,
    by: Membership,
    at: datetime,
) -> Reply:
    """Say for one's own government who comes; the latest answer stands.

    A mandate handed in once serves until another takes its place.
    """
    answering(meeting, by)
    known = meeting.replies.filter(government=by.government_id).first()
    file, name = _mandate(answer, known, mandate, at)
    lacking = rules.reply_lacks(answer, reason=reason, has_mandate=file is not None)
    if lacking:
        raise IncompleteReply(
            _("Still missing in the answer: %(missing)s.")
            % {"missing": ", ".join(str(words.REPLY_LACK[each]) for each in lacking)}
        )
    before = _described(known) if known else None
    replaced = known.mandate if known else None
    reply = known or Reply(meeting=meeting, government=by.government)
    if known and known.comes and answer is Answer.DECLINES:
        known.strike_off(at)
    reply.answer = answer.value
    reply.reason = reason.strip() if answer is Answer.DECLINES else ""
    reply.mandate, reply.mandate_name = file, name
    reply.by, reply.answered_at = by, at
    reply.save()
    ledger.record(
        "answer_invitation",
        reply,
        reference=f"{meeting.slug}/{reply.government.slug}",
        by=by,
        at=at,
        before=before,
        after=_described(reply),
    )
    if replaced and replaced != file:
        files.forget(replaced)
    return reply


def answering(meeting: Meeting, by: Membership) -> None:
    """Operator or head of a government of the forum, until the meeting is opened."""
    guards.latest(meeting)
    guards.must(access.answers_for(by, meeting), governments_only())
    guards.of_this_world(by, meeting)
    state = MeetingState(meeting.state)
    if not rules.may_reply(state):
        raise guards.NotNow(
            _(
                "“%(meeting)s” is %(state)s: answers are given before it is opened. "
                "Tell the registration desk who comes."
            )
            % {"meeting": meeting, "state": words.STATE[state]}
        )


def governments_only() -> str:
    return _(
        "Only the operator and the head of office of an invited government answer, "
        "each for the own government."
    )


def _mandate(
    answer: Answer, known: Reply | None, letter: Letter | None, at: datetime
) -> tuple[StoredFile | None, str]:
    if answer is not Answer.REPRESENTED:
        return None, ""
    if letter is None:
        return (known.mandate, known.mandate_name) if known else (None, "")
    kind = files.check(letter.content, letter.name, MANDATE)
    return files.keep(letter.content, kind=kind, at=at), letter.name[-160:]


def _described(reply: Reply) -> dict[str, str]:
    # The reason may be about a person and stays out of the ledger.
    return guards.text(
        {
            "answer": reply.answer,
            "mandate": reply.mandate.sha256 if reply.mandate else None,
        }
    )
