"""Pages and commands of collecting, as the walidata uses them."""

import re

import pytest
from django.urls import reverse

from sinergi.collect import acts
from sinergi.collect.models import FormVersion, Import, MappingProfile, Survey, Wave
from sinergi.site.command import main
from taksir.errors import CannotStore
from taksir.faults import StoreFault
from taksir.readers import files as survey_files
from tests.cast import NOW
from tests.collect.conftest import (
    GOOD_ROWS,
    SMALL_FORM,
    SMALL_MAPPING,
    WIKI4HE,
    checked,
    csv_of,
)
from tests.collect.test_questionnaires import OWN_FORM
from tests.collect.test_wiki4he import MAPPING

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, wati):
    """Wati's browser."""
    client.force_login(wati.person)
    return client


def upload_of(content: bytes, name: str):
    from django.core.files.uploadedfile import SimpleUploadedFile

    return SimpleUploadedFile(name, content)


def filled(response) -> dict[str, str]:
    """What the form on a page would send as it stands."""
    form = response.context["form"]
    data = {}
    for field in form:
        value = field.value()
        value = field.field.prepare_value(value)
        data[field.name] = "" if value is None else value
    return data


def test_a_survey_is_begun_and_shown(desk, forum):
    response = desk.post(
        reverse("collect:new_survey"), {"title": "Survei A", "slug": "a"}, follow=True
    )

    assert "Survei A" in response.text
    assert Survey.objects.get().owner == forum.coordinator
    assert "Survei A" in desk.get(reverse("collect:surveys")).text


def test_an_address_taken_keeps_what_was_typed(desk, survey):
    response = desk.post(
        reverse("collect:new_survey"), {"title": "Judul lain", "slug": survey.slug}
    )

    assert response.status_code == 200
    assert "Judul lain" in response.text
    assert survey.slug in response.context["form"].non_field_errors()[0]


def test_the_own_form_is_published_by_page(desk, survey, root):
    content = (root / OWN_FORM).read_bytes()

    response = desk.post(
        reverse("collect:publish_form", args=[survey.slug]),
        {"file": upload_of(content, "litdig.xlsx")},
        follow=True,
    )

    assert response.context["version"].scored().count() == 32
    assert "kd01" in response.text


def test_a_form_with_a_slip_is_told_by_row(desk, survey, shared):
    broken = shared / "forms" / "broken" / "misspelt_relevant_column.xlsx"

    response = desk.post(
        reverse("collect:publish_form", args=[survey.slug]),
        {"file": upload_of(broken.read_bytes(), broken.name)},
    )

    [error] = response.context["form"].errors["file"]
    assert "relevent" in error
    assert "relevant" in error
    assert not FormVersion.objects.exists()


def test_a_picture_is_no_questionnaire(desk, survey):
    response = desk.post(
        reverse("collect:publish_form", args=[survey.slug]),
        {"file": upload_of(b"\x89PNG\r\n\x1a\n", "a.png")},
    )

    assert response.context["form"].errors["file"]


def test_wiki4he_goes_through_by_page(desk, survey, shared):
    file = shared / "data" / "microdata" / "wiki4he.csv"
    desk.post(
        reverse("collect:publish_form", args=[survey.slug]),
        {"file": upload_of(WIKI4HE.read_bytes(), "wiki4he.toml")},
    )
    desk.post(
        reverse("collect:open_wave", args=[survey.slug]),
        {
            "title": "wiki4HE",
            "slug": "wiki4he",
            "form_version": FormVersion.objects.get().pk,
            "method": "self_selected",
            "starts_on": "2013-01-01",
            "ends_on": "2013-12-31",
        },
    )
    matching = desk.post(
        reverse("collect:upload", args=["wiki4he"]),
        {"file": upload_of(file.read_bytes(), file.name)},
        follow=True,
    )
    data = filled(matching)
    assert data["item__Qu4"] == "Qu4"
    page = matching.content.decode()
    label = page.split('for="id_item__Qu4"')[1].split("</label>")[0]
    assert "tidak wajib" not in label
    assert (data["sex"], data["age"]) == ("GENDER", "AGE")
    assert "weight" not in data

    report = desk.post(
        matching.request["PATH_INFO"],
        {**data, "recode_sex": "0 = laki-laki\n1 = perempuan", "profile": "wiki4HE"},
        follow=True,
    )
    assert "913" in report.text
    assert "1.052" in report.text
    brought = Import.objects.get()
    desk.post(reverse("collect:confirm", args=[brought.pk]))
    desk.post(reverse("collect:freeze", args=["wiki4he"]))

    wave = Wave.objects.get()
    assert wave.is_frozen
    assert MappingProfile.objects.get().name == "wiki4HE"
    page = desk.get(reverse("collect:wave", args=["wiki4he"])).text
    assert wave.manifest["parts"]["data.parquet"] in page


