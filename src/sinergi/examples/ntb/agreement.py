"""What the Rakor Simulasi agreed to: texts, answers, berita acara and pedoman.

Who answers what is drawn by lot; the course of each text is in recommendations.toml.
"""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from sinergi.act.rules import Quarter
from sinergi.agree import acts
from sinergi.agree.acts import Said
from sinergi.agree.models import Recommendation, Version
from sinergi.agree.rules import Edit, Stance
from sinergi.convene import acts as convening
from sinergi.convene.models import Meeting
from sinergi.core.models import Forum, Membership, Place
from sinergi.examples.ntb.diary import Clock, Diary
from sinergi.examples.ntb.lottery import deal, happens, pick, shuffled
from sinergi.examples.ntb.meeting import finished, letter
from sinergi.examples.ntb.people import Cast, chairs_by_bidang, head
from sinergi.examples.ntb.recommendations import Proposal, foreword, proposals
from sinergi.examples.ntb.survey import release_slug
from sinergi.examples.ntb.timeline import Timeline

OWN_PROPOSAL_SHARE = 0.5  # of texts a kabupaten or kota proposes, else the province
RECORDED_SHARE = 0.15  # of answers said in the hall and written down
UNCONCERNED_SPEAKS_SHARE = 0.10
NOTES = (
    "Pelaksanaan menyesuaikan perubahan APBD.",
    "Mohon format laporan bersama disediakan provinsi.",
    "Target triwulan pertama sebatas persiapan.",
    "Perlu pendampingan teknis pada awal pelaksanaan.",
)
DOUBTS = (
    "Perlu dibahas kesesuaian jadwal dengan penilaian nasional.",
    "Perlu dibahas beban personel di daerah.",
)
OBJECTIONS = (
    "Kami belum memiliki tenaga yang disyaratkan; mohon pilihan lain dibuka.",
    "Belum ada pagu yang dapat digunakan pada tahun berjalan.",
)
DEFERRED_BECAUSE = (
    "Pembagian biaya belum disepakati; dibahas lagi pada rapat berikutnya."
)


def write_agreement(diary: Diary, forum: Forum, cast: Cast, days: Timeline) -> None:
    """Drafts before the meeting; a day in groups; adoption; then the papers."""
    texts = proposals()
    for number, text in enumerate(texts):
        diary.write(
            days.before_rakor(18 - number, 10),
            partial(_propose, forum, cast, days, text),
        )
    second, third = (days.rakor_on + timedelta(days=n) for n in (1, 2))
    for number, text in enumerate(texts):
        diary.write(
            days.moment(second, 10, 5 * number), partial(_in_group, cast, days, text)
        )
    diary.write(days.moment(third, 10), partial(_in_plenary, cast, days))
    diary.write(
        days.moment(third, 12),
        lambda clock: convening.close_meeting(
            finished(days.rakor_on), by=_chair(forum, cast), at=clock()
        ),
    )
    diary.write(days.moment(third, 14), partial(_record, cast, days))
    diary.write(days.after_rakor(5, 14), partial(_compile, cast, days))
    diary.write(days.after_rakor(14, 14), partial(_in_force, cast, days))


def recommendation_of(text: Proposal, meeting: Meeting) -> Recommendation:
    return Recommendation.objects.get(meeting=meeting, title=text.title)


def draft(
    forum: Forum,
    cast: Cast,
    days: Timeline,
    meeting: Meeting,
    text: Proposal,
    *,
    by: Membership,
    release: str,
    clock: Clock,
) -> Recommendation:
    """A draft with what it rests on."""
    first = Quarter.of(meeting.ends_on).next
    drafted = acts.draft(
        meeting=meeting,
        session=meeting.sessions.get(bidang__code=text.bidang),
        details=text.details(forum, first),
        text=text.text,
        by=by,
        at=clock(30),
    )
    grounds = text.grounds(forum, release, days.years[0])
    if not grounds.is_empty:
        acts.cite(
            drafted,
            figures=grounds.figures,
            values=grounds.values,
            plans=grounds.plans,
            by=by,
            at=clock(10),
        )
    return drafted


def _propose(
    forum: Forum, cast: Cast, days: Timeline, text: Proposal, clock: Clock
) -> None:
    addressed = [p for p in text.addressees(forum) if p != forum.coordinator]
    if happens(OWN_PROPOSAL_SHARE, "proposer", text.key):
        by = head(cast, pick(addressed, "proposes", text.key).slug)
    else:
        by = chairs_by_bidang(cast)[text.bidang]
    meeting = finished(days.rakor_on)
    drafted = draft(
        forum,
        cast,
        days,
        meeting,
        text,
        by=by,
        release=release_slug(0),
        clock=clock,
    )
    acts.submit(drafted, by=by, at=clock())


