"""The fields that themes and formats have in common: what each means, and its bounds.

In: nothing. Out: ``THEME_FACTS``, (record, field) to the values of a
:class:`~reportpdf.source.facts.Fact`. The numbers of a look are not here: they say of themselves, in
their fields' metadata, what they need to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportpdf.source import limits

_EM = {"min": 0, "max": 2}

THEME_FACTS: Mapping[tuple[str, str], Mapping[str, Any]] = {
    ("Theme", "name"): {
        "doc": "The theme's name; the file's if left out",
        "doc_zh": "样式名称；不写则用文件名",
        "length": limits.MAX_WORD,
        "required": False,
    },
    ("Theme", "title"): {
        "doc": "What lists call the theme",
        "doc_zh": "列表中的叫法",
        "length": limits.MAX_WORD,
    },
    ("Theme", "inks"): {
        "doc": "Colours by name: C, M, Y, K in percent",
        "doc_zh": "颜色：名称和 C、M、Y、K 百分比",
        "least": 1,
        "most": limits.MAX_LIST,
    },
    ("Theme", "palettes"): {
        "doc": "The sections' colours, taken in this order",
        "doc_zh": "各章颜色，依次取用",
        "least": 1,
        "most": limits.MAX_LIST,
    },
    ("Theme", "numerals"): {
        "doc": "The sections' numerals in order",
        "doc_zh": "各章序号，依次取用",
        "least": 1,
        "most": limits.MAX_LIST,
        "length": limits.MAX_WORD,
    },
    ("Theme", "look"): {"doc": "Type and measures of newspaper pages", "doc_zh": "报纸页的字体和尺寸"},
    ("Theme", "gallery"): {"doc": "Type and measures of gallery pages", "doc_zh": "画廊页的字体和尺寸"},
    ("Theme", "sheet"): {"doc": "Type and measures of a newspaper sheet", "doc_zh": "整版的字体和尺寸"},
    ("Theme", "composition"): {"doc": "How Chinese is composed", "doc_zh": "中文排版规则"},
    ("Theme", "fitting"): {
        "doc": "How far copy-fitting (--pages) may go, in the order it goes",
        "doc_zh": "按指定页数排版（--pages）时各项可调的范围，依次取用",
    },
    ("Theme", "fonts"): {
        "doc": "Faces of your own, beside the theme's file",
        "doc_zh": "自备字体，放在样式文件旁",
        "most": limits.MAX_LIST,
    },
    ("FontFile", "file"): {
        "doc": "The font's path from the theme's folder",
        "doc_zh": "字体路径，从样式所在文件夹算起",
        "length": limits.MAX_PATH,
    },
    ("FontFile", "face"): {
        "doc": "Which face of a collection (.ttc), from 0",
        "doc_zh": "字体集（.ttc）中的第几个，从 0 算起",
        "min": 0,
        "max": 255,
    },
    ("TextStyle", "fonts"): {
        "doc": "Faces, tried in this order for each character",
        "doc_zh": "字体，逐字依次试用",
        "least": 1,
        "most": 20,
        "length": 100,
        "example": "fonts: [NotoSerifSC-Regular]",
    },
    ("TextStyle", "size"): {"doc": "Size in points", "doc_zh": "字号，点", "above": 0, "max": 1_000},
    ("TextStyle", "pitch"): {
        "doc": "Baseline to baseline, in points",
        "doc_zh": "行距（基线到基线），点",
        "above": 0,
        "max": 2_000,
    },
    ("TextStyle", "ink"): {
        "doc": "A name under inks, or section for the section's own colour",
        "doc_zh": "inks 下的名称；section 表示本章颜色",
        "refers": "inks",
        "besides": ("section",),
    },
    ("TextStyle", "tracking"): {
        "doc": "Added between characters, in em",
        "doc_zh": "字间加空，以字宽为 1",
        "min": -0.5,
        "max": 2,
    },
    ("TextStyle", "latin"): {
        "doc": "The face of Western words and numbers, if not the first of fonts",
        "doc_zh": "西文和数字的字体；不写则用 fonts 的第一种",
        "length": 100,
    },
    ("TextStyle", "latin_scale"): {
        "doc": "Size of that face, of the role's",
        "doc_zh": "西文字体的缩放，以字号为 1",
        "min": 0.5,
        "max": 2,
    },
    ("TextStyle", "latin_shift"): {
        "doc": "How far that face is raised, in em",
        "doc_zh": "西文字体的升高，字宽为 1",
        "min": -1,
        "max": 1,
    },
    ("TextStyle", "strong"): {
        "doc": "The face of strong text (**…**); else the one under faces",
        "doc_zh": "加重（**…**）用的字体；不写则用 faces 中的",
        "length": 100,
    },
    ("Composition", "inline"): {"doc": "How marks in running text look", "doc_zh": "行内标记的样子"},
    ("Theme", "faces"): {
        "doc": "What goes with a face, wherever it is the first of a role's fonts",
        "doc_zh": "一种字体排在角色 fonts 第一位时，与它相配的字体",
        "most": limits.MAX_LIST,
    },
    ("Composition", "normalise"): {
        "doc": "Half-width marks in Chinese become full-width",
        "doc_zh": "中文里的半角标点改成全角",
    },
    ("Composition", "kinsoku"): {
        "doc": "Which marks may not begin or end a line",
        "doc_zh": "标点避头尾的规则",
    },
    ("Composition", "marks"): {"doc": "How full-width marks are spaced", "doc_zh": "标点的宽度风格"},
    ("Composition", "autospace"): {
        "doc": "Han to Western, in em",
        "doc_zh": "汉字与西文之间，字宽为 1",
        **_EM,
    },
    ("Composition", "autospace_narrow"): {
        "doc": "The same in narrow measures, in em",
        "doc_zh": "窄栏中汉字与西文之间，字宽为 1",
        **_EM,
    },
    ("Composition", "narrow"): {
        "doc": "Measures under this many em are narrow",
        "doc_zh": "窄于此字数为窄栏",
        "min": 0,
    },
    ("Composition", "autospace_signs"): {
        "doc": "Han-Western space after ％ ℃ and before ￥ as well",
        "doc_zh": "％、℃ 之后和 ￥ 之前也留中西文间距",
    },
    ("Composition", "lone_mark_floor"): {
        "doc": "The least width of a lone mark inside a line, in em",
        "doc_zh": "行中单个标点的最小宽度，字宽为 1",
        "min": 0.5,
        "max": 1,
    },
    ("Composition", "bracket_floor"): {
        "doc": "The same for quotation marks and brackets, in em",
        "doc_zh": "行中引号、括号的最小宽度，字宽为 1",
        "min": 0.5,
        "max": 1,
    },
    ("Composition", "squeeze"): {
        "doc": "Lines are squeezed in all places at once, or in the order of the requirements",
        "doc_zh": "挤压：smooth 各处同时让出，in-order 依次让出",
    },
    ("Composition", "even_marks"): {
        "doc": "Squeezed in order, lone marks of a line differ by no more, in em",
        "doc_zh": "依次挤压时同行单个标点宽度之差的上限，字宽为 1",
        "min": 0,
        "max": 0.5,
    },
    ("Composition", "tighten"): {
        "doc": "How far all gaps may close as a last resort, in em",
        "doc_zh": "实在挤不下时字间可收紧多少，字宽为 1",
        "min": 0,
        "max": 0.03,
    },
    ("Composition", "tracking_rescue"): {
        "doc": "Lines that would gape are opened inside words and numbers too",
        "doc_zh": "字间过松的行，西文和数字内部也略微拉开",
    },
    ("Composition", "phrases"): {
        "doc": "Lines break between Chinese words where that costs nothing; slower",
        "doc_zh": "尽量不在词中断行；较慢",
    },
    ("Composition", "indent"): {
        "doc": "First-line indent of further paragraphs, in em",
        "doc_zh": "后续段落首行缩进，字宽为 1",
        "min": 0,
        "max": 10,
    },
    ("Composition", "trim_first_opening"): {
        "doc": "An opening mark that begins a paragraph loses its left white",
        "doc_zh": "段首的开引号、开括号去掉左侧空白",
    },
    ("Composition", "justify"): {
        "doc": "Both edges of running text are flush; false: ragged",
        "doc_zh": "正文两端对齐；false 为左齐右不齐",
    },
    ("Composition", "cells"): {
        "doc": "A strict grid as on manuscript paper: everything takes whole ems",
        "doc_zh": "稿纸式：一字一格，标点占格，西文补足整格",
    },
    ("Composition", "hang"): {
        "doc": "A pause or stop that does not fit hangs outside the measure",
        "doc_zh": "行末排不下的顿号、逗号、句号悬挂在版心外",
    },
    ("Composition", "hyphenate"): {
        "doc": "Western words may be broken at their syllables",
        "doc_zh": "西文单词可按音节断开",
    },
    ("Composition", "language"): {
        "doc": "Whose marks are followed: mainland, Taiwan and Hong Kong, or Japan",
        "doc_zh": "标点按哪里的规矩：大陆、港台或日本",
    },
    ("Composition", "lines"): {
        "doc": "Lines broken for the whole paragraph, or one by one as drafts are",
        "doc_zh": "断行：total-fit 整段权衡，first-fit 逐行（草样）",
    },
    ("Composition", "tcy"): {
        "doc": "Two or three digits stand side by side in vertical lines",
        "doc_zh": "竖排时两三位数字横置（纵中横）",
    },
    ("Composition", "vertical_quotes"): {
        "doc": "Vertical lines draw quotes as corner brackets",
        "doc_zh": "竖排时双引号、单引号改用﹃﹄﹁﹂",
    },
    ("Composition", "heads"): {"doc": "How heads are broken and spaced", "doc_zh": "标题怎样转行、加空"},
    ("SheetLook", "palettes"): {
        "doc": "Colours for newsprint, before the theme's of the same name",
        "doc_zh": "新闻纸用色，同名者先于样式的颜色",
        "most": limits.MAX_LIST,
    },
    ("SheetLook", "numerals"): {
        "doc": "The sections' numerals on a sheet; none: the theme's",
        "doc_zh": "整版的各章序号；不写则用样式的",
        "most": limits.MAX_LIST,
        "length": limits.MAX_WORD,
    },
}