def test_texts_given_as_answers_are_recognised(desk, wave):
    rows = [row.replace(",4,", ",Setuju,") for row in GOOD_ROWS]

    response = desk.post(
        reverse("collect:upload", args=[wave.slug]),
        {"file": upload_of(csv_of(*rows), "u.csv")},
        follow=True,
    )

    assert "Setuju = 4" in filled(response)["recode_items"]


def test_no_english_word_stands_as_an_example_of_a_code(desk, wave, wati):
    brought = checked(wave, csv_of(*GOOD_ROWS), wati)

    page = desk.get(reverse("collect:mapping", args=[brought.pk])).text

    assert "0 = laki-laki" in page
    assert "male" not in page


def test_a_questionnaire_names_pillars_and_not_their_codes(desk, survey, form):
    page = desk.get(reverse("collect:form", args=[survey.slug, form.pk])).text

    assert "Kecakapan Digital" in page
    assert "<td>kecakapan</td>" not in page


def test_a_region_that_is_no_member_is_reported_by_page(desk, wave, wati):
    rows = ["x,1,s,d,99.99,l,20,1,1", "y,1,s,d,99,l,20,1,1", "z,1,s,d,,l,20,1,1"]
    brought = checked(wave, csv_of(*rows), wati)

    report = desk.get(reverse("collect:report", args=[brought.pk]))

    told = [(p.row, p.column, p.value, p.why) for p in report.context["page"]]
    assert told == [
        (2, "kab", "99.99", "unknown_government"),
        # 99 means "not answered" to questions, but a region is one or is none.
        (3, "kab", "99", "unknown_government"),
    ]
    assert "bukan kode pemerintah daerah anggota" in report.text


def test_a_kept_mapping_fills_the_page(desk, wave, wati):
    from sinergi.collect import acts
    from sinergi.collect.mapping import parse

    profile = acts.save_profile(
        wave.survey, name="Lama", mapping=parse(SMALL_MAPPING), by=wati, at=NOW
    )
    brought = acts.upload(
        wave, content=csv_of(*GOOD_ROWS), name="u.csv", by=wati, at=NOW
    )

    page = desk.get(
        reverse("collect:mapping", args=[brought.pk]), {"profil": profile.pk}
    )

    assert filled(page)["blank"] == "99"
    assert filled(page)["strata"] == "strat"


def test_a_missing_column_keeps_the_choices_made(desk, wave, wati):
    brought = checked(wave, csv_of(*GOOD_ROWS), wati)
    url = reverse("collect:mapping", args=[brought.pk])
    data = {**filled(desk.get(url)), "weight": "", "blank": "77"}

    response = desk.post(url, data)

    assert response.context["form"].errors["weight"]
    assert 'value="77"' in response.text


def test_the_report_pages_and_filters(desk, wave, wati):
    rows = [f"x{n},1,s,d,99.01,l,20,9,1" for n in range(60)]
    brought = checked(wave, csv_of("y,,s,d,99.01,l,20,1,1", *rows), wati)
    url = reverse("collect:report", args=[brought.pk])

    first, second = desk.get(url), desk.get(url, {"page": 2})
    only = desk.get(url, {"mengapa": "no_weight"})

    assert len(first.context["page"]) == 50
    assert len(second.context["page"]) == 11
    assert len(only.context["page"]) == 1


