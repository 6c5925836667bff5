"""的, 地 and 得 where one of them is certain, and words that do not go together.

Comes in: the copy. Goes out: a problem with what to write. The three are only told apart by grammar, so each row
needs words on both sides: 取的显著成效 is wrong whatever the sentence; 积极的推进 may be right, and is left alone.
Source: 现代汉语词典 (7) for the particles; 第一批异形词整理表 has none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportpdf.check.copy.words import Copy, note
from reportpdf.check.finding import Noted

_GAINS = "了|明显|显著|较好|良好|圆满|积极|丰硕|新成效|新成绩|新突破|成效|成绩|突破|胜利|进展|实效|重大|阶段性|决定性|全面"
_WORK = "开展|推进|实施|落实|提升|加强|做好|确保|完成|建设|整治|侦办|巡逻|走访|宣传|服务|执行|调查|工作|处置|抓捕|办理"
_OURS = "合法权益|切身利益|根本利益|生命财产|安全感|获得感|幸福感|满意度|利益|需求|期盼|诉求|生活|权益"
_ADVERBS = "紧紧|牢牢|深深|稳稳|狠狠|死死|悄悄|渐渐|慢慢|轻轻|静静|匆匆|久久|默默|远远|大大|明显|显著|有效|有力|切实|扎实|深入|全面|认真|及时|妥善|迅速|坚决|圆满|严厉|依法|准确"
_VERBS = "围绕|抓住|抓牢|把握|守住|守护住|握住|依靠|打动|感动|吸引|记住|扎根|走向|走进|来到|告诉|说道|看着|控制住|锁定了|提高了|增强了|提升了|促进了|推动了|维护了|保障了|遏制了|打击了|化解了|解决了|处置了|完成了|开展了|推进了|落实了|查处了|震慑了|缩短了|减少了|降低了"

PARTICLES: tuple[tuple[str, str], ...] = (
    # what stands there with the wrong particle in brackets; the right one
    (rf"(?<![自])取(?P<it>的|地)(?={_GAINS})", "得"),
    (r"(?<![自])获(?P<it>的|地)(?=了|好评|一致|全市|全省|全国|圆满|省级|市级|国家级|第[一二三]|表彰|通报表扬)", "得"),
    (r"(?<!输)赢(?P<it>的|地)(?=了|好评|赞誉|群众|尊重|胜利|掌声|一致|广泛|社会)", "得"),
    (r"(?<![价产均峰总阈数市净估增])值(?P<it>的|地)(?=一提|注意|肯定|推广|学习|信赖|关注|借鉴|称赞|点赞)", "得"),
    (r"(?<![改转突])变(?P<it>的|地)(?=更加|越来越|更|十分|非常)", "得"),
    (r"显(?P<it>的|地)(?=尤为|格外|十分|更加|特别)(?<!明显.)", "得"),
    (r"忙(?P<it>的|地)(?=不可开交|团团转|脚不沾地)|打(?P<it2>的|地)(?=火热|不可开交)", "得"),
    (r"(?:不|舍不|了不|怪不|由不|免不|少不|来不)(?P<it>的)(?=不(?:[\u4e00-\u9fff])|了(?=[，。]))", "得"),
    (rf"(?:{_WORK})(?P<it>地|得)(?=基础上|过程中|情况下|前提下|同时[，,])", "的"),
    (rf"(?:群众|人民|居民|企业|百姓|村民)(?P<it>地)(?={_OURS}|支持|好评|一致好评|安全|问题|困难)", "的"),
    (r"(?:群众|人民|居民|百姓|村民)(?P<it>得)(?=合法权益|切身利益|根本利益|生命财产|安全感|获得感|幸福感|满意度)", "的"),
    (r"(?:我们|他们|民警|公安机关|公安局|派出所)(?P<it>地)(?=职责|工作|使命|责任|领导|努力|支持|服务|任务)", "的"),
    (rf"(?:{_ADVERBS})(?P<it>的|得)(?={_VERBS})", "地"),
    (r"(?:高兴|激动|自豪|感慨|欣慰|动情|坚定|严肃|深情)(?P<it>的|得)(?=说[：，:,]|表示[：，:,]|说道|告诉)", "地"),
    (r"(?:重要|重大|显著|主要|新|良好|坚实|根本|全面|具体|优异|巨大)(?P<it>地)(?=作用|意义|成效|成绩|任务|贡献|基础|保障|进展|突破|措施|要求|案件)", "的"),
    (r"(?:迅速|快速|飞快|飞速|火速|及时|奋力|果断|毅然|匆忙)(?P<it>的|得)(?=跑向|冲向|赶到|赶往|赶赴|扑向|跳入|冲进|制服|救出|送到|送往)", "地"),
    (r"(?:认真|切实|迅速|及时|严厉|坚决|扎实|深入)(?P<it>的|得)(?=(?:落实|开展|处置|打击|履行|推进|查处|执行)[各每全这那本该上])", "地"),
    (r"(?:高兴|激动|感动|兴奋|开心|累|忙|热|冷|急|气|笑|哭|吓)(?P<it>的)(?=合不拢嘴|说不出话|满头大汗|流下|热泪盈眶|泣不成声|不得了|喘不过气|睡不着)", "得"),
    (r"[跑打干做学走说讲写看听睡吃过](?P<it>的)(?=(?:很|非常|十分|特别|更加?|真)(?:快|好|激烈|漂亮|认真|清楚|明白|慢|早|晚|开心|扎实|细致|到位))", "得"),
    (r"(?:民警|警察|公安)(?P<it>得)(?=(?:好|优良|良好|过硬)(?:作风|形象|品质|素质))", "的"),
)  # fmt: skip
_PARTICLES = tuple((re.compile(found), right) for found, right in PARTICLES)

PHRASES: tuple[tuple[str, str, str], ...] = (
    # what stands there, what to write, where that is from
    (r"截止到?(?=[0-9]{1,4}年|[0-9]{1,2}月|[0-9]{1,2}日)(?<![名集稿报销]截止)", "截至", "现代汉语词典 (7)"),
    (r"既使(?=[^。；]{1,24}也)(?![^。；]{1,30}又)", "即使", "咬文嚼字 (2005)"),
    (r"(?:群众|居民|企业|百姓|村民)(?P<it>反应)(?=的?(?:问题|情况|意见|诉求|强烈的?问题|的困难))", "反映", "现代汉语词典 (7)"),
    (r"反应(?=了(?:群众|问题|情况|民意)|情况属实)", "反映", "现代汉语词典 (7)"),
    (r"(?<![第十百千0-9一二三])二(?=[个名辆](?![一-十]))", "两", "现代汉语八百词"),
    (r"(?:防止|避免|杜绝|切忌|以防|谨防)(?:再次|再度|今后)?(?:类似)?[^，。；]{0,8}(?:不再|不要|不会)(?:再次)?(?:发生|出现)", "防止……发生", "choice"),
    (r"(?:下降|减少|降低|缩短|缩小|回落|压减)了?(?:[0-9.]+|[一二两三四五六七八九十]+)倍", "……%", "choice"),
    (r"(?<![现印对气表景抽万迹形意具假天星物想征险乱百大小一头只群巨白石好就])象(?=[^，。；]{1,8}(?:一样|一般|似的|那样|这样))", "像", "简化字总表 (1986)"),
    (r"渡过(?=了?(?:一个|这个|愉快|欢乐|祥和|平安|国庆|中秋|难忘|周末|晚年|美好))", "度过", "现代汉语词典 (7)"),
    (r"必需(?=坚守|做到|严格|按照|坚持|加强|遵守|执行|服从|立即|认真)", "必须", "现代汉语词典 (7)"),
    (r"经(?:进一步|缜密|依法)?(?P<it>侦察)(?=[，,])|(?P<it2>侦察)(?=终结|阶段|羁押)", "侦查", "刑事诉讼法 art. 108"),
    (r"目的是为了", "目的是", "choice"),
    (r"原因是(?:因为|由于)", "原因是", "choice"),
)  # fmt: skip
_PHRASES = tuple((re.compile(found), right, source) for found, right, source in PHRASES)


def particles(copy: Copy) -> Iterator[Noted]:
    """One particle where another is certain."""
    for passage in copy.passages:
        for pattern, right in _PARTICLES:
            for match in pattern.finditer(passage.words):
                it = next(name for name, value in match.groupdict().items() if value)
                start, end = match.start(it), match.end(it)
                around = passage.words[max(0, match.start()) : end + 2]
                yield note("copy-particle", passage.text, start, end, right=right, around=around)


def phrases(copy: Copy) -> Iterator[Noted]:
    """Words that are taken for others where the words about them decide it."""
    for passage in copy.passages:
        for pattern, right, source in _PHRASES:
            for match in pattern.finditer(passage.words):
                name = next((name for name, value in match.groupdict().items() if value), 0)
                start, end = match.start(name), match.end(name)
                yield note("copy-phrase", passage.text, start, end, right=right, source=source)
