"""What the how-to shows is taken as it stands there."""

import re
import tomllib

from sinergi.collect import itemlist
from sinergi.collect.mapping import parse


def examples(root) -> list[str]:
    text = (root / "docs/how-to/import-a-survey.md").read_text()
    blocks = re.findall(r"^( *)```toml\n(.*?)^ *```", text, re.DOTALL | re.MULTILINE)
    return [block.replace(f"\n{indent}", "\n").strip() for indent, block in blocks]


def test_the_list_of_items_in_the_how_to_has_no_finding(root):
    questionnaire = itemlist.read_toml(examples(root)[0].encode())

    assert questionnaire.findings == ()
    assert [item.is_reversed for item in questionnaire.items] == [False, True]


def test_the_mapping_in_the_how_to_is_one(root):
    chosen = parse(tomllib.loads(examples(root)[1]))

    assert chosen.domains["kabupaten"] == "kode_kab"
    assert chosen.recode["sex"] == {"1": "laki-laki", "2": "perempuan"}
