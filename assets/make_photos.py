"""Draw the sample report's seven stand-in pictures into data/binzhou-2024/photos/.

The bureau's text came without its photographs. These are drawings that hold their places, as
unlike each other in shape, brightness and file as what a newsroom receives: RGB with a profile
and without, grey, CMYK, stored on its side, with a place recorded. Drawn with Pillow alone, from
no clock and no unseeded chance: the same Pillow draws the same bytes.

    python -m assets.make_photos [FOLDER]
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import ExifTags, Image, ImageCms, TiffImagePlugin

from assets.pictures.control_room import control_room
from assets.pictures.dusk import training
from assets.pictures.flag import flag_raising
from assets.pictures.meeting import meeting
from assets.pictures.mill import factory_visit
from assets.pictures.open_day import open_day
from assets.pictures.village import village

ROOT = Path(__file__).parent.parent
PHOTOS = ROOT / "data" / "binzhou-2024" / "photos"
PROFILES = ROOT / "src" / "reportpdf" / "press" / "icc"
SRGB = PROFILES / "srgb-v2.icc"
COATED = PROFILES / "coated-fogra39-tac300.icc"

RESOLUTION_PPI = 300
QUALITY = 87  # JPEG, chosen by eye: no ringing along silhouettes at print size
UPRIGHT = 1  # EXIF orientation
TURN_CLOCKWISE = 6  # EXIF orientation: the viewer must turn the stored picture to the right


@dataclass(frozen=True, slots=True)
class Stand:
    """One stand-in: its file, its scene, and how the file is stored."""

    file: str
    scene: Callable[[], Image.Image]
    mode: str = "RGB"
    profile: Path | None = SRGB
    orientation: int = UPRIGHT
    located: bool = False


STANDS = (
    Stand("01-meeting.jpg", meeting),
    Stand("02-training.jpg", training),
    Stand("03-control-room.jpg", control_room, profile=None),
    Stand("04-factory-visit.jpg", factory_visit, mode="L", profile=None),
    Stand("05-flag-raising.jpg", flag_raising, orientation=TURN_CLOCKWISE),
    Stand("06-village.jpg", village, mode="CMYK", profile=COATED),
    Stand("07-open-day.jpg", open_day, profile=None, located=True),
)


def main() -> int:
    """Draw every picture; return the exit code."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PHOTOS
    folder.mkdir(parents=True, exist_ok=True)
    for stand in STANDS:
        encoded = encode(stand)
        (folder / stand.file).write_bytes(encoded)
        print(f"{stand.file}  {len(encoded):,} bytes")
    return 0


def encode(stand: Stand) -> bytes:
    """Return the picture as a JPEG, in its mode, with its profile and EXIF."""
    picture = convert(stand.scene(), stand.mode)
    if stand.orientation == TURN_CLOCKWISE:
        picture = picture.transpose(Image.Transpose.ROTATE_90)  # to the left, to be undone
    stream = BytesIO()
    picture.save(
        stream,
        "JPEG",
        quality=QUALITY,
        optimize=True,
        subsampling="4:2:0" if stand.mode == "RGB" else "4:4:4",
        dpi=(RESOLUTION_PPI, RESOLUTION_PPI),
        exif=exif(stand).tobytes(),
        icc_profile=stand.profile.read_bytes() if stand.profile else None,
    )
    return stream.getvalue()


def convert(picture: Image.Image, mode: str) -> Image.Image:
    """Return the RGB picture in another mode; CMYK goes through the coated press profile."""
    if mode != "CMYK":
        return picture.convert(mode)
    transform = ImageCms.buildTransform(
        str(SRGB),
        str(COATED),
        "RGB",
        "CMYK",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    converted = ImageCms.applyTransform(picture, transform)
    if converted is None:  # only when asked to convert in place
        raise RuntimeError("littleCMS returned no picture")
    return converted


def exif(stand: Stand) -> Image.Exif:
    """Return the EXIF block: the orientation and, where wanted, a made-up place at sea."""
    block = Image.Exif()
    block[ExifTags.Base.ImageDescription] = "stand-in drawing, not a photograph"
    block[ExifTags.Base.Orientation] = stand.orientation
    if stand.located:
        # 38°45'30" N 119°30'15" E, in the Bohai Sea: something for a privacy check to find.
        place = block.get_ifd(ExifTags.IFD.GPSInfo)
        place[ExifTags.GPS.GPSLatitudeRef] = "N"
        place[ExifTags.GPS.GPSLatitude] = _degrees(38, 45, 30)
        place[ExifTags.GPS.GPSLongitudeRef] = "E"
        place[ExifTags.GPS.GPSLongitude] = _degrees(119, 30, 15)
    return block


def _degrees(*parts: int) -> tuple[TiffImagePlugin.IFDRational, ...]:
    return tuple(TiffImagePlugin.IFDRational(part, 1) for part in parts)


if __name__ == "__main__":
    sys.exit(main())
