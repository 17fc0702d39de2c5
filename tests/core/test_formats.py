"""Numbers, money, days and spelled-out words, as Indonesian and English write them."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinergi.core.formats import (
    angka,
    jam,
    periode,
    persen,
    rupiah,
    selang,
    tanggal,
    tanggal_terbilang,
    terbilang,
    triwulan,
)
from sinergi.core.formats.spelled import UNITS

SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}


def read_aloud(words: str) -> int:
    """The number that Indonesian words say: the way back from `terbilang`."""
    total = group = 0
    for word in words.removeprefix("minus ").split():
        if word in UNITS:
            group += UNITS.index(word)
        elif word in ("sepuluh", "sebelas"):
            group += 10 + ("sepuluh", "sebelas").index(word)
        elif word == "belas":
            group += 10
        elif word == "puluh":
            group += group % 10 * 9
        elif word == "seratus":
            group += 100
        elif word == "ratus":
            group *= 100
        elif word == "seribu":
            total, group = total + 1000, 0
        else:
            total, group = total + group * SCALES[word], 0
    total += group
    return -total if words.startswith("minus ") else total


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_spelled_out_numbers_read_back_as_the_same_number(number: int) -> None:
    assert read_aloud(terbilang(number)) == number


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (31, "tiga puluh satu"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (200, "dua ratus"),
        (1000, "seribu"),
        (1100, "seribu seratus"),
        (2024, "dua ribu dua puluh empat"),
        (11_000, "sebelas ribu"),
        (100_000, "seratus ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (1_250_000_000, "satu miliar dua ratus lima puluh juta"),
        (-7, "minus tujuh"),
    ],
)
def test_numbers_are_spelled_as_official_papers_do(number: int, words: str) -> None:
    assert terbilang(number) == words


def test_a_number_too_large_to_spell_is_refused_with_its_value() -> None:
    with pytest.raises(ValueError, match="1000000000000000"):
        terbilang(10**15)


def test_a_berita_acara_begins_with_its_day_in_words() -> None:
    written = tanggal_terbilang(date(2024, 3, 5))

    assert written == ("Selasa tanggal lima bulan Maret tahun dua ribu dua puluh empat")


@pytest.mark.parametrize(
    ("value", "places", "indonesian", "english"),
    [
        (3.44, 2, "3,44", "3.44"),
        (3.4, 2, "3,40", "3.40"),
        (1234, None, "1.234", "1,234"),
        (1234567.5, None, "1.234.567,5", "1,234,567.5"),
        (1000, None, "1.000", "1,000"),
        (0.285, 2, "0,29", "0.29"),
        (Decimal("2.5"), 0, "3", "3"),
        (-0.31, 2, "−0,31", "−0.31"),
        (-0.001, 2, "0,00", "0.00"),
        (1e-7, None, "0,0000001", "0.0000001"),
    ],
)
def test_figures_carry_the_marks_of_the_language(
    value: float, places: int | None, indonesian: str, english: str
) -> None:
    assert angka(value, places) == indonesian
    assert angka(value, places, "en") == english


@given(st.integers(-(10**15), 10**15), st.sampled_from(["id", "en"]))
def test_marks_only_decorate_the_digits(number: int, language: str) -> None:
    written = angka(number, None, language)

    assert int(written.replace("−", "-").translate({44: None, 46: None})) == number


@pytest.mark.parametrize(
    ("amount", "full", "short"),
    [
        (0, "Rp0", "Rp0"),
        (750_000, "Rp750.000", "Rp750.000"),
        (1_000_000, "Rp1.000.000", "Rp1 juta"),
        (350_000_000, "Rp350.000.000", "Rp350 juta"),
        (999_949_999, "Rp999.949.999", "Rp999,9 juta"),
        (999_950_000, "Rp999.950.000", "Rp1 miliar"),
        (1_250_000_000, "Rp1.250.000.000", "Rp1,3 miliar"),
        (2_400_000_000_000, "Rp2.400.000.000.000", "Rp2,4 triliun"),
        (-1_200_000_000, "−Rp1.200.000.000", "−Rp1,2 miliar"),
    ],
)
def test_money_is_written_in_full_or_shortened(
    amount: int, full: str, short: str
) -> None:
    assert rupiah(amount) == full
    assert rupiah(amount, short=True) == short


def test_shortened_money_has_english_words_in_english() -> None:
    assert rupiah(1_250_000_000, short=True, language="en") == "Rp1.3 billion"


def test_shares_and_intervals_are_written_with_their_signs() -> None:
    assert persen(93.5) == "93,5%"
    assert selang(3.31, 3.57) == "3,31–3,57"
    assert selang(-0.1, 0.2) == "−0,10 sampai 0,20"
    assert selang(-0.1, 0.2, language="en") == "−0.10 to 0.20"


@pytest.mark.parametrize(
    ("start", "end", "indonesian", "english"),
    [
        (date(2024, 3, 4), None, "4 Maret 2024", "4 March 2024"),
        (date(2024, 3, 4), date(2024, 3, 4), "4 Maret 2024", "4 March 2024"),
        (date(2024, 3, 4), date(2024, 3, 6), "4–6 Maret 2024", "4–6 March 2024"),
        (
            date(2024, 4, 30),
            date(2024, 5, 2),
            "30 April – 2 Mei 2024",
            "30 April – 2 May 2024",
        ),
        (
            date(2023, 12, 30),
            date(2024, 1, 2),
            "30 Desember 2023 – 2 Januari 2024",
            "30 December 2023 – 2 January 2024",
        ),
    ],
)
def test_a_span_says_month_and_year_once(
    start: date, end: date | None, indonesian: str, english: str
) -> None:
    assert periode(start, end) == indonesian
    assert periode(start, end, "en") == english


def test_days_quarters_and_hours_are_written_in_both_languages() -> None:
    opening = datetime(2024, 3, 5, 9, 5, tzinfo=ZoneInfo("Asia/Makassar"))

    assert tanggal(opening, weekday=True) == "Selasa, 5 Maret 2024"
    assert tanggal(opening, weekday=True, language="en") == "Tuesday, 5 March 2024"
    assert triwulan(2024, 2) == "Triwulan II 2024"
    assert triwulan(2024, 4, "en") == "Quarter IV 2024"
    assert jam(opening) == "09.05 WITA"
    assert jam(opening, "en") == "09:05 WITA"
