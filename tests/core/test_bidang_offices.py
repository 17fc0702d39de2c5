"""Every government has its own offices for the bidang of the forum."""

import pytest

from sinergi.core.bidang_offices import name_bidang_offices, offices_by_bidang
from sinergi.core.models import LedgerEvent, Membership, Person
from sinergi.core.refusal import NotAllowed
from tests.cast import NOW

PATH = "/kerja/bidang/"


def test_budi_names_the_offices_of_his_government(budi, ptik, ikp, satu):
    name_bidang_offices({ptik: " Bidang  Aptika ", ikp: ""}, by=budi, at=NOW)

    event = LedgerEvent.objects.order_by("-seq").first()
    assert offices_by_bidang("entered") == {(ptik.pk, satu.pk): "Bidang Aptika"}
    assert (event.action, event.object_reference) == ("name_bidang_offices", satu.slug)


def test_an_office_is_renamed_and_left_out(budi, ptik, ikp):
    name_bidang_offices({ptik: "Aptika", ikp: "Humas"}, by=budi, at=NOW)

    name_bidang_offices({ptik: "Aptika dan Persandian", ikp: ""}, by=budi, at=NOW)

    assert list(offices_by_bidang("entered").values()) == ["Aptika dan Persandian"]


@pytest.mark.parametrize("role", ["sari", "wati", "rini", "ayu"])
def test_nobody_names_the_offices_of_another(role, ptik, request):
    by = request.getfixturevalue(role)

    with pytest.raises(NotAllowed):
        name_bidang_offices({ptik: "Aptika"}, by=by, at=NOW)


def test_what_a_simulated_account_names_stays_in_the_simulation(budi, kadek, ptik):
    name_bidang_offices({ptik: "Aptika"}, by=kadek, at=NOW)
    Person.objects.filter(pk=budi.person_id).update(is_simulated=True)
    name_bidang_offices(
        {ptik: "Aptika (simulasi)"}, by=Membership.objects.get(pk=budi.pk), at=NOW
    )

    assert list(offices_by_bidang("entered").values()) == ["Aptika"]
    assert list(offices_by_bidang("simulated").values()) == ["Aptika (simulasi)"]


def test_kadek_fills_in_the_page(client, kadek, ptik, ikp):
    client.force_login(kadek.person)

    saved = client.post(PATH, {"ptik": "Bidang Aptika", "ikp": ""})
    body = client.get(PATH).content.decode()

    assert saved.status_code == 302
    assert 'value="Bidang Aptika"' in body
    assert "Perangkat daerah sudah disimpan." in body
