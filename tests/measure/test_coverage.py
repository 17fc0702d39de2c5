"""A survey of some governments is never told as one of the whole province."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.translation import override

from sinergi.agree.grounds import of_figure
from sinergi.measure import acts, coverage, differences, figures, rows
from sinergi.measure.models import Release
from tests.cast import NOW
from tests.collect.conftest import HEADER, csv_of
from tests.measure.conftest import answers, frozen_wave

pytestmark = pytest.mark.django_db

PART = "Seluruh responden (2 dari 3 daerah)"


def only(content: bytes, *codes: str) -> bytes:
    """The answers of some governments."""
    lines = content.decode().splitlines()[1:]
    return csv_of(*(line for line in lines if line.split(",")[4] in codes))


def released_from(content, survey, form, definition, wati, *, slug, starts_on):
    wave = frozen_wave(
        survey, form, wati, slug=slug, content=content, starts_on=starts_on
    )
    draft = acts.compute_release(
        definition=definition,
        wave=wave,
        slug=f"rilis-{slug}",
        title=f"Rilis {slug}",
        by=wati,
        at=NOW,
    )
    return acts.release(draft, by=wati, at=NOW)


@pytest.fixture
def partial(survey, form, definition, wati) -> Release:
    """Two of the three governments under the province; nobody in the kota."""
    return released_from(
        only(answers(1), "99.01", "9902"),
        survey,
        form,
        definition,
        wati,
        slug="sebagian",
        starts_on=date(2027, 2, 1),
    )


def test_the_whole_is_called_by_those_who_answered(partial, released):
    with override("id"):
        assert figures.by_government(partial)[0].label == PART
        assert figures.by_government(released)[0].label == "Seluruh Provinsi"


def test_every_page_says_so_and_names_who_is_missing(client, partial, province):
    pages = [
        reverse("measure:index"),
        reverse("measure:release", args=[partial.slug]),
        reverse("measure:government", args=[province.slug]),
    ]

    for page in pages:
        text = client.get(page).text
        assert PART in text
        assert "Seluruh Provinsi" not in text
        assert "Tidak ada responden dari: Kota Tiga." in text


def test_the_draft_that_is_checked_says_so(client, survey, form, definition, wati):
    wave = frozen_wave(
        survey,
        form,
        wati,
        slug="satu-saja",
        content=only(answers(1), "99.01"),
        starts_on=date(2027, 2, 1),
    )
    draft = acts.compute_release(
        definition=definition, wave=wave, slug="r", title="R", by=wati, at=NOW
    )
    client.force_login(wati.person)

    text = client.get(reverse("measure_work:release", args=[draft.pk])).text

    assert "Seluruh responden (1 dari 3 daerah)" in text
    assert "Kabupaten Dua, Kota Tiga." in text


def test_a_page_of_a_kabupaten_is_not_warned(client, partial, satu):
    text = client.get(reverse("measure:government", args=[satu.slug])).text

    assert "tidak ada angka di sini" not in text


def test_pictures_carry_it_with_them(client, partial):
    response = client.get(reverse("measure:release", args=[partial.slug]))

    assert PART in str(response.context["picture"].wide)
    assert PART in str(response.context["map"].wide)


def test_downloads_give_a_part_neither_code_nor_name_of_the_whole(client, partial):
    csv = client.get(reverse("measure:release_csv", args=[partial.slug])).text
    json = client.get(reverse("measure:release_json", args=[partial.slug])).json()
    api = client.get(f"/api/v1/releases/{partial.slug}/figures/").json()

    assert "responden-2-dari-3-daerah" in csv
    assert "provinsi-uji" not in csv
    assert {row["kode_kemendagri"] for row in json} == {"", "99.01", "99.02", "99.71"}
    assert {row["government"] for row in api} == {
        row["pemerintah_daerah"] for row in json
    }


def test_a_whole_keeps_its_code(released):
    codes = {row["kode_kemendagri"] for row in rows.of_release(released)}

    assert codes == {"99", "99.01", "99.02", "99.71"}


def test_home_says_so(client, partial):
    text = client.get("/").text

    assert f"{partial.title}: {PART}" in text


def test_a_cited_figure_says_so(partial, province):
    figure = partial.figures.filter(government=province, measure="index", group="all")

    with override("id"):
        assert of_figure(figure.get()).label == f"Indeks · {PART}"


def test_wholes_of_different_governments_are_not_compared(client, partial, released):
    found = differences.between(partial, released)
    page = client.get(
        reverse("measure:difference", args=[partial.slug, released.slug])
    ).text

    assert {d.key.code for d in found} == {"99.01", "99.02", "99.71"}
    assert "kabupaten/kota yang berbeda" in page
    assert PART in page


def test_a_file_without_regions_stands_for_nobody_known(
    client, survey, form, definition, wati, monkeypatch
):
    from tests.measure import conftest

    monkeypatch.setattr(
        conftest,
        "SMALL_MAPPING",
        {**conftest.SMALL_MAPPING, "domains": {"sex": "jk"}},
    )
    release = released_from(
        answers(1),
        survey,
        form,
        definition,
        wati,
        slug="tanpa-daerah",
        starts_on=date(2027, 2, 1),
    )

    text = client.get(reverse("measure:release", args=[release.slug])).text

    assert not coverage.of(release).asked
    assert "Seluruh responden (daerahnya tidak diketahui)" in text
    assert "tidak memuat daerah asal" in text


def test_the_code_of_the_province_is_no_place_to_live(wave, wati):
    from tests.collect.conftest import checked

    brought = checked(wave, csv_of("x,1,s,d,99,l,20,1,1"), wati, blank=[])

    [problem] = brought.problems.all()
    assert (problem.column, problem.value) == ("kab", "99")
    assert problem.why == "unknown_government"
    assert HEADER.split(",").index("kab") == 4
