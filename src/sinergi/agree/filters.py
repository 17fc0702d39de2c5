"""What the address of the public list asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sinergi.agree import words
from sinergi.agree.models import Recommendation
from sinergi.agree.models.recommendations import RecommendationQuerySet
from sinergi.agree.rules import ADOPTED, State
from sinergi.align.models import Programme
from sinergi.core.models import Bidang, Place

# Names in the address, and what of a recommendation they mean.
FIELDS = {
    "rakor": "meeting__slug",
    "bidang": "bidang__code",
    "program": "programme__code",
    "pemerintah": "addressees__slug",
    "keadaan": "state",
}


@dataclass(frozen=True)
class Filters:
    asked: Mapping[str, str]

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> "Filters":
        return cls({name: query[name] for name in FIELDS if query.get(name)})

    def of(self, recommendations: RecommendationQuerySet) -> RecommendationQuerySet:
        wanted = {FIELDS[name]: value for name, value in self.asked.items()}
        return recommendations.filter(**wanted).distinct()

    def choices(self) -> dict[str, list[dict[str, Any]]]:
        """For each filter, what adopted recommendations there are to choose from."""
        adopted = Recommendation.objects.adopted()
        meetings = adopted.values_list("meeting__slug", "meeting__title")
        bidang = Bidang.objects.filter(recommendations__in=adopted)
        programmes = Programme.objects.filter(recommendations__in=adopted)
        places = Place.objects.filter(addressed_by__in=adopted)
        return {
            "rakor": self._options("rakor", meetings.distinct()),
            "bidang": self._options("bidang", bidang.values_list("code", "name")),
            "program": self._options("program", programmes.values_list("code", "name")),
            "pemerintah": self._options(
                "pemerintah",
                places.order_by("seats__order").values_list("slug", "name"),
            ),
            "keadaan": self._options(
                "keadaan",
                [(each, words.STATE[each].label) for each in State if each in ADOPTED],
            ),
        }

    def _options(self, name: str, pairs: Any) -> list[dict[str, Any]]:
        return [
            {
                "value": str(value),
                "label": label,
                "chosen": self.asked.get(name) == str(value),
            }
            for value, label in dict(pairs).items()
        ]
