"""The minutes of the finished meeting: written in the hall, commented, approved."""

from functools import partial

from sinergi.convene import acts
from sinergi.core.models import Forum
from sinergi.examples.ntb.diary import Clock, Diary
from sinergi.examples.ntb.meeting import finished
from sinergi.examples.ntb.people import OPERATED, Cast, head
from sinergi.examples.ntb.timeline import Timeline

# What is decided under items of this name; the other items inform.
DECIDED = {
    "Tindak lanjut hasil rapat tahun lalu": (
        "Rekomendasi yang belum tuntas dibahas lagi dalam kelompok bidangnya."
    ),
    "Matriks keselarasan program dan kegiatan": (
        "Sel matriks yang kosong diisi atau dijelaskan sebelum sidang kelompok."
    ),
    "Tata tertib dan pembagian kelompok": "Tata tertib rapat disetujui.",
    "Penyepakatan naskah kelompok": (
        "Naskah yang disepakati kelompok diteruskan ke pleno penetapan."
    ),
    "Penetapan rekomendasi": (
        "Rekomendasi ditetapkan sebagaimana tercantum dalam berita acara."
    ),
}
OPENED = "Pimpinan sidang membuka {session} dan membacakan acara."
TALKED = (
    "Peserta menyampaikan keadaan di daerah masing-masing, dilanjutkan tanya jawab.",
    "Pimpinan sidang merangkum pembahasan, lalu menutup sidang.",
)
ADDED = "Pemerintah daerah menyampaikan bahwa jaringan di sebagian desa belum stabil."
COMMENT = "Mohon dimuat bahwa keadaan jaringan desa juga disampaikan dalam sidang ini."
ANSWER = "Dimuat dalam revisi 2."


def write_minutes(diary: Diary, forum: Forum, cast: Cast, days: Timeline) -> None:
    diary.write(days.moment(days.agreed_on, 11, 30), partial(_written, cast, days))
    diary.write(days.after_rakor(1, 10), partial(_commented, cast, days))
    diary.write(days.after_rakor(2, 10), partial(_answered, cast, days))
    diary.write(
        days.after_rakor(6, 9),
        lambda clock: acts.approve_minutes(
            finished(days.rakor_on), by=head(cast, forum.coordinator.slug), at=clock()
        ),
    )


def _text(session: str) -> list[str]:
    return [OPENED.format(session=session), *TALKED]


def _written(cast: Cast, days: Timeline, clock: Clock) -> None:
    by = cast["notulis"]
    for session in finished(days.rakor_on).sessions.prefetch_related("agenda"):
        for item in session.agenda.all():
            if item.title in DECIDED:
                acts.record_decision(
                    item, text=DECIDED[item.title], by=by, at=clock(0.5)
                )
        text = "\n\n".join(_text(session.title))
        acts.write_minutes(session, text=text, by=by, at=clock(0.5))


def _commented(cast: Cast, days: Timeline, clock: Clock) -> None:
    session = finished(days.rakor_on).sessions.order_by("starts_at")[0]
    by = head(cast, OPERATED)
    acts.comment_minutes(session, text=COMMENT, by=by, at=clock())


def _answered(cast: Cast, days: Timeline, clock: Clock) -> None:
    by = cast["notulis"]
    session = finished(days.rakor_on).sessions.order_by("starts_at")[0]
    opened, talked, closed = _text(session.title)
    text = "\n\n".join([opened, talked, ADDED, closed])
    acts.write_minutes(session, text=text, by=by, at=clock())
    acts.answer_comment(session.comments.get(), answer=ANSWER, by=by, at=clock())
