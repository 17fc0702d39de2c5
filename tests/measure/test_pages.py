"""Pages, downloads and API of measuring, for the public and for the walidata."""

import csv
import io
import json
import re
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import translation
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sinergi.core.models import Place
from sinergi.measure import acts, facts, figures, naming, pictures, rules
from sinergi.measure.models import (
    Figure,
    IndexDefinition,
    PublishedValue,
    Release,
    Series,
    Target,
)
from sinergi.measure.rules import Estimated, Flag
from sinergi.site.command import main
from tests.cast import NOW
from tests.measure.conftest import DEFINITION
from tests.measure.test_acts import ILD

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, wati):
    """Wati's browser."""
    client.force_login(wati.person)
    return client


@pytest.fixture
def ild(province):
    """3,45 and 3,44 of the province, and a value of another method."""
    series = facts.register_series(ILD, at=NOW)
    method = facts.register_method(
        series, code="empat-pilar", name="Empat pilar", at=NOW
    )
    other = facts.register_method(series, code="lama", name="Lama", at=NOW)
    for used, year, value in ((method, 2022, "3.44"), (method, 2021, "3.45")):
        facts.publish_value(
            used,
            place=province,
            year=year,
            value=Decimal(value),
            source=f"Status Literasi Digital {year}",
            at=NOW,
        )
    facts.publish_value(
        other, place=province, year=2020, value=Decimal("3.1"), source="Lama", at=NOW
    )
    return series


# Public pages


def test_a_published_value_stands_large_with_year_source_and_no_error(client, ild):
    page = client.get(reverse("measure:index")).text

    assert "3,44" in page
    assert "Status Literasi Digital 2022" in page
    number = page[
        page.index('class="number"') : page.index(
            "</div>", page.index('class="number"')
        )
    ]
    assert "3,44" in number
    assert "2022" in number


def test_values_of_two_methods_are_never_in_one_table(client, ild):
    page = client.get(reverse("measure:index")).text

    tables = re.findall(r"<table>.*?</table>", page, re.DOTALL)
    assert sum("3,45" in table for table in tables) == 1
    assert not any("3,45" in table and "3,10" in table for table in tables)


def test_the_index_page_without_anything_says_what_comes_next(client, forum):
    response = client.get(reverse("measure:index"))

    assert response.status_code == 200
    assert 'class="empty"' in response.text


def test_a_government_page_shows_pillars_with_interval_and_n(client, released, satu):
    page = client.get(reverse("measure:government", args=[satu.slug])).text
    figure = released.figures.get(government=satu, measure="etika")

    assert figures.written(figure.estimate) in page
    assert figures.interval(figure.ci_low, figure.ci_high) in page
    assert "n = 160" in page
    assert "chart-wide" in page


def test_a_government_without_published_value_says_so(client, ild, satu):
    page = client.get(reverse("measure:government", args=[satu.slug])).text

    assert satu.name in page
    assert "3,44" not in page


def test_a_place_outside_the_forum_has_no_page(client, forum):
    assert client.get("/indeks/antah-berantah/").status_code == 404


def test_a_release_page_has_map_chart_groups_and_method(client, released):
    page = client.get(reverse("measure:release", args=[released.slug])).text

    assert page.count("chart-wide") == page.count("chart-narrow") == 2
    assert released.figures_sha256 in page
    assert released.manifest_sha256 in page
    assert "Kecakapan Digital" in page
    assert "18–29" in page
    assert 'style="' not in page


def test_a_draft_is_nowhere_public(client, draft):
    for name in ("release", "release_csv", "release_json"):
        url = reverse(f"measure:{name}", args=[draft.slug])
        assert client.get(url).status_code == 404
    assert draft.title not in client.get(reverse("measure:index")).text
    assert client.get("/api/v1/releases/").json() == []


