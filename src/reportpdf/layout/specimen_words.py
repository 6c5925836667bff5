"""What stands on a type specimen: our own sentences, with the rules of composition at work. Data only."""

from __future__ import annotations

HEADLINE = "横竖撇捺有来处\n疏密进退见分寸"
BYLINE = (("主笔", ("沈墨",)), ("版式", ("方知白", "林疏")), ("责任校对", ("欧阳如行",)))
LEDE = (
    "这是一套排报告的字。标题要立得住，正文要读得久，图说要看得清，数字要记得牢。"
    "两页纸上，把它的角色、尺寸、颜色和规矩一一摆开：选字的人好比较，排字的人好校对。"
)
BODY = (
    "清早，校样室的灯先亮。老周把大样摊开，用红笔圈住一处：“这里多了半个字的空。”年轻人不解：电脑排的，也会错？"
    "他笑笑——版面是给人读的，差0.25个字，眼睛先知道。1987年进厂时，他一小时能拣1,200枚铅字；如今校PDF，"
    "一行的误差不过±0.01字。规矩没有变：《标点符号用法》里的每一条，都要落到纸上……"
)
MEASURES = (22, 14, 10)
"""Columns the text is set in, em: a wide one, a usual one, a narrow one."""

RULES = (
    ("标点挤压", "他说：“《字谱》（初稿）、《行谱》都要校。”"),
    ("破折省略", "铅与火渐渐远了——字的分寸还在……"),
    ("间隔连接", "阿·托尔斯泰，1～3号，2019—2024年"),
    ("中西混排", "用OpenType字体排版，GB 18030全收"),
    ("数与单位", "3.5%、36.5℃、±5‰、1,234,567件"),
    ("成对标点", "“外面双引，‘里面单引’，层层相套。”"),
    ("问叹叠用", "真的？！谁说的？？好！！！"),
)
"""A rule's name and a line in which it can be seen."""

FIGURE_WORDS = "第一档"
FIGURE_LABELS = ("正文的字号", "一页的基线", "汉字与西文之间", "数字之外，词也能这样排")

SECTION = "规矩落在纸上,\n分寸留给眼睛"
LEAD = (
    "版心横分{columns}栏，竖分{lines}格，一格{step}点。标题、数字、照片和图说，高矮都合整格；"
    "左右两栏的正文，一行对着一行。栏再窄，也不让逗号站到行首，不把“1.08亿元”拆成两截。"
)
VERTICAL_HEAD = "落墨须稳,\n留白要准"
VERTICAL = (
    "竖排从右边起，一行行往左走。两三位的数字横着站，如12月25日、出版100期；再长的就转过来，如2024、PDF。"
    "引号换成“直角”的，句号靠右上。行首不见标点，行末不留开括号（竖排也是一样）。"
)
CAPTION = "远山与江面，留作照片的位置。图说从一个小三角起头，行末不求齐。\u3000示意图"

LABELS = {
    "measures": "一段文字，三种栏宽：{ems}字",
    "rules": "规矩",
    "figures": "数字",
    "palettes": "颜色",
    "roles": "角色",
    "vertical": "竖排",
}
"""Small headings of the specimen's parts."""

SAMPLE = "永字八法，点横竖钩2024"
"""Set in every role, as much of it as the line holds."""

SAMPLES = {
    "figure_digits": "0123456789",
    "figure_unit": "项个件次分钟元％",
    "figure_sign": "%‰℃+−±",
    "figure_words": "零发生、第一档、全覆盖",
    "folio": "1 2 3 4 5 6 7 8 9 10",
    "page_reference": "见第2版、见第12版",
    "contents_page": "2 3 5 8 13",
}
"""Roles that are made for something else; those of numerals show the theme's own."""

NUMERALS = ("numeral", "number", "contents_number")

BY_HEIGHT = "随数字的高度"
"""Instead of a size: the role is sized by the figure it stands in."""

PALETTES = {
    "vermilion": "朱红", "indigo": "靛蓝", "pine": "松绿", "bronze": "古铜", "plum": "梅紫", "teal": "青蓝",
}  # fmt: skip
"""The keys of palettes in Chinese; one that is not here is shown as its theme writes it."""

ROLES = {
    "headline": "大标题", "title": "大标题", "title_alone": "大标题（无照片）", "lede": "导语",
    "byline_role": "署名职务", "byline_name": "署名", "section_title": "章题",
    "section_title_wide": "横排章题",
    "numeral": "章序", "number": "章序", "figure_digits": "数字", "figure_words": "数字中的词",
    "figure_unit": "数字单位", "figure_sign": "数字符号", "lead_text": "首条说明",
    "lead_text_narrow": "首条说明（窄）", "body": "正文", "caption": "图说", "caption_beside": "旁侧图说",
    "credit": "图片来源", "overview_title": "导读标题", "overview_title_large": "导读标题（大）",
    "overview_label": "导读说明", "overview_label_large": "导读说明（大）", "page_reference": "见版",
    "running_foot": "页脚", "running_title": "书眉", "folio": "页码", "continued": "接排",
    "frame_note": "留图",
    "quote": "引语", "quote_wide": "横排引语", "contents_number": "目录序号", "contents_title": "目录标题",
    "contents_page": "目录页码", "contents_label": "目录说明",
}  # fmt: skip
"""Chinese names of the roles of all looks; a role that is not here shows its key."""
