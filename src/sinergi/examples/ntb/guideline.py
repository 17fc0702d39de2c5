"""The pedoman of the Rakor Simulasi: compiled, reviewed by all governments, in force.

Who comments is drawn by lot; what is said is about structure and commentary.
"""

from datetime import timedelta
from functools import partial

from sinergi.agree import acts
from sinergi.agree.models import Guideline
from sinergi.core.models import Forum
from sinergi.examples.ntb.agreement import recommendation_of
from sinergi.examples.ntb.diary import Clock, Diary
from sinergi.examples.ntb.lottery import shuffled
from sinergi.examples.ntb.meeting import finished, letter
from sinergi.examples.ntb.people import Cast, head
from sinergi.examples.ntb.recommendations import foreword, proposals
from sinergi.examples.ntb.timeline import Timeline

COMPILED_AFTER, SENT_AFTER, ANSWERED_AFTER, IN_FORCE_AFTER = 5, 6, 17, 18
READING = "Cara menggunakan pedoman ini"
HOW_TO_READ = (
    "Setiap butir dikutip kata demi kata dari berita acara. Penjelasan membantu "
    "pelaksanaan dan tidak mengubah naskah butir."
)
# What two governments say, and what came of it.
COMMENTS = (
    (
        "Mohon ada bagian pembuka tentang cara menggunakan pedoman bagi perangkat "
        "daerah yang tidak hadir dalam rapat.",
        "Ditambahkan bab “Cara menggunakan pedoman ini”.",
    ),
    (
        "Mohon penjelasan menyebut kegiatan yang dapat digabung pada tahun berjalan.",
        "Sudah dimuat dalam penjelasan butir; rincian kegiatan ada dalam rencana "
        "tindak lanjut setiap daerah.",
    ),
)
SILENT = 2  # governments that let the window pass without a word


def write_guideline(diary: Diary, forum: Forum, cast: Cast, days: Timeline) -> None:
    """The days of a pedoman, after the berita acara is locked."""
    for after, hour, deed in (
        (COMPILED_AFTER, 14, partial(_compile, cast, days)),
        (SENT_AFTER, 14, partial(_send, cast, days)),
        (ANSWERED_AFTER, 9, partial(_answer, cast, days)),
        (IN_FORCE_AFTER, 14, partial(_in_force, cast, days)),
    ):
        diary.write(days.after_rakor(after, hour), deed)
    readers = shuffled([place.slug for place in forum.governments()], "reviews")
    for number, slug in enumerate(readers[SILENT:]):
        diary.write(
            days.after_rakor(SENT_AFTER + 1 + number, 10),
            partial(_review, cast, days, slug, number),
        )


def _compile(cast: Cast, days: Timeline, clock: Clock) -> None:
    by = cast["sekretariat"]
    meeting = finished(days.rakor_on)
    guideline = acts.compile_guideline(
        meeting.record,
        title=f"Pedoman Simulasi Pelaksanaan Program Nasional {days.years[0]}",
        foreword=foreword(),
        by=by,
        at=clock(60),
    )
    for text in proposals():
        version = recommendation_of(text, meeting).current
        clause = guideline.clauses.filter(version=version).first()
        if clause and text.table["commentary"]:
            acts.edit_commentary(
                clause, commentary=text.table["commentary"], by=by, at=clock(15)
            )


def _send(cast: Cast, days: Timeline, clock: Clock) -> None:
    acts.open_review(_guideline(days), by=cast["sekretariat"], at=clock())


def _review(cast: Cast, days: Timeline, slug: str, number: int, clock: Clock) -> None:
    by, guideline = head(cast, slug), _guideline(days)
    if number < len(COMMENTS):
        said, _answer = COMMENTS[number]
        acts.comment_guideline(guideline, text=said, by=by, at=clock(5))
    acts.finish_review(guideline, by=by, at=clock())


def _answer(cast: Cast, days: Timeline, clock: Clock) -> None:
    by, guideline = cast["sekretariat"], _guideline(days)
    answers = dict(COMMENTS)
    for comment in guideline.comments.all():
        acts.answer_guideline_comment(
            comment, answer=answers[comment.text], by=by, at=clock(10)
        )
    chapter = acts.add_chapter(
        guideline, title=READING, commentary=HOW_TO_READ, by=by, at=clock(10)
    )
    others = guideline.chapters.exclude(pk=chapter.pk).values_list("pk", flat=True)
    acts.order_chapters(guideline, order=[chapter.pk, *others], by=by, at=clock())


def _in_force(cast: Cast, days: Timeline, clock: Clock) -> None:
    day = days.agreed_on + timedelta(days=IN_FORCE_AFTER)
    acts.bring_in_force(
        _guideline(days),
        legal_form="Surat Edaran Kepala Dinas (simulasi)",
        number=letter("SE-SIMULASI-01", day),
        in_force_on=day,
        by=cast["sekretariat"],
        at=clock(),
    )


def _guideline(days: Timeline) -> Guideline:
    return Guideline.objects.get(record=finished(days.rakor_on).record)
