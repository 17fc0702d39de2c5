"""Other words proposed by governments, decided by the chair (usul penyempurnaan)."""

from datetime import timedelta

import pytest
from django.db import transaction

from sinergi.agree import access, acts, queries
from sinergi.agree.models import Amendment
from sinergi.agree.rules import (
    AMENDMENT_TRANSITIONS,
    AmendmentAction,
    AmendmentActor,
    AmendmentState,
    Edit,
    Stance,
    State,
    may_move,
)
from sinergi.core.models import LedgerEvent
from sinergi.core.refusal import NotAllowed
from tests.agree.conftest import NOW, TEXT
from tests.databases import on_both_databases

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(hours=1)
FIRST, SECOND = "kecamatan", "sekretariat"

# From, action, to, who: coordination.md 5.4 with design §2, by hand.
EXPECTED = {
    ("draft", "submit", "submitted", "author_head"),
    ("draft", "submit", "submitted", "group_chair"),
    ("draft", "withdraw", "withdrawn", "author"),
    ("submitted", "discuss", "discussed", "group_chair"),
    ("submitted", "discuss", "discussed", "chair"),
    ("submitted", "rebase", "submitted", "author"),
    ("submitted", "withdraw", "withdrawn", "author"),
    ("discussed", "accept", "accepted", "group_chair"),
    ("discussed", "accept", "accepted", "chair"),
    ("discussed", "accept", "accepted_changed", "group_chair"),
    ("discussed", "accept", "accepted_changed", "chair"),
    ("discussed", "reject", "rejected", "group_chair"),
    ("discussed", "reject", "rejected", "chair"),
    ("discussed", "rebase", "submitted", "author"),
    ("discussed", "withdraw", "withdrawn", "author"),
    ("accepted", "undo", "discussed", "group_chair"),
    ("accepted", "undo", "discussed", "chair"),
    ("accepted_changed", "undo", "discussed", "group_chair"),
    ("accepted_changed", "undo", "discussed", "chair"),
    ("obsolete", "undo", "submitted", "group_chair"),
    ("obsolete", "undo", "submitted", "chair"),
    ("obsolete", "undo", "discussed", "group_chair"),
    ("obsolete", "undo", "discussed", "chair"),
}
# What follows from another act and nobody does by itself.
FOLLOWS = {("draft", "lapse"), ("submitted", "lapse"), ("discussed", "lapse")}


def test_the_table_of_amendments_is_what_the_hand_wrote():
    walked = {
        (str(state), str(action), str(to), str(actor))
        for state, steps in AMENDMENT_TRANSITIONS.items()
        for action, step in steps.items()
        for to in step.to
        for actor in step.by
    }
    following = {
        (str(state), str(action))
        for state, steps in AMENDMENT_TRANSITIONS.items()
        for action, step in steps.items()
        if not step.by
    }

    assert walked == EXPECTED
    assert following == FOLLOWS


@pytest.mark.parametrize("state", AmendmentState)
@pytest.mark.parametrize("action", AmendmentAction)
@pytest.mark.parametrize("actor", AmendmentActor)
def test_each_actor_moves_an_amendment_only_by_the_table(state, action, actor):
    expected = any(
        (str(state), str(action), str(actor)) == (start, deed, who)
        for start, deed, _to, who in EXPECTED
    )

    assert may_move(state, action, [actor]) is expected


DEEDS = {
    "submit": acts.submit_amendment,
    "discuss": acts.discuss_amendment,
    "withdraw": acts.withdraw_amendment,
    "reject": lambda a, *, by, at: acts.reject_amendment(a, reason="x", by=by, at=at),
    "accept": lambda a, *, by, at: acts.accept_amendments(
        [a], base=a.recommendation.current, by=by, at=at
    ),
}
WHO = {
    "budi": {"author"},
    "kadek": {"author", "author_head"},
    "head_of_dua": set(),
    "group_chair": {"group_chair"},
    "chair": {"chair"},
    "sari": set(),
    "rini": set(),
    "gede": set(),
}


@pytest.fixture
def everyone(request):
    return {name: request.getfixturevalue(name) for name in WHO}