def test_a_correction_is_told_on_both_pages(client, released, wati, definition):
    correction = acts.compute_release(
        definition=definition,
        wave=released.wave,
        slug="koreksi",
        title="Rilis Koreksi",
        corrects=released,
        correction_reason="bobot diperbaiki",
        by=wati,
        at=NOW,
    )
    acts.release(correction, by=wati, at=NOW)

    old = client.get(reverse("measure:release", args=[released.slug])).text
    new = client.get(reverse("measure:release", args=["koreksi"])).text

    assert "Rilis Koreksi" in old
    assert "bobot diperbaiki" in old
    assert released.title in new
    index = client.get(reverse("measure:index")).text
    assert reverse("measure:release", args=["koreksi"]) in index
    assert reverse("measure:release", args=[released.slug]) not in index


def test_a_difference_says_what_is_not_yet_real(client, released, later):
    url = reverse("measure:difference", args=[later.slug, released.slug])

    page = client.get(url).text

    assert "naik nyata" in page
    assert "tidak ditampilkan" in page
    tables = re.findall(r"<tbody>.*?</tbody>", page, re.DOTALL)
    assert [table.count("<tr>") for table in tables] == [3, 3, 7]
    assert url in client.get(reverse("measure:index")).text


def test_releases_that_cannot_be_compared_are_refused_with_the_reason(
    client, released, later
):
    wrong = reverse("measure:difference", args=[released.slug, later.slug])

    response = client.get(wrong)

    assert response.status_code == 409
    assert "Tukar keduanya" in response.text
    assert "chart-wide" not in response.text


def test_a_simulated_release_says_so_everywhere(client, released):
    Release.objects.update(provenance="simulated")

    page = client.get(reverse("measure:release", args=[released.slug])).text
    response = client.get(reverse("measure:release_csv", args=[released.slug]))

    assert "SIMULASI" in page
    assert "simulasi" in response["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert {row["asal_usul"] for row in rows} == {"simulasi"}


# Withheld figures


@settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.generate],  # shrinking would ask every page hundreds of times
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.integers(1_100_001, 4_899_999).filter(lambda n: n % 10).map(lambda n: n / 1e6),
    st.integers(0, 29),
)
def test_a_withheld_value_appears_nowhere(client, released, tiga, secret, n):
    """Whatever was estimated: page, table, picture, file and API know nothing of it."""
    kept = rules.shown(
        Estimated(secret, 0.123456, secret - 0.2, secret + 0.2, 1, n),
        minimum_n=30,
        wide_above=0.25,
    )
    Figure.objects.filter(release=released, government=tiga).update(
        estimate=kept.estimate,
        se=kept.se,
        ci_low=kept.ci_low,
        ci_high=kept.ci_high,
        n=kept.n,
        flags=[str(flag) for flag in kept.flags],
    )

    slug = released.slug
    rows = csv.DictReader(
        io.StringIO(
            client.get(reverse("measure:release_csv", args=[slug])).content.decode(
                "utf-8-sig"
            )
        )
    )
    told = json.loads(client.get(reverse("measure:release_json", args=[slug])).content)
    api = client.get(f"/api/v1/releases/{slug}/figures/?government={tiga.slug}").json()
    page = client.get(reverse("measure:government", args=[tiga.slug])).text

    hidden = ("nilai", "galat_baku", "batas_bawah_95", "batas_atas_95")
    mine = [row for row in rows if row["pemerintah_daerah"] == tiga.slug]
    assert len(mine) == 3
    assert {row[column] for row in mine for column in hidden} == {""}
    theirs = [row for row in told if row["pemerintah_daerah"] == tiga.slug]
    assert {row[column] for row in theirs for column in hidden} == {None}
    assert {f[k] for f in api for k in ("estimate", "se", "ci_low", "ci_high")} == {
        None
    }
    assert all(Flag.SUPPRESSED in f["flags"] for f in api)
    drawn = re.findall(r"<svg[^>]*chart-.*?</svg>", page, re.DOTALL)
    assert drawn
    assert not any("<circle" in svg for svg in drawn)
    assert f"{secret:.6f}" not in page


# Downloads and API


