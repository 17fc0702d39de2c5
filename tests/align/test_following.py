"""A request for help from the question to its end: every step by everyone."""

from collections.abc import Callable
from itertools import product

import pytest
from django.test import Client
from django.utils import timezone

from sinergi.align import acts
from sinergi.align.models import HelpAnswer, HelpRequest, Programme
from sinergi.align.rules import AnswerState, HelpState, may_become
from sinergi.core.models import LedgerEvent, Membership
from sinergi.core.refusal import Refusal
from tests.align.conftest import YEAR
from tests.cast import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(literacy: Programme, budi: Membership) -> HelpRequest:
    return acts.ask_help(literacy, year=YEAR, text="Pelatih", by=budi, at=NOW)


@pytest.fixture
def offer(asked: HelpRequest, dewi: Membership) -> HelpAnswer:
    return acts.answer_help(asked, text="Dua pelatih", by=dewi, at=NOW)


REQUEST_STEPS: dict[str, tuple[Callable, HelpState]] = {
    "settle": (
        lambda found, by: acts.settle_request(found, outcome="Ya", by=by, at=NOW),
        HelpState.SETTLED,
    ),
    "reopen": (
        lambda found, by: acts.reopen_request(found, reason="Batal", by=by, at=NOW),
        HelpState.OPEN,
    ),
    "withdraw": (
        lambda found, by: acts.withdraw_request(found, reason="Batal", by=by, at=NOW),
        HelpState.WITHDRAWN,
    ),
    "answer": (
        lambda found, by: acts.answer_help(found, text="Ada", by=by, at=NOW),
        HelpState.ANSWERED,
    ),
}
EVERYONE = ["budi", "kadek", "dewi", "putu", "sari", "rini", "wati", "gede", "ayu"]
ASKERS, HELPERS = {"budi", "kadek"}, {"dewi", "putu", "sari"}


@pytest.mark.parametrize(("state", "step"), list(product(HelpState, REQUEST_STEPS)))
def test_every_step_in_every_state_by_everyone(
    offer: HelpAnswer, request: pytest.FixtureRequest, state: HelpState, step: str
) -> None:
    found = offer.request
    deed, wanted = REQUEST_STEPS[step]
    follows = may_become(state, wanted)
    if step == "reopen":
        follows = state is HelpState.ACCEPTED
    for name in EVERYONE:
        by = request.getfixturevalue(name)
        HelpAnswer.objects.filter(pk=offer.pk).update(state=AnswerState.DECLINED)
        HelpRequest.objects.filter(pk=found.pk).update(state=state)
        found.refresh_from_db()
        may = name in (HELPERS if step == "answer" else ASKERS)

        if may and follows:
            deed(found, by)
            found.refresh_from_db()
            assert found.state == wanted, name
        else:
            with pytest.raises(Refusal):
                deed(found, by)
            found.refresh_from_db()
            assert found.state == state, name


ANSWER_STEPS: dict[str, tuple[Callable, AnswerState, set[str]]] = {
    "accept": (
        lambda found, by: acts.accept_answer(found, by=by, at=NOW),
        AnswerState.ACCEPTED,
        ASKERS,
    ),
    "decline": (
        lambda found, by: acts.decline_answer(found, reason="Cukup", by=by, at=NOW),
        AnswerState.DECLINED,
        ASKERS,
    ),
    "take_back": (
        lambda found, by: acts.take_back_answer(found, reason="Sakit", by=by, at=NOW),
        AnswerState.TAKEN_BACK,
        {"dewi"},
    ),
}


@pytest.mark.parametrize(("state", "step"), list(product(AnswerState, ANSWER_STEPS)))
def test_every_step_of_an_offer_in_every_state_by_everyone(
    offer: HelpAnswer, request: pytest.FixtureRequest, state: AnswerState, step: str
) -> None:
    deed, wanted, those = ANSWER_STEPS[step]
    for name in EVERYONE:
        by = request.getfixturevalue(name)
        HelpRequest.objects.filter(pk=offer.request_id).update(state="answered")
        HelpAnswer.objects.filter(pk=offer.pk).update(state=state)
        found = HelpAnswer.objects.get(pk=offer.pk)

        if name in those and state is AnswerState.OFFERED:
            deed(found, by)
            found.refresh_from_db()
            assert found.state == wanted, name
        else:
            with pytest.raises(Refusal):
                deed(found, by)
            found.refresh_from_db()
            assert found.state == state, name


