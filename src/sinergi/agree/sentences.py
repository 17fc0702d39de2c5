"""What holds a decision up, in sentences; refusals and pages say the same."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from sinergi.agree import words
from sinergi.agree.rules import Gap, Standing
from sinergi.convene.rules import Quorum


def held_up(standing: Standing, names: Mapping[str, str]) -> list[str]:
    """One sentence for each kind of hold, naming the governments."""
    told = [
        (standing.missing, _("Not answered yet: %(names)s.")),
        (
            standing.absent,
            _("Absent, which the tata tertib does not take as an answer: %(names)s."),
        ),
        (standing.to_discuss, _("Needs discussion: %(names)s.")),
        (standing.objecting, _("Objects: %(names)s.")),
    ]
    return [
        sentence % {"names": _named(slugs, names)} for slugs, sentence in told if slugs
    ]


def quorum(found: Quorum) -> str:
    return _(
        "%(present)d of %(seats)d governments are on the attendance list; the tata "
        "tertib asks for %(needed)d."
    ) % {"present": found.present, "seats": found.seats, "needed": found.needed}


def gaps(missing: Iterable[Gap]) -> str:
    return ", ".join(str(words.GAP[gap]) for gap in missing)


def _named(slugs: Iterable[str], names: Mapping[str, str]) -> str:
    return ", ".join(names.get(slug, slug) for slug in slugs)
