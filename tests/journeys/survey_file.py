"""A questionnaire of eight items and a file of answers as an office would bring it."""

import random

QUESTIONNAIRE = """\
title = "Survei Literasi Digital Uji"
version = "2026-1"

[scale]
min = 1
max = 5
labels = ["Sangat tidak setuju", "Tidak setuju", "Netral", "Setuju", "Sangat setuju"]
"""

ITEMS = [
    ("q1", "kecakapan", "Saya bisa mencari informasi di internet"),
    ("q2", "kecakapan", "Saya bisa memasang aplikasi"),
    ("q3", "etika", "Saya sopan ketika berkomentar"),
    ("q4", "etika", "Saya membalas hinaan dengan kata kasar"),
    ("q5", "keamanan", "Saya memakai kata sandi yang berbeda-beda"),
    ("q6", "keamanan", "Saya mengenali tautan penipuan"),
    ("q7", "budaya", "Saya membagikan hal baik tentang daerah saya"),
    ("q8", "budaya", "Saya menyebut pembuat foto yang saya pakai"),
]
REVERSED = {"q4"}

# Villages of each government and respondents in each of them.
SAMPLE = [("99.01", 8, 20), ("99.02", 8, 20), ("99.71", 2, 12)]
HEADER = ["id", "penimbang", "strata", "desa", "kabupaten", "jk", "umur"]


def questionnaire() -> bytes:
    """The list of items as TOML, as `sinergi collect` and its page read it."""
    tables = [
        f'\n[[items]]\nname = "{name}"\npillar = "{pillar}"\nlabel = "{label}"\n'
        + ("reverse = true\n" if name in REVERSED else "")
        for name, pillar, label in ITEMS
    ]
    return (QUESTIONNAIRE + "".join(tables)).encode()


def answers() -> bytes:
    """344 good rows; a few blanks; and five things that are wrong, at the end."""
    draw = random.Random(2026)
    rows = [",".join([*HEADER, *(name for name, *_ in ITEMS)])]
    for code, villages, each in SAMPLE:
        for village in range(villages):
            level = 2 + village % 3
            for _ in range(each):
                said = {
                    name: max(1, min(5, level + draw.choice([-1, 0, 0, 1])))
                    for name, *_ in ITEMS
                }
                said["q4"] = 6 - said["q4"]
                told = ["99" if draw.random() < 0.01 else str(a) for a in said.values()]
                place = [code, f"{code}-{village}", code]
                person = [draw.choice("lp"), str(draw.randint(15, 70))]
                weight = draw.choice(["1.5", "2", "3.25"])
                rows.append(",".join([f"r{len(rows)}", weight, *place, *person, *told]))
    return "\n".join([*rows, *_wrong(rows), ""]).encode()


def _wrong(rows: list[str]) -> list[str]:
    def changed(number: int, **other: str) -> str:
        cells = dict(zip(rows[0].split(","), rows[number].split(","), strict=True))
        return ",".join({**cells, **other}.values())

    return [
        changed(1),  # the same respondent again
        changed(2, id="x1", penimbang=""),
        changed(3, id="x2", q1="9"),
        changed(4, id="x3", q2="entahlah"),
        changed(5, id="x4", kabupaten="99.99"),
    ]
