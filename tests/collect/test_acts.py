"""Acts of collecting: what they make, refuse, and write into the ledger."""

import json

import pytest

from sinergi.collect import acts, examining, itemlist
from sinergi.collect.acts.confirming import NotChecked
from sinergi.collect.acts.imports import FileUnreadable, MappingRefused, WaveClosed
from sinergi.collect.acts.surveys import FormHasErrors, SurveyExists, VersionTaken
from sinergi.collect.acts.waves import NotConfirmed
from sinergi.collect.mapping import parse
from sinergi.collect.models import Import, MappingProfile, Wave
from sinergi.collect.rules import (
    IMPORT_TRANSITIONS,
    WAVE_TRANSITIONS,
    ImportState,
    WaveState,
)
from sinergi.core import files, ledger
from sinergi.core.canonical import sha256
from sinergi.core.files import FileRefused
from sinergi.core.models import LedgerEvent
from sinergi.core.refusal import NotAllowed
from tests.cast import NOW
from tests.collect.conftest import GOOD_ROWS, SMALL_FORM, SMALL_MAPPING, checked, csv_of

pytestmark = pytest.mark.django_db


def actions() -> list[str]:
    events = LedgerEvent.objects.filter(object_kind__startswith="collect.")
    return list(events.order_by("seq").values_list("action", flat=True))


def test_every_state_has_its_transitions():
    assert set(WAVE_TRANSITIONS) == set(WaveState)
    assert WAVE_TRANSITIONS[WaveState.FROZEN] == frozenset()
    assert set(IMPORT_TRANSITIONS) == set(ImportState)


def test_a_file_goes_the_whole_way_with_one_entry_each(wave, wati):
    brought = checked(wave, csv_of(*GOOD_ROWS), wati)
    acts.confirm(brought, by=wati, at=NOW)
    acts.freeze(wave, by=wati, at=NOW)

    assert actions() == [
        "create_survey",
        "publish_form",
        "open_wave",
        "upload_responses",
        "check_responses",
        "confirm_responses",
        "freeze_wave",
    ]
    assert ledger.verify() is None
    assert wave.respondents == 40


def test_the_ledger_holds_no_answer(wave, wati):
    checked(wave, csv_of("rahasia-1,1,s,d,99.01,l,20,77,1", *GOOD_ROWS), wati)

    bodies = "".join(LedgerEvent.objects.values_list("body", flat=True))
    assert "rahasia" not in bodies
    assert "77" not in json.loads(LedgerEvent.objects.latest("seq").body)["after"]


def test_freezing_again_gives_the_same_bytes(wave, wati):
    rows = list(reversed(GOOD_ROWS))
    brought = checked(wave, csv_of(*GOOD_ROWS), wati)
    acts.confirm(brought, by=wati, at=NOW)
    frozen = acts.freeze(wave, by=wati, at=NOW)

    again = examining.frozen(brought)
    assert again.data == files.read(frozen.data)
    assert again.codebook == files.read(frozen.codebook)
    assert again.manifest == frozen.manifest

    turned = files.keep(csv_of(*rows), kind=files.CSV, at=NOW)
    brought.file = turned
    assert examining.frozen(brought).data == again.data


def test_the_manifest_names_every_part_by_its_hash(wave, form, wati):
    content = csv_of(*GOOD_ROWS)
    acts.confirm(checked(wave, content, wati), by=wati, at=NOW)
    manifest = acts.freeze(wave, by=wati, at=NOW).manifest

    assert manifest["parts"] == {
        "source": sha256(content),
        "data.parquet": sha256(files.read(wave.data)),
        "codebook.json": sha256(files.read(wave.codebook)),
    }
    assert manifest["form"]["version"] == form.version
    assert manifest["form"]["sha256"] == sha256(SMALL_FORM)
    assert manifest["mapping"]["items"] == SMALL_MAPPING["items"]
    assert manifest["software"].startswith("sinergi ")


