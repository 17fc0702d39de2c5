"""What a government says to a version, and what it may say."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sinergi.agree import rules, words
from sinergi.agree.models import Recommendation, Version
from sinergi.agree.rules import NEEDS_NOTE, TAKES_NOTE, Stance, State
from sinergi.convene.rules import MeetingState
from sinergi.core.canonical import sha256
from sinergi.core.models import Place
from sinergi.core.refusal import Refusal


class StanceNotTaken(Refusal):
    """A stance this office cannot take."""


class NoteMissing(Refusal):
    """A note, a wish to discuss and an objection say what they are about."""


class NoteNotTaken(Refusal):
    """A plain yes has no note; with one it is another stance."""


@dataclass(frozen=True)
class Said:
    """What a government said in the hall, as the secretariat writes it down."""

    government: Place
    stance: Stance
    note: str = ""


def refuse_unconcerned(version: Version, said: Said) -> None:
    addressees = version.recommendation.addressees
    is_addressed = addressees.filter(pk=said.government.pk).exists()
    if not rules.stances([said.stance], is_addressed=is_addressed):
        raise StanceNotTaken(
            _(
                "%(name)s is addressed, so it cannot be “%(stance)s”. Choose another "
                "answer; “%(object)s” says that it should not be addressed."
            )
            % {
                "name": said.government.name,
                "stance": words.STANCE[said.stance].label,
                "object": words.STANCE[Stance.OBJECT].label,
            }
        )


def refuse_note(said: Said) -> None:
    if said.stance in NEEDS_NOTE and not said.note.strip():
        raise NoteMissing(
            _("%(name)s: “%(stance)s” needs a note. Write what it is about.")
            % {"name": said.government.name, "stance": words.STANCE[said.stance].label}
        )
    if said.stance not in TAKES_NOTE and said.note.strip():
        raise NoteNotTaken(
            _("%(name)s: with a note the answer is “%(stance)s”. Choose that one.")
            % {
                "name": said.government.name,
                "stance": words.STANCE[Stance.AGREE_WITH_NOTE].label,
            }
        )


def refuse_early_silence(recommendation: Recommendation, said: Said) -> None:
    """In writing nobody is absent before the last day is over."""
    meeting = recommendation.meeting
    if said.stance is Stance.ABSENT and rules.goes_round(
        State(recommendation.state), MeetingState(meeting.state)
    ):
        raise StanceNotTaken(
            _(
                "%(name)s may still answer in writing. Whoever does not is put down as "
                "“%(stance)s” when the circulation is closed."
            )
            % {
                "name": said.government.name,
                "stance": words.STANCE[Stance.ABSENT].label,
            }
        )


def for_ledger(said: Sequence[Said]) -> dict[str, dict[str, str]]:
    """Answers for the ledger; a note may name people, so only its hash is there."""
    return {
        each.government.slug: {
            "stance": str(each.stance),
            "note_sha256": sha256(each.note) if each.note else "",
        }
        for each in said
    }
