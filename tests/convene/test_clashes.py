"""Sessions that cannot both take place are pointed out, not forbidden."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinergi.convene import acts, outline
from sinergi.convene.models import Meeting
from sinergi.convene.rules import Clash, Held, SessionKind, Shared, clashes
from sinergi.core.models import Membership
from tests.convene.conftest import BEFORE
from tests.convene.test_pages import DRAFT, text

NINE = datetime(2026, 3, 4, 1, tzinfo=UTC)


def held(title: str, start: int, end: int, bidang: str = "", room: str = "") -> Held:
    hour = timedelta(hours=1)
    return Held(title, NINE + start * hour, NINE + end * hour, bidang, room)


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        (held("a", 0, 2), held("b", 1, 3), Shared.PLENARY),
        (held("a", 0, 2), held("b", 1, 3, "IKP"), None),
        (held("a", 0, 2, "", "R.1"), held("b", 1, 3, "IKP", "R.1"), Shared.ROOM),
        (held("a", 0, 2, "IKP"), held("b", 1, 3, "IKP"), Shared.BIDANG),
        (held("a", 0, 2, "IKP", "R.1"), held("b", 1, 3, "PTIK", "r.1 "), Shared.ROOM),
        (held("a", 0, 2, "IKP", "R.1"), held("b", 1, 3, "PTIK", "R.2"), None),
        (held("a", 0, 2, "IKP"), held("b", 1, 3, "PTIK"), None),
        (held("a", 0, 2), held("b", 2, 3), None),
    ],
)
def test_two_sessions_at_one_time_share_only_what_can_be_shared(
    first: Held, second: Held, shared: Shared | None
) -> None:
    expected = [Clash("a", "b", shared)] if shared else []

    assert list(clashes([second, first])) == expected


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(1, 3)), max_size=6))
def test_sessions_one_after_the_other_never_clash(steps: list[tuple[int, int]]) -> None:
    at, programme = 0, []
    for gap, length in steps:
        programme.append(held(str(at), at + gap, at + gap + length))
        at += gap + length

    assert list(clashes(programme)) == []


@pytest.mark.django_db
def test_sari_is_told_of_two_plenaries_at_one_time(
    visit, ready: Meeting, sari: Membership
) -> None:
    plenary = ready.sessions.get(kind=SessionKind.PLENARY.value)
    assert outline.clashes(ready) == []
    acts.add_session(
        ready,
        kind=SessionKind.PLENARY,
        title="Pleno kedua",
        starts_at=plenary.starts_at,
        ends_at=plenary.ends_at,
        by=sari,
        at=BEFORE,
    )

    page = text(visit(sari, f"{DRAFT}susunan/"))

    assert "dua pleno yang berlangsung bersamaan" in page
