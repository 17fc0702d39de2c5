"""The berita acara: drafted, checked, and locked with the hash of every word."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from sinergi.agree import access, addenda, printed, queries, snapshots, words
from sinergi.agree.acts.numbers import refuse_taken
from sinergi.agree.acts.signing_guards import ask_to_sign
from sinergi.agree.letters import RECORD
from sinergi.agree.models import RecordOfAgreement
from sinergi.agree.rules import RecordState
from sinergi.convene.models import Meeting
from sinergi.core import documents, ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, Refusal, StandsAlready
from sinergi.core.rules import Provenance
from sinergi.letters import numbering

KIND = "berita-acara"


class AlreadyLocked(Refusal):
    """What is locked stays as it is."""


class BadDay(Refusal):
    """A berita acara is of a day from the opening of the meeting until today."""


class NotLockable(Refusal):
    """Something still has to happen before the record can be locked."""


@act
def draft_record(
    meeting: Meeting, *, number: str, agreed_on: date, by: Membership, at: datetime
) -> RecordOfAgreement:
    """Begin the berita acara, or correct its number and day until it is locked."""
    _refuse_others(by, meeting)
    record = access.record_of(meeting)
    if record:
        _refuse_locked(record)
    today = at.astimezone(ZoneInfo(meeting.host.time_zone)).date()
    if not meeting.starts_on <= agreed_on <= today:
        raise BadDay(
            _(
                "The day of agreement lies between the opening of the meeting and "
                "today; %(day)s does not."
            )
            % {"day": date_format(agreed_on)}
        )
    if record and (record.number, record.agreed_on) == (number.strip(), agreed_on):
        raise StandsAlready(_("Number and day stand like this already."), record)
    others = RecordOfAgreement.objects.filter(meeting__forum=meeting.forum_id)
    refuse_taken(number, others.exclude(meeting=meeting).select_related("meeting"))
    before = _described(record) if record else {}
    record = record or RecordOfAgreement(meeting=meeting, provenance=by.provenance)
    record.number, record.agreed_on = number.strip(), agreed_on
    record.save()
    ledger.record(
        "draft_record",
        record,
        reference=meeting.slug,
        by=by,
        at=at,
        before=before,
        after=_described(record),
    )
    return record


@act
def lock_record(
    record: RecordOfAgreement, *, by: Membership, at: datetime
) -> RecordOfAgreement:
    """Freeze the exact texts, the answers to them and their hashes as one document."""
    meeting = record.meeting
    _refuse_others(by, meeting)
    record.hold()
    _refuse_locked(record)
    missing = queries.lacks_of(meeting, record.number)
    if missing:
        raise NotLockable(
            _("Not locked. This is not so yet: %(lacks)s")
            % {"lacks": " ".join(str(words.LACK[lack]) for lack in missing)}
        )
    numbering.take(
        meeting.forum.coordinator,
        RECORD.key,
        record.provenance,
        number=record.number,
        reference=meeting.slug,
        title=meeting.title,
        day=record.agreed_on,
        at=at,
    )
    content = snapshots.of_record(record)
    record.document = documents.lock(
        kind=KIND,
        title=f"{printed.RECORD_TITLE} {meeting.title}"[:200],
        number=record.number,
        content=content,
        draw=lambda seal: printed.berita_acara(
            content, seal, origin=settings.PUBLIC_ORIGIN
        ),
        provenance=Provenance(record.provenance),
        by=by,
        at=at,
    )
    record.state = RecordState.LOCKED
    record.locked_at = at
    record.save(update_fields=["document", "state", "locked_at"])
    ask_to_sign(record.document, addenda.signatories_of(record))
    ledger.record(
        "lock_record",
        record,
        reference=meeting.slug,
        by=by,
        at=at,
        before={"state": str(RecordState.DRAFT)},
        after={
            **_described(record),
            "code": record.document.code,
            "sha256": record.document.content_sha256,
            "texts": {
                each["reference"]: each["sha256"] for each in content["recommendations"]
            },
        },
    )
    return record


def _refuse_others(by: Membership, meeting: Meeting) -> None:
    if not access.keeps_record(by, meeting):
        raise NotAllowed(_("The berita acara is kept by the secretariat of the forum."))


def _refuse_locked(record: RecordOfAgreement) -> None:
    if record.is_locked and record.locked_at:
        moment = record.locked_at.astimezone(ZoneInfo(record.meeting.host.time_zone))
        raise AlreadyLocked(
            _(
                "The berita acara was locked on %(day)s at %(time)s; its number and "
                "day stay as they are. Nothing was saved."
            )
            % {"day": date_format(moment), "time": f"{time_format(moment)} {moment:%Z}"}
        )


def _described(record: RecordOfAgreement) -> dict[str, str]:
    return {
        "state": str(RecordState(record.state)),
        "number": record.number,
        "agreed_on": record.agreed_on.isoformat(),
    }