@pytest.mark.parametrize("state", [str(s) for s in AmendmentState])
@pytest.mark.parametrize("deed", DEEDS)
def test_every_act_from_every_state_by_every_role(propose, budi, everyone, state, deed):
    amendment = propose(budi, FIRST, "desa")
    Amendment.objects.filter(pk=amendment.pk).update(state=state)

    for name, by in everyone.items():
        expected = {
            to
            for start, action, to, who in EXPECTED
            if (start, action) == (state, deed) and who in WHO[name]
        }
        with transaction.atomic():
            became = tried(DEEDS[deed], amendment.pk, by)
            transaction.set_rollback(True)
        assert became in (expected or {None}), name


def tried(deed, pk, by):
    """The state it leads to; None when it was refused."""
    amendment = Amendment.objects.get(pk=pk)
    before = LedgerEvent.objects.count()
    try:
        deed(amendment, by=by, at=NOW)
    except (NotAllowed, acts.NotThisStep):
        assert LedgerEvent.objects.count() == before
        return None
    assert LedgerEvent.objects.count() == before + 1
    amendment.refresh_from_db()
    return amendment.state


def test_budi_proposes_and_his_head_submits(propose, budi, kadek):
    amendment = propose(budi, FIRST, "desa")
    assert (amendment.name, amendment.state) == ("U1", "draft")

    with pytest.raises(NotAllowed):
        acts.submit_amendment(amendment, by=budi, at=NOW)
    acts.submit_amendment(amendment, by=kadek, at=NOW)

    assert amendment.state == AmendmentState.SUBMITTED
    assert amendment.proposer == budi.government


def test_an_amendment_says_something_else_than_the_text(in_group, kadek):
    with pytest.raises(acts.NothingChanged):
        acts.draft_amendment(
            in_group.current, text=TEXT, reason="Sama.", by=kadek, at=NOW
        )
    with pytest.raises(acts.NoText):
        acts.draft_amendment(
            in_group.current, text=" \n ", reason="Kosong.", by=kadek, at=NOW
        )
    with pytest.raises(acts.NoReason):
        acts.draft_amendment(
            in_group.current, text="Lain.", reason="", by=kadek, at=NOW
        )
    assert not Amendment.objects.exists()


@pytest.mark.parametrize("who", ["rini", "gede", "wati", "sari"])
def test_who_does_not_speak_for_a_government_proposes_nothing(request, in_group, who):
    by = request.getfixturevalue(who)

    with pytest.raises(NotAllowed):
        acts.draft_amendment(in_group.current, text="x", reason="x", by=by, at=NOW)


@pytest.mark.parametrize("state", [s for s in State if s != State.IN_GROUP])
def test_amendments_are_proposed_from_submission_until_the_group_agrees(
    in_group, kadek, state
):
    type(in_group).objects.filter(pk=in_group.pk).update(
        state="deferred" if state in {"merged", "superseded"} else state
    )

    def propose():
        return acts.draft_amendment(
            in_group.current, text="Lain.", reason="x", by=kadek, at=NOW
        )

    if state is State.SUBMITTED:
        assert propose().state == "draft"
    else:
        with pytest.raises(acts.NotOpenToAmendments):
            propose()


def test_the_group_agrees_only_when_amendments_are_decided(
    in_group, answer, propose, kadek, group_chair
):
    amendment = propose(kadek, FIRST, "desa", submitted_by=kadek)
    answer(in_group)

    with pytest.raises(acts.AmendmentsOpen, match=r"U1 \(Kabupaten Satu"):
        acts.agree_in_group(in_group, by=group_chair, at=NOW)

    acts.withdraw_amendment(amendment, by=kadek, at=NOW)
    acts.agree_in_group(in_group, by=group_chair, at=NOW)
    assert in_group.state == State.AGREED_IN_GROUP


def test_a_draft_nobody_submitted_holds_nothing_up(
    in_group, answer, propose, kadek, group_chair
):
    propose(kadek, FIRST, "desa")

    acts.agree_in_group(answer(in_group), by=group_chair, at=NOW)

    assert in_group.state == State.AGREED_IN_GROUP


