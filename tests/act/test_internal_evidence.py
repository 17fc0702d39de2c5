"""What the public page of a plan says of evidence it does not show."""

from decimal import Decimal

import pytest
from django.urls import reverse

from sinergi.act import acts, drafts
from sinergi.act.rules import EvidenceLevel, Quarter, Verdict
from tests.act.conftest import APRIL

pytestmark = pytest.mark.django_db

PNG = b"\x89PNG\r\n\x1a\n"


def test_internal_files_are_told_once_with_their_count(
    client, running, budi, kadek, rini
):
    report = drafts.open_report(running, Quarter(2026, 1), by=budi)
    values = {running.activities.get().pk: Decimal(12)}
    drafts.save_report(report, narrative="Dua kelas", obstacles="", values=values)
    for name, is_public in (("a.png", False), ("b.png", False), ("foto.png", True)):
        drafts.attach(
            report,
            content=PNG + name.encode() * 9,
            name=name,
            page="1",
            level="2",
            is_public=is_public,
            at=APRIL,
        )
    acts.submit_report(report, by=kadek, at=APRIL)
    acts.review(
        report,
        verdict=Verdict.DONE,
        evidence_level=EvidenceLevel.DOCUMENT,
        note="",
        by=rini,
        at=APRIL,
    )

    page = client.get(reverse("act:commitment", args=[running.reference])).text

    assert page.count("bersifat internal") == 1
    assert "2 berkas bukti dukung bersifat internal" in page
    assert "foto.png" in page
    assert "a.png" not in page
