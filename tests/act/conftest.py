"""An adopted recommendation with a locked record, addressed to Kabupaten Satu."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from sinergi.act import acts, drafts
from sinergi.act.models import Commitment
from sinergi.act.rules import Quarter
from sinergi.agree.models import Recommendation, RecordOfAgreement
from sinergi.align.models import Programme
from sinergi.convene.models import Meeting, RulesOfProcedure, Session
from sinergi.core import documents
from sinergi.core.models import Bidang, Forum, Membership, Place
from sinergi.core.rules import Provenance, Role
from tests.cast import NOW, member

# The record is of 4 March 2026; the first quarter ends on 31 March.
APRIL = datetime(2026, 4, 2, 3, 0, tzinfo=UTC)
JULY = datetime(2026, 7, 2, 3, 0, tzinfo=UTC)


@pytest.fixture
def programme(forum: Forum, ptik: Bidang) -> Programme:
    made = Programme.objects.create(
        forum=forum,
        code="spbe",
        name="SPBE",
        national_owner="Kementerian",
        mandate_verified="verified",
        target_verified="none",
        source="tests",
        order=1,
    )
    made.bidang.add(ptik)
    return made


@pytest.fixture
def meeting(forum: Forum, province: Place) -> Meeting:
    made = Meeting.objects.create(
        forum=forum,
        slug="rakor-uji",
        title="Rakor Uji",
        kind="merged",
        purpose="Uji",
        host=province,
        venue="Aula",
        starts_on=date(2026, 3, 3),
        ends_on=date(2026, 3, 4),
        state="closed",
        provenance="entered",
    )
    RulesOfProcedure.objects.create(meeting=made)
    return made


@pytest.fixture
def recommendation(
    meeting: Meeting,
    programme: Programme,
    ptik: Bidang,
    province: Place,
    satu: Place,
    sari: Membership,
) -> Recommendation:
    session = Session.objects.create(
        meeting=meeting,
        kind="group",
        bidang=ptik,
        title="Kelompok PTIK",
        starts_at=NOW,
        ends_at=NOW.replace(hour=5),
    )
    made = Recommendation.objects.create(
        reference="REK-2026-PTIK-01",
        meeting=meeting,
        session=session,
        bidang=ptik,
        programme=programme,
        proposer=province,
        title="Latih petugas desa",
        indicator="Petugas terlatih",
        target="40",
        due_year=2026,
        due_quarter=4,
        state="adopted",
        provenance="entered",
        created_at=NOW,
        adopted_at=NOW,
    )
    made.addressees.add(satu)
    record = documents.lock(
        kind="berita-acara",
        title="Berita acara",
        content={"n": 1},
        draw=lambda seal: b"%PDF-1.7 test",
        provenance=Provenance.ENTERED,
        by=sari,
        at=NOW,
    )
    RecordOfAgreement.objects.create(
        meeting=meeting,
        number="1/BA/2026",
        agreed_on=date(2026, 3, 4),
        state="locked",
        document=record,
        locked_at=NOW,
        provenance="entered",
    )
    return made


@pytest.fixture
def draft(recommendation: Recommendation, satu: Place, budi: Membership) -> Commitment:
    return acts.begin(recommendation, government=satu, by=budi, at=NOW)


@pytest.fixture
def complete(draft: Commitment) -> Commitment:
    """A draft with one activity: 10 officers by June, 40 by December."""
    drafts.save_activity(
        draft,
        activity=None,
        targets={
            Quarter(2026, 1): Decimal(0),
            Quarter(2026, 2): Decimal(10),
            Quarter(2026, 4): Decimal(40),
        },
        title="Pelatihan petugas",
        output="Petugas terlatih",
        unit="orang",
        budget=Decimal(50_000_000),
        budget_stage="dpa",
    )
    return draft


@pytest.fixture
def running(complete: Commitment, kadek: Membership, rini: Membership) -> Commitment:
    acts.submit_commitment(complete, by=kadek, at=NOW)
    return acts.start_running(complete, by=rini, at=NOW)


@pytest.fixture
def own_reviewer(satu: Place) -> Membership:
    return member("Made", satu, Role.REVIEWER)


@pytest.fixture
def second_reviewer(province: Place) -> Membership:
    return member("Lalu", province, Role.REVIEWER)
