"""A real file goes through whole, and its construct means are as computed directly."""

import csv
import json
from collections import defaultdict
from datetime import date
from statistics import fmean

import pytest

import taksir as tk
from sinergi.collect import acts, itemlist, mapping, reading
from sinergi.collect.models import Wave
from sinergi.collect.rules import Method
from tests.cast import NOW
from tests.collect.conftest import WIKI4HE

pytestmark = pytest.mark.django_db

MAPPING = {
    "domains": {"sex": "GENDER", "age": "AGE"},
    "recode": {"sex": {"0": "male", "1": "female"}},
}


@pytest.fixture
def wiki4he(shared):
    return shared / "data" / "microdata" / "wiki4he.csv"


@pytest.fixture
def frozen(wiki4he, survey, wati) -> Wave:
    content = WIKI4HE.read_bytes()
    form = acts.publish_form(
        survey,
        questionnaire=itemlist.read_toml(content),
        content=content,
        kind="application/toml",
        by=wati,
        at=NOW,
    )
    wave = acts.open_wave(
        survey,
        form_version=form,
        slug="wiki4he",
        title="wiki4HE",
        method=Method.SELF_SELECTED,
        starts_on=date(2013, 1, 1),
        ends_on=date(2013, 12, 31),
        by=wati,
        at=NOW,
    )
    brought = acts.upload(
        wave, content=wiki4he.read_bytes(), name="wiki4he.csv", by=wati, at=NOW
    )
    items = {name: name for name in form.scales()}
    chosen = mapping.parse({**MAPPING, "items": items})
    acts.check(brought, mapping=chosen, by=wati, at=NOW)
    acts.confirm(brought, by=wati, at=NOW)
    return acts.freeze(wave, by=wati, at=NOW)


def test_construct_means_equal_a_direct_computation(frozen: Wave, wiki4he, tmp_path):
    with wiki4he.open(newline="") as file:
        rows = list(csv.DictReader(file))
    scores = defaultdict(list)
    for row in rows:
        answers = defaultdict(list)
        for item in frozen.form_version.scored():
            if row[item.name]:
                answer = int(row[item.name])
                answers[item.pillar].append(6 - answer if item.is_reversed else answer)
        for pillar, given in answers.items():
            scores[pillar].append(fmean(given))

    with reading.at_path(frozen.data) as path:
        index = tk.Index.loads(definition(frozen))
        design = tk.Design(weight="weight")
        estimates = tk.Survey(path, design, index=index).mean(list(scores))

    assert len(scores) == 13
    for row in estimates.table():
        assert row.n == len(scores[row.measure])
        assert row.estimate == pytest.approx(fmean(scores[row.measure]), rel=1e-12)


def definition(wave: Wave) -> str:
    pillars = defaultdict(list)
    for item in wave.form_version.scored():
        pillars[item.pillar].append(item.name)
    lines = ["[index]", 'name = "index"', "scale = [1, 5]", 'reversed = ["Qu4"]']
    lines += ["[minimum]", "indicator = 1"]
    for pillar, items in pillars.items():
        lines += [f"[pillars.{pillar}]", f"{pillar}_all = {json.dumps(items)}"]
    return "\n".join(lines)


def test_every_blank_is_counted_and_nothing_is_left_out(frozen: Wave):
    brought = frozen.confirmed_import()

    assert (brought.rows, brought.rows_left_out) == (913, 0)
    assert brought.cells_blank == 1052
    assert sum(brought.blanks.values()) == 1052
    assert brought.cells_answered + brought.cells_blank == 913 * 43
    assert brought.cells_blanked == 0
    assert frozen.respondents == 913
    assert brought.problems.count() == 0
