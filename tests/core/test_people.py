"""Accounts by invitation, dated offices, and the lock after too many tries."""

from datetime import date

import pytest
from django.conf import settings
from django.core.cache import cache
from django.urls import reverse

from sinergi.core import acts
from sinergi.core.models import LedgerEvent, Person
from sinergi.core.rules import Provenance, Role
from sinergi.site.command import _run
from tests.cast import NOW, TODAY

pytestmark = pytest.mark.django_db


def test_nobody_signs_up(client):
    answer = client.get(reverse("account_signup"))

    assert answer.status_code in {302, 403}
    assert "signup" not in client.get(reverse("account_login")).content.decode()


def test_ayu_invites_and_passes_on_the_link_that_sets_the_password(client, ayu, satu):
    client.force_login(ayu.person)
    answer = client.post(
        reverse("core:invite"),
        {
            "name": "Nyoman",
            "email": "Nyoman@Satu.example",
            "government": satu.pk,
            "role": "operator",
            "starts_on": TODAY.isoformat(),
        },
    )
    person = Person.objects.get(email="nyoman@satu.example")

    assert not person.has_usable_password()
    assert "/akun/password/reset/key/" in answer.content.decode()
    assert person.memberships.get().government == satu


def test_only_an_administrator_invites(client, sari):
    client.force_login(sari.person)

    assert client.get(reverse("core:invite")).status_code == 403


def test_a_role_already_held_is_not_given_twice(budi, satu, ayu):
    with pytest.raises(acts.AlreadyHeld, match="Budi"):
        acts.invite(
            email=budi.person.email,
            name="Budi",
            government=satu,
            role=Role.OPERATOR,
            starts_on=TODAY,
            by=ayu,
            at=NOW,
        )


@pytest.mark.parametrize(
    ("starts_on", "ends_on"), [("0001-01-01", ""), ("2026-03-04", "2025-03-04")]
)
def test_an_office_of_days_nobody_can_mean_is_refused_and_what_was_typed_kept(
    client, ayu, satu, starts_on, ends_on
):
    client.force_login(ayu.person)

    page = client.post(
        reverse("core:invite"),
        {
            "name": "Baru",
            "email": "baru@satu.example",
            "government": satu.pk,
            "role": "operator",
            "starts_on": starts_on,
            "ends_on": ends_on,
        },
    )

    assert "Periksa kedua harinya" in page.content.decode()
    assert 'value="baru@satu.example"' in page.content.decode()
    assert not Person.objects.filter(email="baru@satu.example").exists()


def test_an_office_ends_on_its_day_and_what_was_done_in_it_stays(client, budi, ayu):
    acts.end_membership(
        budi, ends_on=date(2026, 3, 31), reason="Mutasi", by=ayu, at=NOW
    )

    held = budi.person.memberships
    assert held.current(date(2026, 3, 31)).exists()
    assert not held.current(date(2026, 4, 1)).exists()
    assert LedgerEvent.objects.order_by("-seq").first().reason == "Mutasi"


def test_an_office_does_not_end_before_it_began(budi, ayu):
    with pytest.raises(acts.AlreadyEnded):
        acts.end_membership(budi, ends_on=date(2025, 1, 1), reason="x", by=ayu, at=NOW)


def test_who_holds_no_office_opens_no_working_page(client, tono):
    client.force_login(tono)

    assert client.get("/kerja/").status_code == 403
    assert client.get("/keutuhan-catatan/").status_code == 200


def test_a_simulated_person_makes_simulated_content_and_invites_simulated_people(
    ayu, dua
):
    ayu.person.is_simulated = True
    ayu.person.save()

    invited = acts.invite(
        email="baru@dua.example",
        name="Baru",
        government=dua,
        role=Role.OPERATOR,
        starts_on=TODAY,
        by=ayu,
        at=NOW,
    )

    assert invited.provenance is Provenance.SIMULATED


def test_the_ledger_does_not_name_the_invited(budi):
    event = LedgerEvent.objects.get(
        object_kind="core.membership", object_reference=str(budi.person.reference)
    )

    assert "Budi" not in event.body
    assert "budi@" not in event.body


def test_five_wrong_passwords_lock_the_account_and_not_the_others(client, budi, kadek):
    cache.clear()
    for membership in (budi, kadek):
        membership.person.set_password("benar-sekali-9")
        membership.person.save()
    login = reverse("account_login")

    def try_in(membership, password):
        form = {"login": membership.person.email, "password": password}
        return client.post(login, form)

    for _ in range(5):
        assert try_in(budi, "salah").status_code == 200
    locked = try_in(budi, "benar-sekali-9")
    assert locked.status_code == 200
    assert "_auth_user_id" not in client.session
    assert try_in(kadek, "benar-sekali-9").status_code == 302


def test_one_of_several_offices_is_chosen(client, budi, ayu, dua):
    second = acts.invite(
        email=budi.person.email,
        name="Budi",
        government=dua,
        role=Role.REVIEWER,
        starts_on=date(2026, 1, 1),
        by=ayu,
        at=NOW,
    )
    client.force_login(budi.person)

    client.post(reverse("core:act_as"), {"membership": second.pk, "next": "/kerja/"})

    assert client.get("/kerja/").context["acting"] == second


def test_an_office_of_someone_else_is_not_chosen(client, budi, kadek):
    client.force_login(budi.person)

    client.post(reverse("core:act_as"), {"membership": kadek.pk})

    assert client.get("/kerja/").context["acting"] == budi


def test_a_foreign_address_is_not_followed_after_choosing_a_language(client):
    answer = client.post(
        reverse("core:language"), {"language": "en", "next": "https://evil.example/"}
    )

    assert answer.url == "/"


def test_an_invitation_never_opens_an_account_that_has_a_password(
    client, ayu, kadek, dua
):
    kadek.person.set_password("milik-kadek-9")
    kadek.person.save()
    client.force_login(ayu.person)

    answer = client.post(
        reverse("core:invite"),
        {
            "name": "Kadek",
            "email": kadek.person.email,
            "government": dua.pk,
            "role": "reviewer",
            "starts_on": TODAY.isoformat(),
        },
    )

    page = answer.content.decode()
    assert "password/reset/key" not in page
    assert "sudah memiliki akun" in page
    assert kadek.person.memberships.filter(government=dua).exists()


def test_the_first_administrator_is_invited_by_command(client, forum, capsys):
    code = _run(
        [
            *("people", "invite", "ayu@uji.example", "--name", "Ayu"),
            *("--government", "provinsi-uji", "--role", "administrator"),
        ]
    )

    link = capsys.readouterr().out.strip()
    assert code == 0
    page = client.get(link.removeprefix(settings.PUBLIC_ORIGIN), follow=True)
    assert page.status_code == 200
    assert "password1" in page.content.decode()


def test_a_government_nobody_knows_is_named_with_those_there_are(forum, capsys):
    words = ["people", "invite", "a@b.example", "--name", "A", "--role", "head"]

    assert _run([*words, "--government", "atlantis"]) == 2
    assert "provinsi-uji" in capsys.readouterr().err
