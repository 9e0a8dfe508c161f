"""Logo and favicon."""

import io
import re
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from frame import identity
from tests.contrast import contrast


def test_logo_is_small_well_formed_and_visible_on_both_grounds():
    text = identity.logo_svg()
    assert len(text.encode()) <= 1500
    assert ET.fromstring(text).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 - our own text
    colors = set(re.findall("#[0-9a-f]{6}", text))
    assert colors
    for color in colors:
        assert contrast(color, "#ffffff") >= 3
        assert contrast(color, "#14181f") >= 3


def test_logo_has_its_right_angle():
    paths = re.findall(r'd="M([\d. -]+)L([\d. -]+)"', identity.logo_svg())
    (x0, y0), (x1, y1) = ([float(n) for n in point.split()] for point in paths[0])
    (u0, v0), (u1, v1) = ([float(n) for n in point.split()] for point in paths[1])
    assert (x1 - x0) * (u1 - u0) + (y1 - y0) * (v1 - v0) == pytest.approx(0, abs=0.5)
    assert (y1 - y0) / (x1 - x0) == pytest.approx(3 / 4, abs=0.01)  # falls 3 for 4, as 3x + 4y does


def test_icon_opens_in_every_size_and_is_transparent():
    icon = Image.open(io.BytesIO(identity.favicon_ico()))
    assert set(icon.info["sizes"]) == {(16, 16), (32, 32), (48, 48)}
    image = icon.convert("RGBA")
    assert image.getpixel((47, 0))[3] == 0
    center = image.getpixel((round(33 / 64 * 48), round(27 / 64 * 48)))
    assert center == (0xD9, 0x70, 0x2B, 255)


def test_write_identity_writes_its_files_and_repeats_itself(tmp_path):
    identity.write_identity(tmp_path)
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    identity.write_identity(str(tmp_path))
    icons = {"icon-192.png", "icon-512.png"}
    assert set(first) == {"favicon.svg", "favicon.ico", *icons}
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == first
    with pytest.raises(OSError, match="missing"):
        identity.write_identity(tmp_path / "missing")
