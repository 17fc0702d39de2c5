"""The pedoman: adopted clauses word for word, commentary around them, in force."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sinergi.agree import access, printed, sentences, snapshots
from sinergi.agree.acts.again import StandsAlready
from sinergi.agree.models import Clause, Guideline, Recommendation, RecordOfAgreement
from sinergi.agree.rules import GuidelineState
from sinergi.core import documents, ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, Refusal
from sinergi.core.rules import Provenance

KIND = "pedoman"

ONE_YEAR = timedelta(days=366)


class NotLockedYet(Refusal):
    """A guideline quotes a locked berita acara, not a draft of one."""


class AlreadyCompiled(Refusal):
    """There is one guideline for a berita acara."""


class AlreadyDetermined(Refusal):
    """A guideline that is printed and locked does not change any more."""


class NotDetermined(Refusal):
    """Signing office, place and day are stated together, and of a day that was."""


class TooLate(Refusal):
    """A guideline binds within a year of its letter; later is a slip of the year."""


class TooEarly(Refusal):
    """What a guideline quotes was agreed to before it binds anybody."""


@act
def compile_guideline(
    record: RecordOfAgreement,
    *,
    title: str,
    by: Membership,
    at: datetime,
    foreword: str = "",
) -> Guideline:
    """Take over every adopted text as a clause, by bidang and programme."""
    meeting = record.meeting
    _refuse_others(by, record)
    if not record.is_locked:
        raise NotLockedYet(
            _("Lock the berita acara first; the guideline quotes it word for word.")
        )
    if Guideline.objects.filter(record=record).exists():
        raise AlreadyCompiled(
            _("The guideline of %(meeting)s is compiled already.")
            % {"meeting": meeting.title}
        )
    guideline = Guideline.objects.create(
        slug=meeting.slug,
        record=record,
        title=title.strip(),
        foreword=foreword.strip(),
        provenance=by.provenance,
    )
    adopted = Recommendation.objects.filter(meeting=meeting).adopted()
    clauses = Clause.objects.bulk_create(
        Clause(guideline=guideline, version=recommendation.current, order=order)
        for order, recommendation in enumerate(snapshots.in_order(adopted), start=1)
    )
    ledger.record(
        "compile_guideline",
        guideline,
        reference=guideline.slug,
        by=by,
        at=at,
        after={
            "state": str(GuidelineState.COMPILED),
            "clauses": [clause.version.sha256 for clause in clauses],
        },
    )
    return guideline


@act
def edit_guideline(
    guideline: Guideline, *, title: str, foreword: str, by: Membership, at: datetime
) -> Guideline:
    """Change what stands before the clauses."""
    _refuse_others(by, guideline.record)
    _refuse_determined(guideline)
    before = {"title": guideline.title}
    said = (title.strip(), foreword.strip())
    if (guideline.title, guideline.foreword) == said:
        told = _("Title and foreword stand like this already.")
        raise StandsAlready(told, guideline)
    guideline.title, guideline.foreword = said
    guideline.save(update_fields=["title", "foreword"])
    ledger.record(
        "edit_guideline",
        guideline,
        reference=guideline.slug,
        by=by,
        at=at,
        before=before,
        after={"title": guideline.title},
    )
    return guideline


@act
def edit_commentary(
    clause: Clause, *, commentary: str, by: Membership, at: datetime
) -> Clause:
    """Explain a clause; its own words cannot be reached from here."""
    guideline = clause.guideline
    _refuse_others(by, guideline.record)
    _refuse_determined(guideline)
    if clause.commentary == commentary.strip():
        raise StandsAlready(_("The commentary stands like this already."), clause)
    clause.commentary = commentary.strip()
    clause.save(update_fields=["commentary"])
    ledger.record(
        "edit_commentary",
        guideline,
        reference=guideline.slug,
        by=by,
        at=at,
        after={"clause": clause.order, "characters": len(clause.commentary)},
    )
    return clause


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
    _refuse_others(by, guideline.record)
    guideline.hold()
    said = (legal_form.strip(), number.strip(), in_force_on)
    known = (guideline.legal_form, guideline.number, guideline.in_force_on)
    if guideline.is_determined and said == known:
        raise StandsAlready(sentences.in_force(in_force_on), guideline)
    _refuse_determined(guideline)
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


def _refuse_others(by: Membership, record: RecordOfAgreement) -> None:
    if not access.keeps_record(by, record.meeting):
        raise NotAllowed(_("The guideline is made by the secretariat of the forum."))


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


def _refuse_determined(guideline: Guideline) -> None:
    guideline.hold()
    if guideline.is_determined:
        raise AlreadyDetermined(
            _("“%(title)s” is printed and locked; what it says stays as it is.")
            % {"title": guideline.title}
        )
