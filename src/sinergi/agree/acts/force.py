"""The pedoman binds: its letter is signed, it is printed, locked and announced."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sinergi.agree import printed, sentences, snapshots
from sinergi.agree.acts.again import StandsAlready
from sinergi.agree.acts.guidelines import refuse_determined, refuse_others
from sinergi.agree.acts.numbers import refuse_taken
from sinergi.agree.models import Guideline
from sinergi.agree.rules import GuidelineState
from sinergi.core import documents, ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal
from sinergi.core.rules import Provenance

KIND = "pedoman"

ONE_YEAR = timedelta(days=366)


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
    refuse_others(by, guideline.record)
    guideline.hold()
    said = (legal_form.strip(), number.strip(), in_force_on)
    known = (guideline.legal_form, guideline.number, guideline.in_force_on)
    if guideline.is_determined and said == known:
        raise StandsAlready(sentences.in_force(in_force_on), guideline)
    refuse_determined(guideline)
    agreed_on = guideline.record.agreed_on
    if in_force_on < agreed_on:
        raise TooEarly(
            _(
                "In force from %(day)s is before the berita acara, which is of "
                "%(agreed)s. Choose that day or a later one."
            )
            % {"day": date_format(in_force_on), "agreed": date_format(agreed_on)}
        )
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
    content = snapshots.of_guideline(guideline)
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
    guideline.state = GuidelineState.DETERMINED
    guideline.save()
    ledger.record(
        "bring_in_force",
        guideline,
        reference=guideline.slug,
        by=by,
        at=at,
        before={"state": str(GuidelineState.COMPILED)},
        after={
            "state": str(GuidelineState.DETERMINED),
            "number": guideline.number,
            "in_force_on": in_force_on.isoformat(),
            "determined_on": determined_on.isoformat() if determined_on else "",
            "code": guideline.document.code,
            "sha256": guideline.document.content_sha256,
        },
    )
    return guideline


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
