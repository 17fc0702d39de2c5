"""The hidden key of a workbook: whose it is, of which year, and what stood in it.

It is signed, so that a file of another government cannot be passed off as one's own.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.signing import BadSignature, Signer

_SALT = "sinergi.align.planbook"
# What one cell takes is 32,767 letters; the key is written over several.
_PIECE = 30_000


class ChangedKey(ValueError):
    """The key is not there, or not as it was written."""


@dataclass(frozen=True)
class Key:
    """`plans` has the stamp of every plan in the file by its reference."""

    forum: str
    government: str
    year: int
    made_at: str
    plans: Mapping[str, str]


def written(key: Key) -> list[str]:
    """The key as pieces of text, each for one cell."""
    plain = json.dumps(
        {**vars(key), "plans": dict(key.plans)}, sort_keys=True, ensure_ascii=True
    )
    text = Signer(salt=_SALT).sign(plain)
    return [text[at : at + _PIECE] for at in range(0, len(text), _PIECE)]


def read(pieces: list[str]) -> Key:
    """The key that was written.

    Raises:
        ChangedKey: Somebody changed it, or another server wrote it.
    """
    try:
        return Key(**json.loads(Signer(salt=_SALT).unsign("".join(pieces))))
    except (BadSignature, ValueError, TypeError) as wrong:
        raise ChangedKey from wrong
