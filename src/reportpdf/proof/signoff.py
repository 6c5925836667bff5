"""付印签样: the sheet that is signed before a report goes to press, one A4 page.

Comes in: :class:`~reportpdf.proof.signoff_facts.SignOff`. Goes out: a form. What is known is printed, what
is not is left blank to be filled in by hand; signatures already recorded stand in their boxes. Its words are
those of the trade and always Chinese [P].
"""

from __future__ import annotations

from collections.abc import Sequence

from reportpdf.layout.form.records import (
    Align,
    Block,
    Cell,
    Column,
    Field,
    Fields,
    Form,
    Run,
    Table,
    Ticks,
    plain,
)
from reportpdf.layout.form.styles import VALUE
from reportpdf.proof.signoff_facts import Decision, PrintSpec, Signature, SignOff


def sign_off_form(known: SignOff) -> Form:
    """The sheet."""
    blocks: tuple[Block, ...] = (
        Fields(_about(known), columns=2, least_height=_FIELD),
        Ticks("审定意见", tuple((one.value, one is known.decision) for one in Decision)),
        *_remarks(known),
        _signatures(known),
    )
    foot = f"{known.file.name}　{known.round}　SHA-256 {known.file.sha256[:16]}"
    return Form("付印签样", _subtitle(known), blocks, foot)


_FIELD = 21.0
_NOTE = 44.0
_SIGNED = (38.0, 20.0)
"""Heights of rows, points: of a field, of the remark; of a signature where few sign and where many do."""

_SIGNING_ROOM = 290.0
"""What the signatures may take of the page where no field needs a second line."""

_LINE = 42
"""Characters that a line of a field over the whole width holds."""

_FORMATS = {"a4": "A4", "tabloid": "四开", "broadsheet": "对开"}
"""What printers call the formats that come with reportpdf."""

_BLANK_DATE = "年　　月　　日"
_BLANK_DECISION = "　".join(f"□{one.value}" for one in Decision)


def _remarks(known: SignOff) -> tuple[Fields, ...]:
    """The remarks, a row for each, so that many of them go on over the page; and what was signed."""
    remarks = [plain(words) for words in (known.note, *known.remarks) if words] or [()]
    rows = [Fields((Field("附言", words),), columns=1, least_height=_FIELD) for words in remarks[1:]]
    if known.manifest:
        signed = Field("本轮清单", plain(f"SHA-256 {known.manifest}"))
        rows.append(Fields((signed,), columns=1, least_height=_FIELD))
    return (Fields((Field("附言", remarks[0]),), columns=1, least_height=_NOTE), *rows)


def _subtitle(known: SignOff) -> str:
    by = f"　出样：{known.by}" if known.by else ""
    return f"{known.round}　{known.file.made_at}{by}"


def _about(known: SignOff) -> tuple[Field, ...]:
    """The fields of the file and the product, those that go together beside each other."""
    spec, file = known.spec, known.file
    return (
        Field("书名", plain(known.title), 2),
        Field("文件名", plain(file.name), 2),
        Field("SHA-256", plain(file.sha256), 2),
        Field("生成时间", plain(file.made_at)),
        Field("校次", plain(known.round)),
        Field("版次／印次", plain(spec.edition)),
        Field("页数与页码", plain(_pages(known))),
        Field("开本与成品尺寸", plain(_size(spec))),
        Field("出血", plain("" if spec.bleed_mm is None else f"{spec.bleed_mm:g} mm")),
        Field("印色", plain("＋".join(spec.inks))),
        Field("输出条件与 TAC", plain(_condition(spec))),
        Field("封面用纸", plain(spec.cover_paper)),
        Field("内文用纸", plain(spec.text_paper)),
        Field("加网线数", plain(spec.screen)),
        Field("装订方式", plain(spec.binding)),
        Field("印数", plain(spec.copies)),
        Field("样张种类", plain(spec.sample)),
        Field("未结校红", _count(known.open_marks, "处")),
        Field("检查结果", _checked(known)),
    )


def _pages(known: SignOff) -> str:
    last = known.first_page + known.pages - 1
    return (
        f"{known.pages} 页（第 {known.first_page}～{last} 页）"
        if known.pages > 1
        else f"1 页（第 {last} 页）"
    )


def _size(spec: PrintSpec) -> str:
    name = _FORMATS.get(spec.format, spec.format)
    if spec.trim_mm is None:
        return name
    width, height = (f"{side:.1f}".removesuffix(".0") for side in spec.trim_mm)
    return f"{name}　{width} × {height} mm".strip("　")


def _condition(spec: PrintSpec) -> str:
    tac = "" if spec.tac is None else f"TAC {spec.tac * 100:.0f}%"
    return "　".join(filter(None, (spec.condition, tac)))


def _count(count: int | None, unit: str) -> Cell:
    """A count; what is left open is set heavier, for nobody should sign it unseen."""
    if count is None:
        return ()
    return (Run(f"{count} {unit}", bold=True),) if count else plain("无")


def _checked(known: SignOff) -> Cell:
    if known.errors is None:
        return ()
    warnings, notes = known.warnings or 0, known.notes or 0
    if not known.errors and not warnings and not notes:
        return plain("未发现问题")
    further = f"，警告 {warnings} 处，提示 {notes} 处"
    return (Run(f"错误 {known.errors} 处", bold=known.errors > 0), Run(further))


def _signatures(known: SignOff) -> Table:
    """A row for each role, and one for each further signature; the rows are as high as the page allows."""
    rows = tuple(_row(role, signed) for role, signed in _signers(known.roles, known.signatures))
    high, low = _SIGNED
    long = sum(len(words) // _LINE for words in (known.title, known.file.name, known.note, *known.remarks))
    more = long * VALUE.pitch + (len(known.remarks) + bool(known.manifest)) * _FIELD
    least = min(high, max(low, (_SIGNING_ROOM - more) / max(1, len(rows))))
    columns = (
        Column("职责", 1.6, Align.CENTRE),
        Column("意见", 3.9, Align.CENTRE),
        Column("签字", 3.2, Align.CENTRE),
        Column("日期", 2.2, Align.CENTRE),
    )
    return Table(columns, rows, least)


def _row(role: str, signed: Signature | None) -> tuple[Cell, ...]:
    if signed is None:
        return (plain(role), plain(_BLANK_DECISION), (), plain(_BLANK_DATE))
    decision = f"√ {signed.decision.value}" if signed.decision else ""
    return (plain(role), plain(decision), (Run(signed.name, bold=True),), plain(signed.at))


def _signers(roles: Sequence[str], signatures: Sequence[Signature]) -> list[tuple[str, Signature | None]]:
    """Every role with its signatures in order, then those of roles that the sheet does not name."""
    order = dict.fromkeys((*roles, *(one.role for one in signatures)))
    found: list[tuple[str, Signature | None]] = []
    for role in order:
        own = [one for one in signatures if one.role == role]
        found += [(role, one) for one in own] if own else [(role, None)]
    return found
