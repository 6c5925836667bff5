"""A list of 300 rows with a fault of each kind planted in it."""

from __future__ import annotations

HEADS = "单位,份数,版本,文件夹,联系人,邮箱,密码,语言,水印,备注\n"

FAULTS: dict[str, tuple[str, str]] = {
    "no name": (",2,屏幕版,,王芳,a@example.cn,,,,", "list-no-name"),
    "name of marks": ("——,2,屏幕版,,王芳,a@example.cn,,,,", "list-name-marks"),
    "same name": ("单位0001,2,,,,,,,,", "list-twice"),
    "same name, other width and spaces": ("单位 ０００２,2,,,,,,,,", "list-twice"),
    "control character": ("刑侦\x07支队,2,,,,,,,,", "list-unseen"),
    "direction turned": ("刑侦\u202e队支,2,,,,,,,,", "list-unseen"),
    "direction isolated": ("刑侦支队二,2,,,\u2066王芳\u2069,,,,,", "list-unseen"),
    "zero width": ("单位\u200b0003,2,,,,,,,,", "list-unseen"),
    "tag character": ("经侦支队\U000e0041,1,,,,,,,,", "list-unseen"),
    "line break in a name": ('"治安\n支队",2,,,,,,,,', "list-break"),
    "formula for a name": ("=1+1,2,,,,,,,,", "list-formula"),
    "formula for a note": ("食药环支队,2,,,,,,,,@SUM(A1)", "list-formula"),
    "command for a contact": ('网安支队,2,,,"+cmd|\' /C calc\'!A0",,,,,', "list-formula"),
    "name too long": (f"{'长' * 61},2,,,,,,,,", "list-long"),
    "note too long": (f"禁毒支队,2,,,,,,,,{'注' * 501}", "list-long"),
    "copies in words": ("特警支队,两份,,,,,,,,", "list-copies-form"),
    "half a copy": ("出入境支队,2.5,,,,,,,,", "list-copies-form"),
    "copies below none": ("监管支队,-3,,,,,,,,", "list-copies-form"),
    "no copies": ("法制支队,0,,,,,,,,", "list-copies-none"),
    "too many copies": ("督察支队,100000,,,,,,,,", "list-copies-many"),
    "unknown edition": ("科信支队,1,海报版,,,,,,,", "list-edition"),
    "one edition of two unknown": ("警保处,1,屏幕版、微信版,,,,,,,", "list-edition"),
    "folder above": ("宣传处,1,,../外面,,,,,,", "list-folder-outside"),
    "folder above, Windows": (r"人事处,1,,机关\..\..\外面,,,,,,", "list-folder-outside"),
    "absolute folder": ("纪检组,1,,/etc,,,,,,", "list-folder-absolute"),
    "home folder": ("审计处,1,,~root,,,,,,", "list-folder-absolute"),
    "drive": (r"离退休处,1,,C:\temp,,,,,,", "list-folder-absolute"),
    "network folder": (r"教育处,1,,\\server\share,,,,,,", "list-folder-absolute"),
    "reserved folder": ("训练支队,1,,机关/CON,,,,,,", "list-folder-unsafe"),
    "folder with a colon": ("交警支队,1,,机关:一,,,,,,", "list-folder-unsafe"),
    "folder with a point at its end": ("巡警支队,1,,机关.,,,,,,", "list-folder-unsafe"),
    "deep folder": ("水警支队,1,,a/b/c/d/e/f/g/h/i,,,,,,", "list-folder-long"),
    "long folder": (f"森警支队,1,,{'夹' * 120},,,,,,", "list-folder-long"),
    "no at sign": ("机场分局,1,,,,example.cn,,,,", "list-email"),
    "full-width at sign": ("港航分局,1,,,,a＠example.cn,,,,", "list-email"),
    "full-width address": ("开发区分局,1,,,,ｗｆ@example.cn,,,,", "list-email"),
    "full-width point": ("经开分局,1,,,,a@example。cn,,,,", "list-email"),
    "two points": ("高新分局,1,,,,a..b@example.cn,,,,", "list-email"),
    "no domain": ("北海分局,1,,,,a@localhost,,,,", "list-email"),
    "two addresses": ("滨城分局,1,,,,a@example.cn；b@example.cn,,,,", "list-email-several"),
    "header in an address": ('沾化分局,1,,,,"a@example.cn\r\nBcc: x@example.cn",,,,', "list-break"),
    "header in a contact": ('惠民县局,1,,,"王芳\nBcc: x@example.cn",,,,,', "list-break"),
    "password for the press": ("阳信县局,1,印刷版,,,,correct horse,,,", "list-password-nothing"),
    "password for the archive": ("无棣县局,1,存档版,,,,correct horse 2,,,", "list-password-nothing"),
    "password beyond the format": (f"博兴县局,1,,,,,{'密' * 43},,,", "list-password-long"),
    "made password too short": ("邹平市局,1,,,,,random:4,,,", "list-password-length"),
    "unknown language": ("户政处,1,,,,,,火星文,,", "list-language"),
    "neither yes nor no": ("信访处,1,,,,,,,也许,", "list-switch"),
    "too many cells": ("反恐支队,1,,,,,,,,备注,多出来,的格", "list-cells-more"),
    "words after a quote": ('"情报"中心,1,,,,,,,,', "list-quote-after"),
    "quote never closed": ('"指挥中心,1,,,,,,,,', "list-quote-open"),
    "same file, other case": ("Ab/c处,1,,,,,,,,", "name-clash"),
    "same file, unsafe character": ("aB|C处,1,,,,,,,,", "name-clash"),
    "folder that is a file": ("车管所,1,单位0001-1.pdf,,,,,,,", "list-edition"),
    "file of another for a folder": ("看守所,1,,区县/1/单位0001-1.pdf,,,,,,", "name-clash"),
}  # fmt: skip
"""What is wrong, the row, and the code it must earn. Two of them clash with the row ``aB:C处`` below."""

ROWS = 300


def faulty_list() -> tuple[str, dict[int, str]]:
    """The list, and by line number the code of each row that is bad."""
    text, line = HEADS, 2
    bad: dict[int, str] = {}
    planted = list(FAULTS.values())
    for number in range(ROWS):
        if number >= 20 and number % 5 == 0 and planted:
            row, code = planted.pop(0)
            bad[line] = code
        elif number == 4:
            row = "aB:C处,2,屏幕版,,,,,,,"
        else:
            row = f"单位{number:04},2,屏幕版,区县/{number % 7},联系人{number},u{number}@example.cn,,,否,"
            row += '"第一行\n第二行"'
        text += row + "\n"
        line += row.count("\n") + 1
    assert not planted, "every fault has its place"
    return text, bad
