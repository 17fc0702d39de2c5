"""The simulated survey through the stages: file, mapping, check, freeze, release."""

from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

from sinergi.collect import acts, xlsform
from sinergi.collect.mapping import ColumnMapping
from sinergi.collect.models import FormVersion, Survey, Wave
from sinergi.collect.rules import Domain, Method
from sinergi.core import files
from sinergi.core.models import Forum, Membership, Pillar
from sinergi.core.rules import Level
from sinergi.examples.ntb.diary import Clock, Diary
from sinergi.examples.ntb.facts_figures import ILD
from sinergi.examples.ntb.facts_places import GOVERNMENTS
from sinergi.examples.ntb.lottery import pick
from sinergi.examples.ntb.people import Cast
from sinergi.examples.ntb.simulate_survey import Question, simulate
from sinergi.examples.ntb.simulated_villages import Government
from sinergi.examples.ntb.timeline import Timeline
from sinergi.measure import acts as measuring
from sinergi.measure.models import IndexDefinition, Series

FORM = Path(__file__).with_name("litdig_ntb.xlsx")
DEFINITION = Path(__file__).with_name("litdig.toml")
SURVEY, INDEX = "literasi-digital-simulasi", "literasi-digital"
WAVE_NAMES = ("pertama", "kedua")
FIELDWORK_DAYS = 20
PILOT = 2  # the wave of which a part was asked as a trial
# Made up, so that a target has something to be compared with; nobody set it.
TARGETS = (Decimal("3.50"), Decimal("3.55"))
TARGET_BASIS = "Target contoh (simulasi), bukan target resmi"


def write_survey(diary: Diary, forum: Forum, cast: Cast, days: Timeline) -> None:
    """Questionnaire first; each wave is asked, checked, frozen and released."""
    first_day = days.rakor_on - timedelta(days=150)
    second_day = days.today - timedelta(days=60)
    diary.write(days.before_rakor(170), partial(_begin, forum, cast, days))
    for number, day in enumerate((first_day, second_day)):
        diary.write(
            days.moment(day - timedelta(days=3)),
            partial(_open, cast["walidata"], day, number),
        )
        brought_on = day + timedelta(days=FIELDWORK_DAYS + 8)
        steps = (_take_in, _freeze, _release)
        for later, step in enumerate(steps):
            diary.write(
                days.moment(brought_on + timedelta(days=later), 14),
                partial(step, cast["walidata"], number),
            )
    diary.write(days.ago(6, 14), partial(_pilot, cast["walidata"], days))


def questions(form: FormVersion) -> list[Question]:
    return [
        Question(item.name, item.pillar, item.is_reversed) for item in form.scored()
    ]


def asked_in(forum: Forum) -> list[Government]:
    """The kabupaten and kota; the province is their sum."""
    return [
        Government(place.kemendagri_code.replace(".", ""), place.level == Level.CITY)
        for place in forum.governments()
        if place != forum.coordinator
    ]


def written_files() -> dict[str, bytes]:
    """The questionnaire and the files of both waves, without a database."""
    content = FORM.read_bytes()
    items = [
        Question(item.name, item.pillar, item.is_reversed)
        for item in xlsform.read(content).items
    ]
    asked = [
        Government(each.bps, each.level is Level.CITY)
        for each in GOVERNMENTS
        if each.level is not Level.PROVINCE
    ]
    waves = simulate(items, asked)[:PILOT]
    return {
        FORM.name: content,
        **{file_name(number): wave for number, wave in enumerate(waves)},
    }


def file_name(number: int) -> str:
    return f"simulasi-putaran-{number + 1}.csv"


def mapping(form: FormVersion) -> ColumnMapping:
    """Which column of the simulated file holds what."""
    return ColumnMapping(
        items={item.name: item.name for item in form.scored()},
        respondent="id_responden",
        weight="bobot",
        strata="strata",
        psu="klaster",
        domains={
            Domain.GOVERNMENT.value: "kabupaten",
            Domain.SEX.value: "gender",
            Domain.AGE.value: "umur",
        },
    )


