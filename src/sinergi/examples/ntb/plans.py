"""What every government plans, cell by cell, drawn by lot (lottery.py).

A share of the cells stays empty; some plans lack a target or money; some governments
ask another to join, of whom one has not answered yet; some ask for help on a cell.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

from sinergi.align import acts
from sinergi.align.acts import PlanFields
from sinergi.align.models import HelpRequest, Plan, Programme
from sinergi.align.rules import BudgetStage, level_segment, obliged
from sinergi.core.models import Forum, Place
from sinergi.core.rules import Level
from sinergi.examples.ntb.diary import Clock, Diary
from sinergi.examples.ntb.lottery import between, happens, lot, pick, shuffled
from sinergi.examples.ntb.people import Cast, head
from sinergi.examples.ntb.timeline import Timeline

CATALOGUE = Path(__file__).with_name("plan_catalogue.toml")

PLANNED_SHARE = (0.72, 0.55)  # of the cells of the first and the second year
SECOND_PLAN_SHARE = 0.06
# Named as others may name it too, so that some work is found to be planned apart.
PLAIN_OUTPUT_SHARE = 0.28
WITHOUT_TARGET_SHARE, WITHOUT_MONEY_SHARE, FREE_SHARE = 0.06, 0.07, 0.06
JOINT_PLANS = 6
HELP_REQUESTS, ANSWERED_REQUESTS = 8, 5
# Of the answered ones, in this order; the last unanswered one is withdrawn.
SETTLED_REQUESTS, ACCEPTED_REQUESTS = 1, 1
MILLION = Decimal(1_000_000)
# Of the first year, and of the next one, for which the budget is still to come.
STAGES = (
    (BudgetStage.DPA, BudgetStage.DPA, BudgetStage.DPA, BudgetStage.AMENDED),
    (BudgetStage.NEXT_RKPD,),
)
# Only a kabupaten has villages with funds of their own.
FUNDS = ("APBD", "APBD", "APBD", "DAK Nonfisik")
FUNDS_WITH_VILLAGES = (*FUNDS, "Dana Desa (dukungan)")


@dataclass(frozen=True)
class Work:
    """What can be planned for a programme; codes and names by level segment."""

    programme: str
    activities: dict[str, tuple[str, str]]
    outputs: Sequence[tuple[str, str, int, int]]
    budget: tuple[int, int]


def funds_of(place: Place) -> Sequence[str]:
    return FUNDS_WITH_VILLAGES if place.level == Level.REGENCY else FUNDS


def catalogue() -> dict[str, Work]:
    tables = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))["work"]
    return {
        table["programme"]: Work(
            programme=table["programme"],
            activities={
                "1": tuple(table["province"]),
                "2": tuple(table["regency"]),
            },
            outputs=[tuple(output) for output in table["outputs"]],
            budget=tuple(table["budget"]),
        )
        for table in tables
    }


def write_plans(diary: Diary, forum: Forum, cast: Cast, days: Timeline) -> None:
    """Each government enters its plans of a year in one sitting."""
    governments = forum.governments()
    starts = (days.before_rakor(75), days.before_rakor(40))
    for turn, (year, start) in enumerate(zip(days.years, starts, strict=True)):
        for number, place in enumerate(shuffled(governments, "sitting", turn)):
            sitting = partial(_enter, forum, place, cast, year, turn)
            diary.write(start + timedelta(days=number), sitting)
    year = days.years[0]
    diary.write(days.before_rakor(26), partial(_join, forum, cast, year))
    diary.write(days.before_rakor(24), partial(_ask, forum, cast, year))
    diary.write(days.before_rakor(20), partial(_answer, forum, cast))
    diary.write(days.before_rakor(14), partial(_follow, forum, cast))


def _enter(
    forum: Forum, place: Place, cast: Cast, year: int, turn: int, clock: Clock
) -> None:
    works = catalogue()
    by = head(cast, place.slug)
    for programme in forum.programmes.all():
        key = (place.slug, programme.code, turn)
        needed = obliged(place.level, programme.responsible_levels)
        if not needed or not happens(PLANNED_SHARE[turn], "planned", *key):
            continue
        acts.enter_plan(
            programme,
            _fields(works[programme.code], place, key, first=0),
            year=year,
            by=by,
            at=clock(4),
        )
        if happens(SECOND_PLAN_SHARE, "second", *key):
            acts.enter_plan(
                programme,
                _fields(works[programme.code], place, key, first=1),
                year=year,
                by=by,
                at=clock(4),
            )


def _fields(
    work: Work, place: Place, key: tuple[str, str, int], *, first: int
) -> PlanFields:
    code, activity = work.activities[level_segment(place.level)]
    draw = int(lot("output", *key) * len(work.outputs))
    output, unit, low, high = work.outputs[(draw + first) % len(work.outputs)]
    if not happens(PLAIN_OUTPUT_SHARE, "plain output", *key):
        output = f"{output}, {place.short_name}"
    target: Decimal | None = Decimal(between(low, high, "target", *key))
    budget: Decimal | None = between(*work.budget, "budget", *key) * MILLION
    if happens(WITHOUT_TARGET_SHARE, "no target", *key):
        target = None
    elif happens(WITHOUT_MONEY_SHARE, "no money", *key):
        budget = None
    elif happens(FREE_SHARE, "free", *key):
        budget = Decimal(0)
    return PlanFields(
        activity_code=code,
        activity=activity,
        output=output,
        unit=unit,
        target=target,
        budget=budget,
        fund_source=pick(funds_of(place), "fund", *key) if budget else "",
        budget_stage=pick(STAGES[key[2]], "stage", *key),
    )


def _join(forum: Forum, cast: Cast, year: int, clock: Clock) -> None:
    """Some plans get partners: the first accepts, the last has not answered."""
    standing = Plan.objects.standing().filter(programme__forum=forum, year=year)
    plans = sorted(standing, key=lambda plan: lot("joint", plan.reference[-4:]))
    for number, plan in enumerate(plans[:JOINT_PLANS], start=1):
        others = [place for place in forum.governments() if place != plan.government]
        chosen = shuffled(
            [place.slug for place in others], "partner", plan.reference[-4:]
        )
        asked = [place for place in others if place.slug in chosen[:2]]
        for place in asked[: 1 if number % 2 else 2]:
            partner = acts.invite_partner(
                plan, place, by=head(cast, plan.government.slug), at=clock(20)
            )
            if number < JOINT_PLANS:
                acts.accept_partnership(
                    partner, by=head(cast, place.slug), at=clock(20)
                )


HELP_TEXTS = (
    "Kami belum punya fasilitator yang dapat mengajarkan materi ini. Mohon dukungan "
    "narasumber untuk dua kali kegiatan.",
    "Anggaran tahun ini hanya cukup untuk koordinasi. Mohon contoh kerangka acuan dan "
    "rincian biaya dari daerah yang sudah berjalan.",
    "Kami belum memahami bukti dukung yang diminta. Mohon pendampingan satu hari.",
    "Tenaga teknis kami satu orang. Mohon kesempatan magang di daerah lain selama "
    "satu minggu.",
)
ANSWER_TEXTS = (
    "Kami dapat mengirim dua narasumber pada bulan depan; biaya perjalanan dari kami.",
    "Contoh kerangka acuan dan rincian biaya kami kirim minggu ini.",
    "Pendampingan dapat dilakukan secara daring setiap Rabu pukul 10.00 WITA.",
)


def _ask(forum: Forum, cast: Cast, year: int, clock: Clock) -> None:
    """Governments ask on cells that stayed empty."""
    planned = set(
        Plan.objects.standing()
        .filter(programme__forum=forum, year=year)
        .values_list("programme__code", "government__slug")
    )
    empty = [
        (programme, place)
        for programme in forum.programmes.all()
        for place in forum.governments()
        if place != forum.coordinator
        and obliged(place.level, programme.responsible_levels)
        and (programme.code, place.slug) not in planned
    ]

    def drawn(cell: tuple[Programme, Place]) -> float:
        return lot("help", cell[0].code, cell[1].slug)

    for programme, place in sorted(empty, key=drawn)[:HELP_REQUESTS]:
        acts.ask_help(
            programme,
            year=year,
            text=pick(HELP_TEXTS, "help text", programme.code, place.slug),
            by=head(cast, place.slug),
            at=clock(30),
        )


def _answer(forum: Forum, cast: Cast, clock: Clock) -> None:
    """The secretariat or a peer answers most of them."""
    asked = HelpRequest.objects.filter(programme__forum=forum).order_by("reference")
    for request in asked[:ANSWERED_REQUESTS]:
        peers = [p for p in forum.governments() if p != request.government]
        peer = pick(peers, "answer", request.reference[-4:])
        by = cast["sekretariat"] if peer == forum.coordinator else head(cast, peer.slug)
        acts.answer_help(
            request,
            text=pick(ANSWER_TEXTS, "answer text", request.reference[-4:]),
            by=by,
            at=clock(30),
        )


def _follow(forum: Forum, cast: Cast, clock: Clock) -> None:
    """One request is settled, one waits for the promised help, one is withdrawn."""
    asked = list(
        HelpRequest.objects.filter(programme__forum=forum).order_by("reference")
    )
    for number, request in enumerate(asked[: SETTLED_REQUESTS + ACCEPTED_REQUESTS]):
        by = head(cast, request.government.slug)
        acts.accept_answer(request.answers.get(), by=by, at=clock(20))
        if number < SETTLED_REQUESTS:
            request.refresh_from_db()
            acts.settle_request(
                request,
                outcome="Narasumber datang dua kali; bahan pelatihannya kami simpan.",
                by=by,
                at=clock(20),
            )
    last = asked[-1]
    acts.withdraw_request(
        last,
        reason="Kegiatannya kami tunda ke tahun depan.",
        by=head(cast, last.government.slug),
        at=clock(20),
    )