def test_identifiers_of_respondents_stay_out_of_the_frozen_wave(wave, wati):
    rows = [row.replace("r", "NIK52720", 1) for row in GOOD_ROWS]
    acts.confirm(checked(wave, csv_of(*rows), wati), by=wati, at=NOW)
    frozen = acts.freeze(wave, by=wati, at=NOW)

    assert b"NIK52720" not in files.read(frozen.data)
    assert b"NIK52720" not in files.read(frozen.codebook)


def test_a_frozen_wave_takes_nothing_and_never_opens_again(wave, wati):
    brought = checked(wave, csv_of(*GOOD_ROWS), wati)
    acts.confirm(brought, by=wati, at=NOW)
    acts.freeze(wave, by=wati, at=NOW)

    with pytest.raises(WaveClosed):
        acts.upload(wave, content=b"a,b\n1,2\n", name="x.csv", by=wati, at=NOW)
    with pytest.raises(WaveClosed):
        acts.check(brought, mapping=parse(SMALL_MAPPING), by=wati, at=NOW)
    with pytest.raises(WaveClosed):
        acts.reopen(wave, reason="x", by=wati, at=NOW)
    with pytest.raises(NotConfirmed):
        acts.freeze(wave, by=wati, at=NOW)


def test_a_confirmation_is_taken_back_with_a_reason(wave, wati):
    brought = checked(wave, csv_of(*GOOD_ROWS), wati)
    acts.confirm(brought, by=wati, at=NOW)

    acts.reopen(wave, reason="bobot salah", by=wati, at=NOW)

    brought.refresh_from_db()
    assert wave.is_open
    assert brought.state == "replaced"
    assert LedgerEvent.objects.latest("seq").reason == "bobot salah"
    again = acts.check(brought, mapping=parse(SMALL_MAPPING), by=wati, at=NOW)
    acts.confirm(again, by=wati, at=NOW)


def test_an_unchecked_or_empty_file_is_not_confirmed(wave, wati):
    content = csv_of("a,,s,d,99.01,l,20,1,1")
    brought = acts.upload(wave, content=content, name="a.csv", by=wati, at=NOW)

    with pytest.raises(NotChecked):
        acts.confirm(brought, by=wati, at=NOW)
    acts.check(brought, mapping=parse(SMALL_MAPPING), by=wati, at=NOW)
    with pytest.raises(NotChecked):
        acts.confirm(brought, by=wati, at=NOW)
    assert wave.is_open


def test_checking_again_replaces_the_report(wave, wati):
    brought = checked(wave, csv_of("a,1,s,d,99.01,l,20,7,1", *GOOD_ROWS), wati)
    assert brought.problems.count() == 1

    recode = {**SMALL_MAPPING, "recode": {"q1": {"7": "5"}}}
    acts.check(brought, mapping=parse(recode), by=wati, at=NOW)

    assert brought.problems.count() == 0
    assert Import.objects.count() == 1


@pytest.mark.parametrize("content", [b"\x00\x01", b"%PDF-1.7", b""])
def test_what_is_no_survey_file_is_refused(wave, wati, content):
    with pytest.raises(FileRefused):
        acts.upload(wave, content=content, name="x.csv", by=wati, at=NOW)


def test_a_damaged_parquet_is_refused(wave, wati):
    with pytest.raises(FileUnreadable):
        acts.upload(wave, content=b"PAR1 rusak", name="x.parquet", by=wati, at=NOW)


def test_a_mapping_that_does_not_fit_leaves_the_file_as_it_was(wave, wati):
    content = csv_of(*GOOD_ROWS)
    brought = acts.upload(wave, content=content, name="a.csv", by=wati, at=NOW)

    with pytest.raises(MappingRefused, match="bobot"):
        acts.check(
            brought,
            mapping=parse({**SMALL_MAPPING, "weight": "bobot"}),
            by=wati,
            at=NOW,
        )

    brought.refresh_from_db()
    assert brought.state == "uploaded"


