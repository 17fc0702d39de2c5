"""Every link of the documentation to a file or a heading leads somewhere."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).resolve().parents[1]
FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
LINK = re.compile(r"\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)
ELSEWHERE = re.compile(r"^[a-z][a-z+.-]*:", re.IGNORECASE)


def anchor(heading: str) -> str:
    """The name a heading gets on the page, as GitHub and most others make it."""
    text = LINK.sub("]", heading).lower()
    return re.sub(r"[^\w\- ]", "", text).replace(" ", "-")


def broken(page: Path) -> Iterator[str]:
    text = page.read_text("utf-8")
    for link in LINK.findall(CODE.sub("", FENCE.sub("", text))):
        if ELSEWHERE.match(link):
            continue
        path, _, fragment = unquote(link).partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists():
            yield link
        elif fragment and target.suffix == ".md":
            headings = HEADING.findall(FENCE.sub("", target.read_text("utf-8")))
            if fragment not in {anchor(heading) for heading in headings}:
                yield link


def main() -> int:
    pages = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
    wrong = [(page, link) for page in pages for link in broken(page)]
    for page, link in wrong:
        sys.stdout.write(f"{page.relative_to(ROOT)}: {link} leads nowhere\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