def test_the_csv_of_a_release_has_every_figure_and_its_origin(client, released):
    response = client.get(reverse("measure:release_csv", args=[released.slug]))

    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert len(rows) == released.figures.count()
    assert {row["asal_usul"] for row in rows} == {"pengukuran"}
    assert "pengukuran" in response["Content-Disposition"]
    whole = next(r for r in rows if (r["ukuran"], r["kelompok"]) == ("indeks", "semua"))
    figure = released.figures.get(
        government__slug=whole["pemerintah_daerah"], measure="index", group="all"
    )
    assert float(whole["nilai"]) == figure.estimate


def test_published_values_are_downloaded_with_their_source(client, ild):
    text = client.get(reverse("measure:published_csv")).content.decode("utf-8-sig")
    told = json.loads(client.get(reverse("measure:published_json")).content)

    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["nilai"] for row in rows] == ["3.45", "3.44", "3.10"]
    assert {row["asal_usul"] for row in rows} == {"terbitan"}
    assert told[0]["sumber"] == "Status Literasi Digital 2021"


def test_the_api_filters_and_says_where_values_come_from(client, ild, released, satu):
    api = "/api/v1"

    values = client.get(f"{api}/published-values/?series=ild&year=2022").json()
    [shown] = client.get(f"{api}/releases/").json()
    some = client.get(
        f"{api}/releases/{released.slug}/figures/?government={satu.slug}&measure=index"
    ).json()

    assert [(v["value"], v["provenance"]) for v in values] == [("3.440", "published")]
    assert client.get(f"{api}/series/").json()[0]["methods"] == ["empat-pilar", "lama"]
    assert shown["figures_sha256"] == released.figures_sha256
    assert [(f["n"], f["provenance"]) for f in some] == [(160, "measured")]
    unknown = f"{api}/releases/{released.slug}/figures/?group=agama"
    assert client.get(unknown).status_code == 422


def test_targets_are_read_by_api(client, ild, budi, satu):
    acts.set_target(
        series=ild,
        government=satu,
        year=2027,
        value=Decimal("3.6"),
        basis="RPJMD",
        by=budi,
        at=NOW,
    )

    [target] = client.get(f"/api/v1/targets/?government={satu.slug}").json()

    assert (target["year"], target["provenance"]) == (2027, "entered")


# Working pages


def test_wati_registers_a_series_a_method_and_a_value(desk, province):
    desk.post(
        reverse("measure_work:new_series"),
        {
            "name": "Indeks Baru",
            "short_name": "IB",
            "slug": "ib",
            "owner": "Kementerian",
            "scale_min": "0",
            "scale_max": "100",
            "direction": "higher",
            "measures": "Sesuatu",
            "limits": "Bukan semuanya",
        },
    )
    desk.post(
        reverse("measure_work:add_method", args=["ib"]),
        {"code": "v1", "name": "Versi satu"},
    )
    response = desk.post(
        reverse("measure_work:add_value", args=["ib"]),
        {
            "method": Series.objects.get().methods.get().pk,
            "place": province.pk,
            "measure": "index",
            "year": "2024",
            "value": "43,34",
            "source": "Laporan",
        },
        follow=True,
    )

    value = PublishedValue.objects.get()
    assert (value.value, value.decimals) == (Decimal("43.34"), 2)
    assert "43,34" in response.text


def test_a_value_off_the_scale_keeps_what_was_typed(desk, ild, province):
    response = desk.post(
        reverse("measure_work:add_value", args=["ild"]),
        {
            "method": ild.methods.first().pk,
            "place": province.pk,
            "measure": "index",
            "year": "2024",
            "value": "344",
            "source": "Sumber yang panjang",
        },
    )

    assert "Sumber yang panjang" in response.text
    assert "344" in response.context["form"].non_field_errors()[0]


def test_a_wrong_entry_is_corrected_by_page(desk, ild):
    value = PublishedValue.objects.get(year=2022)

    desk.post(
        reverse("measure_work:correct_value", args=["ild", value.pk]),
        {"value": "3,54", "source": "S", "reason": "salah baca"},
    )

    value.refresh_from_db()
    assert value.value == Decimal("3.54")


