"""Days, spans, quarters and times of day, in Indonesian and English."""

from datetime import date, datetime

from sinergi.core.formats.spelled import terbilang

MONTHS = {
    "id": (
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}

WEEKDAYS = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": (
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ),
}

QUARTERS = ("I", "II", "III", "IV")


def tanggal(day: date, weekday: bool = False, language: str = "id") -> str:
    """5 Maret 2024; with the weekday: Selasa, 5 Maret 2024."""
    written = f"{day.day} {_month(day, language)} {day.year}"
    if weekday:
        return f"{WEEKDAYS[_known(language)][day.weekday()]}, {written}"
    return written


def periode(start: date, end: date | None = None, language: str = "id") -> str:
    """A span of days, saying month and year once: 4–6 Maret 2024."""
    if end is None or end == start:
        return tanggal(start, language=language)
    first = str(start.day)
    if (start.year, start.month) == (end.year, end.month):
        return f"{first}–{tanggal(end, language=language)}"
    first += f" {_month(start, language)}"
    if start.year != end.year:
        first += f" {start.year}"
    return f"{first} – {tanggal(end, language=language)}"


def triwulan(year: int, quarter: int, language: str = "id") -> str:
    """Triwulan II 2024."""
    name = "Quarter" if language == "en" else "Triwulan"
    return f"{name} {QUARTERS[quarter - 1]} {year}"


def jam(moment: datetime, language: str = "id") -> str:
    """Time of day with its zone: 09.00 WITA. The moment is in the zone to show."""
    mark = ":" if language == "en" else "."
    return f"{moment:%H}{mark}{moment:%M} {moment:%Z}".rstrip()


def tanggal_terbilang(day: date) -> str:
    """As a berita acara begins: 'Selasa tanggal lima bulan Maret tahun …'."""
    return (
        f"{WEEKDAYS['id'][day.weekday()]} tanggal {terbilang(day.day)} "
        f"bulan {_month(day, 'id')} tahun {terbilang(day.year)}"
    )


def _month(day: date, language: str) -> str:
    return MONTHS[_known(language)][day.month - 1]


def _known(language: str) -> str:
    return "en" if language == "en" else "id"