def test_the_report_as_csv_runs_no_formula(desk, wave, wati):
    brought = checked(wave, csv_of("x,1,s,d,99.01,l,20,=1+1,1", *GOOD_ROWS), wati)

    response = desk.get(reverse("collect:problems", args=[brought.pk]))

    text = response.content.decode("utf-8-sig")
    assert "'=1+1" in text
    assert text.startswith("baris,kolom,nilai,sebab,akibat,asal_usul\r\n")
    assert "bukan jawaban" in text
    assert "attachment" in response["Content-Disposition"]
    assert "-isian.csv" in response["Content-Disposition"]


def test_an_answer_is_shown_as_text(desk, wave, wati):
    brought = checked(wave, csv_of("x,1,s,d,99.01,l,20,<b>x</b>,1", *GOOD_ROWS), wati)

    page = desk.get(reverse("collect:report", args=[brought.pk])).text

    assert "<b>x</b>" not in page
    assert "&lt;b&gt;x" in page


def test_a_confirmation_is_taken_back_by_page(desk, wave, wati):
    brought = checked(wave, csv_of(*GOOD_ROWS), wati)
    desk.post(reverse("collect:confirm", args=[brought.pk]))

    desk.post(reverse("collect:reopen", args=[wave.slug]), {"reason": "salah berkas"})

    wave.refresh_from_db()
    assert wave.is_open


def test_confirming_twice_is_a_kind_refusal(desk, wave, wati):
    brought = checked(wave, csv_of(*GOOD_ROWS), wati)
    url = reverse("collect:confirm", args=[brought.pk])
    desk.post(url)

    response = desk.post(url)

    assert response.status_code == 409


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (CannotStore("/srv/a", StoreFault.DISK, "IO Error: No space."), "ruang server"),
        (OSError(28, "No space left on device"), "ruang server"),
        (
            CannotStore("/srv/a", StoreFault.VALUE, "x to INT64."),
            "ada nilai yang tidak",
        ),
    ],
)
def test_a_wave_that_cannot_be_written_stays_confirmed_and_says_why(
    desk, wave, wati, monkeypatch, error, told
):
    acts.confirm(checked(wave, csv_of(*GOOD_ROWS), wati), by=wati, at=NOW)

    def full(*_args, **_kwargs):
        raise error

    monkeypatch.setattr(survey_files, "write_parquet", full)

    response = desk.post(reverse("collect:freeze", args=[wave.slug]))

    assert response.status_code == 409
    assert told in response.text
    assert "INT64" not in response.text
    assert "/srv" not in response.text
    assert Wave.objects.get().is_confirmed


def test_wati_is_asked_to_confirm_and_to_freeze(desk, wave, wati):
    brought = checked(wave, csv_of(*GOOD_ROWS), wati)
    before = desk.get("/kerja/").text
    desk.post(reverse("collect:confirm", args=[brought.pk]))
    after = desk.get("/kerja/").text

    assert reverse("collect:report", args=[brought.pk]) in before
    assert reverse("collect:freeze", args=[wave.slug]) in after
    assert reverse("collect:report", args=[brought.pk]) not in after


@pytest.mark.parametrize("who", ["sari", "budi", "kadek", "gede", "ayu", "rini"])
def test_nobody_else_sees_answers(client, wave, wati, who, request):
    brought = checked(wave, csv_of("x,1,s,d,99.01,l,20,9,1", *GOOD_ROWS), wati)
    client.force_login(request.getfixturevalue(who).person)

    for name, arg in (
        ("wave", wave.slug),
        ("report", brought.pk),
        ("problems", brought.pk),
        ("mapping", brought.pk),
    ):
        assert client.get(reverse(f"collect:{name}", args=[arg])).status_code == 403


