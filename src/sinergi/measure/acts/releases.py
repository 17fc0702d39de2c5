"""Releases: a draft is made public for good, or thrown away."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal
from sinergi.measure import access
from sinergi.measure.acts.drafts import digest
from sinergi.measure.models import Release
from sinergi.measure.rules import (
    ReleaseState,
    may_follow,
)


class AlreadyReleased(Refusal):
    """What was released never changes."""


class FiguresChanged(Refusal):
    """The figures are not those that were computed."""


@act
def release(draft: Release, *, by: Membership, at: datetime) -> Release:
    """Make the figures public; from now on they never change."""
    access.require_walidata(by, draft.wave.survey.forum)
    Release.objects.select_for_update().get(pk=draft.pk)
    draft.refresh_from_db()
    _require_draft(draft)
    if digest(draft.figures.select_related("government")) != draft.figures_sha256:
        raise FiguresChanged(
            _("The figures are not those that were computed. Compute the draft again.")
        )
    draft.state = ReleaseState.RELEASED.value
    draft.released_at = at
    draft.save(update_fields=["state", "released_at"])
    ledger.record(
        "release",
        draft,
        reference=draft.slug,
        by=by,
        at=at,
        before={"state": ReleaseState.DRAFT.value},
        after={"state": draft.state, "figures_sha256": draft.figures_sha256},
        reason=draft.correction_reason,
    )
    return draft


@act
def discard(draft: Release, *, reason: str, by: Membership, at: datetime) -> None:
    """Throw a draft away; only the ledger remembers it."""
    access.require_walidata(by, draft.wave.survey.forum)
    _require_draft(draft)
    ledger.record(
        "discard_release",
        draft,
        reference=draft.slug,
        by=by,
        at=at,
        before={"figures_sha256": draft.figures_sha256},
        reason=reason,
    )
    draft.figures.all().delete()
    draft.delete()


def _require_draft(draft: Release) -> None:
    if not may_follow(ReleaseState(draft.state), ReleaseState.RELEASED):
        raise AlreadyReleased(
            _("“%(release)s” was released and never changes. Correct it beside it.")
            % {"release": draft.title}
        )
