"""The governments review a pedoman before it is determined (telaah)."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sinergi.agree import queries
from sinergi.agree.acts.guiding import become, record_guideline, refuse_guideline_step
from sinergi.agree.models import (
    Clause,
    Guideline,
    GuidelineComment,
    GuidelineReading,
)
from sinergi.agree.rules import GuidelineAction
from sinergi.core.act import act
from sinergi.core.canonical import sha256
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal, StandsAlready
from sinergi.core.rules import deadline, last_moment


class NothingSaid(Refusal):
    """A comment and an answer have words."""


class NotOfThisGuideline(Refusal):
    """A comment is about the whole or about a clause of the same guideline."""


@act
def open_review(guideline: Guideline, *, by: Membership, at: datetime) -> Guideline:
    """Send it to the governments; the tata tertib says for how many days."""
    to = refuse_guideline_step(guideline, GuidelineAction.OPEN_REVIEW, by=by, at=at)
    meeting = guideline.meeting
    days = queries.procedure_of(meeting).days_to_review
    guideline.reviews += 1
    guideline.review_opened_at = at
    guideline.review_until = deadline(meeting.today(at), days, meeting.zone)
    guideline.save(update_fields=["reviews", "review_opened_at", "review_until"])
    become(guideline, to)
    until = last_moment(guideline.review_until).date().isoformat()
    after = {"review": guideline.reviews, "until": until}
    record_guideline("open_review", guideline, by=by, at=at, after=after)
    return guideline


@act
def comment_guideline(
    guideline: Guideline,
    *,
    text: str,
    by: Membership,
    at: datetime,
    clause: Clause | None = None,
) -> GuidelineComment:
    """A government says what it would have otherwise in structure or commentary."""
    refuse_guideline_step(guideline, GuidelineAction.COMMENT, by=by, at=at)
    said = _said(text)
    if clause and clause.chapter.guideline_id != guideline.pk:
        raise NotOfThisGuideline(
            _("%(clause)s is no clause of this guideline.") % {"clause": clause}
        )
    same = {
        "guideline": guideline,
        "clause": clause,
        "government": by.government,
        "text": said,
    }
    twin = GuidelineComment.objects.filter(**same, answered_at=None).first()
    if twin:
        raise StandsAlready(_("The comment stands there already."), twin)
    comment = GuidelineComment.objects.create(**same, by=by, made_at=at)
    record_guideline(
        "comment_guideline",
        guideline,
        by=by,
        at=at,
        after={
            "government": by.government.slug,
            "clause": clause.reference if clause else "",
            "sha256": sha256(said.encode()),
        },
    )
    return comment


@act
def finish_review(
    guideline: Guideline, *, by: Membership, at: datetime
) -> GuidelineReading:
    """A government has said what it wanted to say; when all have, the window closes."""
    known = guideline.readings.filter(
        review=guideline.reviews, government=by.government_id
    ).first()
    if known:
        raise StandsAlready(
            _("%(government)s finished its review on %(day)s.")
            % {
                "government": by.government.name,
                "day": date_format(known.finished_at),
            },
            known,
        )
    refuse_guideline_step(guideline, GuidelineAction.FINISH, by=by, at=at)
    reading = GuidelineReading.objects.create(
        guideline=guideline,
        review=guideline.reviews,
        government=by.government,
        by=by,
        finished_at=at,
    )
    after = {"review": guideline.reviews, "government": by.government.slug}
    record_guideline("finish_review", guideline, by=by, at=at, after=after)
    return reading


@act
def answer_guideline_comment(
    comment: GuidelineComment, *, answer: str, by: Membership, at: datetime
) -> GuidelineComment:
    """The secretariat says what came of a comment."""
    guideline = comment.guideline
    refuse_guideline_step(guideline, GuidelineAction.ANSWER, by=by, at=at)
    said = _said(answer)
    comment.refresh_from_db(fields=["answer"])
    if comment.answer == said:
        raise StandsAlready(_("The answer stands like this already."), comment)
    comment.answer, comment.answered_by, comment.answered_at = said, by, at
    comment.save(update_fields=["answer", "answered_by", "answered_at"])
    record_guideline(
        "answer_guideline_comment",
        guideline,
        by=by,
        at=at,
        after={
            "government": comment.government.slug,
            "sha256": sha256(said.encode()),
        },
    )
    return comment


def _said(text: str) -> str:
    if not text.strip():
        raise NothingSaid(_("Write something first."))
    return text.strip()
