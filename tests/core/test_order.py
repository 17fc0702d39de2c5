"""An item moves one place, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinergi.core.order import moved

orders = st.lists(st.integers(), min_size=1, max_size=10, unique=True)


@given(orders, st.data(), st.booleans())
def test_moving_keeps_every_item_once(order, data, up):
    which = data.draw(st.sampled_from(order))

    assert sorted(moved(order, which, up=up)) == sorted(order)


@given(orders, st.data())
def test_moving_down_undoes_moving_up(order, data):
    which = data.draw(st.sampled_from(order[1:] or order))

    up = moved(order, which, up=True)

    if len(order) > 1:
        assert up != order
        assert moved(up, which, up=False) == order


@pytest.mark.parametrize("up", [True, False])
def test_at_the_end_of_the_list_an_item_stays(up):
    order = [1, 2, 3]

    assert moved(order, 1 if up else 3, up=up) == order