def test_accepting_makes_a_version_that_names_the_amendment_and_asks_again(
    in_group, answer, propose, kadek, group_chair
):
    amendment = propose(
        kadek, FIRST, "desa", submitted_by=kadek, discussed_by=group_chair
    )
    answer(in_group)

    version = acts.accept_amendments(
        [amendment], base=in_group.current, by=group_chair, at=LATER
    )

    amendment.refresh_from_db()
    assert amendment.state == AmendmentState.ACCEPTED
    assert list(version.amendments.all()) == [amendment]
    assert version.number == 2
    assert version.edit == Edit.SUBSTANTIVE
    assert version.texts == TEXT.replace(FIRST, "desa").split("\n\n")
    assert [p.key for p in version.paragraphs.all()] == ["p1", "p2"]
    assert queries.standing_of(version).missing


def test_accepted_with_other_words_is_accepted_with_changes(
    in_group, propose, kadek, group_chair
):
    amendment = propose(
        kadek, FIRST, "desa", submitted_by=kadek, discussed_by=group_chair
    )

    acts.accept_amendments(
        [amendment],
        base=in_group.current,
        text=TEXT.replace(FIRST, "desa dan kelurahan"),
        by=group_chair,
        at=LATER,
    )

    amendment.refresh_from_db()
    assert amendment.state == AmendmentState.ACCEPTED_WITH_CHANGES


def test_more_words_than_were_proposed_are_changes_too(
    in_group, propose, kadek, group_chair
):
    amendment = propose(
        kadek, FIRST, "desa", submitted_by=kadek, discussed_by=group_chair
    )

    acts.accept_amendments(
        [amendment],
        base=in_group.current,
        text=TEXT.replace(FIRST, "desa") + "\n\nKalimat pimpinan.",
        by=group_chair,
        at=LATER,
    )

    amendment.refresh_from_db()
    assert amendment.state == AmendmentState.ACCEPTED_WITH_CHANGES


def test_what_is_not_in_the_text_is_not_accepted(in_group, propose, kadek, group_chair):
    amendment = propose(
        kadek, FIRST, "desa", submitted_by=kadek, discussed_by=group_chair
    )

    with pytest.raises(acts.NotTaken, match="U1"):
        acts.accept_amendments(
            [amendment],
            base=in_group.current,
            text=TEXT.replace(SECOND, "forum"),
            by=group_chair,
            at=LATER,
        )

    assert in_group.current.number == 1


def test_two_that_touch_one_paragraph_collide_and_are_combined(
    in_group, propose, kadek, head_of_dua, group_chair
):
    one = propose(kadek, FIRST, "desa", submitted_by=kadek, discussed_by=group_chair)
    two = propose(
        head_of_dua,
        FIRST,
        "kelurahan",
        submitted_by=head_of_dua,
        discussed_by=group_chair,
    )
    base = in_group.current

    with pytest.raises(acts.Collide):
        acts.accept_amendments([one, two], base=base, by=group_chair, at=LATER)
    acts.accept_amendments(
        [one, two],
        base=base,
        text=TEXT.replace(FIRST, "desa dan kelurahan"),
        by=group_chair,
        at=LATER,
    )

    for amendment in (one, two):
        amendment.refresh_from_db()
        assert amendment.state == AmendmentState.ACCEPTED_WITH_CHANGES
    assert set(in_group.current.amendments.all()) == {one, two}


def test_two_of_different_paragraphs_are_accepted_at_once(
    in_group, propose, kadek, head_of_dua, group_chair
):
    one = propose(kadek, FIRST, "desa", submitted_by=kadek, discussed_by=group_chair)
    two = propose(
        head_of_dua,
        SECOND,
        "forum",
        submitted_by=head_of_dua,
        discussed_by=group_chair,
    )

    version = acts.accept_amendments(
        [one, two], base=in_group.current, by=group_chair, at=LATER
    )

    both = TEXT.replace(FIRST, "desa").replace(SECOND, "forum")
    assert version.texts == both.split("\n\n")


def test_an_untouched_paragraph_is_rebased_in_silence(
    in_group, propose, kadek, head_of_dua, group_chair
):
    one = propose(kadek, FIRST, "desa", submitted_by=kadek, discussed_by=group_chair)
    two = propose(
        head_of_dua,
        SECOND,
        "forum",
        submitted_by=head_of_dua,
        discussed_by=group_chair,
    )
    acts.accept_amendments([one], base=in_group.current, by=group_chair, at=LATER)

    version = acts.accept_amendments(
        [two], base=in_group.current, by=group_chair, at=LATER
    )

    two.refresh_from_db()
    assert two.state == AmendmentState.ACCEPTED
    assert two.base.number == 1
    both = TEXT.replace(FIRST, "desa").replace(SECOND, "forum")
    assert version.texts == both.split("\n\n")


