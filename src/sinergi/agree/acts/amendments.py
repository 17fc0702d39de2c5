"""Proposing other words (usul penyempurnaan), up to the decision on them."""

from datetime import datetime
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext as _

from sinergi.agree import access, rules, words
from sinergi.agree.acts.guards import (
    NotThisStep,
    refuse_after_meeting,
    refuse_after_record,
    refuse_out_of_session,
)
from sinergi.agree.acts.texts import (
    NoText,
    NothingChanged,
    StaleVersion,
    WordsStandStill,
    refuse_without_reason,
)
from sinergi.agree.models import Amendment, Recommendation, Version
from sinergi.agree.rules import (
    AMENDMENT_TRANSITIONS,
    DECIDES_AMENDMENTS,
    OPEN_TO_AMENDMENTS,
    AmendmentAction,
    AmendmentState,
    State,
)
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, Refusal

# Decided in the group; written as long as the text is open.
_IN_GROUP = frozenset({AmendmentAction.DISCUSS, AmendmentAction.REJECT})


class NotOpenToAmendments(Refusal):
    """The words of a draft are its proposer's, and later they stand still."""


@act
def draft_amendment(
    base: Version, *, text: str, reason: str, by: Membership, at: datetime
) -> Amendment:
    """Begin an amendment: the whole text as it should read, and why."""
    recommendation = base.recommendation
    recommendation.hold()
    _refuse_text_closed(recommendation)
    if not access.may_amend(by, recommendation):
        raise NotAllowed(
            _(
                "Amendments come from operators and heads of the forum, or the chair "
                "of the group."
            )
        )
    proposed = _proposed(base, text)
    refuse_without_reason(reason)
    highest = recommendation.amendments.aggregate(highest=Max("number"))["highest"]
    amendment = Amendment.objects.create(
        recommendation=recommendation,
        number=(highest or 0) + 1,
        base=base,
        text=proposed,
        reason=reason.strip(),
        proposer=by.government,
        by=by,
        provenance=by.provenance,
        created_at=at,
    )
    record_amendment("draft_amendment", amendment, {}, by=by, at=at)
    return amendment


@act
def write_amendment(
    amendment: Amendment,
    *,
    base: Version,
    text: str,
    reason: str,
    by: Membership,
    at: datetime,
) -> Amendment:
    """Write it anew on the words as they are now; the group then reads it again."""
    amendment.hold()
    before = AmendmentState(amendment.state)
    if before is AmendmentState.DRAFT:
        _refuse_text_closed(amendment.recommendation)
        if not access.may_rewrite(by, amendment):
            raise NotAllowed(_("An amendment is written by the one who proposes it."))
    else:
        refuse_amendment_step(amendment, AmendmentAction.REBASE, by)
    proposed = _proposed(base, text)
    refuse_without_reason(reason)
    told = {"state": str(before), "base": amendment.base.number}
    amendment.base, amendment.text, amendment.reason = base, proposed, reason.strip()
    amendment.by = by
    if before is not AmendmentState.DRAFT:
        amendment.state = AmendmentState.SUBMITTED
        amendment.discussed_at = None
    amendment.save(
        update_fields=["base", "text", "reason", "by", "state", "discussed_at"]
    )
    record_amendment("write_amendment", amendment, told, by=by, at=at)
    return amendment


@act
def submit_amendment(
    amendment: Amendment, *, by: Membership, at: datetime
) -> Amendment:
    """Put it before the group."""
    return _step(amendment, AmendmentAction.SUBMIT, AmendmentState.SUBMITTED, by, at)


@act
def discuss_amendment(
    amendment: Amendment, *, by: Membership, at: datetime
) -> Amendment:
    """The chair calls it up."""
    amendment.discussed_at = at
    return _step(amendment, AmendmentAction.DISCUSS, AmendmentState.DISCUSSED, by, at)


@act
def reject_amendment(
    amendment: Amendment, *, reason: str, by: Membership, at: datetime
) -> Amendment:
    """The words stay as they are."""
    amendment.decision = reason.strip()
    return _step(
        amendment,
        AmendmentAction.REJECT,
        AmendmentState.REJECTED,
        by,
        at,
        reason=reason,
    )


