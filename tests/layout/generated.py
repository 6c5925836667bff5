"""Reports nobody wrote: sizes drawn by hypothesis, the rest told from them by a seeded generator."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from hypothesis import strategies as st

from reportpdf.model.picture import Picture
from reportpdf.model.report import Callout, Photo, Report, Section
from tests.layout.reports import callout, missing, photo, picture, prose, report, section

FIGURES = (
    "5",
    "23项",
    "13.5%、10.2%",
    "第一档",
    "零发生",
    "十佳",
    "1234567.89亿元",
    "3/4",
    "10:30",
    "A级",
    "+5%",
    "第1名",
    "36.5℃",
    "1,234人",
    "零",
    "一",
    "6.6万家",
    "12项、61个、3类",
    "3.5%、10.2%、99.1%、4.4%",
    "2024年度全国公安系统先进集体",
    "全国优秀公安局和全国公安机关执法示范单位以及全省平安建设先进集体荣誉称号获得者",
)
TITLES = (
    "平安",
    "冲在最前险,勇当平安建设主力军",
    "担在最急需\n勇做岁月安澜守护者",
    "守正创新,踔厉奋发,奋力谱写平安建设新篇章",
    "用心用情优化政务服务持续提升人民群众获得感幸福感安全感",
    "以“枫桥经验”为引领,全力推动基层社会治理体系和治理能力现代化建设迈上新台阶",
    "主动融入中心大局:聚焦重点领域、紧盯关键环节、强化要素保障,为全市经济社会高质量发展提供坚强有力的"
    "法治保障和安全稳定环境,不断书写公安工作新篇章",
)
HEADLINES = (
    None,
    "平安滨州",
    "数“说”影“述”滨州公安的“2024”",
    "2024年度滨州市公安局\n服务高质量发展工作报告",
    "滨州市公安局关于深入开展“百日行动”全力防风险保安全护稳定促发展的工作情况报告",
    "牢记嘱托、感恩奋进,以新时代公安工作现代化新成效护航中国式现代化滨州实践:二〇二四年滨州市公安工作"
    "全景回顾与展望暨全市优秀公安集体和个人风采录",
)
SHAPES = ((3, 2), (4, 3), (16, 9), (1, 1), (2, 3), (3, 4), (3, 1), (1, 4), (4, 1), (9, 16))
LENGTHS = (1, 3, 12, 40, 70, 90, 120, 150, 250)
LONGER = (420, 700, 880)


def a_text(rng: Random, *, long: bool) -> str:
    """Running text, now and then of several paragraphs, and of one or two characters."""
    length = rng.choice(LONGER) if long and rng.random() < 0.15 else rng.choice(LENGTHS)
    words = prose(length, rng.randrange(1000))
    if length > 100 and rng.random() < 0.3:
        middle = length // 3
        words = f"{words[:middle]}文。\n{words[middle:].lstrip(',。、;”')}"
    return words


def a_callout(rng: Random, *, long: bool) -> Callout:
    return callout(rng.choice(FIGURES), a_text(rng, long=long))


def a_photo(rng: Random) -> Photo:
    length = rng.choice((0, 2, 25, 25, 60, 190, 420 if rng.random() < 0.2 else 40))
    caption = prose(length, rng.randrange(99)) if length else None
    focus = (round(rng.random(), 2), round(rng.random(), 2)) if rng.random() < 0.5 else None
    return photo(
        caption,
        credit=rng.choice((None, None, "新华社记者摄")),
        focus=focus,
        stand_in=rng.random() < 0.3,
        pin=rng.random() < 0.1,
    )


def a_section(rng: Random, callouts: int, photos: int, *, long: bool) -> Section:
    made = [a_callout(rng, long=long) for _ in range(callouts)]
    if made and rng.random() < 0.2:
        at = rng.randrange(len(made))
        made[at] = replace(made[at], lead=True)
    return section(rng.choice(TITLES), tuple(made), tuple(a_photo(rng) for _ in range(photos)))


@dataclass(frozen=True)
class Recipe:
    """What a report is made from: a failing example reads as one line."""

    seed: int
    sections: int
    long: bool = False
    headline: int = 2
    lede: int = 0
    byline: bool = False
    callouts: int | None = None
    """Of every section; None: each has its own number."""

    photos: int | None = None

    def report(self) -> Report:
        rng = Random(self.seed)
        made = [self._section(rng) for _ in range(self.sections)]
        return report(
            *made,
            title=HEADLINES[self.headline],
            lede=prose(self.lede, 1) if self.lede else None,
            byline=(("本报记者", ("罗军",)), ("通讯员", ("郭飞", "徐瑶"))) if self.byline else (),
        )

    def _section(self, rng: Random) -> Section:
        callouts, photos = rng.choice((0, 1, 2, 3, 4, 5, 6, 8)), rng.choice((0, 0, 0, 1, 2, 3, 4, 5, 7))
        callouts = callouts if self.callouts is None else self.callouts
        photos = photos if self.photos is None else self.photos
        return a_section(rng, callouts if callouts or photos else 1, photos, long=self.long)

    def pictures(self, made: Report) -> tuple[Picture, ...]:
        """A picture for every photo, of any shape, some of them missing."""
        rng = Random(self.seed + 1)
        photos = [photo for section in made.sections for photo in section.photos]
        shapes = [rng.choice(SHAPES) for _ in photos]
        return tuple(
            missing(source) if rng.random() < 0.05 else picture(source, width * 800, height * 800)
            for source, (width, height) in zip(photos, shapes, strict=True)
        )


def recipes(
    *, sections: int = 13, callouts: int | None = None, photos: int | None = None
) -> st.SearchStrategy[Recipe]:
    """Reports of up to so many sections: one more than the overview takes."""
    return st.builds(
        Recipe,
        seed=st.integers(0, 2**16),
        sections=st.integers(1, sections),
        long=st.booleans(),
        headline=st.integers(0, len(HEADLINES) - 1),
        lede=st.sampled_from((0, 60, 170, 420)),
        byline=st.booleans(),
        callouts=st.just(callouts),
        photos=st.just(photos),
    )
