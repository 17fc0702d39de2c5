"""The example as of today, loaded once for the tests of a module."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker

from sinergi.examples.loader import load_ntb


@pytest.fixture(scope="module")
def ntb(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_ntb(at=timezone.now())
        yield
        transaction.set_rollback(True)