def test_a_touched_paragraph_is_written_anew_by_its_author(
    in_group, propose, kadek, head_of_dua, sari, group_chair
):
    amendment = propose(
        kadek, FIRST, "desa", submitted_by=kadek, discussed_by=group_chair
    )
    acts.write_version(
        in_group.current,
        text=TEXT.replace("Setiap", "Tiap"),
        reason="Ringkas.",
        by=sari,
        at=LATER,
    )

    with pytest.raises(acts.MustBeRebased, match="Kabupaten Satu"):
        acts.accept_amendments(
            [amendment], base=in_group.current, by=group_chair, at=LATER
        )
    with pytest.raises(NotAllowed):
        acts.write_amendment(
            amendment,
            base=in_group.current,
            text="Lain.",
            reason="x",
            by=head_of_dua,
            at=LATER,
        )
    acts.write_amendment(
        amendment,
        base=in_group.current,
        text=in_group.current.as_typed.replace(FIRST, "desa"),
        reason="Tetap desa.",
        by=kadek,
        at=LATER,
    )

    assert amendment.state == AmendmentState.SUBMITTED
    assert amendment.base == in_group.current
    acts.discuss_amendment(amendment, by=group_chair, at=LATER)
    acts.accept_amendments([amendment], base=in_group.current, by=group_chair, at=LATER)
    assert in_group.current.texts[0].startswith("Tiap desa")


def test_one_whose_paragraph_was_replaced_is_obsolete_and_says_by_which(
    in_group, propose, kadek, head_of_dua, group_chair
):
    one = propose(kadek, FIRST, "desa", submitted_by=kadek)
    two = propose(
        head_of_dua,
        TEXT.split("\n\n")[0],
        "Pemerintah provinsi menyediakan modul bagi semua.",
        submitted_by=head_of_dua,
        discussed_by=group_chair,
    )

    acts.accept_amendments([two], base=in_group.current, by=group_chair, at=LATER)

    one.refresh_from_db()
    assert one.state == AmendmentState.OBSOLETE
    assert one.obsoleted_by == two


def test_one_whose_words_are_in_already_is_obsolete(
    in_group, propose, kadek, head_of_dua, group_chair
):
    one = propose(kadek, FIRST, "desa", submitted_by=kadek)
    two = propose(
        head_of_dua, FIRST, "desa", submitted_by=head_of_dua, discussed_by=group_chair
    )

    acts.accept_amendments([two], base=in_group.current, by=group_chair, at=LATER)

    one.refresh_from_db()
    assert (one.state, one.obsoleted_by) == ("obsolete", two)


@on_both_databases
def test_undo_brings_words_answers_and_amendments_back(
    vendor, in_group, answer, propose, kadek, head_of_dua, group_chair
):
    lapsing = propose(head_of_dua, FIRST, "desa", submitted_by=head_of_dua)
    amendment = propose(
        kadek, FIRST, "desa", submitted_by=kadek, discussed_by=group_chair
    )
    first = answer(in_group).current
    made = acts.accept_amendments([amendment], base=first, by=group_chair, at=LATER)

    restored = acts.undo_acceptance(made, by=group_chair, at=LATER)

    amendment.refresh_from_db()
    lapsing.refresh_from_db()
    assert (restored.number, restored.restores) == (3, first)
    assert restored.sha256 == first.sha256
    assert restored.kept == first.kept
    assert [p.stance for p in restored.positions.order_by("government")] == [
        p.stance for p in first.positions.order_by("government")
    ]
    assert amendment.state == AmendmentState.DISCUSSED
    assert (lapsing.state, lapsing.obsoleted_by) == ("submitted", None)
    assert list(made.amendments.all()) == [amendment]