def test_a_definition_begins_with_the_items_of_a_questionnaire(desk, form):
    response = desk.get(reverse("measure_work:new_definition"), {"kuesioner": form.pk})
    initial = response.context["form"].initial
    desk.post(
        reverse("measure_work:new_definition"),
        {
            "title": initial["title"],
            "slug": "uji",
            "definition": initial["definition"],
            "minimum_n": "30",
            "wide_above": "0,25",
        },
    )

    made = IndexDefinition.objects.get()
    assert made.version == 1
    assert 'reversed = ["q2"]' in made.definition
    assert made.title in desk.get(reverse("measure_work:definitions")).text


def test_a_definition_with_a_slip_keeps_its_text(desk, forum):
    response = desk.post(
        reverse("measure_work:new_definition"),
        {
            "title": "T",
            "slug": "t",
            "definition": DEFINITION.replace("[minimum]", "[minimal]"),
            "minimum_n": "30",
            "wide_above": "0,25",
        },
    )

    assert "minimal" in response.context["form"].non_field_errors()[0]
    assert "santun" in response.text


def test_wati_computes_checks_and_releases_by_page(
    desk, first_wave, definition, client
):
    response = desk.post(
        reverse("measure_work:new_release"),
        {
            "definition": definition.pk,
            "wave": first_wave.pk,
            "title": "Rilis Halaman",
            "slug": "halaman",
        },
        follow=True,
    )
    draft = Release.objects.get()
    assert "DRAF" in response.text
    assert reverse("measure_work:release", args=[draft.pk]) in desk.get("/kerja/").text

    page = desk.post(reverse("measure_work:publish", args=[draft.pk]), follow=True)

    assert "Rilis Halaman" in page.text
    assert page.request["PATH_INFO"] == reverse("measure:release", args=["halaman"])
    again = desk.post(reverse("measure_work:publish", args=[draft.pk]))
    assert again.status_code == 409


def test_a_draft_is_thrown_away_by_page(desk, draft):
    desk.post(reverse("measure_work:discard", args=[draft.pk]), {"reason": "judul"})

    assert not Release.objects.exists()


def test_budi_sets_the_target_of_his_government_by_page(client, ild, budi, satu, dua):
    client.force_login(budi.person)
    url = reverse("measure_work:set_target")
    data = {
        "series": ild.pk,
        "government": satu.pk,
        "measure": "index",
        "year": "2027",
        "value": "3,6",
        "basis": "RPJMD",
    }

    response = client.post(url, data, follow=True)
    refused = client.post(url, {**data, "government": dua.pk})

    assert "3,60" in response.text
    assert refused.context["form"].errors["government"]
    assert Target.objects.get().government == satu


def test_a_simulated_target_says_so_beside_its_government(client, ild, budi, satu):
    acts.set_target(
        series=ild,
        government=satu,
        measure="index",
        year=2027,
        value=Decimal("3.6"),
        basis="RPJMD",
        by=budi,
        at=NOW,
    )
    Target.objects.update(provenance="simulated")
    client.force_login(budi.person)

    page = client.get(reverse("measure_work:targets")).text

    # A phone shows the first columns: the mark stands there, and on the whole page.
    [row] = re.findall(r'<th scope="row">.*?</th>', page, flags=re.DOTALL)
    assert "SIMULASI" in row.upper()
    assert 'data-mark="SIMULASI"' in page


@pytest.mark.parametrize("who", ["sari", "budi", "gede", "rini"])
def test_everyone_in_office_sees_the_index_home_but_only_wati_works_there(
    client, released, who, request
):
    client.force_login(request.getfixturevalue(who).person)

    assert client.get(reverse("measure_work:home")).status_code == 200
    assert client.get(reverse("measure_work:targets")).status_code == 200
    for name, args in (
        ("new_release", []),
        ("release", [released.pk]),
        ("definitions", []),
        ("new_series", []),
    ):
        assert client.get(reverse(f"measure_work:{name}", args=args)).status_code == 403


