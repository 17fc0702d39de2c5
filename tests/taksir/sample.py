"""A small simulated sample, made here and free of rights (CC0); no real person."""

import csv
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

Person = dict[str, str]

ITEMS = ("q1", "q2", "q3", "q4", "q5")

INDEX = """
[index]
name = "skor"
scale = [1, 5]
reported = [0, 100]
reversed = ["q3"]

[minimum]
indicator = 0.5
pillar = 1

[pillars.kecakapan]
cari = ["q1", "q2"]
buat = ["q3"]

[pillars.etika]
santun = ["q4", "q5"]
"""


def people(seed: int, *, strata: int = 3, psus: int = 4, size: int = 6) -> list[Person]:
    """Respondents of a stratified cluster sample, as the text cells of a CSV.

    Weights vary, 1 answer in 10 is missing, and one PSU has nobody of sex 2.
    """
    rng = random.Random(seed)
    found = []
    for stratum in range(strata):
        for psu in range(psus):
            shift = rng.gauss(0, 0.5)
            for number in range(rng.randint(2, size)):
                person = {
                    "id": f"{stratum}-{psu}-{number}",
                    "stratum": "abcdefgh"[stratum],
                    "desa": f"{psu:02d}",
                    "populasi": str(psus * (stratum + 2)),
                    "w": repr(rng.lognormvariate(3, 1)),
                    "sex": "1" if psu == 0 else rng.choice("12"),
                    "umur": str(rng.randint(13, 70)),
                    "kabupaten": rng.choice(["52.01", "52.10", "52.2"]),
                    "pendidikan": rng.choice(["SD", "SMP", "SMA", ""]),
                    "belanja": repr(rng.lognormvariate(10, 2)),
                }
                for item in ITEMS:
                    answer = min(5, max(1, round(rng.gauss(3 + shift, 1.2))))
                    person[item] = "" if rng.random() < 0.1 else str(answer)
                found.append(person)
    return found


def write(path: Path, rows: Iterable[Person], fields: Sequence[str] = ()) -> Path:
    """The people as a CSV file."""
    listed = list(rows)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(fields or listed[0]))
        writer.writeheader()
        writer.writerows(listed)
    return path
