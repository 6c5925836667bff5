"""Output intents: the printing condition or the screen that the colours of a file are meant for.

Comes in: the subtypes that the standards ask for, and the edition's profile. Goes out: the catalog's
OutputIntents; all of them share one profile object. Source: ISO 32000-2 14.11.5; ISO 15930-7 6.4; ISO 19005-2
6.2.3.
"""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfbase.pdfdoc import PDFString

from reportpdf.base.problem import Place, ResourceError, problem
from reportpdf.paint.pdf_file import FONT_LEVEL, PdfFile, Stream
from reportpdf.press.colour import ColourSpace
from reportpdf.press.conditions import Condition

PROFILES = Path(__file__).parent.parent / "press" / "icc"
"""Where the profiles that come with reportpdf lie."""

SCREEN_PROFILE = "srgb-v2.icc"
_SCREEN_NAME = "sRGB IEC61966-2.1"
_REGISTRY = "http://www.color.org"
_COMPONENTS = {ColourSpace.SRGB: 3, ColourSpace.CMYK: 4}


def declare(pdf: PdfFile, subtypes: tuple[str, ...], space: ColourSpace, condition: Condition | None) -> None:
    """Puts the output intents into the catalog.

    Raises:
        ResourceError: the profile is not there.
    """
    if not subtypes:
        return
    path = PROFILES / (condition.profile if condition else SCREEN_PROFILE)
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ResourceError(problem("profile-missing", Place(str(path)), reason=reason)) from error
    profile = pdf.register(Stream(data, FONT_LEVEL, N=_COMPONENTS[space]))
    name = condition.identifier if condition else _SCREEN_NAME
    description = condition.description if condition else _SCREEN_NAME
    intents = []
    for subtype in subtypes:
        entries: dict[str, object] = {
            "Type": "/OutputIntent",
            "S": f"/{subtype}",
            "OutputConditionIdentifier": PDFString(name or "Custom"),
            "Info": PDFString(description),
            "DestOutputProfile": profile,
        }
        if name:
            entries["RegistryName"] = PDFString(_REGISTRY)
        intents.append(pdf.add(entries))
    pdf.Catalog.OutputIntents = f"[{' '.join(intents)}]"
