"""A locked paper says what was agreed, whatever a programme is called later."""

import json

import pytest

from sinergi.agree import printed
from sinergi.align import acts
from sinergi.core.documents import Seal

pytestmark = pytest.mark.django_db


def test_a_programme_that_is_renamed_keeps_its_name_in_a_locked_record(locked, sari):
    programme = locked.meeting.recommendations.get().programme
    before, kept = programme.name, locked.document.content
    drawn = draw(locked)

    acts.describe_programme(
        programme,
        acts.Description(
            name="Nama lain",
            short_name="",
            bidang=tuple(programme.bidang.all()),
            responsible_levels=(),
        ),
        reason="Peta jalan baru.",
        by=sari,
        at=locked.locked_at,
    )
    locked.document.refresh_from_db()

    assert locked.document.content == kept
    assert before in kept
    assert draw(locked) == drawn


def draw(record) -> bytes:
    document = record.document
    seal = Seal(document.code, document.content_sha256)
    return printed.berita_acara(
        json.loads(document.content), seal, origin="https://sinergi.example"
    )
