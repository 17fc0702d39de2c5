"""What the estimator refuses is told in Indonesian, with values and without paths."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.translation import override

from sinergi.measure import acts, complaints, definitions
from sinergi.measure.acts.drafts import NoError
from taksir import errors
from taksir.faults import Fault, FileFault
from tests.cast import NOW
from tests.measure.conftest import DEFINITION, answers, frozen_wave

GOOD = DEFINITION.strip()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('name = "index"', "name index", ["Baris ke-2", "name index"]),
        (
            "scale = [1, 5]",
            "skala = [1, 5]",
            ["[index]", "“skala”", "Maksudnya “scale”?"],
        ),
        ("scale = [1, 5]", "scale = [5, 1]", ["[index] scale", "[5, 1]"]),
        ('name = "index"', "name = 3", ["[index] name", "tertulis 3"]),
        (
            '["q2"]\n[min',
            '["q9"]\n[min',
            ["[index] reversed", "“q9”", "Ada: “q1”, “q2”."],
        ),
        ('reversed = ["q2"]', 'reversed = "q2"', ["daftar nama", "'q2'"]),
        ('cari = ["q1"]', "cari = []", ["[pillars.kecakapan] cari", "tidak memiliki"]),
        ('cari = ["q1"]', 'cari = ["q2"]', ["'q2'", "dua kali"]),
        ('cari = ["q1"]', 'q1 = ["q1"]', ["'q1'", "skor dan butir"]),
        ('santun = ["q2"]', 'cari = ["q2"]', ["'cari'", "dua skor"]),
        ("indicator = 1", "indicator = 0", ["[minimum] indicator", "tertulis 0"]),
        ("indicator = 1", "indicator = 2", ["2 bagian", "“cari”"]),
        ("[pillars.etika]", "[pillars.index]", ["dua skor"]),
        ("[pillars.etika]", "[pillars.sex]", ["“sex”", "40 huruf"]),
        (
            '[pillars.etika]\nsantun = ["q2"]',
            "etika = 3",
            ["daftar nama", "tertulis 3"],
        ),
        ('santun = ["q2"]', 'santun = ["jum\'at"]', ["“q2”", "Ada: “q1”, “jum'at”."]),
        (GOOD, "", ["[index]", "kosong"]),
    ],
)
def test_a_definition_is_refused_in_indonesian(old, new, told):
    assert old in GOOD

    with override("id"), pytest.raises(definitions.BadDefinition) as refused:
        definitions.parse(GOOD.replace(old, new))

    sentence = str(refused.value)
    assert all(part in sentence for part in told), sentence
    for english in ("needed", "unknown", "Index definition", "stands", "must"):
        assert english not in sentence


@pytest.mark.django_db
def test_the_page_of_a_definition_keeps_the_text_and_tells_the_line(client, wati):
    client.force_login(wati.person)
    text = GOOD.replace('cari = ["q1"]', "cari = [q1]")

    response = client.post(
        reverse("measure_work:new_definition"),
        {
            "title": "A",
            "slug": "a",
            "definition": text,
            "minimum_n": "30",
            "wide_above": "0,25",
        },
    )

    [error] = response.context["form"].non_field_errors()
    assert "Baris ke-8" in error
    assert "cari = [q1]" in error
    assert "cari = [q1]" in response.text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('["q1"]', '["q7"]', ["“q7”", "Ada: “"]),
        ("scale = [1, 5]", "scale = [1, 4]", ["1 sampai 4", "5"]),
        ('["q1"]', '["psu"]', ["“psu”"]),
    ],
)
def test_a_release_is_refused_without_english_or_paths(
    survey, form, wati, old, new, told
):
    wave = frozen_wave(
        survey, form, wati, slug="s", content=answers(4), starts_on=date(2026, 1, 1)
    )
    definition = acts.publish_definition(
        slug="d", title="D", definition=GOOD.replace(old, new), by=wati, at=NOW
    )

    with override("id"), pytest.raises(NoError) as refused:
        acts.compute_release(
            definition=definition, wave=wave, slug="x", title="X", by=wati, at=NOW
        )

    sentence = str(refused.value)
    assert all(part in sentence for part in told), sentence
    assert "/" not in sentence
    assert "definition" not in sentence


def test_a_refusal_we_have_no_words_for_is_named_by_its_kind():
    error = errors.UnreadableFile("/srv/rahasia.parquet", FileFault.NOT_PARQUET)

    with override("id"):
        sentence = complaints.of_estimating(error)

    assert "UnreadableFile" in sentence
    assert "rahasia" not in sentence


def test_every_fault_of_a_definition_has_words_of_ours():
    # The text comes from a page: it is UTF-8, and TOML has its own sentences.
    elsewhere = {Fault.NOT_TOML, Fault.NOT_UTF8}

    assert set(complaints._DEFINITION) == set(Fault) - elsewhere
