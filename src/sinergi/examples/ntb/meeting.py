"""The finished "Rakor Simulasi": called, prepared, its doors opened each morning."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from sinergi.convene import acts, hall
from sinergi.convene.models import Meeting, Participant, Session
from sinergi.convene.rules import (
    CommitteeRole,
    Door,
    MeetingKind,
    SessionKind,
    Subject,
)
from sinergi.core.models import Bidang, Forum, Place
from sinergi.examples.ntb.diary import Clock, Diary
from sinergi.examples.ntb.lottery import happens, pick
from sinergi.examples.ntb.people import Cast, chairs_by_bidang, head
from sinergi.examples.ntb.timeline import Timeline

# The groups by bidang: where each sits, and whom a government sends to it.
GROUPS = {
    "ikp": ("Ruang sidang A", "Kepala Bidang Informasi dan Komunikasi Publik"),
    "ptik": ("Ruang sidang B", "Kepala Bidang Teknologi Informasi dan Komunikasi"),
    "persandian": ("Ruang sidang C", "Kepala Bidang Persandian"),
    "statistik": ("Ruang sidang D", "Kepala Bidang Statistik"),
    "uptd-pld": ("Ruang sidang E", "Pejabat pengelola layanan digital"),
}
PLENARY_ROOM = "Aula utama"
VENUE = "Aula Pertemuan (simulasi)"
PURPOSE = (
    "Menyelaraskan program dan kegiatan pemerintah provinsi, kabupaten, dan kota, "
    "serta merumuskan rekomendasi yang menjadi pedoman pelaksanaan program nasional "
    "bidang komunikasi dan informatika. Rapat ini simulasi: tidak pernah berlangsung."
)
ABSENT_SHARE = 0.06
# Shares of the doors: the code of the hall, of the rest the card, else the desk.
BY_HALL, BY_CARD = 0.25, 0.5
MONTHS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]

OPENINGS = (
    ("Laporan ketua panitia", "Sekretaris Dinas Kominfotik Provinsi NTB", ""),
    ("Sambutan tuan rumah", "Kepala daerah tuan rumah", "Asisten I (simulasi)"),
    ("Sambutan dan pembukaan", "Kepala Dinas Kominfotik Provinsi NTB", ""),
    ("Doa", "Kantor Kementerian Agama setempat", ""),
)
PLENARY_AGENDA = (
    ("Tindak lanjut hasil rapat tahun lalu", 30, "Sekretariat"),
    (
        "Indeks literasi digital dan galatnya",
        30,
        "Walidata",
    ),
    ("Matriks keselarasan program dan kegiatan", 45, "Sekretariat"),
    ("Tata tertib dan pembagian kelompok", 15, "Pimpinan sidang"),
)
GROUP_AGENDA = (
    ("Paparan keadaan dan rencana setiap daerah", 90, "Ketua kelompok"),
    ("Pembahasan naskah rekomendasi", 150, "Ketua kelompok"),
    ("Penyepakatan naskah kelompok", 60, "Ketua kelompok"),
)
CLOSING_AGENDA = (
    ("Penyampaian hasil kelompok", 60, "Ketua kelompok"),
    ("Penetapan rekomendasi", 75, "Pimpinan sidang"),
    ("Pembacaan berita acara dan penutupan", 30, "Pimpinan sidang"),
)


def write_meeting(diary: Diary, forum: Forum, cast: Cast, days: Timeline) -> None:
    """Drafted two months ahead, invited three weeks ahead, opened on its first day."""
    on = days.rakor_on
    title = f"Rakor Simulasi Kominfotik se-NTB {on.year}"
    diary.write(
        days.before_rakor(60, 13),
        partial(prepare, forum, cast, days, on=on, title=title, lots="finished"),
    )
    diary.write(
        days.before_rakor(21, 13),
        lambda clock: send(finished(on), cast, on - timedelta(days=21), 1, clock),
    )
    for day in range(3):
        diary.write(
            days.moment(on + timedelta(days=day), 8), partial(_desk, cast, on, day)
        )
    diary.write(
        days.moment(on, 9),
        lambda clock: acts.open_meeting(
            finished(on), by=head(cast, forum.coordinator.slug), at=clock()
        ),
    )
    diary.write(days.moment(on, 9, 5), partial(_projected, cast, on))


def _projected(cast: Cast, on: date, clock: Clock) -> None:
    """The minute-taker shows the items of the first plenary and runs their clocks."""
    meeting, by = finished(on), cast["notulis"]
    for item in meeting.sessions.order_by("starts_at")[0].agenda.all():
        subject = Subject("agenda", item.pk)
        acts.show_on_projector(meeting, subject, title=item.title, by=by, at=clock(0.5))
        acts.start_timer(item, by=by, at=clock(item.minutes - 1))
        acts.pause_timer(item, by=by, at=clock(0.5))


def finished(on: date) -> Meeting:
    return Meeting.objects.get(starts_on=on, provenance="simulated")


def prepare(
    forum: Forum,
    cast: Cast,
    days: Timeline,
    clock: Clock,
    *,
    on: date,
    title: str,
    lots: str,
) -> Meeting:
    """A meeting of three days with all an invitation needs; its host by lot."""
    by = cast["sekretariat"]
    members = [place for place in forum.governments() if place != forum.coordinator]
    meeting = acts.draft_meeting(
        forum,
        title=title,
        kind=MeetingKind.MERGED,
        purpose=PURPOSE,
        host=pick(members, "host", lots),
        venue=VENUE,
        starts_on=on,
        ends_on=on + timedelta(days=2),
        by=by,
        at=clock(),
    )
    acts.set_procedure(
        meeting,
        quorum_percent=51,
        all_must_answer=False,
        absence_answers=True,
        days_to_plan=60,
        days_to_report=15,
        days_to_reply=14,
        by=by,
        at=clock(),
    )
    for part, office, other in OPENINGS:
        acts.add_opening(
            meeting, title=part, office=office, represented_by=other, by=by, at=clock()
        )
    _session(meeting, cast, days, clock, on, (9, 12), "Pleno pembukaan", PLENARY_AGENDA)
    groups = [
        _session(
            meeting,
            cast,
            days,
            clock,
            on + timedelta(days=1),
            (9, 15),
            f"Kelompok {bidang.name}"[:160],
            GROUP_AGENDA,
            bidang,
        )
        for bidang in Bidang.objects.filter(forum=forum, code__in=GROUPS)
    ]
    _session(
        meeting,
        cast,
        days,
        clock,
        on + timedelta(days=2),
        (9, 12),
        "Pleno penetapan",
        CLOSING_AGENDA,
    )
    _people(meeting, cast, groups, clock)
    return meeting


def _session(
    meeting: Meeting,
    cast: Cast,
    days: Timeline,
    clock: Clock,
    day: date,
    hours: tuple[int, int],
    title: str,
    agenda: Sequence[tuple[str, int, str]],
    bidang: Bidang | None = None,
) -> Session:
    by = cast["sekretariat"]
    session = acts.add_session(
        meeting,
        kind=SessionKind.GROUP if bidang else SessionKind.PLENARY,
        title=title,
        starts_at=days.moment(day, hours[0]),
        ends_at=days.moment(day, hours[1]),
        room=GROUPS[bidang.code][0] if bidang else PLENARY_ROOM,
        bidang=bidang,
        by=by,
        at=clock(),
    )
    for item, minutes, presenter in agenda:
        acts.add_agenda_item(
            session, title=item, minutes=minutes, presenter=presenter, by=by, at=clock()
        )
    return session


def _people(
    meeting: Meeting,
    cast: Cast,
    groups: Sequence[Session],
    clock: Clock,
) -> None:
    by = cast["sekretariat"]
    chair = head(cast, meeting.forum.coordinator.slug)
    for key, role in (
        (chair, CommitteeRole.CHAIR),
        (cast["notulis"], CommitteeRole.MINUTE_TAKER),
        (cast["pendaftaran"], CommitteeRole.DESK),
        (cast["presensi"], CommitteeRole.DESK),
    ):
        acts.name_committee(meeting, person=key.person, role=role, by=by, at=clock())
    leaders = chairs_by_bidang(cast)
    governments = meeting.forum.governments()
    acts.add_participants(
        meeting, governments=governments, office="Kepala Dinas", by=by, at=clock()
    )
    for group in groups:
        code = group.bidang.code if group.bidang else ""
        acts.name_committee(
            meeting,
            person=leaders[code].person,
            role=CommitteeRole.GROUP_CHAIR,
            session=group,
            by=by,
            at=clock(),
        )
        acts.add_participants(
            meeting,
            governments=governments,
            office=GROUPS[code][1],
            session=group,
            by=by,
            at=clock(),
        )


def send(meeting: Meeting, cast: Cast, day: date, number: int, clock: Clock) -> None:
    acts.send_invitation(
        meeting,
        letter_number=letter(f"UND-SIMULASI-{number:02d}", day),
        by=cast["sekretariat"],
        at=clock(),
    )


def letter(number: str, day: date) -> str:
    """A letter number in the pattern of the office, which says that it is made up."""
    return f"500.12/{number}/Kominfotik/{MONTHS[day.month - 1]}/{day.year}"


def _desk(cast: Cast, on: date, day: int, clock: Clock) -> None:
    """Heads come to the plenaries, the others to their group; a few stay away.

    By which of the three doors each comes is drawn by lot.
    """
    meeting = finished(on)
    today = on + timedelta(days=day)
    session = next(each for each in meeting.sessions.all() if each.day == today)
    acts.open_hall_code(session, by=cast["pendaftaran"], at=clock(0.5))
    in_group = day == 1
    expected = meeting.participants.filter(session__isnull=not in_group)
    for participant in expected.select_related("government"):
        place: Place = participant.government
        if happens(ABSENT_SHARE, "absent", place.slug, participant.office, day):
            continue
        _comes(participant, session, cast, clock)
    acts.close_hall_code(session, by=cast["pendaftaran"], at=clock(0.5))


def _comes(
    participant: Participant, session: Session, cast: Cast, clock: Clock
) -> None:
    at, who = clock(0.5), (participant.government.slug, participant.office)
    if happens(BY_HALL, "hall", *who):
        typed = hall.shown(session.hall_codes.get(closed_at=None), at)
        acts.check_in_in_hall(participant, session, typed=typed, by=None, at=at)
    elif happens(BY_CARD, "card", *who):
        acts.check_in(participant, door=Door.SCAN, by=cast["presensi"], at=at)
    else:
        acts.check_in(participant, by=cast["pendaftaran"], at=at)