def test_undo_is_there_until_the_next_acceptance(
    in_group, propose, kadek, head_of_dua, group_chair
):
    one = propose(kadek, FIRST, "desa", submitted_by=kadek, discussed_by=group_chair)
    two = propose(
        head_of_dua,
        SECOND,
        "forum",
        submitted_by=head_of_dua,
        discussed_by=group_chair,
    )
    first = acts.accept_amendments(
        [one], base=in_group.current, by=group_chair, at=LATER
    )
    second = acts.accept_amendments([two], base=first, by=group_chair, at=LATER)

    with pytest.raises(acts.NotUndoable):
        acts.undo_acceptance(first, by=group_chair, at=LATER)
    restored = acts.undo_acceptance(second, by=group_chair, at=LATER)
    with pytest.raises(acts.NotUndoable):
        acts.undo_acceptance(restored, by=group_chair, at=LATER)

    assert restored.texts == first.texts


def test_only_a_chair_undoes(in_group, propose, kadek, sari, group_chair):
    amendment = propose(
        kadek, FIRST, "desa", submitted_by=kadek, discussed_by=group_chair
    )
    made = acts.accept_amendments(
        [amendment], base=in_group.current, by=group_chair, at=LATER
    )

    for by in (kadek, sari):
        with pytest.raises(NotAllowed):
            acts.undo_acceptance(made, by=by, at=LATER)


@on_both_databases
def test_consensual_ones_come_first(
    vendor, in_group, propose, budi, kadek, head_of_dua, head_of_tiga, group_chair
):
    one = propose(kadek, FIRST, "desa", submitted_by=kadek)
    two = propose(head_of_dua, FIRST, "kelurahan", submitted_by=head_of_dua)
    three = propose(head_of_tiga, SECOND, "forum", submitted_by=head_of_tiga)

    table = queries.on_table(in_group)

    assert [each.amendment for each in table] == [three, one, two]
    assert [each.is_consensual for each in table] == [True, False, False]
    assert table[1].colliding == (two,)
    assert {e.amendment for e in queries.together(table, one)} == {one, two}

    acts.object_to(three, note="Forum belum siap.", by=kadek, at=NOW)
    assert not any(each.is_consensual for each in queries.on_table(in_group))
    acts.take_objection_back(three, by=kadek, at=NOW)
    assert queries.on_table(in_group)[0].amendment == three


def test_nobody_objects_to_its_own_and_operators_do_not_object(
    propose, budi, kadek, rini
):
    amendment = propose(kadek, FIRST, "desa", submitted_by=kadek)

    for by in (kadek, budi, rini):
        with pytest.raises(NotAllowed):
            acts.object_to(amendment, note="Tidak.", by=by, at=NOW)


@pytest.mark.parametrize("ending", ["defer", "reject"])
def test_amendments_of_what_leaves_the_meeting_lapse(
    in_group, propose, kadek, group_chair, ending
):
    one = propose(kadek, FIRST, "desa")
    two = propose(kadek, SECOND, "forum", submitted_by=kadek)

    getattr(acts, ending)(in_group, reason="Belum siap.", by=group_chair, at=NOW)

    for amendment in (one, two):
        amendment.refresh_from_db()
        assert amendment.state == AmendmentState.OBSOLETE


def test_a_draft_is_read_by_its_government_and_the_chairs(
    propose, budi, kadek, head_of_dua, group_chair, chair, sari
):
    amendment = propose(budi, FIRST, "desa")
    readers = (budi, kadek, group_chair, chair)

    assert all(access.may_read_amendment(by, amendment) for by in readers)
    assert not access.may_read_amendment(head_of_dua, amendment)
    assert not access.may_read_amendment(sari, amendment)
    acts.submit_amendment(amendment, by=kadek, at=NOW)
    assert access.may_read_amendment(head_of_dua, amendment)
    assert access.may_read_amendment(sari, amendment)
    assert not access.may_read_amendment(None, amendment)


def test_answers_to_the_amended_text_are_answers_to_that_version(
    in_group, answer, propose, kadek, group_chair
):
    amendment = propose(
        kadek, FIRST, "desa", submitted_by=kadek, discussed_by=group_chair
    )
    old = in_group.current
    made = acts.accept_amendments([amendment], base=old, by=group_chair, at=LATER)

    with pytest.raises(acts.StaleVersion):
        acts.take_position(old, stance=Stance.AGREE, by=kadek, at=LATER)
    acts.take_position(made, stance=Stance.AGREE, by=kadek, at=LATER)
