"""How the simulated berita acara is signed, and corrected by an addendum.

Who signs by what, who refuses and who is late is drawn by lot, but for Dompu: its head
has an account to look around with, so the addendum waits for that one. Signing again
proves who one is; what the door asks of a person is given here by the moment.
"""

from datetime import timedelta
from functools import partial

from sinergi.agree import acts
from sinergi.agree.models import Addendum
from sinergi.core.models import Document, Forum, Place
from sinergi.examples.ntb import evidence
from sinergi.examples.ntb.diary import Clock, Diary
from sinergi.examples.ntb.lottery import shuffled
from sinergi.examples.ntb.meeting import finished, letter
from sinergi.examples.ntb.people import OPERATED, Cast, head
from sinergi.examples.ntb.timeline import Timeline

IN_INK, LATE = 2, 2
REFUSES_BECAUSE = (
    "Pembagian biaya kegiatan belum disetujui pimpinan daerah kami (simulasi)."
)
SUBJECT = "Pembetulan sebutan tempat rapat (simulasi)"
TEXT = (
    "Sebutan tempat rapat dalam kalimat pembuka berita acara dibaca: aula utama pada "
    "tempat yang sama.\n\nRekomendasi dan tanggapan daerah tidak berubah."
)


def write_signing(diary: Diary, forum: Forum, cast: Cast, days: Timeline) -> None:
    """In the hall and the days after; then announced; later an addendum."""
    diary.write(days.after_rakor(0, 15), partial(_in_the_hall, forum, cast, days))
    diary.write(days.after_rakor(1, 9), partial(_afterwards, forum, cast, days))
    diary.write(days.after_rakor(3, 10), partial(_announced, cast, days))
    diary.write(days.after_rakor(21, 10), partial(_corrected, forum, cast, days))


def _members(forum: Forum, *what: str) -> list[Place]:
    """The members but Dompu, in the order of a lot."""
    free = [place for place in forum.governments() if place.slug != OPERATED]
    return shuffled([place for place in free if place != forum.coordinator], *what)


def _paper(days: Timeline) -> Document:
    return _locked(finished(days.rakor_on).record.document)


def _locked(document: Document | None) -> Document:
    if document is None:
        raise LookupError("The paper is not locked.")
    return document


def _in_the_hall(forum: Forum, cast: Cast, days: Timeline, clock: Clock) -> None:
    """Two sign the printed paper; the minute-taker compares the scan."""
    document = _paper(days)
    in_ink = _members(forum, "signs the record")[:IN_INK]
    copy = acts.bring_scan(
        document,
        governments=in_ink,
        content=evidence.pdf(
            [f"Pindaian berita acara {document.number}"]
            + [f"Bertanda tangan basah: {place.name} (simulasi)" for place in in_ink]
        ),
        file_name="pindaian-simulasi.pdf",
        by=cast["sekretariat"],
        at=clock(20),
    )
    acts.compare_scan(copy, agrees=True, reason="", by=cast["notulis"], at=clock(30))


def _afterwards(forum: Forum, cast: Cast, days: Timeline, clock: Clock) -> None:
    """One refuses; all others sign by attestation."""
    document = _paper(days)
    _ink, (refusing, *others) = _split(_members(forum, "signs the record"), IN_INK)
    acts.refuse_to_sign(
        document, reason=REFUSES_BECAUSE, by=head(cast, refusing.slug), at=clock(25)
    )
    for slug in [forum.coordinator.slug, OPERATED, *(each.slug for each in others)]:
        _attest(document, cast, slug, clock)


def _announced(cast: Cast, days: Timeline, clock: Clock) -> None:
    acts.announce(_paper(days), by=cast["sekretariat"], at=clock())


def _corrected(forum: Forum, cast: Cast, days: Timeline, clock: Clock) -> None:
    """An addendum that waits for Dompu and two drawn by lot."""
    day = days.agreed_on + timedelta(days=21)
    drafted: Addendum = acts.draft_addendum(
        finished(days.rakor_on).record,
        number=letter("ADD-SIMULASI-01", day),
        agreed_on=day,
        subject=SUBJECT,
        text=TEXT,
        by=cast["sekretariat"],
        at=clock(30),
    )
    locked = acts.lock_addendum(drafted, by=cast["sekretariat"], at=clock(60))
    document = _locked(locked.document)
    _late, signing = _split(_members(forum, "signs the addendum"), LATE)
    for slug in [forum.coordinator.slug, *(place.slug for place in signing)]:
        _attest(document, cast, slug, clock)


def _attest(document: Document, cast: Cast, slug: str, clock: Clock) -> None:
    at = clock(35)
    acts.attest(document, authenticated_at=at, by=head(cast, slug), at=at)


def _split(places: list[Place], first: int) -> tuple[list[Place], list[Place]]:
    return places[:first], places[first:]
