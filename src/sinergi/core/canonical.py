"""One way to turn data into bytes before hashing, so that equal data hash equally."""

import hashlib
import json
from typing import Any

# Written into every hashed record: a change of these rules gets a new number.
VERSION = 1


def canonical_json(data: Any) -> str:
    """JSON with sorted keys, no spaces and no escapes beyond those JSON requires.

    Floats are refused: two machines may print them differently. Pass them as text.
    """
    _refuse_floats(data)
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def sha256(text: str | bytes) -> str:
    raw = text.encode() if isinstance(text, str) else text
    return hashlib.sha256(raw).hexdigest()


def _refuse_floats(data: Any) -> None:
    match data:
        case float():
            raise TypeError(f"{data!r} is a float; pass a figure as text to hash it.")
        case dict():
            for value in data.values():
                _refuse_floats(value)
        case list() | tuple():
            for value in data:
                _refuse_floats(value)
