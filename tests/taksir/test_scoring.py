"""A definition of an index is read whole or refused with the place and the way out."""

from pathlib import Path

import pytest

import taksir as tk
from taksir.errors import BadDefinition, NoSuchFile
from tests.taksir import sample


def test_a_definition_names_what_it_computes() -> None:
    index = tk.Index.loads(sample.INDEX)

    assert index.name == "skor"
    assert index.pillars == ("kecakapan", "etika")
    assert index.indicators == ("cari", "buat", "santun")
    assert index.items == sample.ITEMS
    assert index.measures == ("skor", "kecakapan", "etika", "cari", "buat", "santun")


def test_a_definition_is_loaded_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "literasi.toml"
    file.write_text(sample.INDEX, encoding="utf-8")

    assert tk.Index.load(file).digest == tk.Index.loads(sample.INDEX).digest


def test_what_is_computed_is_in_the_digest() -> None:
    stricter = sample.INDEX.replace("indicator = 0.5", "indicator = 2")

    with pytest.raises(BadDefinition, match="'buat' has 1"):
        tk.Index.loads(stricter)
    other = sample.INDEX.replace("indicator = 0.5", 'indicator = "all"')
    assert tk.Index.loads(other).digest != tk.Index.loads(sample.INDEX).digest


def test_without_minimum_everything_must_be_answered() -> None:
    index = tk.Index.loads(
        "[index]\nname = 'i'\nscale = [1, 5]\n[pillars.p]\na = ['x', 'y']\n"
    )

    [indicators, pillars, whole] = index.sql(lambda name: f'"{name}"')

    assert indicators == {"a": '(("x" + "y") / 2.0)'}
    assert pillars == {"p": '(("a") / 1.0)'}
    assert whole == {"i": '(("p") / 1.0)'}


def test_a_file_that_is_not_there_or_not_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "bad.toml"
    file.write_bytes(b"\xff\xfe")

    with pytest.raises(BadDefinition, match="not UTF-8"):
        tk.Index.load(file)
    with pytest.raises(NoSuchFile, match=r"nowhere\.toml"):
        tk.Index.load(tmp_path / "nowhere.toml")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("[index]", "[index", "TOML"),
        ("[index]", "[indeks]", "unknown 'indeks': did you mean 'index'"),
        ('name = "skor"', "name = 3", r"\[index\] name: a name in quotes"),
        ('name = "skor"', 'name = " "', r"\[index\] name"),
        ("scale = [1, 5]", "scale = [5, 1]", r"\[index\] scale: lowest and highest"),
        ("scale = [1, 5]", "skala = [1, 5]", "unknown 'skala': did you mean 'scale'"),
        ('reversed = ["q3"]', 'reversed = "q3"', "a list of names"),
        ('reversed = ["q3"]', 'reversed = ["q9"]', "no item 'q9': there is 'q1', 'q2'"),
        ("indicator = 0.5", "indicator = 1.5", r"\[minimum\] indicator: a number from"),
        ("indicator = 0.5", "indicator = true", r"\[minimum\] indicator"),
        ("indicator = 0.5", 'indicator = "most"', r"\[minimum\] indicator"),
        ("pillar = 1", "pillars = 1", "unknown 'pillars': did you mean 'pillar'"),
        ("pillar = 1", "index = 3", "3 parts must be answered but 'skor' has 2"),
        ('["q1", "q2"]', "[]", r"\[pillars.kecakapan\] cari: it has no items"),
        ('["q1", "q2"]', '["q1", "q4"]', "'q4': this item stands in two places"),
        ("santun =", "cari =", "'cari': two scores have this name"),
        ('["q1", "q2"]', '["q1", "Skor"]', "names both a score and an item"),
        (
            "cari = ",
            "[pillars.kosong]\ncari = ",
            r"\[kecakapan\]: the table is missing",
        ),
    ],
)
def test_a_faulty_definition_says_where(old: str, new: str, says: str) -> None:
    assert old in sample.INDEX

    with pytest.raises(BadDefinition, match=says):
        tk.Index.loads(sample.INDEX.replace(old, new))


def test_minimum_must_be_a_table_and_pillars_be_there() -> None:
    head = "[index]\nname = 'i'\nscale = [1, 5]\n"

    with pytest.raises(BadDefinition, match=r"\[minimum\]: a table"):
        tk.Index.loads(f"minimum = 1\n{head}[pillars.p]\na = ['x']\n")
    with pytest.raises(BadDefinition, match=r"\[pillars\]: the table is missing"):
        tk.Index.loads(head)
