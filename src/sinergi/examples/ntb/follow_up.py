"""Follow-up plans (RTL) of the addressees, dealt by lot: most run, some are awaited.

How many are late or missing is fixed below; whose they are is chance, one a government
at most.
"""

from datetime import timedelta
from decimal import Decimal
from functools import partial

from sinergi.act import acts, drafts
from sinergi.act.models import Commitment
from sinergi.act.rules import Quarter
from sinergi.agree.models import Recommendation
from sinergi.align.models import Plan
from sinergi.core.models import Place
from sinergi.examples.ntb.diary import Clock, Diary
from sinergi.examples.ntb.lottery import between, one_a_side, pick
from sinergi.examples.ntb.meeting import finished
from sinergi.examples.ntb.people import Cast, head
from sinergi.examples.ntb.plans import STAGES
from sinergi.examples.ntb.recommendations import Proposal, proposals
from sinergi.examples.ntb.reporting import reviewer_of, write_reports
from sinergi.examples.ntb.timeline import Timeline

IN_TIME, LATE, AWAITED, DRAFT, SUBMITTED, RETURNED = (
    "in time",
    "late",
    "awaited",
    "draft",
    "submitted",
    "returned",
)
# Each to another government; every other plan is in time.
SPECIAL = (
    *[AWAITED] * 4, *[LATE] * 2, DRAFT, *[SUBMITTED] * 2, RETURNED,
)  # fmt: skip
RETURN_REASON = (
    "Target triwulan kedua belum diisi dan keluaran belum menyebut satuannya. Mohon "
    "dilengkapi."
)
MILLION = Decimal(1_000_000)


def write_follow_up(diary: Diary, cast: Cast, days: Timeline) -> None:
    """After the pedoman is in force, plans are dealt to who has them begun when."""
    diary.write(days.after_rakor(20), partial(_deal, diary, cast, days))
    write_reports(diary, cast, days)


def _deal(diary: Diary, cast: Cast, days: Timeline, _clock: Clock) -> None:
    texts = {text.title: text for text in proposals()}
    adopted = Recommendation.objects.adopted().filter(meeting=finished(days.rakor_on))
    owed = {
        (texts[each.title].key, place.slug): (each, place)
        for each in adopted
        for place in each.addressees.all()
    }
    dealt = one_a_side(SPECIAL, owed, "follow-up", of=lambda key: key[1])
    for key, (recommendation, place) in owed.items():
        text, start = texts[recommendation.title], dealt.get(key, IN_TIME)
        if start == AWAITED:
            continue
        begins = {
            IN_TIME: days.after_rakor(between(25, 44, "begins", *key), 10),
            LATE: days.after_rakor(between(63, 74, "begins", *key), 10),
        }.get(start, days.ago(between(3, 9, "begins", *key), 10))
        diary.write(
            begins,
            partial(_begin, diary, cast, days, text, recommendation, place, start),
        )


def _begin(
    diary: Diary,
    cast: Cast,
    days: Timeline,
    text: Proposal,
    recommendation: Recommendation,
    place: Place,
    start: str,
    clock: Clock,
) -> None:
    writer = cast.get(f"operator.{place.slug}") or head(cast, place.slug)
    commitment = acts.begin(recommendation, government=place, by=writer, at=clock(20))
    if start == DRAFT:
        return
    _write_activity(commitment, text, days)
    acts.submit_commitment(commitment, by=head(cast, place.slug), at=clock())
    by = reviewer_of(place.slug, cast)
    if start == SUBMITTED:
        return
    if start == RETURNED:
        diary.write(
            days.ago(2, 11),
            lambda clock: acts.return_commitment(
                commitment, reason=RETURN_REASON, by=by, at=clock()
            ),
        )
        return
    wait = between(2, 6, "checked", text.key, place.slug)
    diary.write(
        clock() + timedelta(days=wait),
        lambda clock: acts.start_running(commitment, by=by, at=clock()),
    )


def _write_activity(commitment: Commitment, text: Proposal, days: Timeline) -> None:
    """A plan of the matrix taken over where one is complete, else a new activity."""
    place = commitment.government
    title, output, unit, low, high = text.table["activity"]
    fields = {
        "plan": None,
        "title": title,
        "output": output,
        "unit": unit,
        "budget": between(10, 120, "budget", text.key, place.slug) * MILLION,
        "budget_stage": pick(STAGES[0], "stage", text.key, place.slug).value,
    }
    plan = _plan_of(commitment, days.years[0])
    if plan:
        fields = drafts.take_over(plan)
    end = Quarter(
        commitment.recommendation.due_year or days.reported[0].year,
        commitment.recommendation.due_quarter or days.reported[0].number,
    )
    goal = (
        plan.target
        if plan and plan.target
        else Decimal(between(low, high, "goal", text.key, place.slug))
    )
    drafts.save_activity(
        commitment,
        activity=None,
        targets=_targets(days.reported[0], end, goal),
        **fields,
    )


def _plan_of(commitment: Commitment, year: int) -> Plan | None:
    """A complete plan for the same programme, if the government leads one."""
    standing = Plan.objects.standing().filter(
        programme=commitment.recommendation.programme,
        government=commitment.government,
        year=year,
        budget__isnull=False,
        target__isnull=False,
    )
    return standing.order_by("reference").first()


def _targets(first: Quarter, last: Quarter, goal: Decimal) -> dict[Quarter, Decimal]:
    """What is reached by the end of each quarter: even steps to the goal."""
    quarters = [first]
    while quarters[-1] < last:
        quarters.append(quarters[-1].next)
    return {
        quarter: (goal * (step + 1) / len(quarters)).quantize(Decimal(1))
        for step, quarter in enumerate(quarters)
    }