def test_a_walidata_of_a_member_government_does_not_see_them_either(
    client, wave, wati, satu
):
    from sinergi.core.rules import Role
    from tests.cast import member

    brought = checked(wave, csv_of(*GOOD_ROWS), wati)
    client.force_login(member("Made", satu, Role.STATISTICIAN).person)

    assert client.get(reverse("collect:wave", args=[wave.slug])).status_code == 404
    report = reverse("collect:report", args=[brought.pk])
    assert client.get(report).status_code == 404


def test_a_visitor_is_sent_to_sign_in(client, wave):
    response = client.get(reverse("collect:wave", args=[wave.slug]))

    assert response.status_code == 302
    assert "/akun/" in response["Location"]


# Commands


@pytest.fixture
def wati_mail(wati):
    return wati.person.email


def test_wiki4he_goes_through_by_command(
    survey, wati_mail, shared, tmp_path, capsys, client, wati
):
    names = re.findall(r'name = "(\w+)"', WIKI4HE.read_text())
    mapping = tmp_path / "peta.toml"
    mapping.write_text(
        "\n".join(
            [
                "[domains]",
                *(f'{k} = "{v}"' for k, v in MAPPING["domains"].items()),
                "[recode.sex]",
                '0 = "male"',
                '1 = "female"',
                "[items]",
                *(f'{n} = "{n}"' for n in names),
            ]
        )
    )
    publish = ["collect", "publish-form", str(WIKI4HE)]
    assert main([*publish, "--survey", survey.slug, "--as", wati_mail]) == 0
    client.force_login(wati.person)
    client.post(
        reverse("collect:open_wave", args=[survey.slug]),
        {
            "title": "wiki4HE",
            "slug": "wiki4he",
            "form_version": FormVersion.objects.get().pk,
            "method": "self_selected",
            "starts_on": "2013-01-01",
            "ends_on": "2013-12-31",
        },
    )
    file = str(shared / "data" / "microdata" / "wiki4he.csv")
    bring = ["collect", "import", file, "--wave", "wiki4he"]
    how = ["--mapping", str(mapping), "--freeze"]
    done = main([*bring, *how, "--as", wati_mail])

    wave = Wave.objects.get()
    out = capsys.readouterr().out
    assert done == 0
    assert wave.is_frozen
    assert "913" in out
    assert "1052" in out
    assert wave.manifest["parts"]["data.parquet"] in out


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (["--as", "tono@luar.example"], "tono@luar.example"),
        (["--wave", "tidak-ada"], "tidak-ada"),
        (["--profile", "tidak-ada"], "tidak-ada"),
    ],
)
def test_a_command_that_names_nothing_is_refused(
    wave, wati_mail, tmp_path, capsys, change, said
):
    file = tmp_path / "u.csv"
    file.write_bytes(csv_of(*GOOD_ROWS))
    words = ["collect", "import", str(file), "--wave", wave.slug, "--as", wati_mail]
    words += [] if "--profile" in change else ["--mapping", str(file)]

    assert main([*words, *change]) == 1
    assert said in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told_in_our_words(
    wave, wati_mail, tmp_path, capsys
):
    mapping = tmp_path / "padanan.toml"
    mapping.write_text("weight = 'w'\n")
    bring = ["collect", "import", str(tmp_path / "tak-ada.csv"), "--wave", wave.slug]

    assert main([*bring, "--mapping", str(mapping), "--as", wati_mail]) == 1
    assert main([*bring, "--mapping", str(tmp_path), "--as", wati_mail]) == 1

    said = capsys.readouterr().err
    assert "Tidak ada berkas “" in said
    assert "tak-ada.csv" in said
    assert "adalah folder" in said
    assert "No such" not in said


def test_a_form_with_errors_is_told_on_the_command_line(
    survey, wati_mail, tmp_path, capsys
):
    file = tmp_path / "form.toml"
    file.write_bytes(SMALL_FORM.replace(b'pillar = "etika"', b""))

    words = ["collect", "publish-form", str(file), "--survey", survey.slug]
    assert main([*words, "--as", wati_mail]) == 1
    assert "q2" in capsys.readouterr().err
