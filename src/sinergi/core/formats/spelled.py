"""Numbers in Indonesian words, as official papers spell them."""

UNITS = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
)

_SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"))


def terbilang(number: int) -> str:
    """2024 is 'dua ribu dua puluh empat'; below one thousand trillion."""
    if abs(number) >= 10**15:
        raise ValueError(f"{number} is too large to be spelled out.")
    if number < 0:
        return "minus " + terbilang(-number)
    return " ".join(_words(number)) or UNITS[0]


def _words(number: int) -> list[str]:
    for size, name in _SCALES:
        if number >= size:
            return [*_words(number // size), name, *_words(number % size)]
    if number >= 2000:
        return [*_words(number // 1000), "ribu", *_words(number % 1000)]
    if number >= 1000:
        return ["seribu", *_words(number - 1000)]
    if number >= 200:
        return [UNITS[number // 100], "ratus", *_words(number % 100)]
    if number >= 100:
        return ["seratus", *_words(number - 100)]
    if number >= 20:
        return [UNITS[number // 10], "puluh", *_words(number % 10)]
    if number >= 12:
        return [UNITS[number - 10], "belas"]
    if number >= 10:
        return [("sepuluh", "sebelas")[number - 10]]
    return [UNITS[number]] if number else []
