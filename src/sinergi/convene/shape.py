"""The shape of a meeting, seen from the times of its sessions."""

from dataclasses import dataclass

from sinergi.convene import rules, words
from sinergi.convene.models import Meeting
from sinergi.convene.rules import Placement


@dataclass(frozen=True)
class Shape:
    """What the times of its sessions say of a meeting."""

    placements: list[Placement]
    # Groups that end after the last plenary, though the plenary is to ratify.
    unratified: bool

    @property
    def labels(self) -> list[str]:
        return [str(words.PLACEMENT[each]) for each in self.placements]


def shape_of(meeting: Meeting) -> Shape:
    """Where its groups stand to its plenary, and whether one is ratified by nobody."""
    sessions = list(meeting.sessions.all())
    groups = [each.span for each in sessions if each.is_group]
    plenaries = [each.span for each in sessions if not each.is_group]
    return Shape(
        placements=rules.shape(groups, plenaries),
        unratified=rules.unratified(meeting.ratification, groups, plenaries),
    )