def test_the_home_of_wati_leads_to_the_next_step(desk, second_wave, released):
    page = desk.get(reverse("measure_work:home")).text

    assert f"?putaran={second_wave.pk}" in page
    assert reverse("measure_work:release", args=[released.pk]) in page


def test_a_definition_is_published_by_command(wati, tmp_path, capsys):
    file = tmp_path / "indeks.toml"
    file.write_text(DEFINITION)
    words = ["measure", "publish-definition", str(file), "--slug", "uji"]

    assert main([*words, "--as", wati.person.email]) == 0
    assert main([*words, "--as", "tono@luar.example"]) == 1
    assert IndexDefinition.objects.get().slug == "uji"


def test_a_definition_that_cannot_be_read_is_told_in_our_words(wati, tmp_path, capsys):
    words = ["measure", "publish-definition", str(tmp_path), "--slug", "uji"]

    assert main([*words, "--as", wati.person.email]) == 1

    said = capsys.readouterr().err
    assert "adalah folder" in said
    assert "directory" not in said


# Pure pieces


@given(st.lists(st.floats(1, 5), min_size=1, max_size=12))
def test_bands_are_few_round_and_hold_every_value(values):
    edges = rules.bands(values)

    assert 1 <= len(edges) <= rules.MOST_BANDS
    for value in values:
        low, high = edges[rules.band_of(value, edges)]
        assert low - 1e-6 <= value <= high + 1e-6


@given(st.lists(st.floats(-4, 4), max_size=6))
def test_a_scale_of_changes_reaches_every_interval(values):
    half = rules.reach(values)

    assert half >= 0.5
    assert all(-half <= value <= half for value in values)


@pytest.mark.parametrize(
    ("value", "written"), [(0.124, "+0,12"), (-0.126, "−0,13"), (0.001, "0,00")]
)
def test_a_difference_carries_its_sign(value, written, settings):
    with translation.override("id"):
        assert naming.signed(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [(-0.126, "−0,13"), (0.0012, "+0,001"), (-0.00004, "−0,00004"), (0.0, "0,00")],
)
def test_a_bound_never_loses_the_sign_the_verdict_rests_on(value, written):
    with translation.override("id"):
        assert naming.bound(value) == written


def test_without_places_on_a_grid_there_is_no_map(released):
    Place.objects.update(tile_row=None)
    lines = figures.by_government(released)

    assert pictures.governments_map(released, lines, key="peta") is None


def test_downloads_have_no_english_words_in_their_cells(client, later, tiga):
    url = reverse("measure:release_json", args=[later.slug])

    rows = client.get(url).json()

    assert {row["kelompok"] for row in rows} == {
        "semua",
        "jenis_kelamin",
        "kelompok_umur",
    }
    assert {row["ukuran"] for row in rows} == {"indeks", "kecakapan", "etika"}
    values = {row["nilai_kelompok"] for row in rows}
    assert {"perempuan", "laki_laki", "di_bawah_18", "18-29"} <= values
    withheld = [row for row in rows if row["pemerintah_daerah"] == tiga.slug]
    assert {row["catatan"] for row in withheld} == {"ditahan"}
    flags = {flag for row in rows for flag in row["catatan"].split("; ") if flag}
    assert flags <= {"ditahan", "lebar", "tanpa_selang"}


def test_the_youngest_begin_with_whom_the_survey_asks(client, released):
    page = client.get(reverse("measure:release", args=[released.slug])).text

    assert "di bawah 18 tahun" in page
    assert "0–17" not in page
    assert "18–29 tahun" in page


def test_who_is_not_placed_is_told_in_words(client, released):
    Release.objects.update(unplaced={"sex": 3})

    page = client.get(reverse("measure:release", args=[released.slug])).text

    assert "3 responden tanpa “Jenis kelamin”" in page
