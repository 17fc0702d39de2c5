"""Arrows between stages point one way also where no import shows them."""

from pathlib import Path

import pytest
from django.apps import apps
from django.db.migrations.loader import MigrationLoader
from django.urls import Resolver404, resolve

from tests.house.arrows import (
    STAGES,
    Arrow,
    Tree,
    addresses_written_out,
    allowed,
    forbidden,
    python_words,
)


@pytest.fixture(scope="module")
def tree(root: Path) -> Tree:
    return Tree(root / "src" / "sinergi")


def test_no_word_names_a_later_stage(tree: Tree) -> None:
    arrows = list(tree.arrows())

    assert any(arrow.source != arrow.target for arrow in arrows)
    assert [str(arrow) for arrow in forbidden(iter(arrows))] == []


def test_no_table_points_at_a_later_stage() -> None:
    arrows = [
        Arrow(stage, field.remote_field.model._meta.app_label, str(field), field.name)
        for stage in STAGES
        if apps.is_installed(f"sinergi.{stage}")
        for model in apps.get_app_config(stage).get_models()
        for field in [*model._meta.local_fields, *model._meta.local_many_to_many]
        if field.remote_field and field.remote_field.model._meta.app_label in STAGES
    ]

    assert any(arrow.source != arrow.target for arrow in arrows)
    assert [str(arrow) for arrow in forbidden(iter(arrows))] == []


def test_no_migration_waits_for_a_later_stage() -> None:
    loader = MigrationLoader(None, load=False)
    loader.load_disk()
    arrows = [
        Arrow(stage, other, f"{stage}.{name}", f"{other}.{other_name}")
        for (stage, name), migration in loader.disk_migrations.items()
        if stage in STAGES
        for other, other_name in migration.dependencies
        if other in STAGES
    ]
    # `run_before` is the same arrow, drawn from its other end.
    arrows += [
        Arrow(other, stage, f"{stage}.{name}", f"run_before {other}.{other_name}")
        for (stage, name), migration in loader.disk_migrations.items()
        if stage in STAGES
        for other, other_name in migration.run_before
        if other in STAGES
    ]

    assert any(arrow.source != arrow.target for arrow in arrows)
    assert [str(arrow) for arrow in forbidden(iter(arrows))] == []


def test_no_template_spells_the_address_of_a_later_stage(root: Path) -> None:
    arrows = []
    for path in (root / "src" / "sinergi").glob("*/templates/**/*.html"):
        stage = path.relative_to(root / "src" / "sinergi").parts[0]
        for address in addresses_written_out(path.read_text()):
            try:
                found = resolve(address)
            except Resolver404:
                continue
            if found.app_name in STAGES:
                arrows.append(Arrow(stage, found.app_name, str(path), address))

    assert [str(arrow) for arrow in forbidden(iter(arrows))] == []


def test_the_order_of_the_stages_is_the_one_the_contracts_hold() -> None:
    assert allowed("core") == {"core", "paper"}
    assert allowed("letters") == {"core", "letters", "paper"}
    assert allowed("align") - allowed("letters") == {"collect", "measure", "align"}
    assert "align" in allowed("agree")
    assert "convene" not in allowed("align")
    assert allowed("paper") == {"paper"}
    assert allowed("site") == {*STAGES, "paper"}


@pytest.mark.parametrize(
    "line",
    [
        'plan = models.ForeignKey("act.Commitment", on_delete=models.PROTECT)',
        'Commitment = apps.get_model("act", "Commitment")',
        'Commitment = apps.get_model("act.Commitment")',
        'page = reverse("act:commitments")',
        'page = render(request, "act/commitment.html", {})',
        'acts = import_module("sinergi.act.acts")',
    ],
)
def test_a_word_in_python_is_noticed(line: str) -> None:
    assert [stage for stage, _ in python_words(line)] == ["act"]


@pytest.mark.parametrize(
    "line",
    [
        '{% extends "act/base.html" %}',
        '{% include "act/progress.html" with row=row only %}',
        '{% include "story.html" %}',
        "{% url 'act:commitments' pk=meeting.pk %}",
        '{% url "act:commitments" as later %}',
        '{% static "act/act.css" %}',
        "{% load i18n progress %}",
        "{% load health from progress %}",
    ],
)
def test_a_word_in_a_template_is_noticed(line: str, tmp_path: Path) -> None:
    for name in ("templates/story.html", "templatetags/progress.py"):
        (tmp_path / "act" / name).parent.mkdir(parents=True)
        (tmp_path / "act" / name).touch()
    (tmp_path / "agree" / "templates" / "agree").mkdir(parents=True)
    (tmp_path / "agree" / "templates" / "agree" / "page.html").write_text(line)

    arrows = forbidden(Tree(tmp_path).arrows())

    assert [(arrow.source, arrow.target) for arrow in arrows] == [("agree", "act")]


def test_an_address_written_out_is_noticed() -> None:
    page = '<a href="/">Beranda</a> <form action="/kerja/rtl/baru/?x=1"> <a href="#s">'

    assert addresses_written_out(page) == {"/kerja/rtl/baru/"}
