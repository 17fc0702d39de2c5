"""What governments answer to a text in its group, drawn by lot."""

from collections.abc import Sequence

from sinergi.agree import acts
from sinergi.agree.acts import Said
from sinergi.agree.models import Recommendation, Version
from sinergi.agree.rules import Stance
from sinergi.core.models import Place
from sinergi.examples.ntb.diary import Clock
from sinergi.examples.ntb.lottery import deal, happens, pick, shuffled
from sinergi.examples.ntb.people import Cast, head
from sinergi.examples.ntb.recommendations import Proposal

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


def doubt(
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


def answer(
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
