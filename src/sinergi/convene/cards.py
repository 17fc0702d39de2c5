"""The card of a participant: a QR with an address nobody guesses, and a short code.

Both are made from the key of the server and the participant, so nothing is kept that
could leak, and a lost paper is printed again as it was. A new edition of the card
makes the earlier one worthless. The code alone opens nothing: only who checks in may
type it.
"""

import hmac
from base64 import urlsafe_b64encode

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import salted_hmac

from sinergi.convene.models import Meeting, Participant
from sinergi.convene.rules import CODE_LENGTH, as_typed, code_from

# 128 bits, in letters an address may have.
_SEAL_LENGTH = 22


def code_of(participant: Participant) -> str:
    return code_from(_digest("code", participant))


def token_of(participant: Participant) -> str:
    """What stands in the address: the code, and the seal that nobody guesses."""
    seal = urlsafe_b64encode(_digest("seal", participant)).decode()[:_SEAL_LENGTH]
    return f"{code_of(participant)}-{seal}"


def address_of(participant: Participant) -> str:
    path = reverse(
        "convene:card", args=[participant.meeting.slug, token_of(participant)]
    )
    return f"{settings.PUBLIC_ORIGIN}{path}"


def holder_of(meeting: Meeting, token: str) -> Participant | None:
    """Whose card this is, if it is a card of this meeting that still holds."""
    code, _dash, _seal = token.partition("-")
    found = by_code(meeting, code)
    if found and hmac.compare_digest(token_of(found).encode(), token.encode()):
        return found
    return None


def by_code(meeting: Meeting, typed: str) -> Participant | None:
    """Whose code this is; nobody's, too, if two share it by a rare chance."""
    code = as_typed(typed)
    if len(code) != CODE_LENGTH:
        return None
    everybody = meeting.participants.select_related("government", "session", "meeting")
    found = [each for each in everybody if code_of(each) == code]
    return found[0] if len(found) == 1 else None


def _digest(purpose: str, participant: Participant) -> bytes:
    what = f"{participant.meeting_id}/{participant.pk}/{participant.card_edition}"
    return salted_hmac(
        f"sinergi.convene.card.{purpose}", what, algorithm="sha256"
    ).digest()
