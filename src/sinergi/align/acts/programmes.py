"""Keeping the national programmes of a forum: mandates, targets, and duties."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from sinergi.align import access
from sinergi.align.models import (
    MandateDocument,
    Obligation,
    Programme,
    ProgrammeTarget,
)
from sinergi.align.rules import Duty, Verified
from sinergi.core import files, ledger
from sinergi.core.act import act
from sinergi.core.models import Forum, Membership, Place
from sinergi.core.refusal import NotAllowed, Refusal
from sinergi.core.rules import Level


class NotTheSecretariat(NotAllowed):
    """Programmes of a forum are kept by the secretariat of its coordinator."""


class NoDocument(Refusal):
    """A mandate document needs a file or a link."""


class KnownAlready(Refusal):
    """The programme has this document or this target."""


class YearsReversed(Refusal):
    """The last year lies before the first."""


class NoReason(Refusal):
    """A duty is decided for a reason others can read."""


class DutyUnchanged(Refusal):
    """The government's duty is what it already was."""


@dataclass(frozen=True)
class Upload:
    """Bytes of a file and what it was called."""

    content: bytes
    name: str


@act
def set_years(
    programme: Programme,
    *,
    first: int | None,
    last: int | None,
    by: Membership,
    at: datetime,
) -> Programme:
    """Say in which years a programme is in force; plans of other years stay."""
    check_keeper(programme.forum, by)
    if first and last and last < first:
        raise YearsReversed(
            _("The last year, %(last)s, lies before the first, %(first)s.")
            % {"last": str(last), "first": str(first)}
        )
    before = {"years": programme.years}
    programme.first_year, programme.last_year = first, last
    programme.save(update_fields=["first_year", "last_year"])
    ledger.record(
        "set_programme_years",
        programme,
        reference=reference_of(programme),
        by=by,
        at=at,
        before=before,
        after={"years": programme.years},
    )
    return programme


@act
def add_mandate(
    programme: Programme,
    *,
    number: str,
    title: str,
    year: int,
    verified: Verified,
    by: Membership,
    at: datetime,
    link: str = "",
    upload: Upload | None = None,
) -> MandateDocument:
    """Name a law, regulation or letter the programme rests on."""
    check_keeper(programme.forum, by)
    if not link and upload is None:
        raise NoDocument(
            _("Add the document as a PDF, or say where it can be read (a link).")
        )
    if programme.mandate_documents.filter(number=number, year=year).exists():
        raise KnownAlready(
            _("%(programme)s already names %(number)s of %(year)s.")
            % {
                "programme": programme.label,
                "number": number,
                "year": str(year),
            }
        )
    file = None
    if upload:
        kind = files.check(upload.content, upload.name, frozenset({files.PDF}))
        file = files.keep(upload.content, kind=kind, at=at)
    document = MandateDocument.objects.create(
        programme=programme,
        number=number.strip(),
        title=title.strip(),
        year=year,
        link=link,
        file=file,
        verified=verified,
        provenance=by.provenance,
        added_at=at,
    )
    ledger.record(
        "add_mandate",
        document,
        reference=reference_of(programme),
        by=by,
        at=at,
        after=_of_document(document),
    )
    return document


@act
def remove_mandate(document: MandateDocument, *, by: Membership, at: datetime) -> None:
    """Take out a document that was named by mistake; the record keeps that it was."""
    check_keeper(document.programme.forum, by)
    ledger.record(
        "remove_mandate",
        document,
        reference=reference_of(document.programme),
        by=by,
        at=at,
        before=_of_document(document),
    )
    file = document.file
    document.delete()
    if file:
        files.forget(file)


@act
def add_target(
    programme: Programme,
    *,
    level: Level,
    year: int,
    value: Decimal,
    unit: str,
    source: str,
    verified: Verified,
    by: Membership,
    at: datetime,
) -> ProgrammeTarget:
    """What the programme means to reach in a year at one level of government."""
    check_keeper(programme.forum, by)
    known = programme.targets.filter(level=level, year=year, unit__iexact=unit.strip())
    if known.exists():
        raise KnownAlready(
            _(
                "%(programme)s already has a target in %(unit)s for %(year)s at this "
                "level. Take it out first."
            )
            % {"programme": programme.label, "unit": unit, "year": str(year)}
        )
    target = ProgrammeTarget.objects.create(
        programme=programme,
        level=level,
        year=year,
        value=value,
        unit=" ".join(unit.split()),
        source=source.strip(),
        verified=verified,
        provenance=by.provenance,
        added_at=at,
    )
    ledger.record(
        "add_programme_target",
        target,
        reference=reference_of(programme),
        by=by,
        at=at,
        after=_of_target(target),
    )
    return target


@act
def remove_target(target: ProgrammeTarget, *, by: Membership, at: datetime) -> None:
    """Take out a target that was entered by mistake; the record keeps that it was."""
    check_keeper(target.programme.forum, by)
    ledger.record(
        "remove_programme_target",
        target,
        reference=reference_of(target.programme),
        by=by,
        at=at,
        before=_of_target(target),
    )
    target.delete()


@act
def decide_obligation(
    programme: Programme,
    government: Place,
    *,
    duty: Duty,
    reason: str,
    by: Membership,
    at: datetime,
) -> Obligation:
    """Decide a government's duty otherwise than by its level, or by its level again."""
    check_keeper(programme.forum, by)
    if not reason.strip():
        raise NoReason(_("Say what this rests on; every government will read it."))
    known = programme.obligations.filter(government=government).first()
    before = known.duty if known else Duty.BY_LEVEL.value
    if before == duty:
        raise DutyUnchanged(
            _("The duty of %(government)s is already decided like this.")
            % {"government": government}
        )
    obligation = known or Obligation(programme=programme, government=government)
    obligation.duty, obligation.reason = duty, reason.strip()
    obligation.provenance, obligation.decided_at = by.provenance, at
    obligation.save()
    ledger.record(
        "decide_obligation",
        obligation,
        reference=reference_of(programme),
        by=by,
        at=at,
        before={"government": government.slug, "duty": before},
        after={"government": government.slug, "duty": duty},
        reason=obligation.reason,
    )
    return obligation


def check_keeper(forum: Forum, by: Membership) -> None:
    if not access.keeps_programmes(by, forum):
        raise NotTheSecretariat(
            _("Programmes of %(forum)s are kept by the secretariat of %(coordinator)s.")
            % {"forum": forum, "coordinator": forum.coordinator}
        )


def reference_of(programme: Programme) -> str:
    return f"{programme.forum.slug}/{programme.code}"


def _of_document(document: MandateDocument) -> dict[str, object]:
    return {
        "number": document.number,
        "title": document.title,
        "year": document.year,
        "link": document.link,
        "file_sha256": document.file.sha256 if document.file else "",
        "verified": document.verified,
    }


def _of_target(target: ProgrammeTarget) -> dict[str, object]:
    return {
        "level": target.level,
        "year": target.year,
        "value": str(target.value),
        "unit": target.unit,
        "verified": target.verified,
    }
