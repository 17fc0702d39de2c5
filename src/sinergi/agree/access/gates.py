"""Which offices a page of agreeing lets in, before it looks at the object."""

from collections.abc import Mapping

from sinergi.convene.access import WORKERS
from sinergi.core.access import Gate, anyone, roles
from sinergi.core.rules import Role

HEADS = roles(Role.HEAD)
SECRETARIAT = roles(Role.SECRETARIAT)

GATES: Mapping[str, Gate] = {
    "agree:recommendations": anyone,
    "agree:recommendation": anyone,
    "agree:version": anyone,
    "agree:guidelines": anyone,
    "agree:guideline": anyone,
    "agree:guideline_docx": anyone,
    "agree:consolidated": anyone,
    "agree:consolidated_pdf": anyone,
    "agree:consolidated_docx": anyone,
    "agree:record": anyone,
    "agree:record_docx": anyone,
    "agree_work:boards": WORKERS,
    "agree_work:board": WORKERS,
    "agree_work:draft": WORKERS,
    "agree_work:recommendation": WORKERS,
    "agree_work:metadata": WORKERS,
    "agree_work:text": WORKERS,
    "agree_work:grounds": WORKERS,
    "agree_work:step": WORKERS,
    # A head of office, or whoever holds its mandate for the meeting.
    "agree_work:position": WORKERS,
    "agree_work:dispute": WORKERS,
    "agree_work:handling": SECRETARIAT,
    "agree_work:amendments": WORKERS,
    "agree_work:amend": WORKERS,
    "agree_work:combine": WORKERS,
    "agree_work:undo": WORKERS,
    "agree_work:amendment": WORKERS,
    "agree_work:rewrite_amendment": WORKERS,
    "agree_work:accept": WORKERS,
    "agree_work:amendment_step": WORKERS,
    "agree_work:object": WORKERS,
    "agree_work:consent": WORKERS,
    "agree_work:pull_out": WORKERS,
    "agree_work:adopt_list": WORKERS,
    "agree_work:dissolve": WORKERS,
    "agree_work:circulation": WORKERS,
    "agree_work:close_circulation": WORKERS,
    "agree_work:mandates": WORKERS,
    "agree_work:mandate_file": WORKERS,
    "agree_work:end_mandate": WORKERS,
    "agree_work:from_text": WORKERS,
    "agree_work:carry": WORKERS,
    # The minute-taker of a meeting may be anyone on its committee list.
    "agree_work:positions": WORKERS,
    "agree_work:record": SECRETARIAT,
    "agree_work:record_preview": SECRETARIAT,
    "agree_work:lock": SECRETARIAT,
    "agree_work:guideline": SECRETARIAT,
    "agree_work:commentary": SECRETARIAT,
    "agree_work:guideline_preview": SECRETARIAT,
    "agree_work:in_force": SECRETARIAT,
    "agree_work:repeal": SECRETARIAT,
    "agree_work:add_chapter": SECRETARIAT,
    "agree_work:order_chapters": SECRETARIAT,
    "agree_work:chapter": SECRETARIAT,
    "agree_work:move_chapter": SECRETARIAT,
    "agree_work:remove_chapter": SECRETARIAT,
    "agree_work:order_clauses": SECRETARIAT,
    "agree_work:move_clause": SECRETARIAT,
    "agree_work:place_clause": SECRETARIAT,
    "agree_work:changes": SECRETARIAT,
    "agree_work:change": SECRETARIAT,
    "agree_work:leave_clause": SECRETARIAT,
    "agree_work:open_review": SECRETARIAT,
    "agree_work:answer_guideline_comment": SECRETARIAT,
    # The governments of the forum review it; see access/guidelines.py.
    "agree_work:review": WORKERS,
    "agree_work:finish_review": WORKERS,
    "agree_work:comment_guideline": WORKERS,
}