def test_the_frozen_parquet_comes_back_as_a_file_of_another_wave(
    survey, form, wave, wati
):
    acts.confirm(checked(wave, csv_of(*GOOD_ROWS), wati), by=wati, at=NOW)
    frozen = acts.freeze(wave, by=wati, at=NOW)
    other = acts.open_wave(
        survey,
        form_version=form,
        slug="salinan",
        title="Salinan",
        method="probability",
        starts_on=wave.starts_on,
        ends_on=wave.ends_on,
        by=wati,
        at=NOW,
    )

    brought = acts.upload(
        other, content=files.read(frozen.data), name="d.parquet", by=wati, at=NOW
    )
    acts.check(
        brought,
        mapping=parse(
            {
                "respondent": "respondent",
                "weight": "weight",
                "strata": "stratum",
                "psu": "psu",
                "items": {"q1": "q1", "q2": "q2"},
                "domains": {"kabupaten": "kabupaten", "sex": "sex", "age": "age"},
            }
        ),
        by=wati,
        at=NOW,
    )
    acts.confirm(brought, by=wati, at=NOW)
    copied = acts.freeze(other, by=wati, at=NOW)

    assert brought.problems.count() == 0
    assert copied.data == frozen.data


def test_publishing_the_same_form_again_changes_nothing(survey, form, wati):
    again = acts.publish_form(
        survey,
        questionnaire=itemlist.read_toml(SMALL_FORM),
        content=SMALL_FORM,
        kind="application/toml",
        by=wati,
        at=NOW,
    )

    assert again == form
    assert actions().count("publish_form") == 1


def test_a_changed_form_needs_a_new_version(survey, form, wati):
    content = SMALL_FORM.replace(b"Bisa mencari", b"Dapat mencari")

    with pytest.raises(VersionTaken):
        acts.publish_form(
            survey,
            questionnaire=itemlist.read_toml(content),
            content=content,
            kind="application/toml",
            by=wati,
            at=NOW,
        )


def test_a_form_with_errors_is_not_published(survey, wati):
    content = SMALL_FORM.replace(b'pillar = "etika"', b"")

    with pytest.raises(FormHasErrors, match="q2"):
        acts.publish_form(
            survey,
            questionnaire=itemlist.read_toml(content),
            content=content,
            kind="application/toml",
            by=wati,
            at=NOW,
        )


def test_two_surveys_never_share_an_address(survey, forum, wati):
    with pytest.raises(SurveyExists):
        acts.create_survey(forum=forum, slug=survey.slug, title="B", by=wati, at=NOW)


def test_nobody_but_the_walidata_of_the_coordinator_touches_a_survey(
    forum, wave, sari, budi, ayu
):
    for other in (sari, budi, ayu):
        with pytest.raises(NotAllowed):
            acts.create_survey(forum=forum, slug="x", title="X", by=other, at=NOW)
        with pytest.raises(NotAllowed):
            acts.upload(wave, content=b"a\n1\n", name="x.csv", by=other, at=NOW)


def test_a_mapping_is_kept_under_its_name(survey, wati):
    chosen = parse(SMALL_MAPPING)

    for _ in range(2):
        acts.save_profile(survey, name="BPS", mapping=chosen, by=wati, at=NOW)

    [profile] = MappingProfile.objects.all()
    assert parse(profile.mapping) == chosen


def test_a_wave_of_a_simulated_walidata_is_simulated(survey, form, wati):
    wati.person.is_simulated = True
    wave = acts.open_wave(
        survey,
        form_version=form,
        slug="sim",
        title="Sim",
        method="probability",
        starts_on=NOW.date(),
        ends_on=NOW.date(),
        by=wati,
        at=NOW,
    )

    assert wave.is_simulated
    assert Wave.objects.get(slug="sim").provenance == "simulated"
