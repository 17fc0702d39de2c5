"""One meeting in session with a group, everyone who runs it, and drafts for it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from sinergi.agree import acts
from sinergi.agree.acts import Details, Said
from sinergi.agree.models import (
    Amendment,
    Guideline,
    GuidelineReading,
    Recommendation,
    RecordOfAgreement,
)
from sinergi.agree.rules import Stance
from sinergi.align.models import Plan, Programme
from sinergi.collect.models import FormVersion, Survey, Wave
from sinergi.convene.models import (
    AgendaItem,
    Attendance,
    CommitteeMember,
    Meeting,
    Participant,
    RulesOfProcedure,
    Session,
)
from sinergi.convene.rules import (
    CommitteeRole,
    MeetingKind,
    MeetingState,
    SessionKind,
)
from sinergi.core.models import Bidang, Forum, Membership, Pillar, Place
from sinergi.core.rules import Provenance, Role
from sinergi.measure.models import (
    Figure,
    IndexDefinition,
    MethodVersion,
    PublishedValue,
    Release,
    Series,
)
from sinergi.measure.rules import ReleaseState
from tests.cast import member

LETTER = b"%PDF-1.4\n% surat mandat"
NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
TEXT = (
    "Setiap kecamatan menyelenggarakan kelas literasi digital setiap triwulan.\n\n"
    "Hasilnya dilaporkan kepada sekretariat."
)


@pytest.fixture
def programme(forum: Forum, ptik: Bidang, pillars: list[Pillar]) -> Programme:
    programme = Programme.objects.create(
        forum=forum,
        code="literasi",
        name="Gerakan Literasi Digital",
        national_owner="Kementerian",
        mandate="Peta Jalan Literasi Digital",
        mandate_verified="none",
        target_verified="none",
        source="tests",
        order=1,
    )
    programme.bidang.add(ptik)
    return programme


@pytest.fixture
def meeting(forum: Forum, tiga: Place) -> Meeting:
    meeting = Meeting.objects.create(
        forum=forum,
        slug="rakor-uji",
        title="Rakor Uji Tahun 2026",
        kind=MeetingKind.MERGED,
        purpose="Menyelaraskan program.",
        host=tiga,
        venue="Aula Kota Tiga",
        starts_on=date(2026, 3, 3),
        ends_on=date(2026, 3, 5),
        state=MeetingState.RUNNING,
        provenance=Provenance.ENTERED,
    )
    RulesOfProcedure.objects.create(meeting=meeting)
    return meeting


@pytest.fixture
def group(meeting: Meeting, ptik: Bidang) -> Session:
    return Session.objects.create(
        meeting=meeting,
        kind=SessionKind.GROUP,
        bidang=ptik,
        title="Kelompok PTIK",
        starts_at=datetime(2026, 3, 3, 1, 0, tzinfo=UTC),
        ends_at=datetime(2026, 3, 3, 8, 0, tzinfo=UTC),
    )


@pytest.fixture
def item(meeting: Meeting) -> AgendaItem:
    """The item of the plenary under which recommendations come up."""
    plenary = Session.objects.create(
        meeting=meeting,
        kind=SessionKind.PLENARY,
        title="Pleno penutupan",
        starts_at=datetime(2026, 3, 4, 1, 0, tzinfo=UTC),
        ends_at=datetime(2026, 3, 4, 8, 0, tzinfo=UTC),
    )
    return AgendaItem.objects.create(
        session=plenary, order=1, title="Penetapan rekomendasi", minutes=60
    )


@pytest.fixture
def present(meeting: Meeting, forum: Forum, sari: Membership) -> list[Participant]:
    """Every government is on the attendance list."""
    found = []
    for government in forum.governments():
        participant = Participant.objects.create(
            meeting=meeting, government=government, office="Kepala Dinas"
        )
        Attendance.objects.create(
            participant=participant,
            day=meeting.starts_on,
            checked_in_at=NOW,
            recorded_at=NOW,
            by=sari,
        )
        found.append(participant)
    return found


@pytest.fixture
def chair(meeting: Meeting, province: Place) -> Membership:
    chair = member("Made", province, Role.HEAD)
    CommitteeMember.objects.create(
        meeting=meeting, person=chair.person, role=CommitteeRole.CHAIR
    )
    return chair


@pytest.fixture
def group_chair(meeting: Meeting, group: Session, dua: Place) -> Membership:
    leader = member("Putu", dua, Role.OPERATOR)
    CommitteeMember.objects.create(
        meeting=meeting,
        person=leader.person,
        role=CommitteeRole.GROUP_CHAIR,
        session=group,
    )
    return leader


@pytest.fixture
def head_of_dua(dua: Place) -> Membership:
    return member("Lina", dua, Role.HEAD)


@pytest.fixture
def head_of_tiga(tiga: Place) -> Membership:
    return member("Nyoman", tiga, Role.HEAD)


@pytest.fixture
def details(programme: Programme, satu: Place, dua: Place) -> Details:
    """Complete, and addressed to Satu and Dua; province and Tiga are not concerned."""
    return Details(
        title="Kelas literasi digital di setiap kecamatan",
        programme=programme,
        addressees=[satu, dua],
        indicator="Jumlah peserta kelas",
        unit="orang",
        target="12.000",
        due_year=2026,
        due_quarter=4,
        evidence_expected="Daftar hadir kelas",
    )


@pytest.fixture
def drafted(
    meeting: Meeting, group: Session, details: Details, budi: Membership
) -> Recommendation:
    return acts.draft(
        meeting=meeting, session=group, details=details, text=TEXT, by=budi, at=NOW
    )


@pytest.fixture
def submitted(drafted: Recommendation, kadek: Membership) -> Recommendation:
    return acts.submit(drafted, by=kadek, at=NOW)


@pytest.fixture
def in_group(submitted: Recommendation, group_chair: Membership) -> Recommendation:
    return acts.discuss_in_group(submitted, by=group_chair, at=NOW)


@pytest.fixture
def answer(kadek: Membership, head_of_dua: Membership) -> Callable[..., Recommendation]:
    """Both addressees answer the version before them."""

    def both(
        recommendation: Recommendation,
        satu: Stance = Stance.AGREE,
        dua: Stance = Stance.AGREE,
        note: str = "Sesuai kemampuan daerah.",
    ) -> Recommendation:
        for by, stance in ((kadek, satu), (head_of_dua, dua)):
            acts.take_position(
                recommendation.current,
                stance=stance,
                note=note if stance is not Stance.AGREE else "",
                by=by,
                at=NOW,
            )
        return recommendation

    return both


@pytest.fixture
def agreed_in_group(
    in_group: Recommendation, answer: Any, group_chair: Membership
) -> Recommendation:
    return acts.agree_in_group(answer(in_group), by=group_chair, at=NOW)


@pytest.fixture
def forwarded(
    agreed_in_group: Recommendation, group_chair: Membership, item: AgendaItem
) -> Recommendation:
    return acts.forward(agreed_in_group, agenda_item=item, by=group_chair, at=NOW)


@pytest.fixture
def in_plenary(forwarded: Recommendation, chair: Membership) -> Recommendation:
    return acts.open_in_plenary(forwarded, by=chair, at=NOW)


@pytest.fixture
def adopted(
    in_plenary: Recommendation, chair: Membership, present: list[Participant]
) -> Recommendation:
    return acts.adopt(in_plenary, by=chair, at=NOW)


@pytest.fixture
def locked(adopted: Recommendation, sari: Membership) -> RecordOfAgreement:
    """The meeting is closed and its berita acara locked."""
    return lock(adopted.meeting, sari)


def lock(meeting: Meeting, sari: Membership) -> RecordOfAgreement:
    meeting.state = MeetingState.CLOSED
    meeting.save(update_fields=["state"])
    record = acts.draft_record(
        meeting, number="500/1/2026", agreed_on=date(2026, 3, 4), by=sari, at=NOW
    )
    return acts.lock_record(record, by=sari, at=NOW)


def another(details: Details, number: int = 2) -> Details:
    """The same under another title, as a second recommendation of a government is."""
    return replace(details, title=f"{details.title} ({number})")


def said(government: Place, stance: Stance, note: str = "") -> Said:
    return Said(government, stance, note)


@pytest.fixture
def plan(programme: Programme, satu: Place) -> Plan:
    return Plan.objects.create(
        reference="P-1",
        programme=programme,
        government=satu,
        year=2026,
        activity_code="2.16.02.2.02.0001",
        activity="Kelas literasi",
        output="Kelas di kecamatan",
        unit="kelas",
        budget=Decimal(125_000_000),
        budget_stage="dpa",
        provenance=Provenance.ENTERED,
        entered_at=NOW,
        changed_at=NOW,
    )


@pytest.fixture
def value(province: Place) -> PublishedValue:
    series = Series.objects.create(
        slug="ild",
        name="Indeks Literasi Digital",
        short_name="ILD",
        owner="Kementerian",
        scale_min=1,
        scale_max=5,
        direction="higher",
    )
    return PublishedValue.objects.create(
        method=MethodVersion.objects.create(series=series, code="2022"),
        place=province,
        measure="index",
        year=2022,
        value=Decimal("3.44"),
        source="Status Literasi Digital",
    )


@pytest.fixture
def released(forum: Forum, province: Place) -> Release:
    survey = Survey.objects.create(
        forum=forum,
        owner=province,
        slug="survei",
        title="Survei",
        provenance=Provenance.MEASURED,
    )
    version = FormVersion.objects.create(
        survey=survey, version="1", title="Kuesioner", published_at=NOW
    )
    wave = Wave.objects.create(
        survey=survey,
        form_version=version,
        slug="putaran",
        title="Putaran 1",
        method="probability",
        starts_on=date(2026, 1, 1),
        ends_on=date(2026, 1, 31),
        provenance=Provenance.MEASURED,
    )
    definition = IndexDefinition.objects.create(
        slug="indeks", version=1, title="Indeks", definition="", sha256="0" * 64
    )
    return Release.objects.create(
        definition=definition,
        wave=wave,
        slug="rilis",
        title="Rilis 1",
        state=ReleaseState.RELEASED,
        provenance=Provenance.MEASURED,
        software="uji",
        computed_at=NOW,
        released_at=NOW,
    )


@pytest.fixture
def figure(satu: Place, released: Release) -> Figure:
    return Figure.objects.create(
        release=released,
        government=satu,
        measure="index",
        estimate=3.3,
        se=0.1,
        ci_low=3.1,
        ci_high=3.5,
        df=20,
        n=210,
    )


@pytest.fixture
def propose(in_group: Recommendation) -> Callable[..., Amendment]:
    """An amendment of the text in the group, as far as it is wanted."""

    def made(
        by: Membership,
        old: str,
        new: str,
        *,
        submitted_by: Membership | None = None,
        discussed_by: Membership | None = None,
    ) -> Amendment:
        amendment = acts.draft_amendment(
            in_group.current,
            text=in_group.current.as_typed.replace(old, new),
            reason=f"{new} lebih tepat.",
            by=by,
            at=NOW,
        )
        if submitted_by:
            acts.submit_amendment(amendment, by=submitted_by, at=NOW)
        if discussed_by:
            acts.discuss_amendment(amendment, by=discussed_by, at=NOW)
        return amendment

    return made


@pytest.fixture
def holder(meeting: Meeting, kadek: Membership, budi: Membership) -> Membership:
    """Budi, with a letter of his head for this meeting."""
    acts.give_mandate(
        meeting=meeting,
        holder=budi,
        office="Kepala Dinas Kominfo Kabupaten Satu",
        number="800/12/2026",
        dated_on=date(2026, 3, 1),
        content=LETTER,
        file_name="mandat.pdf",
        by=kadek,
        at=NOW,
    )
    return budi


def later_meeting(meeting: Meeting) -> Meeting:
    return Meeting.objects.create(
        forum=meeting.forum,
        slug="rakor-kemudian",
        title="Rakor Kemudian",
        kind=meeting.kind,
        purpose="Meninjau.",
        host=meeting.host,
        venue="Aula",
        starts_on=date(2027, 3, 3),
        ends_on=date(2027, 3, 5),
        state="closed",
        provenance=meeting.provenance,
    )


def reviewed(guideline: Guideline, sari: Membership, at: datetime = NOW) -> Guideline:
    """The governments had it for review, and every one has finished."""
    acts.open_review(guideline, by=sari, at=at)
    return finished(guideline, sari, at)


def finished(guideline: Guideline, sari: Membership, at: datetime = NOW) -> Guideline:
    """Every government has said what it wanted to say."""
    for government in guideline.meeting.forum.governments():
        GuidelineReading.objects.create(
            guideline=guideline,
            review=guideline.reviews,
            government=government,
            by=sari,
            finished_at=at,
        )
    return guideline
