"""How a stage introduces itself to the application; only `site` reads these."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from ninja import Router

from sinergi.core.access import Gate
from sinergi.core.correspondence import LetterKind
from sinergi.core.deeds import Deeds
from sinergi.core.models import Membership
from sinergi.core.rules import last_moment

Text = str | Promise


@dataclass(frozen=True)
class MenuItem:
    """An entry of a menu: what it is called, where it leads, where it stands."""

    label: Text
    url_name: str
    order: int


@dataclass(frozen=True)
class Panel:
    """What a later stage shows in a named slot of an earlier page.

    `render` gets the request and the object of the page; empty text shows nothing.
    """

    slot: str
    render: Callable[[HttpRequest, Any], str]
    order: int = 0


@dataclass(frozen=True)
class Veto:
    """What a later stage may forbid: the act of an earlier one, by its name.

    `reason` gets what the act is about; empty text forbids nothing.
    """

    deed: str
    reason: Callable[[Any], str]


@dataclass(frozen=True)
class Task:
    """One thing due from a membership: what, whose, until when, one button."""

    title: Text
    subject: Text
    url: str
    button: Text
    due_at: datetime | None = None
    returned: bool = False
    waiting_for_others: bool = False

    @property
    def last_moment(self) -> datetime | None:
        """When it may be done at the latest, as a page shows it."""
        return last_moment(self.due_at) if self.due_at else None


@dataclass(frozen=True)
class Command:
    """`sinergi <subject> <verb>`; exit code 0 done, 1 refused, 2 misused."""

    subject: str
    verb: str
    help: str
    run: Callable[[Namespace], int]
    arguments: Callable[[ArgumentParser], None] = lambda parser: None


Tasks = Callable[[Membership, datetime], Iterable[Task]]


@dataclass(frozen=True)
class Introduction:
    """All the application needs to know of a stage.

    Public pages are mounted at the root, working pages under /kerja/. Every URL name
    has a gate: a page without one is shut.
    """

    stage: str
    gates: Mapping[str, Gate]
    public_urls: str | None = None
    working_urls: str | None = None
    public_menu: tuple[MenuItem, ...] = ()
    turn_menu: tuple[MenuItem, ...] = ()
    panels: tuple[Panel, ...] = ()
    vetoes: tuple[Veto, ...] = ()
    tasks: Tasks | None = None
    router: Router | None = None
    commands: tuple[Command, ...] = field(default=())
    deeds: Deeds = field(default_factory=dict)
    letters: tuple[LetterKind, ...] = ()