def _begin(forum: Forum, cast: Cast, days: Timeline, clock: Clock) -> None:
    by = cast["walidata"]
    survey = acts.create_survey(
        forum=forum,
        slug=SURVEY,
        title="Survei Literasi Digital NTB (simulasi)",
        population="Warga berusia 13 tahun ke atas yang memakai internet (simulasi)",
        by=by,
        at=clock(15),
    )
    content = FORM.read_bytes()
    form = acts.publish_form(
        survey,
        questionnaire=xlsform.read(
            content, pillars=list(Pillar.objects.values_list("code", flat=True))
        ),
        content=content,
        kind=files.XLSX,
        by=by,
        at=clock(15),
    )
    acts.save_profile(
        survey, name="Berkas simulasi", mapping=mapping(form), by=by, at=clock(15)
    )
    measuring.publish_definition(
        slug=INDEX,
        title="Indeks literasi digital, kuesioner 32 butir",
        definition=DEFINITION.read_text(encoding="utf-8"),
        by=by,
        at=clock(15),
    )
    for year, value in zip(days.years, TARGETS, strict=True):
        measuring.set_target(
            series=Series.objects.get(slug=ILD.slug),
            government=forum.coordinator,
            year=year,
            value=value,
            basis=TARGET_BASIS,
            by=by,
            at=clock(5),
        )


def _open(by: Membership, day: date, number: int, clock: Clock) -> None:
    acts.open_wave(
        Survey.objects.get(slug=SURVEY),
        form_version=FormVersion.objects.get(survey__slug=SURVEY),
        slug=f"{SURVEY}-{number + 1}",
        title=f"Putaran {WAVE_NAMES[number]} (simulasi)",
        method=Method.PROBABILITY,
        starts_on=day,
        ends_on=day + timedelta(days=FIELDWORK_DAYS),
        by=by,
        at=clock(),
    )


def _take_in(by: Membership, number: int, clock: Clock) -> None:
    wave = _wave(number)
    form, forum = wave.form_version, wave.survey.forum
    content = simulate(questions(form), asked_in(forum))[number]
    brought = acts.upload(
        wave,
        content=content,
        name=file_name(number),
        by=by,
        at=clock(20),
    )
    acts.check(brought, mapping=mapping(form), by=by, at=clock(60))
    acts.confirm(brought, by=by, at=clock())


def _freeze(by: Membership, number: int, clock: Clock) -> None:
    acts.freeze(_wave(number), by=by, at=clock())


def _release(by: Membership, number: int, clock: Clock) -> None:
    draft = measuring.compute_release(
        definition=IndexDefinition.objects.filter(slug=INDEX).latest("version"),
        wave=_wave(number),
        slug=release_slug(number),
        title=f"Rilis putaran {WAVE_NAMES[number]} (simulasi)",
        by=by,
        at=clock(60),
    )
    measuring.release(draft, by=by, at=clock())


def _pilot(by: Membership, days: Timeline, clock: Clock) -> None:
    """A trial of the third wave in one kabupaten: checked, and not confirmed yet."""
    survey = Survey.objects.get(slug=SURVEY)
    form = survey.form_versions.latest("published_at")
    wave = acts.open_wave(
        survey,
        form_version=form,
        slug=f"{SURVEY}-uji-coba",
        title="Uji coba putaran ketiga (simulasi)",
        method=Method.PROBABILITY,
        starts_on=days.today - timedelta(days=16),
        ends_on=days.today - timedelta(days=8),
        by=by,
        at=clock(30),
    )
    asked = asked_in(survey.forum)
    where = pick([each.code for each in asked if not each.is_city], "pilot")
    header, *rows = simulate(questions(form), asked)[PILOT].splitlines(keepends=True)
    here = [row for row in rows if f",simulasi,{where},".encode() in row]
    brought = acts.upload(
        wave,
        content=b"".join([header, *here]),
        name="simulasi-uji-coba.csv",
        by=by,
        at=clock(20),
    )
    acts.check(brought, mapping=mapping(form), by=by, at=clock())


def release_slug(number: int) -> str:
    return f"{INDEX}-simulasi-{number + 1}"


def _wave(number: int) -> Wave:
    return Wave.objects.get(slug=f"{SURVEY}-{number + 1}")
