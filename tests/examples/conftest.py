"""The example, loaded once for every test of a module."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from time import process_time

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from sinergi.examples.loader import load_ntb

LOADED_AT = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Example:
    """When it was loaded and how much of a processor that took."""

    at: datetime
    seconds: float


@pytest.fixture(scope="module")
def ntb(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Example]:
    with django_db_blocker.unblock(), transaction.atomic():
        start = process_time()
        load_ntb(at=LOADED_AT)
        yield Example(LOADED_AT, process_time() - start)
        transaction.set_rollback(True)
