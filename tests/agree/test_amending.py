"""The logic of paragraphs: what a proposal changes, and in which order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sinergi.agree import rules
from sinergi.agree.rules import Became, Kept, Taken

WORDS = st.sampled_from(
    [
        "setiap",
        "kecamatan",
        "kelas",
        "literasi",
        "desa",
        "wajib",
        "dapat",
        "triwulan",
        "laporan",
        "provinsi",
    ]
)
PARAGRAPHS = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
TEXTS = st.lists(PARAGRAPHS, min_size=1, max_size=6)

A = Kept("p1", "Setiap kecamatan menyelenggarakan kelas literasi setiap triwulan.")
B = Kept("p2", "Hasilnya dilaporkan kepada sekretariat forum pada akhir triwulan.")
C = Kept("p3", "Biaya dibebankan pada anggaran masing-masing pemerintah daerah.")
BASE = [A, B, C]


@st.composite
def bases(draw):
    """A text whose paragraphs differ, under the keys a first version has."""
    texts = draw(st.lists(PARAGRAPHS, min_size=1, max_size=6, unique=True))
    return [Kept(f"p{n}", text) for n, text in enumerate(texts, start=1)]


@st.composite
def edits(draw, base, places=None):
    """A change of some places of a base, as two authors might make it."""
    made, used = [], []
    for kept in base:
        mine = places is None or kept.key in places
        what = draw(st.sampled_from(["same", "reword", "drop", "add"])) if mine else ""
        if what == "reword":
            made.append(Kept(kept.key, draw(PARAGRAPHS)))
        elif what != "drop":
            made.append(kept)
        if what == "add":
            made.append(Kept("", draw(PARAGRAPHS)))
        if what not in ("", "same"):
            used.append(kept.key)
    return made


def texts(paragraphs):
    return [kept.text for kept in paragraphs]


@given(bases(), TEXTS)
def test_applying_all_changes_gives_the_new_text(base, new):
    proposed = rules.aligned(base, new)

    made = rules.apply(base, rules.delta(base, proposed))

    assert texts(made) == new


@given(st.data())
def test_a_keyed_edit_is_found_again_key_for_key(data):
    base = data.draw(bases())
    edited = data.draw(edits(base))

    assert rules.apply(base, rules.delta(base, edited)) == edited


@given(bases(), TEXTS)
def test_the_words_shown_as_changed_are_both_texts(base, new):
    rows = list(rules.rows(base, rules.aligned(base, new)))

    before = [row.before for row in rows if row.before is not None]
    after = [row.after for row in rows if row.after is not None]
    assert before == texts(base)
    assert after == new
    for row in rows:
        spans = row.spans
        old = " ".join(span.text for span in spans if span.kind != "in")
        now = " ".join(span.text for span in spans if span.kind != "out")
        assert old == (row.before or "")
        assert now == (row.after or "")


@given(bases())
def test_a_text_without_a_change_changes_nothing(base):
    change = rules.delta(base, rules.aligned(base, texts(base)))

    assert not change.effects
    assert all(row.became is Became.SAME for row in rules.rows(base, base))


@given(st.data())
def test_changes_of_different_places_come_out_the_same_in_either_order(data):
    base = data.draw(bases())
    mine = set(data.draw(st.lists(st.sampled_from([k.key for k in base]), unique=True)))
    theirs = {kept.key for kept in base} - mine
    one = rules.delta(base, data.draw(edits(base, mine)))
    other = rules.delta(base, data.draw(edits(base, theirs)))

    assert rules.clashes(one, other) == []
    made = rules.apply(base, rules.union(one, other))
    assert made == rules.apply(base, rules.union(other, one))


@settings(deadline=None)
@given(st.data())
def test_rebasing_on_untouched_paragraphs_commutes(data):
    base = data.draw(bases())
    mine = set(data.draw(st.lists(st.sampled_from([k.key for k in base]), unique=True)))
    one = data.draw(edits(base, mine))
    other = data.draw(edits(base, {kept.key for kept in base} - mine))
    new = iter(range(100, 200))

    def as_version(paragraphs):
        return [Kept(k.key or f"p{next(new)}", k.text) for k in paragraphs]

    def onto(current, proposed):
        moved = rules.delta(base, current)
        change = rules.delta(base, proposed)
        return texts(rules.apply(base, rules.union(change, moved)))

    assert onto(as_version(other), one) == onto(as_version(one), other)


@given(bases(), TEXTS)
def test_on_its_own_base_a_proposal_is_what_was_written(base, new):
    assert rules.rebased(base, base, new) == new


@given(st.data())
def test_keys_of_paragraphs_that_stay_are_stable(data):
    base = data.draw(bases())
    keys = [kept.key for kept in base]
    gone = set(data.draw(st.lists(st.sampled_from(keys), unique=True)))
    new = [kept.text for kept in base if kept.key not in gone]
    new.insert(data.draw(st.integers(0, len(new))), "paragraf baru xyz")

    matched = rules.match_keys(base, new, used=keys)

    kept = {each.text: each.key for each in matched}
    assert all(kept[k.text] == k.key for k in base if k.key not in gone)
    assert kept["paragraf baru xyz"] not in keys


@given(bases(), TEXTS)
def test_a_key_names_one_paragraph(base, new):
    matched = rules.match_keys(base, new, used=())

    keys = [kept.key for kept in matched]
    assert len(set(keys)) == len(keys)


@given(bases(), TEXTS)
def test_what_is_accepted_as_proposed_is_taken_whole(base, new):
    proposed = rules.delta(base, rules.aligned(base, new))

    assert rules.taken(proposed, proposed) is Taken.WHOLE
    assert rules.is_overtaken(base, proposed, proposed)


@given(bases(), TEXTS)
def test_choosing_every_proposed_place_puts_the_proposal_together(base, new):
    effects = rules.delta(base, rules.aligned(base, new)).effects
    chosen = {place: effect[1:] for place, effect in effects.items()}

    assert rules.put_together(base, chosen) == new
    assert sorted(rules.in_order(base, effects)) == sorted(effects)


def test_two_authors_of_one_paragraph_collide():
    one = rules.delta(BASE, [Kept("p1", "Setiap desa."), B, C])
    other = rules.delta(BASE, [Kept("p1", "Setiap kelurahan."), B, C])
    third = rules.delta(BASE, [A, B])

    assert rules.clashes(one, other) == ["p1"]
    assert rules.clashes(one, third) == []


def test_two_paragraphs_put_in_at_one_place_collide():
    one = rules.delta(BASE, [A, Kept("", "Satu."), B, C])
    other = rules.delta(BASE, [A, Kept("", "Dua."), B, C])

    assert rules.clashes(one, other) == ["p1+"]


def test_the_same_change_of_two_authors_is_no_collision():
    one = rules.delta(BASE, [A, C])

    assert rules.clashes(one, rules.delta(BASE, [A, C])) == []


def test_a_touched_paragraph_is_not_rebased_in_silence():
    moved = [Kept("p1", "Setiap desa menyelenggarakan kelas."), B, C]
    new = ["Setiap kelurahan menyelenggarakan kelas.", B.text, C.text]

    assert rules.rebased(BASE, moved, new) is None


def test_an_untouched_paragraph_is_rebased_in_silence():
    moved = [Kept("p1", "Setiap desa menyelenggarakan kelas."), B, C]

    found = rules.rebased(BASE, moved, [A.text, B.text, "Biaya dari APBD."])

    assert found == [moved[0].text, B.text, "Biaya dari APBD."]


def test_above_sixty_percent_a_paragraph_is_replaced_as_a_whole():
    old = Kept("p1", "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh")
    close = Kept("p1", "satu dua tiga empat x x x x x x")
    far = Kept("p1", "satu dua tiga x x x x x x x")

    assert rules.changed_percent(old.text, close.text) == 60
    assert [r.became for r in rules.rows([old], [close])] == [Became.CHANGED]
    assert rules.changed_percent(old.text, far.text) == 70
    (row,) = rules.rows([old], [far])
    assert row.became is Became.REPLACED
    assert [span.kind for span in row.spans] == ["out", "in"]


def test_a_paragraph_that_moved_keeps_its_key_and_says_so():
    rows = list(rules.rows(BASE, [B, C, A]))

    assert [row.became for row in rows if row.key == "p1"] == [
        Became.MOVED_AWAY,
        Became.MOVED_HERE,
    ]
    assert rules.apply(BASE, rules.delta(BASE, [B, C, A])) == [B, C, A]


def test_a_proposal_is_overtaken_when_its_paragraph_is_gone_or_replaced():
    proposed = rules.delta(BASE, [Kept("p1", f"{A.text} Segera."), B, C])
    gone = rules.delta(BASE, [B, C])
    replaced = rules.delta(BASE, [Kept("p1", "Lain sama sekali."), B, C])
    touched = rules.delta(BASE, [Kept("p1", A.text.replace("Setiap", "Tiap")), B, C])

    assert rules.is_overtaken(BASE, proposed, gone)
    assert rules.is_overtaken(BASE, proposed, replaced)
    assert not rules.is_overtaken(BASE, proposed, touched)
    assert not rules.is_overtaken(BASE, proposed, rules.delta(BASE, [A, B]))


def test_how_much_of_a_proposal_is_taken():
    proposed = rules.delta(BASE, [Kept("p1", "Baru."), B])

    part = rules.delta(BASE, [Kept("p1", "Baru."), B, C])
    changed = rules.delta(BASE, [Kept("p1", "Lain."), B, C])
    none = rules.delta(BASE, [A, Kept("p2", "Lain."), C])
    assert rules.taken(proposed, part) is Taken.PART
    assert rules.taken(proposed, changed) is Taken.PART
    assert rules.taken(proposed, none) is Taken.NONE


@given(TEXTS)
def test_the_plain_hash_forgives_capitals_signs_and_breaks(new):
    shouted = [text.upper().replace(" ", ",  ") + "." for text in new]

    assert rules.plain_hash(new) == rules.plain_hash(shouted)
    assert rules.plain_hash(new) == rules.plain_hash([" ".join(new)])
    assert rules.plain_hash([*new, "tambahan"]) != rules.plain_hash(new)