def test_declining_the_only_offer_opens_the_request_again(
    offer: HelpAnswer, budi: Membership
) -> None:
    acts.decline_answer(offer, reason="Waktunya tidak cocok", by=budi, at=NOW)

    assert HelpRequest.objects.get().state == HelpState.OPEN


def test_declining_one_of_two_offers_leaves_the_other(
    offer: HelpAnswer, sari: Membership, budi: Membership
) -> None:
    acts.answer_help(offer.request, text="Ada juga", by=sari, at=NOW)

    acts.decline_answer(offer, reason="Waktunya tidak cocok", by=budi, at=NOW)

    assert HelpRequest.objects.get().state == HelpState.ANSWERED


def test_help_that_does_not_come_opens_the_request_and_lets_the_offer_fall(
    offer: HelpAnswer, budi: Membership
) -> None:
    acts.accept_answer(offer, by=budi, at=NOW)

    acts.reopen_request(offer.request, reason="Tidak datang", by=budi, at=NOW)

    offer.refresh_from_db()
    assert (offer.state, offer.reason) == (AnswerState.DECLINED, "Tidak datang")
    assert HelpRequest.objects.get().state == HelpState.OPEN


def test_every_step_is_one_event_without_its_words(
    offer: HelpAnswer, budi: Membership
) -> None:
    before = LedgerEvent.objects.count()

    acts.accept_answer(offer, by=budi, at=NOW)
    acts.settle_request(offer.request, outcome="Bu Ani datang", by=budi, at=NOW)

    events = LedgerEvent.objects.order_by("seq")[before:]
    assert [each.action for each in events] == ["accept_help", "settle_help"]
    assert not any("Ani" in each.body for each in events)


def test_a_new_request_waits_until_the_last_one_has_ended(
    offer: HelpAnswer, literacy: Programme, budi: Membership
) -> None:
    with pytest.raises(acts.AlreadyAsked):
        acts.ask_help(literacy, year=YEAR, text="Lagi", by=budi, at=NOW)

    acts.withdraw_request(offer.request, reason="Ditunda", by=budi, at=NOW)

    assert acts.ask_help(literacy, year=YEAR, text="Lagi", by=budi, at=NOW)


def test_no_step_without_words(offer: HelpAnswer, budi: Membership) -> None:
    with pytest.raises(acts.NothingSaid):
        acts.decline_answer(offer, reason=" ", by=budi, at=NOW)


def test_budi_follows_his_request_to_the_end_on_its_page(
    client: Client, offer: HelpAnswer, budi: Membership, monkeypatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    monkeypatch.setattr(timezone, "localdate", lambda *_: NOW.date())
    client.force_login(budi.person)
    page = f"/kerja/dukungan/{offer.request.reference}/"
    assert "Terima tawaran" in client.get(page).content.decode()

    client.post(f"{page}jawaban/{offer.pk}/terima/")
    assert "Dukungan sudah diberikan" in client.get(page).content.decode()
    client.post(f"{page}selesai/", {"reason": "Dua pelatih datang."})

    shown = client.get(page).content.decode()
    assert "selesai: dukungan sudah diberikan" in shown
    assert "Dua pelatih datang." in shown
    cell = client.get(f"/keselarasan/LITERASI/kabupaten-satu/?tahun={YEAR}")
    assert "Dua pelatih datang." in cell.content.decode()


def test_dewi_cannot_settle_for_budi(
    client: Client, offer: HelpAnswer, dewi: Membership, monkeypatch
) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *_: NOW.date())
    client.force_login(dewi.person)

    answer = client.post(
        f"/kerja/dukungan/{offer.request.reference}/tarik/", {"reason": "Tidak"}
    )

    assert answer.status_code == 403
