"""Comments on the minutes: made within their days, and answered."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sinergi.convene import access, guards, rules
from sinergi.convene.acts.minuting import must_be, record, said
from sinergi.convene.models import MinutesComment, Session
from sinergi.convene.rules import MeetingState
from sinergi.core.act import act
from sinergi.core.canonical import sha256
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal
from sinergi.core.rules import last_moment


class WindowClosed(Refusal):
    """Comments are taken from the closing to the end of the window."""


@act
def comment_minutes(
    session: Session, *, text: str, by: Membership, at: datetime
) -> MinutesComment:
    """A government says what it reads otherwise, after the closing, within its days."""
    meeting = session.meeting
    guards.latest(meeting)
    guards.must(
        access.comments_for(by, meeting),
        _("Operator and head of a government of the forum comment on the minutes."),
    )
    guards.of_this_world(by, meeting)
    until = meeting.comments_until
    if not rules.may_comment(MeetingState(meeting.state), at, until):
        raise WindowClosed(
            _("Comments on the minutes were taken until the end of %(day)s.")
            % {"day": date_format(last_moment(until))}
            if until
            else _("Comments on the minutes are taken once the meeting is closed.")
        )
    text = said(text)
    same = {"session": session, "government": by.government, "text": text}
    twin = MinutesComment.objects.filter(**same, answered_at=None).first()
    if twin:  # a form sent twice
        return twin
    comment = MinutesComment.objects.create(**same, by=by, made_at=at)
    record(
        "comment_minutes",
        comment,
        session,
        by=by,
        at=at,
        after={"sha256": sha256(comment.text.encode())},
    )
    return comment


@act
def answer_comment(
    comment: MinutesComment, *, answer: str, by: Membership, at: datetime
) -> MinutesComment:
    """The minute-taker says what came of a comment."""
    meeting = comment.session.meeting
    guards.latest(meeting)
    guards.must(access.takes_minutes(by, meeting), guards.minute_taker_only())
    guards.of_this_world(by, meeting)
    must_be(rules.may_write_minutes(MeetingState(meeting.state)), meeting)
    comment.answer, comment.answered_at = said(answer), at
    comment.save(update_fields=["answer", "answered_at"])
    record(
        "answer_comment",
        comment,
        comment.session,
        by=by,
        at=at,
        after={"sha256": sha256(comment.answer.encode())},
    )
    return comment
