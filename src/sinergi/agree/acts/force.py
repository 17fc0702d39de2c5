"""The pedoman binds: its letter is signed, it is printed, locked and announced."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sinergi.agree import access, printed, quoting, reviews, sentences, words
from sinergi.agree.acts.changing import refuse_unchangeable
from sinergi.agree.acts.endings import supersede
from sinergi.agree.acts.guiding import record_guideline, refuse_guideline_step
from sinergi.agree.acts.numbers import refuse_taken
from sinergi.agree.models import ClauseChange, Guideline
from sinergi.agree.rules import GuidelineAction, GuidelineState
from sinergi.core import documents
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal, StandsAlready
from sinergi.core.rules import Provenance

KIND = "pedoman"

ONE_YEAR = timedelta(days=366)


class NotReviewed(Refusal):
    """The governments review it first, and each comment is answered."""


class WordsDiffer(Refusal):
    """A clause is not, letter by letter, what the berita acara locked."""


class NotDetermined(Refusal):
    """Signing office, place and day are stated together, and of a day that was."""


class TooLate(Refusal):
    """A guideline binds within a year of its letter; later is a slip of the year."""


class TooEarly(Refusal):
    """What a guideline quotes was agreed to before it binds anybody."""


@act
def bring_in_force(
    guideline: Guideline,
    *,
    legal_form: str,
    number: str,
    in_force_on: date,
    by: Membership,
    at: datetime,
    signing_office: str = "",
    determined_in: str = "",
    determined_on: date | None = None,
) -> Guideline:
    """The letter that makes it binding is signed: print and lock the guideline.

    It binds from its day on, which may still come; until then it is only announced.

    Who signed it, where and when is printed where it is stated, and never assumed.
    """
    said = (legal_form.strip(), number.strip(), in_force_on)
    guideline.hold()
    known = (guideline.legal_form, guideline.number, guideline.in_force_on)
    is_known = guideline.is_determined and said == known
    if is_known and access.keeps_record(by, guideline.meeting):
        raise StandsAlready(sentences.in_force(in_force_on), guideline)
    to = refuse_guideline_step(guideline, GuidelineAction.DETERMINE, by=by, at=at)
    _refuse_unreviewed(guideline, at)
    changes = list(guideline.changes.select_related("clause__chapter__guideline"))
    for change in changes:
        refuse_unchangeable(guideline, change.clause)
    agreed_on = guideline.record.agreed_on
    if in_force_on < agreed_on:
        raise TooEarly(
            _(
                "In force from %(day)s is before the berita acara, which is of "
                "%(agreed)s. Choose that day or a later one."
            )
            % {"day": date_format(in_force_on), "agreed": date_format(agreed_on)}
        )
    _refuse_before_amended(changes, in_force_on)
    if in_force_on > at.date() + ONE_YEAR:
        raise TooLate(
            _(
                "In force from %(day)s is more than a year away. Correct the year: "
                "what is in force cannot be taken back."
            )
            % {"day": date_format(in_force_on)}
        )
    forum = guideline.record.meeting.forum_id
    others = Guideline.objects.determined().filter(record__meeting__forum=forum)
    refuse_taken(number, others.exclude(pk=guideline.pk))
    guideline.legal_form, guideline.number = legal_form.strip(), number.strip()
    guideline.in_force_on = in_force_on
    guideline.signing_office = signing_office.strip()
    guideline.determined_in = determined_in.strip()
    guideline.determined_on = determined_on
    _refuse_half_determined(guideline, at)
    content = quoting.of_guideline(guideline)
    _refuse_other_words(content)
    guideline.document = documents.lock(
        kind=KIND,
        title=guideline.title,
        number=guideline.number,
        content=content,
        draw=lambda seal: printed.pedoman(content, seal, origin=settings.PUBLIC_ORIGIN),
        provenance=Provenance(guideline.provenance),
        by=by,
        at=at,
    )
    guideline.state = to
    guideline.save()
    record_guideline(
        "bring_in_force",
        guideline,
        by=by,
        at=at,
        before={"state": str(GuidelineState.IN_REVIEW)},
        after={
            "number": guideline.number,
            "in_force_on": in_force_on.isoformat(),
            "determined_on": determined_on.isoformat() if determined_on else "",
            "code": guideline.document.code,
            "sha256": guideline.document.content_sha256,
            "amended": _amend_earlier(changes, by=by, at=at),
        },
    )
    return guideline


def _amend_earlier(
    changes: list[ClauseChange], *, by: Membership, at: datetime
) -> dict[str, str]:
    """The states of the earlier pedoman; replaced texts are replaced everywhere."""
    amended = {}
    for change in changes:
        earlier = change.clause.guideline
        earlier.state = GuidelineState.AMENDED
        earlier.save(update_fields=["state"])
        amended[earlier.slug] = str(GuidelineState.AMENDED)
        recommendation = change.clause.version.recommendation
        if change.replacement and not recommendation.is_superseded:
            later = change.replacement.version.recommendation
            supersede(recommendation, later=later, by=by, at=at, reason=change.reason)
    return amended


def _refuse_unreviewed(guideline: Guideline, at: datetime) -> None:
    missing = reviews.review_of(guideline, at).unfinished
    if missing:
        raise NotReviewed(
            _("Not yet in force. This is not so yet: %(lacks)s")
            % {"lacks": " ".join(str(words.UNFINISHED[each]) for each in missing)}
        )


def _refuse_before_amended(changes: list[ClauseChange], in_force_on: date) -> None:
    for change in changes:
        earlier = change.clause.guideline
        if earlier.in_force_on and in_force_on < earlier.in_force_on:
            raise TooEarly(
                _(
                    "“%(earlier)s”, which this changes, is in force from %(day)s only. "
                    "Choose that day or a later one."
                )
                % {
                    "earlier": earlier.title,
                    "day": date_format(earlier.in_force_on),
                }
            )


def _refuse_other_words(content: Mapping[str, Any]) -> None:
    """What is printed, what the berita acara locked and what the tables hold agree."""
    wrong = quoting.differing(content)
    if wrong:
        raise WordsDiffer(
            _(
                "The words of %(clauses)s are not those the berita acara locked. "
                "Nothing was printed; have the data of this instance checked."
            )
            % {"clauses": ", ".join(wrong)}
        )


def _refuse_half_determined(guideline: Guideline, at: datetime) -> None:
    day = guideline.determined_on
    stated = [bool(guideline.signing_office), bool(guideline.determined_in), bool(day)]
    if any(stated) and not all(stated):
        raise NotDetermined(
            _(
                "Signing office, place and day of determination belong together. Fill "
                "in all three, or leave all three empty."
            )
        )
    record = guideline.record
    today = at.astimezone(ZoneInfo(record.meeting.host.time_zone)).date()
    if day and not record.agreed_on <= day <= today:
        raise NotDetermined(
            _(
                "The day of determination lies between the berita acara, %(agreed)s, "
                "and today; %(day)s does not."
            )
            % {"agreed": date_format(record.agreed_on), "day": date_format(day)}
        )
