"""The built-in inks as a screen shows them, so that a run with a built-in theme opens no ICC profile.

Comes in: nothing. Goes out: ``COATED_ON_SCREEN``, ink in whole per cent of C, M, Y and K to sRGB. These are
the values that :mod:`reportpdf.paint.colour` computes through ``coated-fogra39-tac300.icc`` and
``srgb-v2.icc``; a test computes every row again. Building that transform takes 10 to 15 ms, as long as
setting a page; an ink that is not in the table is computed.
"""

from __future__ import annotations

COATED_ON_SCREEN: dict[tuple[int, int, int, int], tuple[int, int, int]] = {
    (0, 98, 92, 10): (0xD3, 0x26, 0x2B),  # vermilion 朱
    (100, 72, 0, 20): (0x10, 0x48, 0x89),  # indigo 靛
    (92, 0, 70, 42): (0x00, 0x72, 0x54),  # pine 松
    (0, 52, 100, 32): (0xB7, 0x6E, 0x1A),  # bronze 铜
    (0, 82, 78, 0): (0xEA, 0x50, 0x40),  # coral 珊瑚
    (88, 62, 0, 5): (0x2E, 0x60, 0xA5),  # ultramarine 群青
    (82, 18, 58, 8): (0x14, 0x90, 0x7C),  # emerald 翡翠
    (10, 60, 100, 10): (0xCF, 0x73, 0x21),  # amber 琥珀
    (48, 82, 10, 12): (0x8E, 0x4B, 0x84),  # lilac 丁香
    (78, 38, 26, 18): (0x3A, 0x77, 0x93),  # mist 雾蓝
    (0, 0, 0, 85): (0x50, 0x4F, 0x4F),  # softer
    (5, 90, 90, 5): (0xD7, 0x3D, 0x30),  # vermilion 朱砂, newsprint
    (95, 65, 15, 20): (0x1C, 0x51, 0x84),  # indigo 靛蓝
    (85, 35, 70, 20): (0x2A, 0x72, 0x5C),  # pine 松绿
    (15, 60, 100, 15): (0xC0, 0x6E, 0x23),  # bronze 赭金
    (50, 90, 30, 25): (0x7C, 0x3A, 0x62),  # plum 绛紫
    (85, 25, 35, 15): (0x08, 0x83, 0x92),  # teal 石青
    (0, 0, 0, 100): (0x2B, 0x2B, 0x2A),  # black
    (0, 0, 0, 75): (0x68, 0x67, 0x67),  # soft
    (0, 0, 0, 50): (0x9E, 0x9F, 0x9E),  # rule
    (0, 0, 0, 0): (0xFF, 0xFF, 0xFF),  # paper
}
