import io
from base64 import b64encode
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from sinergi.paper.pdf import DataDoesNotFit, TypesettingFailed, UnknownTemplate, render
from tests.paper import samples
from tests.papers import png

DAY = date(2026, 3, 6)
ALL = [
    ("adendum", samples.adendum),
    ("berita_acara", samples.berita_acara),
    ("laporan_hasil", samples.laporan_hasil),
    ("lembar_pengesahan", samples.lembar_pengesahan),
    ("notulen", samples.notulen),
    ("pedoman", samples.pedoman),
    ("tanda_terima", samples.tanda_terima),
]
each_document = pytest.mark.parametrize(("template", "sample"), ALL)
Sample = Callable[..., dict[str, Any]]


def printed(template: str, data: dict[str, Any]) -> PdfReader:
    pdf = render(template, data, title=data["title"], created_on=DAY)
    return PdfReader(io.BytesIO(pdf))


def pages(reader: PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def text(reader: PdfReader) -> str:
    return " ".join(pages(reader))


def structure(node: Any) -> Iterator[DictionaryObject]:
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from structure(child)
    elif isinstance(node, DictionaryObject):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from structure(node["/K"])


def tags(reader: PdfReader) -> list[DictionaryObject]:
    return list(structure(reader.trailer["/Root"]["/StructTreeRoot"]))


@each_document
def test_a_document_is_tagged_indonesian_and_archivable(
    template: str, sample: Sample
) -> None:
    reader = printed(template, sample())

    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].lower().startswith("id")
    kinds = {tag["/S"] for tag in tags(reader)}
    assert {"/Document", "/P", "/Table", "/TD", "/Figure"} <= kinds
    metadata = root["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata


@each_document
def test_every_figure_has_words_for_those_who_cannot_see_it(
    template: str, sample: Sample
) -> None:
    reader = printed(template, sample())

    figures = [tag for tag in tags(reader) if tag["/S"] == "/Figure"]
    assert figures
    assert {figure["/Alt"] for figure in figures} == {"Kode QR keaslian dokumen"}


@each_document
def test_the_same_data_on_the_same_date_gives_the_same_bytes(
    template: str, sample: Sample
) -> None:
    first, second = (
        render(template, sample(), title="Contoh", created_on=DAY) for _ in range(2)
    )
    next_day = render(template, sample(), title="Contoh", created_on=date(2026, 3, 7))

    assert first == second
    assert first != next_day


@each_document
def test_every_page_carries_its_number_the_code_and_the_hash(
    template: str, sample: Sample
) -> None:
    printed_pages = pages(printed(template, sample()))

    for number, page in enumerate(printed_pages, start=1):
        assert f"Halaman {number} dari {len(printed_pages)}" in page
        assert "BA-7K3M-92QX" in page
        assert samples.SHA in page.replace(" ", "")


@each_document
def test_simulation_and_draft_are_said_on_every_page_and_nowhere_else(
    template: str, sample: Sample
) -> None:
    marked = pages(printed(template, sample(draft=True)))
    real = text(printed(template, sample(provenance="entered")))

    assert all("SIMULASI · DRAF" in page for page in marked)
    assert "SIMULASI" not in real
    assert "DRAF" not in real


def test_the_record_says_who_agreed_to_what_and_with_which_note() -> None:
    record = text(printed("berita_acara", samples.berita_acara()))

    for words in [
        "PEMERINTAH PROVINSI NUSA TENGGARA BARAT",
        "NOMOR: 500.12/17/Kominfotik/III/2026",
        "Pada hari ini, Jumat tanggal enam bulan Maret tahun dua ribu dua puluh enam",
        "Kuorum menurut tata tertib",
        "LAMPIRAN I Berita Acara Kesepakatan",
        "setuju (9) Provinsi Nusa Tenggara Barat, Kabupaten Lombok Barat",
        "Catatan Kabupaten Dompu: “Kelas di Kecamatan Hu'u digabung",
        "tidak terkait (1) Kota Mataram",
        "Triwulan IV 2026",
        "LAMPIRAN II",
    ]:
        assert words in record, words


def test_an_unknown_signatory_leaves_a_line_to_write_on() -> None:
    sample = samples.berita_acara()
    sample["signatories"][0]["name"] = "Sari Tanpa Nama Belakang"

    record = text(printed("berita_acara", sample))

    assert "Sari Tanpa Nama Belakang" in record
    assert record.count("Nama: ....") == len(samples.GOVERNMENTS) - 1


def test_the_signature_table_stays_on_one_page_with_the_closing_sentence() -> None:
    for attending in range(12):
        sample = samples.berita_acara()
        sample["present"] = sample["present"][:attending]

        printed_pages = pages(printed("berita_acara", sample))

        [signed] = [page for page in printed_pages if "Tanda tangan" in page]
        assert "Demikian berita acara ini" in signed
        assert signed.count("Nama: ...") == len(samples.GOVERNMENTS)


def test_the_signature_table_stays_whole_after_a_closing_of_half_a_page() -> None:
    sample = samples.berita_acara(closing="Demikian berita acara ini dibuat. " * 90)
    sample["signatories"][3]["office_title"] = "Kepala Dinas bernama panjang " * 6

    printed_pages = pages(printed("berita_acara", sample))

    [signed] = [page for page in printed_pages if "Tanda tangan" in page]
    assert signed.count("Nama: ...") == len(samples.GOVERNMENTS)


def test_the_record_prints_sixty_recommendations() -> None:
    sample = samples.berita_acara(
        recommendations=[samples.recommendation(n) for n in range(1, 61)]
    )

    record = text(printed("berita_acara", sample))

    assert all(record.count(f"REK-2026-{n:02d}") == 2 for n in range(1, 61))


def test_the_guideline_tells_the_agreed_text_from_its_commentary() -> None:
    guideline = text(printed("pedoman", samples.pedoman()))

    assert samples.TEXTS[0][1] in guideline
    assert guideline.count("Penjelasan") == 3
    assert "BAB I BIDANG INFORMASI DAN KOMUNIKASI PUBLIK" in guideline
    assert "REK-2026-01, Berita Acara BA-7K3M-92QX" in guideline


def test_a_report_without_evidence_says_so_on_its_receipt() -> None:
    receipt = printed("tanda_terima", samples.tanda_terima(evidence=[]))

    assert len(receipt.pages) == 1
    assert "tanpa berkas bukti dukung" in text(receipt)


HOSTILE = [
    '#import "house.typ": *',
    '#read("/etc/passwd") #panic("x")',
    "<b>tebal</b> & <script>alert(1)</script>",
    "harga $x$ dan *bintang* _garis_ `kode` @rujukan <label>",
    "= bukan judul // bukan komentar \\ \\u{41}",
    "Kecamatan Hu'u dan Huʼu",
    "{{ kurung }} {% dan %} [siku]",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_markup_in_the_data_is_printed_as_it_was_typed(words: str) -> None:
    sample = samples.berita_acara(opening=words, quorum=words)
    sample["recommendations"] = [samples.recommendation(paragraphs=[words])]

    record = text(printed("berita_acara", sample))

    assert record.count(words) == 3


def test_a_word_longer_than_the_line_is_broken_and_not_lost() -> None:
    word = "per" + "tanggung" * 30 + "jawaban"
    sample = samples.berita_acara(opening=word)

    [first, *_] = printed("berita_acara", sample).pages

    assert word in first.extract_text().replace("\n", "")
    lines = [
        line for line in first.extract_text().splitlines() if "tanggungtang" in line
    ]
    assert len(lines) > 2


def test_a_character_without_glyph_is_printed_by_its_number() -> None:
    sample = samples.tanda_terima(
        closing="Terima kasih 😀 漢 \x07 \ue000 \u202eterbalik \ud800"
    )

    receipt = text(printed("tanda_terima", sample))

    assert (
        "Terima kasih [U+1F600] [U+6F22] [U+0007] [U+E000] [U+202E]terbalik [U+D800]"
    ) in receipt


def test_the_line_ends_of_other_systems_are_line_ends_and_not_printed() -> None:
    sample = samples.tanda_terima(closing="Baris satu.\r\nBaris dua.\rBaris tiga.")

    receipt = text(printed("tanda_terima", sample))

    assert "Baris satu. Baris dua. Baris tiga." in receipt


def test_data_that_does_not_fit_is_refused_with_template_and_field() -> None:
    sample = samples.berita_acara()
    sample["recommendations"][1]["expected"]["target"] = 3.6

    with pytest.raises(DataDoesNotFit) as refusal:
        printed("berita_acara", sample)

    assert refusal.value.template == "berita_acara"
    assert "recommendations.1.expected.target: Input should be" in str(refusal.value)


def test_a_field_nobody_prints_is_refused() -> None:
    with pytest.raises(DataDoesNotFit, match="nip: Extra inputs are not permitted"):
        printed("tanda_terima", samples.tanda_terima(nip="19700101"))


def logo(**other: str) -> dict[str, str]:
    content = b64encode(png()).decode()
    return {"format": "png", "content": content, "alt": "Lambang daerah", **other}


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"alt": " "}, "letterhead.logo.alt"),
        ({"content": "<svg"}, "letterhead.logo.content"),
        ({"format": "svg"}, "letterhead.logo.format"),
    ],
)
def test_a_logo_needs_words_and_is_a_picture(other: dict[str, str], field: str) -> None:
    sample = samples.tanda_terima()
    sample["letterhead"]["logo"] = logo(**other)

    with pytest.raises(DataDoesNotFit, match=field):
        printed("tanda_terima", sample)


def test_a_logo_is_a_figure_with_its_words() -> None:
    sample = samples.tanda_terima()
    sample["letterhead"]["logo"] = logo()

    figures = {t.get("/Alt") for t in tags(printed("tanda_terima", sample))}

    assert "Lambang daerah" in figures


def test_an_appendix_with_a_ragged_table_is_refused() -> None:
    sample = samples.berita_acara()
    sample["appendices"][0]["table"]["rows"].append(["14.00"])

    with pytest.raises(DataDoesNotFit, match=r"appendices\.0\.table"):
        printed("berita_acara", sample)


def test_an_unknown_template_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownTemplate, match="adendum, bahan, berita_acara"):
        printed("pengumuman", samples.tanda_terima())


def test_what_only_the_typesetter_can_refuse_names_the_template(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sinergi.paper.pdf._qr", lambda url: b"<svg")

    with pytest.raises(TypesettingFailed, match="'tanda_terima' was not typeset"):
        printed("tanda_terima", samples.tanda_terima())