def _in_group(cast: Cast, days: Timeline, text: Proposal, clock: Clock) -> None:
    recommendation = recommendation_of(text, finished(days.rakor_on))
    chair = chairs_by_bidang(cast)[text.bidang]
    acts.discuss_in_group(recommendation, by=chair, at=clock())
    addressees = list(recommendation.addressees.all())
    doubtful = pick(addressees, "doubts", text.key)
    if text.course in ("discussed", "objected", "deferred"):
        _doubt(cast, recommendation, text, doubtful, clock)
    if text.course == "deferred":
        acts.defer(recommendation, by=chair, at=clock(), reason=DEFERRED_BECAUSE)
        return
    if text.course in ("discussed", "objected"):
        acts.write_version(
            recommendation,
            text=text.changed_text,
            edit=Edit.SUBSTANTIVE,
            reason=text.table["change_reason"],
            by=chair,
            at=clock(5),
        )
    _answer(cast, recommendation, text, addressees, clock)
    acts.agree_in_group(recommendation, by=chair, at=clock())


def _doubt(
    cast: Cast,
    recommendation: Recommendation,
    text: Proposal,
    doubtful: Place,
    clock: Clock,
) -> None:
    """One addressee, drawn by lot, wants to discuss or objects."""
    discuss = text.course == "discussed"
    acts.take_position(
        recommendation.current,
        stance=Stance.NEEDS_DISCUSSION if discuss else Stance.OBJECT,
        note=pick(DOUBTS if discuss else OBJECTIONS, "doubt", text.key),
        by=head(cast, doubtful.slug),
        at=clock(),
    )


def _answer(
    cast: Cast,
    recommendation: Recommendation,
    text: Proposal,
    addressees: Sequence[Place],
    clock: Clock,
) -> None:
    """Addressees agree, some with a note; a few others speak up as well."""
    version = recommendation.current
    deck = [Stance.AGREE] * 4
    if text.course == "noted":
        deck = [Stance.AGREE, Stance.AGREE_WITH_NOTE, Stance.AGREE, Stance.AGREE]
    dealt = deal(deck, [place.slug for place in addressees], "stance", text.key)
    said = [
        Said(place, dealt[place.slug], _note(dealt[place.slug], text, place))
        for place in addressees
    ]
    said += [
        Said(place, Stance.NO_OPINION)
        for place in recommendation.meeting.forum.governments()
        if place not in addressees
        and happens(UNCONCERNED_SPEAKS_SHARE, "speaks", text.key, place.slug)
    ]
    if text.course == "noted":
        # One addressee is not in the hall; which one is drawn by lot.
        away = shuffled(dealt, "away", text.key)[0]
        said = [
            Said(each.government, Stance.ABSENT)
            if each.government.slug == away
            else each
            for each in said
        ]
    _state(cast, version, text, said, clock)


def _state(
    cast: Cast, version: Version, text: Proposal, said: Sequence[Said], clock: Clock
) -> None:
    def is_written_down(each: Said) -> bool:
        slug = each.government.slug
        return each.stance is Stance.ABSENT or happens(
            RECORDED_SHARE, "recorded", text.key, slug
        )

    spoken = [each for each in said if is_written_down(each)]
    if spoken:
        acts.record_positions(version, said=spoken, by=cast["notulis"], at=clock())
    for each in said:
        if each not in spoken:
            acts.take_position(
                version,
                stance=each.stance,
                note=each.note,
                by=head(cast, each.government.slug),
                at=clock(0.5),
            )


def _note(stance: Stance, text: Proposal, place: Place) -> str:
    if stance is not Stance.AGREE_WITH_NOTE:
        return ""
    return pick(NOTES, "note", text.key, place.slug)


def _in_plenary(cast: Cast, days: Timeline, clock: Clock) -> None:
    meeting = finished(days.rakor_on)
    chair = _chair(meeting.forum, cast)
    for recommendation in meeting.recommendations.filter(state="agreed_in_group"):
        acts.open_in_plenary(recommendation, by=chair, at=clock(3))
        acts.adopt(recommendation, by=chair, at=clock(5))


def _record(cast: Cast, days: Timeline, clock: Clock) -> None:
    by = cast["sekretariat"]
    record = acts.draft_record(
        finished(days.rakor_on),
        number=letter("BA-SIMULASI-01", days.agreed_on),
        agreed_on=days.agreed_on,
        by=by,
        at=clock(30),
    )
    acts.lock_record(record, by=by, at=clock())


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
    commentaries = {text.title: text.table["commentary"] for text in proposals()}
    clauses = guideline.clauses.select_related("version__recommendation")
    for clause in clauses:
        commentary = commentaries[clause.version.recommendation.title]
        if commentary:
            acts.edit_commentary(clause, commentary=commentary, by=by, at=clock(15))


def _in_force(cast: Cast, days: Timeline, clock: Clock) -> None:
    record = finished(days.rakor_on).record
    day = days.agreed_on + timedelta(days=14)
    acts.bring_in_force(
        record.guideline,
        legal_form="Surat Edaran Kepala Dinas (simulasi)",
        number=letter("SE-SIMULASI-01", day),
        in_force_on=day,
        by=cast["sekretariat"],
        at=clock(),
    )


def _chair(forum: Forum, cast: Cast) -> Membership:
    return head(cast, forum.coordinator.slug)
