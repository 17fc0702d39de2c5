"""What a pedoman changes of earlier ones: a clause is replaced, or withdrawn."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.agree.acts.guiding import become, record_guideline, refuse_guideline_step
from sinergi.agree.models import Clause, ClauseChange, Guideline
from sinergi.agree.rules import GuidelineAction, GuidelineState
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal, StandsAlready


class NotEarlier(Refusal):
    """A pedoman changes what an earlier one of the forum says, and still says."""


class NotInItsPlace(Refusal):
    """What takes the place of a clause is a clause of this pedoman."""


class WithdrawnWithoutReason(Refusal):
    """A clause without another in its place goes for a reason everyone reads."""


@act
def change_clause(
    guideline: Guideline,
    *,
    clause: Clause,
    replacement: Clause | None,
    by: Membership,
    at: datetime,
    reason: str = "",
) -> ClauseChange:
    """From its day on, this pedoman replaces the clause, or withdraws it."""
    to = refuse_guideline_step(guideline, GuidelineAction.EDIT, by=by, at=at)
    refuse_unchangeable(guideline, clause)
    _refuse_other(guideline, clause, replacement)
    if replacement is None and not reason.strip():
        raise WithdrawnWithoutReason(
            _("Say why %(clause)s is withdrawn; the reason is printed.")
            % {"clause": clause.reference}
        )
    known = ClauseChange.objects.filter(guideline=guideline, clause=clause).first()
    said = (replacement.pk if replacement else None, reason.strip())
    if known and (known.replacement_id, known.reason) == said:
        raise StandsAlready(_("The change stands like this already."), known)
    before = _described(known) if known else {}
    change = known or ClauseChange(guideline=guideline, clause=clause)
    change.replacement, change.reason = replacement, reason.strip()
    change.save()
    become(guideline, to)
    record_guideline(
        "change_clause",
        guideline,
        by=by,
        at=at,
        before=before,
        after=_described(change),
    )
    return change


@act
def leave_clause(change: ClauseChange, *, by: Membership, at: datetime) -> Guideline:
    """Let the clause stand after all."""
    guideline = change.guideline
    to = refuse_guideline_step(guideline, GuidelineAction.EDIT, by=by, at=at)
    if change.replacement and change.clause.version.recommendation.is_superseded:
        _refuse_other(guideline, change.clause, None)
    before = _described(change)
    change.delete()
    become(guideline, to)
    record_guideline("leave_clause", guideline, by=by, at=at, before=before)
    return guideline


def refuse_unchangeable(guideline: Guideline, clause: Clause) -> None:
    """Asked when the change is entered, and again when it becomes binding."""
    earlier, own = clause.guideline, guideline.meeting
    before = earlier.meeting
    is_earlier = (
        before.forum_id == own.forum_id
        and earlier.provenance == guideline.provenance
        and own.starts_on > before.ends_on
    )
    stands = GuidelineState(earlier.state) in (
        GuidelineState.DETERMINED,
        GuidelineState.AMENDED,
    )
    if not (is_earlier and stands):
        raise NotEarlier(
            _(
                "%(clause)s cannot be changed here. Choose a clause of an earlier "
                "guideline of this forum that is determined and not repealed."
            )
            % {"clause": clause}
        )
    other = ClauseChange.objects.determined().filter(clause=clause)
    done = other.exclude(guideline=guideline).select_related("guideline").first()
    if done:
        raise NotEarlier(
            _("%(clause)s was changed by “%(guideline)s” already.")
            % {"clause": clause, "guideline": done.guideline}
        )


def _refuse_other(
    guideline: Guideline, clause: Clause, replacement: Clause | None
) -> None:
    if replacement and replacement.chapter.guideline_id != guideline.pk:
        raise NotInItsPlace(
            _("%(clause)s is no clause of this guideline.") % {"clause": replacement}
        )
    later = clause.version.recommendation.superseded_by
    of = replacement.version.recommendation if replacement else None
    if later and later != of:
        raise NotInItsPlace(
            _(
                "The forum has put %(later)s in the place of %(clause)s. Only that can "
                "replace its clause."
            )
            % {"later": later.reference, "clause": clause.reference}
        )


def _described(change: ClauseChange) -> dict[str, str]:
    return {
        "clause": change.clause.reference,
        "replacement": change.replacement.reference if change.replacement else "",
    }
