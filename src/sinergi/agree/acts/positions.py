"""Taking a position (tanggapan daerah), and writing one down for a government."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sinergi.agree import access, rules, words
from sinergi.agree.acts.said import (
    Said,
    StanceNotTaken,
    for_ledger,
    refuse_early_silence,
    refuse_note,
    refuse_unconcerned,
)
from sinergi.agree.acts.texts import StaleVersion
from sinergi.agree.models import Mandate, Position, Recommendation, Version
from sinergi.agree.rounds import takes_answers
from sinergi.agree.rules import BY_HEAD, Stance, State
from sinergi.convene.rules import MeetingState
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership, Place
from sinergi.core.refusal import NotAllowed, Refusal, StandsAlready


class NotOpen(Refusal):
    """Answers are taken from the group's first reading until the item is closed."""


class AnsweredItself(Refusal):
    """The government answered itself; nobody else changes that."""


@act
def take_position(
    version: Version, *, stance: Stance, by: Membership, at: datetime, note: str = ""
) -> Position:
    """The head, or the holder of its mandate on its behalf, answers for the own
    government; free to change until it is closed."""
    recommendation = version.recommendation
    _refuse_closed(version, [by.government], at)
    if not access.may_answer(by, recommendation):
        raise NotAllowed(
            _(
                "The position of a government is taken by the head of its office, or "
                "by the holder of its mandate for this meeting."
            )
        )
    if stance not in BY_HEAD:
        raise StanceNotTaken(
            _("“%(stance)s” is recorded by the secretariat only.")
            % {"stance": words.STANCE[stance].label}
        )
    said = Said(by.government, stance, note.strip())
    refuse_unconcerned(version, said)
    refuse_note(said)
    mandate = access.mandate_of(by, recommendation.meeting)
    known = _standing(version, said.government)
    if known and _is_own_word(known, said, by):
        told = _("The answer of %(name)s stands like this already.")
        raise StandsAlready(told % {"name": by.government.name}, known)
    before, position = _put(version, said, by=by, at=at, mandate=mandate)
    ledger.record(
        "take_position",
        recommendation,
        reference=recommendation.ledger_reference,
        by=by,
        at=at,
        before={"version": version.number, "positions": before},
        after={
            "version": version.number,
            "positions": for_ledger([said]),
            **({"mandate": mandate.number} if mandate else {}),
        },
    )
    return position


@act
def record_positions(
    version: Version, *, said: Sequence[Said], by: Membership, at: datetime
) -> list[Position]:
    """Write down what governments said in the hall, marked as recorded.

    What stands so already, as when the button is pressed twice, is left as it is.
    """
    recommendation = version.recommendation
    _refuse_closed(version, [each.government for each in said], at)
    if not access.may_record(by, recommendation):
        raise NotAllowed(
            _("Only the secretariat or the minute-taker records what others say.")
        )
    seats = recommendation.meeting.forum.seats
    before: dict[str, str] = {}
    positions = []
    said = [each for each in said if not _is_recorded(version, each)]
    if not said:
        raise StandsAlready(_("These positions stand like this already."), [])
    for each in said:
        if not seats.filter(government=each.government).exists():
            raise NotOpen(
                _("%(name)s is not a government of this forum.")
                % {"name": each.government.name}
            )
        refuse_unconcerned(version, each)
        refuse_early_silence(recommendation, each)
        refuse_note(each)
        _refuse_own_answer(version, each.government)
        earlier, position = _put(version, each, by=by, at=at, recorded=True)
        before |= earlier
        positions.append(position)
    ledger.record(
        "record_positions",
        recommendation,
        reference=recommendation.ledger_reference,
        by=by,
        at=at,
        before={"version": version.number, "positions": before},
        after={"version": version.number, "positions": for_ledger(said)},
    )
    return positions


def record_position(
    version: Version,
    *,
    government: Place,
    stance: Stance,
    by: Membership,
    at: datetime,
    note: str = "",
) -> Position:
    """Write down one government's word."""
    said = Said(government, stance, note.strip())
    return record_positions(version, said=[said], by=by, at=at)[0]


def _refuse_closed(
    version: Version, governments: Sequence[Place], at: datetime
) -> None:
    recommendation = version.recommendation
    recommendation.hold()
    if not recommendation.is_open_to_positions:
        raise NotOpen(
            _("%(name)s takes no positions now: %(state)s.")
            % {"name": recommendation.name, "state": recommendation.state_label}
        )
    for government in governments:
        if not takes_answers(recommendation, government, at):
            raise NotOpen(_too_late(recommendation))
    current = recommendation.current
    if current.pk != version.pk:
        raise StaleVersion(
            _(
                "The text changed while this page was open: version %(new)d replaced "
                "version %(old)d. Read it and answer again."
            )
            % {"new": current.number, "old": version.number}
        )


def _too_late(recommendation: Recommendation) -> str:
    meeting = recommendation.meeting
    day = meeting.circulation_last_day
    if rules.goes_round(State(recommendation.state), MeetingState(meeting.state)):
        return _(
            "Written positions on %(name)s were taken until the end of %(day)s. It is "
            "decided on what was answered until then."
        ) % {"name": recommendation.name, "day": date_format(day) if day else "–"}
    return _(
        "Positions are taken while the meeting is in session; %(meeting)s is not."
    ) % {"meeting": meeting.title}


def _refuse_own_answer(version: Version, government: Place) -> None:
    own = version.positions.filter(is_start=False, is_recorded_by_secretariat=False)
    if own.filter(government=government).exists():
        raise AnsweredItself(
            _("%(name)s answered itself; only its head of office changes that.")
            % {"name": government.name}
        )


def _standing(version: Version, government: Place) -> Position | None:
    return version.positions.filter(government=government, is_start=False).first()


def _is_own_word(known: Position, said: Said, by: Membership) -> bool:
    """Given to this very version; one carried over may be given anew."""
    return (
        (known.stance, known.note, known.by_id) == (said.stance, said.note, by.pk)
        and not known.is_recorded_by_secretariat
        and not known.is_carried_over
    )


def _is_recorded(version: Version, said: Said) -> bool:
    known = _standing(version, said.government)
    return (
        known is not None
        and known.is_recorded_by_secretariat
        and (known.stance, known.note) == (said.stance, said.note.strip())
    )


def _put(
    version: Version,
    said: Said,
    *,
    by: Membership,
    at: datetime,
    recorded: bool = False,
    mandate: Mandate | None = None,
) -> tuple[dict[str, str], Position]:
    """What stood before, and the position as it stands now."""
    known = version.positions.filter(government=said.government).first()
    before = {said.government.slug: known.stance} if known else {}
    position, _new = Position.objects.update_or_create(
        version=version,
        government=said.government,
        defaults={
            "stance": said.stance,
            "note": said.note.strip(),
            "by": by,
            "mandate": mandate,
            "is_recorded_by_secretariat": recorded,
            "is_start": False,
            "stated_at": at,
        },
    )
    return before, position