@act
def withdraw_amendment(
    amendment: Amendment, *, by: Membership, at: datetime
) -> Amendment:
    """Its author takes it back."""
    return _step(amendment, AmendmentAction.WITHDRAW, AmendmentState.WITHDRAWN, by, at)


def refuse_amendment_step(
    amendment: Amendment, action: AmendmentAction, by: Membership, reason: str = ""
) -> None:
    """Right state, right office, right moment, and a reason where one is owed."""
    amendment.hold()
    step = AMENDMENT_TRANSITIONS[AmendmentState(amendment.state)].get(action)
    if step is None or not step.by:
        raise NotThisStep(
            _("“%(action)s” does not follow from the state “%(state)s”.")
            % {
                "action": words.AMENDMENT_ACTION[action],
                "state": amendment.state_label,
            }
        )
    if not access.may_move_amendment(by, amendment, action):
        who = ", ".join(str(words.AMENDMENT_ACTOR[each]) for each in sorted(step.by))
        raise NotAllowed(
            _("“%(action)s” is for: %(who)s.")
            % {"action": words.AMENDMENT_ACTION[action], "who": who}
        )
    recommendation = amendment.recommendation
    if action in _IN_GROUP:
        refuse_not_in_group(recommendation)
    elif action is not AmendmentAction.WITHDRAW:
        _refuse_text_closed(recommendation)
    if step.in_running_meeting:
        refuse_out_of_session(recommendation.meeting)
    if step.needs_reason:
        refuse_without_reason(reason)


def refuse_not_in_group(recommendation: Recommendation) -> None:
    """Amendments are decided while the group discusses the text."""
    refuse_after_record(recommendation.meeting)
    if State(recommendation.state) is not DECIDES_AMENDMENTS:
        raise WordsStandStill(
            _(
                "Amendments are decided while the group discusses the text; %(name)s "
                "is %(state)s."
            )
            % {"name": recommendation.name, "state": recommendation.state_label}
        )


def record_amendment(
    action: str,
    amendment: Amendment,
    before: dict[str, Any],
    *,
    by: Membership,
    at: datetime,
    reason: str = "",
) -> None:
    ledger.record(
        action,
        amendment,
        reference=f"{amendment.recommendation.ledger_reference}/{amendment.name}",
        by=by,
        at=at,
        before=before,
        after={
            "state": str(AmendmentState(amendment.state)),
            "base": amendment.base.number,
            "sha256": rules.text_hash(amendment.texts),
        },
        reason=reason,
    )


def _step(
    amendment: Amendment,
    action: AmendmentAction,
    to: AmendmentState,
    by: Membership,
    at: datetime,
    reason: str = "",
) -> Amendment:
    refuse_amendment_step(amendment, action, by, reason)
    before = {"state": str(AmendmentState(amendment.state))}
    amendment.state = to
    if not amendment.is_undecided:
        amendment.decided_at = at
    amendment.save(update_fields=["state", "discussed_at", "decided_at", "decision"])
    record_amendment(
        f"{action}_amendment", amendment, before, by=by, at=at, reason=reason
    )
    return amendment


def _proposed(base: Version, text: str) -> str:
    """The text as it is kept; it says something else than the words it is about."""
    current = base.recommendation.current
    if current.pk != base.pk:
        raise StaleVersion(
            _(
                "The text changed while this page was open: version %(new)d replaced "
                "version %(old)d. Your words are kept here; put them on the new ones "
                "and save again."
            )
            % {"new": current.number, "old": base.number}
        )
    paragraphs = rules.paragraphs_of(text)
    if not paragraphs:
        raise NoText(_("The text is empty. Write at least one paragraph."))
    if paragraphs == base.texts:
        raise NothingChanged(
            _("The words are the same as in version %(number)d. Nothing was saved.")
            % {"number": base.number}
        )
    return "\n\n".join(paragraphs)


def _refuse_text_closed(recommendation: Recommendation) -> None:
    refuse_after_record(recommendation.meeting)
    refuse_after_meeting(recommendation.meeting)
    if State(recommendation.state) not in OPEN_TO_AMENDMENTS:
        raise NotOpenToAmendments(
            _(
                "Amendments are proposed from submission until the group agrees; "
                "%(name)s is %(state)s."
            )
            % {"name": recommendation.name, "state": recommendation.state_label}
        )
