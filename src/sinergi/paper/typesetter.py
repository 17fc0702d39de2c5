"""The one call to typst that draws: its own typefaces only, archivable and tagged."""

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
