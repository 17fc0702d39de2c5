"""A programme is said anew: its name, its bidang, the levels with a duty."""

from dataclasses import replace

import pytest
from django.test import Client

from sinergi.align import acts
from sinergi.align.matrix import matrix
from sinergi.align.models import Programme
from sinergi.core.models import Bidang, Forum, LedgerEvent, Membership
from sinergi.core.rules import Level
from sinergi.core.stale import Overtaken
from tests.align.conftest import YEAR
from tests.cast import NOW

pytestmark = pytest.mark.django_db

WHY = "Peta jalan mengganti nama program."


def renamed(programme: Programme, by: Membership, **other: object) -> Programme:
    wanted = replace(acts.description_of(programme), **other)
    seen = acts.seen_of_description(programme)
    return acts.describe_programme(
        programme, wanted, reason=WHY, seen=seen, by=by, at=NOW
    )


def test_the_secretariat_changes_name_bidang_and_levels_with_a_reason(
    literacy: Programme, forum: Forum, ptik: Bidang, sari: Membership
) -> None:
    renamed(
        literacy,
        sari,
        name="Literasi Digital Nasional",
        bidang=(ptik,),
        responsible_levels=(Level.CITY,),
    )

    group = next(g for g in matrix(forum, YEAR).groups if g.bidang == ptik)
    assert [row.programme.name for row in group.rows] == ["Literasi Digital Nasional"]
    assert Programme.objects.get(pk=literacy.pk).responsible_levels == ["city"]
    entry = LedgerEvent.objects.order_by("seq").last()
    body = entry.body
    for word in ("describe_programme", "Gerakan literasi digital", WHY):
        assert word in body


def test_who_does_not_keep_programmes_changes_none(
    literacy: Programme, budi: Membership, wati: Membership
) -> None:
    for by in (budi, wati):
        with pytest.raises(acts.NotTheSecretariat):
            renamed(literacy, by, name="Lain")


def test_nothing_changes_without_a_reason_a_bidang_or_a_difference(
    literacy: Programme, ikp: Bidang, sari: Membership
) -> None:
    same = acts.description_of(literacy)

    with pytest.raises(acts.NoReason):
        acts.describe_programme(
            literacy, replace(same, name="Lain"), reason="  ", by=sari, at=NOW
        )
    with pytest.raises(acts.NoBidang):
        renamed(literacy, sari, bidang=())
    with pytest.raises(acts.SameAsBefore):
        renamed(literacy, sari, name="  Gerakan  literasi digital ", bidang=(ikp,))


def test_a_page_that_is_overtaken_overwrites_nothing(
    literacy: Programme, sari: Membership
) -> None:
    seen = acts.seen_of_description(literacy)
    renamed(literacy, sari, name="Nama kedua")

    with pytest.raises(Overtaken):
        acts.describe_programme(
            literacy,
            replace(acts.description_of(literacy), name="Nama ketiga"),
            reason=WHY,
            seen=seen,
            by=sari,
            at=NOW,
        )

    assert Programme.objects.get(pk=literacy.pk).name == "Nama kedua"


def test_the_page_keeps_what_was_typed_and_saves_when_sent_once_more(
    client: Client, literacy: Programme, ikp: Bidang, sari: Membership
) -> None:
    client.force_login(sari.person)
    address = f"/kerja/program/{literacy.code}/ubah/"
    opened = client.get(address).context["form"].initial["seen"]
    renamed(literacy, sari, name="Nama kedua")
    typed = {
        "name": "Nama ketiga",
        "short_name": "",
        "bidang": [ikp.pk],
        "levels_basis": "",
        "reason": WHY,
    }

    overtaken = client.post(address, {**typed, "seen": opened})
    again = overtaken.context["form"]["seen"].value()
    saved = client.post(address, {**typed, "seen": again})

    assert "Nama ketiga" in overtaken.content.decode()
    assert saved.status_code == 302
    assert Programme.objects.get(pk=literacy.pk).name == "Nama ketiga"
