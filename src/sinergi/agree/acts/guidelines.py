"""The pedoman: adopted clauses word for word, commentary around them, in force."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.agree import access, snapshots
from sinergi.agree.acts.again import StandsAlready
from sinergi.agree.models import Clause, Guideline, Recommendation, RecordOfAgreement
from sinergi.agree.rules import GuidelineState
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, Refusal
from sinergi.core.stale import Overtaken, stamp


class NotLockedYet(Refusal):
    """A guideline quotes a locked berita acara, not a draft of one."""


class AlreadyCompiled(Refusal):
    """There is one guideline for a berita acara."""


class AlreadyDetermined(Refusal):
    """A guideline that is printed and locked does not change any more."""


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
    refuse_others(by, record)
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
    guideline: Guideline,
    *,
    title: str,
    foreword: str,
    by: Membership,
    at: datetime,
    seen: str = "",
) -> Guideline:
    """Change what stands before the clauses; `seen` is the stamp of what was shown."""
    refuse_others(by, guideline.record)
    guideline.refresh_from_db()
    refuse_determined(guideline)
    before = {"title": guideline.title}
    said = (title.strip(), foreword.strip())
    if (guideline.title, guideline.foreword) == said:
        told = _("Title and foreword stand like this already.")
        raise StandsAlready(told, guideline)
    if seen and seen != seen_of_words(guideline):
        raise _overtaken(guideline.foreword)
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
    clause: Clause, *, commentary: str, by: Membership, at: datetime, seen: str = ""
) -> Clause:
    """Explain a clause; its own words cannot be reached from here.

    `seen` is the stamp of the commentary as the page showed it.
    """
    clause.refresh_from_db(fields=["commentary"])
    guideline = clause.guideline
    refuse_others(by, guideline.record)
    refuse_determined(guideline)
    if clause.commentary == commentary.strip():
        raise StandsAlready(_("The commentary stands like this already."), clause)
    if seen and seen != seen_of_commentary(clause):
        raise _overtaken(clause.commentary)
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


def refuse_others(by: Membership, record: RecordOfAgreement) -> None:
    if not access.keeps_record(by, record.meeting):
        raise NotAllowed(_("The guideline is made by the secretariat of the forum."))


def refuse_determined(guideline: Guideline) -> None:
    guideline.hold()
    if guideline.is_determined:
        raise AlreadyDetermined(
            _("“%(title)s” is printed and locked; what it says stays as it is.")
            % {"title": guideline.title}
        )


def seen_of_words(guideline: Guideline) -> str:
    """The stamp of title and foreword."""
    return stamp({"title": guideline.title, "foreword": guideline.foreword})


def seen_of_commentary(clause: Clause) -> str:
    return stamp({"commentary": clause.commentary})


def _overtaken(now: str) -> Overtaken:
    return Overtaken(
        _(
            "Somebody saved this after your page was opened. It now says: “%(now)s”. "
            "What you typed stands below and is not saved; save once more to put it in "
            "its place."
        )
        % {"now": now}
    )
