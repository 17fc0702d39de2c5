"""What the Rakor Simulasi agreed to: texts, answers and the berita acara.

Who answers what is drawn by lot; the course of each text is in recommendations.toml.
"""

from datetime import timedelta
from functools import partial

from sinergi.act.rules import Quarter
from sinergi.agree import acts
from sinergi.agree.models import Recommendation
from sinergi.convene import acts as convening
from sinergi.convene.models import Meeting
from sinergi.convene.rules import SessionKind
from sinergi.core.models import Forum, Membership, Place
from sinergi.examples.ntb.answers import answer, doubt
from sinergi.examples.ntb.diary import Clock, Diary
from sinergi.examples.ntb.lottery import happens, pick
from sinergi.examples.ntb.meeting import finished, letter
from sinergi.examples.ntb.people import Cast, chairs_by_bidang, head
from sinergi.examples.ntb.recommendations import Proposal, proposals
from sinergi.examples.ntb.survey import release_slug
from sinergi.examples.ntb.timeline import Timeline

OWN_PROPOSAL_SHARE = 0.5  # of texts a kabupaten or kota proposes, else the province
PLENARY_ITEM = "Penetapan rekomendasi"
PULLED_OUT_BECAUSE = "Mohon dibacakan dan dibahas tersendiri sebelum ditetapkan."
DEFERRED_BECAUSE = (
    "Pembagian biaya belum disepakati; dibahas lagi pada rapat berikutnya."
)


def write_agreement(diary: Diary, forum: Forum, cast: Cast, days: Timeline) -> None:
    """Drafts before the meeting; a day in groups; adoption; then the berita acara."""
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
        doubt(cast, recommendation, text, doubtful, clock)
    if text.course == "deferred":
        acts.defer(recommendation, by=chair, at=clock(), reason=DEFERRED_BECAUSE)
        return
    if text.course in ("discussed", "objected"):
        _amended(cast, recommendation, text, doubtful, chair, clock)
    answer(cast, recommendation, text, addressees, clock)
    acts.agree_in_group(recommendation, by=chair, at=clock())
    plenary = recommendation.meeting.sessions.filter(kind=SessionKind.PLENARY.value)
    item = plenary.latest("starts_at").agenda.get(title=PLENARY_ITEM)
    acts.forward(recommendation, agenda_item=item, by=chair, at=clock())


def _amended(
    cast: Cast,
    recommendation: Recommendation,
    text: Proposal,
    doubtful: Place,
    chair: Membership,
    clock: Clock,
) -> None:
    """Who doubts proposes other words, and the group takes them."""
    by = head(cast, doubtful.slug)
    amendment = acts.draft_amendment(
        recommendation.current,
        text=text.changed_text,
        reason=text.table["change_reason"],
        by=by,
        at=clock(3),
    )
    acts.submit_amendment(amendment, by=by, at=clock())
    acts.discuss_amendment(amendment, by=chair, at=clock(5))
    acts.accept_amendments(
        [amendment], base=recommendation.current, by=chair, at=clock()
    )


def _in_plenary(cast: Cast, days: Timeline, clock: Clock) -> None:
    """What nobody stands against is adopted at once; one is pulled out, drawn by lot,
    and decided by itself."""
    meeting = finished(days.rakor_on)
    chair = _chair(meeting.forum, cast)
    forwarded = list(meeting.recommendations.filter(state="forwarded"))
    consent = acts.put_on_list(
        meeting, recommendations=forwarded, by=chair, at=clock(5)
    )
    alone = pick([each.title for each in forwarded], "pulled out")
    item = consent.items.get(recommendation__title=alone)
    members = [
        p.slug for p in meeting.forum.governments() if p != meeting.forum.coordinator
    ]
    acts.pull_out(
        item,
        note=PULLED_OUT_BECAUSE,
        by=head(cast, pick(members, "pulls out")),
        at=clock(3),
    )
    acts.adopt_list(consent, by=chair, at=clock(10))
    recommendation = meeting.recommendations.get(title=alone)
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


def _chair(forum: Forum, cast: Cast) -> Membership:
    return head(cast, forum.coordinator.slug)
