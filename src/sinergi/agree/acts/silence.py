"""Who was asked in writing and did not answer: silence, as the tata tertib takes it."""

from datetime import datetime
from typing import Any

from sinergi.agree import queries, sentences
from sinergi.agree.acts.said import Said, for_ledger
from sinergi.agree.models import Position, Recommendation
from sinergi.agree.rounds import Round, round_of
from sinergi.agree.rules import Stance, Standing, State
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal


class TooSilent(Refusal):
    """Too few of those who must answer did so in writing."""


def heard(recommendation: Recommendation) -> Standing:
    """Who holds it up at the decision; in writing the quorum is of answers, so that
    nothing is adopted by silence alone."""
    going = _going(recommendation)
    if going is None:
        return queries.standing_of(recommendation.current)
    if not going.quorum.met:
        raise TooSilent(sentences.too_silent(going.quorum))
    return queries.standing_of(recommendation.current, silent=going.waiting)


def hear_silence(
    recommendation: Recommendation, *, by: Membership, at: datetime
) -> dict[str, Any]:
    """Put down as absent who did not answer. Part of the act that ends the
    circulation of the text, which names them in its ledger entry."""
    going = _going(recommendation)
    if going is None or not going.waiting:
        return {}
    version = recommendation.current
    governments = recommendation.meeting.forum.governments()
    silent = [each for each in governments if each.slug in going.waiting]
    for government in silent:
        Position.objects.update_or_create(
            version=version,
            government=government,
            defaults={
                "stance": Stance.ABSENT,
                "note": "",
                "by": by,
                "mandate": None,
                "is_recorded_by_secretariat": True,
                "is_start": False,
                "stated_at": at,
            },
        )
    return {"positions": for_ledger([Said(each, Stance.ABSENT) for each in silent])}


def _going(recommendation: Recommendation) -> Round | None:
    if State(recommendation.state) is not State.IN_CIRCULATION:
        return None
    return round_of(recommendation)
