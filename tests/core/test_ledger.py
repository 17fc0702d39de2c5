"""The ledger keeps every act, in order, and shows where it was touched."""

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from sinergi.core import ledger
from sinergi.core.models import LedgerEvent, Membership
from sinergi.core.rules import (
    GENESIS,
    Link,
    PersonalLink,
    Provenance,
    first_break,
    link_hash,
)
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def chain(bodies: list[str]) -> list[Link]:
    links, previous = [], GENESIS
    for seq, body in enumerate(bodies, start=1):
        links.append(Link(seq, previous, body, link_hash(previous, body)))
        previous = links[-1].hash
    return links


@given(st.lists(st.text(max_size=5), min_size=1, max_size=8), st.data())
def test_a_changed_body_breaks_the_chain_where_it_was_changed(bodies, data):
    links = chain(bodies)
    at = data.draw(st.integers(0, len(links) - 1))
    links[at] = Link(links[at].seq, links[at].previous, "changed!", links[at].hash)

    assert first_break(links).seq == at + 1


@given(st.lists(st.text(max_size=5), min_size=2, max_size=8), st.data())
def test_a_removed_event_breaks_the_chain(bodies, data):
    links = chain(bodies)
    del links[data.draw(st.integers(0, len(links) - 2))]

    assert first_break(links) is not None


def test_an_untouched_chain_holds(sari: Membership):
    assert LedgerEvent.objects.count() > 5
    assert ledger.verify() is None


def test_an_event_names_its_actor_by_reference_and_office_only(
    kadek: Membership, sari: Membership
):
    event = ledger.record("test", kadek, reference="x", by=sari, at=kadek_time(kadek))

    assert str(sari.person.reference) in event.body
    assert "secretariat" in event.body
    assert "Sari" not in event.body


def test_an_act_through_a_personal_link_names_its_government_and_no_command(
    kadek: Membership, dua
):
    link = PersonalLink(dua.slug, Provenance.SIMULATED)

    event = ledger.record("test", kadek, reference="x", by=None, at=NOW, through=link)

    assert event.is_by_link
    assert event.is_simulated
    assert '"government":"kabupaten-dua"' in event.body
    assert ledger.verify() is None


@pytest.mark.parametrize(
    "deed",
    [
        lambda events: events.update(reason="rewritten"),
        lambda events: events._raw_delete("default"),
    ],
    ids=["update", "delete"],
)
def test_the_database_refuses_to_touch_an_event(sari: Membership, deed):
    events = LedgerEvent.objects.filter(seq=1)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        deed(events)

    assert ledger.verify() is None


def test_a_rewritten_body_is_found_even_when_the_triggers_were_removed(
    sari: Membership,
):
    if connection.vendor != "sqlite":
        pytest.skip("the triggers of SQLite are removed by name")
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER ledger_refuses_UPDATE")
    LedgerEvent.objects.filter(seq=2).update(body="{}")

    assert ledger.verify().seq == 2


def test_a_rewritten_column_is_found_too(sari: Membership):
    if connection.vendor != "sqlite":
        pytest.skip("the triggers of SQLite are removed by name")
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER ledger_refuses_UPDATE")
    LedgerEvent.objects.filter(seq=2).update(action="something_else")

    assert ledger.verify().seq == 2


def kadek_time(membership: Membership):
    return LedgerEvent.objects.order_by("-seq").first().at
