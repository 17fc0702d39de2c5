"""What makes a function an act: one transaction, one writer at a time."""

import threading
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import connection, transaction

P = ParamSpec("P")
R = TypeVar("R")

# SQLite has one writer; threads that wait here are served in turn instead of by
# its retry timer, whose waits are long and unfair.
_writer = threading.RLock()


def act(deed: Callable[P, R]) -> Callable[P, R]:
    """Run the deed in one transaction; all of it happens or none."""

    @wraps(deed)
    def done(*args: P.args, **kwargs: P.kwargs) -> R:
        if connection.vendor != "sqlite":
            with transaction.atomic():
                return deed(*args, **kwargs)
        with _writer, transaction.atomic():
            return deed(*args, **kwargs)

    return done
