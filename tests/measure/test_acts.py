"""Acts of measuring: what they make, refuse, and write into the ledger."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import taksir as tk
from sinergi.collect import reading
from sinergi.collect.rules import Method
from sinergi.core import ledger
from sinergi.core.models import LedgerEvent
from sinergi.core.refusal import NotAllowed
from sinergi.measure import acts, differences, facts
from sinergi.measure.acts.definitions import DefinitionRefused
from sinergi.measure.acts.drafts import (
    NoError,
    NotAProbabilitySample,
    ReleaseRefused,
)
from sinergi.measure.acts.releases import AlreadyReleased, FiguresChanged
from sinergi.measure.facts import AlreadyPublished, NoSource, OffScale, SeriesFact
from sinergi.measure.models import Figure, Release
from sinergi.measure.rules import (
    Estimated,
    Flag,
    Group,
    Obstacle,
    Verdict,
    shown,
    verdict,
)
from tests.cast import NOW
from tests.measure.conftest import DEFINITION, answers, frozen_wave

pytestmark = pytest.mark.django_db


def last_event() -> LedgerEvent:
    return LedgerEvent.objects.latest("seq")


ILD = SeriesFact(
    slug="ild",
    name="Indeks Literasi Digital",
    short_name="ILD",
    owner="Kementerian",
    scale_min=Decimal(1),
    scale_max=Decimal(5),
)


# Figures


def test_figures_equal_what_the_estimator_says(draft: Release, satu, province):
    with reading.at_path(draft.wave.data) as path:
        survey = tk.Survey(
            path,
            tk.Design(weight="weight", strata="stratum", psu="psu"),
            index=tk.Index.loads(DEFINITION),
        )
        whole = survey.mean("index")["index"]
        one = survey.mean("etika", by="kabupaten")["etika", {"kabupaten": "99.01"}]

    forum = draft.figures.get(government=province, measure="index", group=Group.ALL)
    figure = draft.figures.get(government=satu, measure="etika")
    assert (forum.estimate, forum.se) == (whole.estimate, whole.se)
    assert (figure.estimate, figure.se) == (one.estimate, one.se)
    assert (figure.ci_low, figure.ci_high) == one.interval()
    assert figure.n == 160


def test_every_government_group_and_measure_has_a_figure(draft: Release):
    by_group = {g: draft.figures.filter(group=g).count() for g in Group}

    measures = 3
    assert by_group[Group.ALL] == measures * 4
    assert by_group[Group.SEX] == measures * 2
    assert by_group[Group.AGE] == measures * 5


def test_a_government_with_few_respondents_has_no_value_anywhere(draft, tiga):
    figure = draft.figures.get(government=tiga, measure="index")

    assert figure.flags == [Flag.SUPPRESSED]
    assert figure.n == 12
    assert {figure.estimate, figure.se, figure.ci_low, figure.ci_high} == {None}


def test_the_threshold_is_data_of_the_definition(first_wave, wati, tiga):
    lenient = acts.publish_definition(
        slug="lain",
        title="Lain",
        definition=DEFINITION,
        minimum_n=5,
        wide_above=Decimal("0.001"),
        by=wati,
        at=NOW,
    )

    made = acts.compute_release(
        definition=lenient, wave=first_wave, slug="l", title="L", by=wati, at=NOW
    )

    figure = made.figures.get(government=tiga, measure="index")
    assert figure.estimate is not None
    assert figure.flags == [Flag.WIDE]


estimated = st.builds(
    Estimated,
    st.one_of(st.none(), st.floats(1, 5)),
    st.floats(0, 2),
    st.floats(0, 3),
    st.floats(3, 6),
    st.integers(0, 100),
    st.integers(0, 60),
)


@given(estimated, st.integers(1, 60), st.floats(0.01, 2))
def test_under_the_threshold_nothing_of_a_value_is_kept(figure, minimum, wide):
    kept = shown(figure, minimum_n=minimum, wide_above=wide)

    hidden = figure.n < minimum or figure.estimate is None
    assert (Flag.SUPPRESSED in kept.flags) == hidden
    if hidden:
        assert {kept.estimate, kept.se, kept.ci_low, kept.ci_high} == {None}
    else:
        assert kept.estimate == figure.estimate


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0.01, 0.2, Verdict.UP),
        (-0.2, -0.01, Verdict.DOWN),
        (-0.1, 0.1, Verdict.NOT_YET_REAL),
        (0.0, 0.1, Verdict.NOT_YET_REAL),
        (-0.1, 0.0, Verdict.NOT_YET_REAL),
        (None, None, Verdict.WITHHELD),
    ],
)
def test_the_verdict_follows_the_interval(low, high, said):
    assert verdict(low, high) is said


# Releases


def test_a_release_goes_from_draft_to_released_with_two_entries(draft, wati):
    before = LedgerEvent.objects.count()

    released = acts.release(draft, by=wati, at=NOW)

    assert released.is_released
    assert released.released_at == NOW
    assert LedgerEvent.objects.count() == before + 1
    assert last_event().action == "release"
    assert draft.figures_sha256 in last_event().body
    assert ledger.verify() is None


def test_what_was_released_is_not_released_or_discarded_again(released, wati):
    with pytest.raises(AlreadyReleased):
        acts.release(released, by=wati, at=NOW)
    with pytest.raises(AlreadyReleased):
        acts.discard(released, reason="x", by=wati, at=NOW)


def test_a_draft_whose_figures_were_touched_is_not_released(draft, wati):
    Figure.objects.filter(release=draft, measure="index").update(n=31)

    with pytest.raises(FiguresChanged):
        acts.release(draft, by=wati, at=NOW)


def test_a_draft_can_be_thrown_away(draft, wati):
    acts.discard(draft, reason="judul salah", by=wati, at=NOW)

    assert not Release.objects.exists()
    assert last_event().reason == "judul salah"


def test_a_correction_stands_beside_the_old_release(released, definition, wati):
    figures = list(released.figures.values())

    with pytest.raises(ReleaseRefused, match="Rilis Satu"):
        acts.compute_release(
            definition=definition,
            wave=released.wave,
            slug="lagi",
            title="Lagi",
            by=wati,
            at=NOW,
        )
    correction = acts.compute_release(
        definition=definition,
        wave=released.wave,
        slug="koreksi",
        title="Koreksi",
        corrects=released,
        correction_reason="bobot diperbaiki",
        by=wati,
        at=NOW,
    )
    acts.release(correction, by=wati, at=NOW)

    assert released.corrected_by() == correction
    assert list(released.figures.values()) == figures
    assert list(Release.objects.standing()) == [correction]


def test_who_chose_to_answer_gets_no_figure(survey, form, wati, definition):
    wave = frozen_wave(
        survey,
        form,
        wati,
        slug="swadaya",
        content=answers(3),
        starts_on=date(2026, 1, 1),
        method=Method.SELF_SELECTED,
    )

    with pytest.raises(NotAProbabilitySample):
        acts.compute_release(
            definition=definition, wave=wave, slug="x", title="X", by=wati, at=NOW
        )


def test_a_stratum_with_one_village_is_named(survey, form, wati, definition):
    content = answers(4) + b"z1,1,sendiri,d1,99.01,l,20,3,3\n"
    wave = frozen_wave(
        survey, form, wati, slug="s", content=content, starts_on=date(2026, 1, 1)
    )

    with pytest.raises(NoError, match="sendiri"):
        acts.compute_release(
            definition=definition, wave=wave, slug="x", title="X", by=wati, at=NOW
        )


def test_only_the_walidata_of_the_coordinator_computes(
    first_wave, definition, sari, budi
):
    for other in (sari, budi):
        with pytest.raises(NotAllowed):
            acts.compute_release(
                definition=definition,
                wave=first_wave,
                slug="x",
                title="X",
                by=other,
                at=NOW,
            )


def test_figures_of_a_simulated_wave_are_simulated(survey, form, wati, definition):
    wati.person.is_simulated = True
    wati.person.save()
    wave = frozen_wave(
        survey, form, wati, slug="s", content=answers(5), starts_on=date(2026, 1, 1)
    )

    made = acts.compute_release(
        definition=definition, wave=wave, slug="x", title="X", by=wati, at=NOW
    )

    assert (wave.provenance, made.provenance) == ("simulated", "simulated")


def test_figures_of_a_real_wave_are_measured(draft):
    assert draft.provenance == "measured"


# Differences


def test_the_difference_takes_shared_villages_into_account(released, later):
    found = differences.between(later, released)

    whole = next(d for d in found if not d.key.code and d.key.measure == "index")
    now = later.figures.get(
        government__slug="provinsi-uji", measure="index", group="all"
    )
    then = released.figures.get(
        government__slug="provinsi-uji", measure="index", group="all"
    )
    assert whole.estimate == pytest.approx(now.estimate - then.estimate, abs=1e-12)
    assert whole.se < (now.se**2 + then.se**2) ** 0.5
    assert whole.verdict is Verdict.UP


def test_a_difference_with_a_suppressed_side_is_withheld(released, later):
    found = differences.between(later, released)

    [tiga] = [d for d in found if d.key.code == "99.71" and d.key.measure == "index"]
    assert tiga.verdict is Verdict.WITHHELD
    assert {tiga.estimate, tiga.se, tiga.ci_low, tiga.ci_high} == {None}


def test_releases_are_compared_only_by_the_same_definition(released, second_wave, wati):
    changed = acts.publish_definition(
        slug="literasi",
        title="Literasi",
        definition=DEFINITION.replace('reversed = ["q2"]', "reversed = []"),
        by=wati,
        at=NOW,
    )
    other = acts.compute_release(
        definition=changed, wave=second_wave, slug="o", title="O", by=wati, at=NOW
    )

    assert changed.version == 2
    assert differences.hindrance(other, released) is Obstacle.DEFINITIONS_DIFFER
    assert differences.hindrance(released, released) is Obstacle.SAME_RELEASE


def test_the_earlier_wave_cannot_be_the_later(released, later):
    assert differences.hindrance(released, later) is Obstacle.WRONG_ORDER
    assert differences.hindrance(later, released) is None


# Definitions, series, targets


def test_the_same_definition_is_the_same_version(definition, wati):
    again = acts.publish_definition(
        slug="literasi",
        title="Literasi",
        definition=f"# komentar\n{DEFINITION}",
        by=wati,
        at=NOW,
    )

    assert again == definition


@pytest.mark.parametrize(
    "text", ["", "[index]", DEFINITION.replace("pillars.etika", "pillars.sex")]
)
def test_what_is_no_index_is_refused_with_the_place(text, wati):
    with pytest.raises(DefinitionRefused):
        acts.publish_definition(slug="x", title="X", definition=text, by=wati, at=NOW)


def test_a_published_value_needs_its_source_and_scale(province, wati):
    method = facts.register_method(
        facts.register_series(ILD, at=NOW), code="m", name="Metode", at=NOW
    )

    with pytest.raises(NoSource):
        facts.publish_value(
            method, place=province, year=2022, value=Decimal("3.44"), source=" ", at=NOW
        )
    with pytest.raises(OffScale):
        facts.publish_value(
            method, place=province, year=2022, value=Decimal(6), source="s", at=NOW
        )


def test_a_published_value_is_one_number_and_is_corrected_with_a_reason(province, wati):
    method = facts.register_method(
        facts.register_series(ILD, at=NOW), code="m", name="Metode", at=NOW
    )
    value = facts.publish_value(
        method, place=province, year=2022, value=Decimal("3.44"), source="s", at=NOW
    )

    with pytest.raises(AlreadyPublished):
        facts.publish_value(
            method, place=province, year=2022, value=Decimal("3.4"), source="s", at=NOW
        )
    facts.correct_value(
        value, value=Decimal("3.45"), source="s", reason="salah ketik", by=wati, at=NOW
    )

    event = last_event()
    assert event.action == "correct_value"
    assert "3.44" in event.body
    assert "3.45" in event.body
    assert event.reason == "salah ketik"
    assert value.provenance == "published"


def test_loading_facts_twice_writes_nothing_twice(province):
    for _ in range(2):
        series = facts.register_series(ILD, at=NOW)
        method = facts.register_method(series, code="m", name="Metode", at=NOW)
        facts.publish_value(
            method, place=province, year=2022, value=Decimal("3.44"), source="s", at=NOW
        )

    events = LedgerEvent.objects.filter(object_kind__startswith="measure.")
    assert events.count() == 3


def test_budi_sets_a_target_of_his_own_government_only(budi, satu, dua, wati):
    series = facts.register_series(ILD, at=NOW)

    def target(government, by, value="3.6"):
        return acts.set_target(
            series=series,
            government=government,
            year=2027,
            value=Decimal(value),
            basis="RPJMD",
            by=by,
            at=NOW,
        )

    assert target(satu, budi).provenance == "entered"
    with pytest.raises(NotAllowed):
        target(dua, budi)
    target(dua, wati)
    target(satu, budi, "3.7")

    assert '"value":"3.6"' in last_event().body
    assert '"value":"3.7"' in last_event().body
