"""Files that a command is given by their path: read whole, or refused in our words."""

from collections.abc import Mapping
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sinergi.core.refusal import Refusal

# What the system answers, the most telling first; it would say it in English.
_WHY: Mapping[type[OSError], Promise] = {
    FileNotFoundError: gettext_lazy(
        "There is no file “%(path)s”, seen from %(here)s. Check the spelling, or give "
        "the whole path."
    ),
    NotADirectoryError: gettext_lazy(
        "There is no file “%(path)s”: a part of the path is a file and no folder. "
        "Check the path."
    ),
    IsADirectoryError: gettext_lazy("“%(path)s” is a folder. Name one file in it."),
    PermissionError: gettext_lazy(
        "“%(path)s” may not be read by the account that runs the command. Ask the "
        "owner of the file for the right to read it, or copy it to a folder of your "
        "own."
    ),
}


class NotRead(Refusal):
    """The path leads to nothing that can be read."""


def content(path: str) -> bytes:
    """The bytes of a file.

    Raises:
        NotRead: With the path, why it is not read, and the way out.
    """
    try:
        return Path(path).read_bytes()
    except OSError as error:
        values = {"path": path, "here": Path.cwd()}
        for kind, why in _WHY.items():
            if isinstance(error, kind):
                raise NotRead(str(why) % values) from error
        raise NotRead(
            _(
                "The system does not let “%(path)s” be read (error %(number)s). Copy "
                "it to another disk or folder, and name that copy."
            )
            % {"path": path, "number": error.errno}
        ) from error


def text(path: str) -> str:
    """The text of a file in UTF-8, with or without the mark at its beginning.

    Raises:
        NotRead: It cannot be read, or some line is not UTF-8.
    """
    read = content(path)
    try:
        return read.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = read[: error.start].count(b"\n") + 1
        raise NotRead(
            _(
                "“%(path)s” is not UTF-8 text: line %(line)s has a letter that cannot "
                "be read. Save it again as UTF-8."
            )
            % {"path": path, "line": line}
        ) from error
