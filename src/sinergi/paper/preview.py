"""The picture phones show beside a link: what, when, where, and nothing of a person."""

import json
from functools import lru_cache
from importlib.resources import files

from sinergi.paper.glyphs import printable
from sinergi.paper.typesetter import picture

# What previews are cut to; a wider picture would lose its ends.
WIDTH, HEIGHT = 1200, 630


# Links are opened by many phones at once; the same words make the same picture.
@lru_cache(maxsize=64)
def preview(*, kicker: str, title: str, when: str, where: str, mark: str) -> bytes:
    """A PNG of WIDTH × HEIGHT dots; `mark` is the word of a hatched band, or empty."""
    told = {
        "kicker": kicker,
        "title": title,
        "when": when,
        "where": where,
        "mark": mark,
        "width": WIDTH,
        "height": HEIGHT,
    }
    folder = files("sinergi.paper") / "typst"
    return picture(
        {
            "main.typ": (folder / "pratinjau.typ").read_bytes(),
            "data.json": json.dumps(printable(told)).encode(),
        }
    )
