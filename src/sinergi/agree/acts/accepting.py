"""Accepting amendments: a new version that names them, and the way back from it."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.agree import access, rules
from sinergi.agree.acts.amendments import refuse_amendment_step, refuse_not_in_group
from sinergi.agree.acts.guards import refuse_out_of_session
from sinergi.agree.acts.texts import (
    NoText,
    NothingChanged,
    StaleVersion,
    add_version,
    described,
)
from sinergi.agree.models import Amendment, Recommendation, Version
from sinergi.agree.rules import (
    AmendmentAction,
    AmendmentState,
    Delta,
    Edit,
    Kept,
    Taken,
)
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, Refusal


class Collide(Refusal):
    """Two amendments touch one paragraph: the chair chooses, or combines them."""


class MustBeRebased(Refusal):
    """The paragraph changed since; its author writes it anew or withdraws it."""


class NotTaken(Refusal):
    """The text that is accepted holds nothing of an amendment it should be made of."""


class NotUndoable(Refusal):
    """Only the latest acceptance is undone, while nothing was built on it."""


@act
def accept_amendments(
    amendments: Sequence[Amendment],
    *,
    base: Version,
    by: Membership,
    at: datetime,
    text: str = "",
) -> Version:
    """Make the next version of amendments the group wants.

    Without `text` they are taken as proposed; with one, the chair changed or combined
    them. `base` is the version the chair read. Others which lost their ground lapse.
    """
    recommendation = base.recommendation
    for amendment in amendments:
        refuse_amendment_step(amendment, AmendmentAction.ACCEPT, by)
    refuse_not_in_group(recommendation)
    before = recommendation.current
    if before.pk != base.pk:
        raise StaleVersion(
            _(
                "The text changed while this page was open: version %(new)d replaced "
                "version %(old)d. Read the amendments against it and accept again."
            )
            % {"new": before.number, "old": base.number}
        )
    proposed = {each.pk: _on(each, before) for each in amendments}
    paragraphs = rules.paragraphs_of(text) if text else _together(before, proposed)
    if not paragraphs:
        raise NoText(_("The text is empty. Write at least one paragraph."))
    if paragraphs == before.texts:
        raise NothingChanged(
            _("The words are the same as in version %(number)d. Nothing was saved.")
            % {"number": before.number}
        )
    old = before.kept
    made = rules.delta(old, rules.aligned(old, paragraphs))
    known = {place for change in proposed.values() for place in change.effects}
    has_more = bool(made.effects.keys() - known)
    states = {
        each.pk: _outcome(each, proposed[each.pk], made, has_more)
        for each in amendments
    }
    reason = "; ".join(f"{each.name}: {each.reason}" for each in amendments)
    version = add_version(
        recommendation,
        paragraphs,
        Edit.SUBSTANTIVE,
        reason if len(reason) <= 200 else f"{reason[:199]}…",
        by=by,
        at=at,
    )
    for each in amendments:
        each.state, each.decided_at = states[each.pk], at
        each.save(update_fields=["state", "decided_at"])
        each.versions.add(version)
    overtaken = _overtake(recommendation, old, before, made, amendments, at)
    ledger.record(
        "accept_amendments",
        recommendation,
        reference=recommendation.ledger_reference,
        by=by,
        at=at,
        before=described(before),
        after={
            **described(version),
            "amendments": {
                each.name: str(AmendmentState(each.state))
                for each in (*amendments, *overtaken)
            },
        },
    )
    return version


@act
def undo_acceptance(version: Version, *, by: Membership, at: datetime) -> Version:
    """Bring back the words from before the latest acceptance, with their answers, and
    the amendments to where they were."""
    recommendation = version.recommendation
    recommendation.hold()
    if not access.leads(by, recommendation):
        raise NotAllowed(
            _("An acceptance is undone by the chair of the group or of the meeting.")
        )
    refuse_not_in_group(recommendation)
    refuse_out_of_session(recommendation.meeting)
    accepted = list(version.amendments.all())
    if recommendation.current.pk != version.pk or not accepted:
        raise NotUndoable(
            _(
                "Version %(number)d is not the latest acceptance any more. Write the "
                "text anew, or take up an amendment."
            )
            % {"number": version.number}
        )
    before = recommendation.versions.get(number=version.number - 1)
    restored = add_version(
        recommendation,
        before.texts,
        Edit.SUBSTANTIVE,
        "",
        by=by,
        at=at,
        restores=before,
    )
    lapsed = list(Amendment.objects.filter(obsoleted_by__in=accepted))
    for each in (*accepted, *lapsed):
        was_discussed = each in accepted or each.discussed_at is not None
        each.state = (
            AmendmentState.DISCUSSED if was_discussed else AmendmentState.SUBMITTED
        )
        each.obsoleted_by = None
        each.decided_at = None
        each.save(update_fields=["state", "obsoleted_by", "decided_at"])
    ledger.record(
        "undo_acceptance",
        recommendation,
        reference=recommendation.ledger_reference,
        by=by,
        at=at,
        before=described(version),
        after={
            **described(restored),
            "restores": before.number,
            "amendments": {
                each.name: str(AmendmentState(each.state))
                for each in (*accepted, *lapsed)
            },
        },
    )
    return restored


def _on(amendment: Amendment, version: Version) -> Delta:
    found = amendment.delta_on(version)
    if found is None:
        raise MustBeRebased(
            _(
                "The words %(amendment)s is about have changed since version "
                "%(number)d. %(government)s writes it anew or withdraws it."
            )
            % {
                "amendment": amendment.name,
                "number": amendment.base.number,
                "government": amendment.proposer.name,
            }
        )
    return found


def _together(version: Version, proposed: dict[int, Delta]) -> list[str]:
    """All of them at once, where no two touch one place."""
    made = Delta()
    for each in proposed.values():
        if rules.clashes(made, each):
            raise Collide(
                _(
                    "These amendments change the same paragraph in different ways. "
                    "Choose one of them, or combine their words."
                )
            )
        made = rules.union(made, each)
    return [kept.text for kept in rules.apply(version.kept, made)]


def _outcome(
    amendment: Amendment, proposed: Delta, made: Delta, has_more: bool
) -> AmendmentState:
    """As proposed, or with changes: to its own places, or beside all that was
    proposed."""
    found = rules.taken(proposed, made)
    if found is Taken.NONE:
        raise NotTaken(
            _(
                "The text holds nothing of %(amendment)s (%(government)s). Leave it "
                "out, or reject it with a reason."
            )
            % {"amendment": amendment.name, "government": amendment.proposer.name}
        )
    return (
        AmendmentState.ACCEPTED
        if found is Taken.WHOLE and not has_more
        else AmendmentState.ACCEPTED_WITH_CHANGES
    )


def _overtake(
    recommendation: Recommendation,
    old: Sequence[Kept],
    before: Version,
    made: Delta,
    accepted: Sequence[Amendment],
    at: datetime,
) -> list[Amendment]:
    """Those before the group whose paragraph is gone, or whose words are in already."""
    taken = {each.pk for each in accepted}
    lapsed = []
    for each in recommendation.amendments.before_the_group().exclude(pk__in=taken):
        proposed = each.delta_on(before)
        if proposed is None or not rules.is_overtaken(old, proposed, made):
            continue
        each.state = AmendmentState.OBSOLETE
        each.obsoleted_by = _who_touched(accepted, before, proposed)
        each.decided_at = at
        each.save(update_fields=["state", "obsoleted_by", "decided_at"])
        lapsed.append(each)
    return lapsed


def _who_touched(
    accepted: Sequence[Amendment], before: Version, proposed: Delta
) -> Amendment:
    for each in accepted:
        other = each.delta_on(before)
        if other and other.effects.keys() & proposed.effects.keys():
            return each
    return accepted[0]
