"""What a recommendation expects of whom until when, beside its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from sinergi.agree import access, rules
from sinergi.agree.acts.texts import (
    add_version,
    described,
    refuse_standing_still,
    refuse_without_reason,
)
from sinergi.agree.models import Recommendation
from sinergi.agree.rules import Edit, State
from sinergi.align.models import Programme
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership, Pillar, Place
from sinergi.core.refusal import NotAllowed, Refusal, StandsAlready
from sinergi.core.stale import Overtaken, stamp


class NotOfThisMeeting(Refusal):
    """The group, programme or addressee belongs to another meeting or forum."""


class AlreadyDrafted(Refusal):
    """The government has this recommendation before the meeting already."""


@dataclass(frozen=True)
class Details:
    """What is expected of whom until when, beside the words themselves."""

    title: str
    programme: Programme
    addressees: Sequence[Place] = ()
    pillars: Sequence[Pillar] = ()
    rationale: str = ""
    indicator: str = ""
    unit: str = ""
    target: str = ""
    due_year: int | None = None
    due_quarter: int | None = None
    evidence_expected: str = ""


# What Details says beside whom it is addressed to and which pillars it serves.
EXPECTED = (
    "title",
    "programme",
    "rationale",
    "indicator",
    "unit",
    "target",
    "due_year",
    "due_quarter",
    "evidence_expected",
)


@act
def edit_metadata(
    recommendation: Recommendation,
    *,
    details: Details,
    by: Membership,
    at: datetime,
    reason: str = "",
    seen: str = "",
) -> Recommendation:
    """Change what is expected of whom. While governments are answering, that is part
    of what they answer to: the same words get a new version and all are asked again.
    `seen` is the stamp of what the page showed.
    """
    refuse_standing_still(recommendation)
    recommendation.refresh_from_db()
    if not access.may_write(by, recommendation):
        raise NotAllowed(
            _("A draft is changed by its proposer; after submission by the group.")
        )
    state = State(recommendation.state)
    if state is not State.DRAFT:
        refuse_without_reason(reason)
    _refuse_the_same(recommendation, details)
    if seen and seen != seen_of(recommendation):
        raise Overtaken(
            _(
                "What “%(title)s” expects was changed after your page was opened; its "
                "page shows what stands now. What you typed stands below and is not "
                "saved; save once more to put it in its place."
            )
            % {"title": recommendation.title}
        )
    before = expectation(recommendation)
    put(recommendation, details)
    version = recommendation.current
    if state in rules.OPEN_TO_POSITIONS:
        version = add_version(
            recommendation, version.texts, Edit.SUBSTANTIVE, reason, by=by, at=at
        )
    ledger.record(
        "edit_metadata",
        recommendation,
        reference=recommendation.ledger_reference,
        by=by,
        at=at,
        before=before,
        after={**expectation(recommendation), **described(version)},
        reason=reason,
    )
    return recommendation


def seen_of(recommendation: Recommendation) -> str:
    """The stamp of what is expected."""
    told = {field: str(getattr(recommendation, field)) for field in EXPECTED}
    for field in ("addressees", "pillars"):
        keys = getattr(recommendation, field).values_list("pk", flat=True)
        told[field] = str(sorted(keys))
    return stamp(told)


def put(recommendation: Recommendation, details: Details) -> None:
    forum = recommendation.meeting.forum
    if details.programme.forum_id != forum.pk:
        raise NotOfThisMeeting(
            _("The programme “%(programme)s” is not one of this forum.")
            % {"programme": details.programme.name}
        )
    seated = set(forum.seats.values_list("government", flat=True))
    strangers = [p.name for p in details.addressees if p.pk not in seated]
    if strangers:
        raise NotOfThisMeeting(
            _("Not a government of this forum: %(names)s.")
            % {"names": ", ".join(strangers)}
        )
    _refuse_twice(recommendation, details.title)
    for field in EXPECTED:
        setattr(recommendation, field, getattr(details, field))
    recommendation.save()
    recommendation.pillars.set(details.pillars)
    recommendation.addressees.set(details.addressees)


def _refuse_the_same(recommendation: Recommendation, details: Details) -> None:
    """Nobody is asked again for nothing, as by a button pressed twice."""
    same = all(getattr(recommendation, f) == getattr(details, f) for f in EXPECTED)
    for field in ("addressees", "pillars"):
        known = set(getattr(recommendation, field).all())
        same = same and known == set(getattr(details, field))
    if same:
        raise StandsAlready(
            _("What is expected stands like this already; nobody is asked again."),
            recommendation,
        )


def _refuse_twice(recommendation: Recommendation, title: str) -> None:
    """No two of a government share a name."""
    others = Recommendation.objects.exclude(pk=recommendation.pk).exclude(
        state=State.WITHDRAWN.value
    )
    if others.filter(
        meeting=recommendation.meeting, proposer=recommendation.proposer, title=title
    ).exists():
        raise AlreadyDrafted(
            _(
                "“%(title)s” of %(name)s is saved for this meeting already; it stands "
                "on the board of the meeting. Open it there, or give this one another "
                "title."
            )
            % {"title": title, "name": recommendation.proposer.name}
        )


def expectation(recommendation: Recommendation) -> dict[str, Any]:
    """What is expected, for the ledger."""
    addressees = recommendation.addressees.order_by("slug")
    return {
        "title": recommendation.title,
        "programme": recommendation.programme.code,
        "addressees": list(addressees.values_list("slug", flat=True)),
        "indicator": recommendation.indicator,
        "target": recommendation.target,
        "unit": recommendation.unit,
        "due": [recommendation.due_year, recommendation.due_quarter],
    }
