"""QR codes: on paper, and in a page that allows no styles of its own."""

import io

import segno


def svg(text: str) -> str:
    """The code as SVG that stands inside a page; its size comes from there."""
    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        out,
        kind="svg",
        border=4,
        xmldecl=False,
        svgns=False,
        omitsize=True,
        light="white",
        svgclass=None,
        lineclass=None,
    )
    return out.getvalue().decode()
