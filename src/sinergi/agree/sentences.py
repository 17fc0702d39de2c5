"""What holds a decision up, in sentences; refusals and pages say the same."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sinergi.agree import words
from sinergi.agree.models import Amendment, Recommendation
from sinergi.agree.rules import Action, Beyond, Gap, Standing, State, Touched
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
        sentence % {"names": named(slugs, names)} for slugs, sentence in told if slugs
    ]


def quorum(found: Quorum) -> str:
    return _(
        "%(present)d of %(seats)d governments are on the attendance list; the tata "
        "tertib asks for %(needed)d."
    ) % {"present": found.present, "seats": found.seats, "needed": found.needed}


def too_silent(found: Quorum) -> str:
    """The quorum of a text that goes round in writing."""
    return _(
        "%(present)d of the %(seats)d governments that must answer did so in writing; "
        "the tata tertib asks for %(needed)d."
    ) % {"present": found.present, "seats": found.seats, "needed": found.needed}


def amendments(named: Iterable[Amendment]) -> str:
    """U1 (Kabupaten Satu), U3 (Kota Tiga)."""
    return ", ".join(f"{each.name} ({each.proposer.name})" for each in named)


def gaps(missing: Iterable[Gap]) -> str:
    return ", ".join(str(words.GAP[gap]) for gap in missing)


def taken(action: Action, recommendation: Recommendation) -> str:
    """What is told once a step is taken."""
    named = {"reference": recommendation.name}
    if State(recommendation.state) is State.ADOPTED_WITH_NOTES:
        return _("%(reference)s is adopted with notes.") % named
    return words.DONE[action] % named


def in_force(day: date) -> str:
    return _("The guideline is in force from %(day)s.") % {"day": date_format(day)}


def beyond_editorial(found: Beyond, base: int) -> str:
    """What an edit touches that an editorial one may not; `base` is the version it is
    measured against."""
    told = {"n": found.paragraph, "before": found.before, "after": found.after}
    if found.touched is Touched.PARAGRAPHS:
        return _(
            "Version %(base)d has %(before)s paragraphs, this text has %(after)s."
        ) % {**told, "base": base}
    if found.touched is Touched.WORDS:
        return _(
            "Paragraph %(n)d: %(before)s words differ from version %(base)d; an "
            "editorial change touches at most %(after)s of its words."
        ) % {**told, "base": base}
    if found.touched is Touched.PUNCTUATION:
        return (
            _(
                "Paragraph %(n)d: the marks beside a word that denies, obliges, "
                "permits or excepts can turn its sentence around; “%(before)s” became "
                "“%(after)s”."
            )
            % told
        )
    if not found.before:
        return _("Paragraph %(n)d: “%(after)s” came in.") % told
    if not found.after:
        return _("Paragraph %(n)d: “%(before)s” went out.") % told
    return _("Paragraph %(n)d: “%(before)s” became “%(after)s”.") % told


def named(slugs: Iterable[str], names: Mapping[str, str]) -> str:
    return ", ".join(names.get(slug, slug) for slug in slugs)
