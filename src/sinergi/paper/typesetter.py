"""The calls to typst that draw, with its own typefaces only: paper, archivable and
tagged, and pictures for screens."""

from collections.abc import Callable, Mapping

import typst

# typst takes a mapping of file names to contents, which its type stub does not say.
_compile: Callable[..., bytes] = typst.compile


def typeset(sources: Mapping[str, bytes], *, timestamp: int = 0) -> bytes:
    """The PDF of `main.typ`, which sees no file but its siblings in `sources`."""
    return _compile(
        dict(sources),
        format="pdf",
        ignore_system_fonts=True,
        pdf_standards=["a-2a", "ua-1"],
        timestamp=timestamp,
    )


def picture(sources: Mapping[str, bytes]) -> bytes:
    """The one page of `main.typ` as PNG, a point of the page to a dot."""
    return _compile(dict(sources), format="png", ignore_system_fonts=True, ppi=72.0)
