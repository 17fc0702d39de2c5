"""For whom the figures of the whole stand: every government of the forum, or some."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from sinergi.core.models import Place
from sinergi.measure import naming
from sinergi.measure.models import Figure, Release
from sinergi.measure.rules import Group


@dataclass(frozen=True)
class Coverage:
    """The governments under the coordinating one in which somebody answered.

    A wave whose file does not say where respondents live covers nobody knows whom.
    """

    coordinator: Place
    asked: tuple[Place, ...]
    missing: tuple[Place, ...]

    @property
    def is_whole(self) -> bool:
        return bool(self.asked) and not self.missing

    @property
    def is_partial(self) -> bool:
        return bool(self.asked) and bool(self.missing)

    def __str__(self) -> str:
        """What the figures of the whole are figures of."""
        if self.is_whole:
            return _("All of %(place)s") % {"place": self.coordinator.short_name}
        if not self.asked:
            return _("All respondents (government not known)")
        return _("All respondents (%(asked)s of %(all)s governments)") % {
            "asked": naming.count(len(self.asked)),
            "all": naming.count(len(self.asked) + len(self.missing)),
        }


def of(release: Release) -> Coverage:
    forum = release.wave.survey.forum
    answered = set(
        release.figures.of_group(Group.ALL)
        .filter(n__gt=0)
        .order_by()
        .values_list("government", flat=True)
    )
    under = [each for each in forum.governments() if each != forum.coordinator]
    return Coverage(
        coordinator=forum.coordinator,
        asked=tuple(place for place in under if place.pk in answered),
        missing=tuple(place for place in under if place.pk not in answered),
    )


def alike(one: Release, other: Release) -> bool:
    """Whether the whole of both is the same governments, so that it is compared."""
    return of(one).asked == of(other).asked


def whose(figure: Figure) -> str:
    """Whom a figure speaks of, where it stands alone: never a province for a part."""
    forum = figure.release.wave.survey.forum
    if figure.government_id != forum.coordinator_id:
        return figure.government.name
    covered = of(figure.release)
    return figure.government.name if covered.is_whole else str(covered)
