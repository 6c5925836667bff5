"""One cell of the overview: bar, title, lead figure, label, further figures, page reference.

In: a section's plan, where its cell stands and how wide it is. Out: items, all furniture. What does not
fit a cell is left to the section itself, where it stands in full.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.layout.display import ARTIFACT, Item
from reportpdf.layout.labels import callout_label
from reportpdf.layout.lines import Inks, put_block, rule, set_words
from reportpdf.layout.setting import SectionPlan, Setting
from reportpdf.layout.titles import Title, set_title_within
from reportpdf.model.report import Text
from reportpdf.text.block import Block

LABEL_LINES = 2

TITLE_GAP_U = 0.45
CLEAR_U = 0.6
"""White between bar and title, and at the least between the title and a small cell's figure, steps."""

LARGE_TITLE_U = 3.7
LARGE_LABEL_U = 1.9
LARGE_LIST_U = 3.65
LARGE_FOOT_U = 1.2
"""A large cell's parts, steps: bar and title; label with the white around it; from the foot up to the list's
rule; from the foot up to the page reference, with the white over it."""

LEAST_TITLE = 7.5
"""The smallest type of a title in a cell, points."""

LIST_GAP = 0.9
"""Between the further figures of a cell, of their height."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CellForm:
    """``large``: the overview is the page's picture. ``with_list``: further figures are shown."""

    large: bool
    height_u: float
    with_list: bool


def draw_cell(
    setting: Setting,
    form: CellForm,
    plan: SectionPlan,
    plans: tuple[SectionPlan, ...],
    page: int,
    x: float,
    top: float,
    width: float,
) -> list[Item]:
    """The cell of one section with its bar's top at ``top``."""
    look, u, inks = setting.look.overview, setting.u, setting.inks.within(plan.ink)
    items: list[Item] = [rule(x, top, width, look.bar, plan.ink)]
    title = _cell_title(setting, form, plan, width)
    y = top + look.bar + TITLE_GAP_U * u + title.size * 0.88
    for line in title.lines:
        items += line.put(x, y, inks["text"], ARTIFACT)
        y += title.pitch
    if plan.callouts:
        height = _figure_height(setting, form, plans, width)
        baseline = top + _baseline_u(setting, form, height / u) * u
        figure = setting.figures.fit(plan.callouts[0].figure, height, width)
        items += figure.put(x, baseline, inks, ARTIFACT)
        label = baseline + (look.label_u - look.figure_baseline_u) * u
        items += _label(setting, form, plan, x, label, width)
    foot = top + form.height_u * u
    if form.with_list:
        offset = (LARGE_LIST_U if form.large else look.height_u - look.rule_u) * u
        items += _list(setting, form, plan, x, foot - offset, width, inks)
    items.append(_reference(setting, page, x, foot - (look.height_u - look.reference_u) * u))
    return items


def _cell_title(setting: Setting, form: CellForm, plan: SectionPlan, width: float) -> Title:
    """The title in the height of two lines; it stands in full at the head of its section."""
    style = setting.styles.overview_title_large if form.large else setting.styles.overview_title
    return set_title_within(setting.setter, plan.section.title, style, LEAST_TITLE, width, 2 * style.pitch)


def _figure_height(setting: Setting, form: CellForm, plans: tuple[SectionPlan, ...], width: float) -> float:
    """One height for all cells: the greatest at which every lead figure of one or two parts fits.

    A longer compound is made smaller by itself.
    """
    look, u = setting.look.overview, setting.u
    most = min(look.large_figure_u, _zone_u(form)) if form.large else look.figure_max_u
    height = most * u
    if not form.large:  # clear of a title of two lines
        title = setting.styles.overview_title
        room = look.figure_baseline_u * u - (look.bar + TITLE_GAP_U * u + title.size + title.pitch)
        height = min(height, (room / u - CLEAR_U) // 0.25 * 0.25 * u)
    leads = [plan.callouts[0].figure for plan in plans if plan.callouts]
    short = [figure for figure in leads if figure.value.count("、") < 2]
    while height > 1.6 * u and any(setting.figures.at(figure, height).width > width for figure in short):
        height -= u / 4
    return height


def _zone_u(form: CellForm) -> float:
    """What title, label and foot leave a large cell's figure, steps."""
    foot = LARGE_LIST_U if form.with_list else LARGE_FOOT_U
    return form.height_u - foot - LARGE_TITLE_U - LARGE_LABEL_U


def _baseline_u(setting: Setting, form: CellForm, height_u: float) -> float:
    """From a cell's top to its figure's baseline, steps; in a large cell the white is shared out."""
    if not form.large:
        return setting.look.overview.figure_baseline_u
    return LARGE_TITLE_U + height_u + (_zone_u(form) - height_u) / 2


def _label(
    setting: Setting, form: CellForm, plan: SectionPlan, x: float, top: float, width: float
) -> list[Item]:
    """The callout's own words about its figure, in two lines at the most."""
    style = setting.styles.overview_label_large if form.large else setting.styles.overview_label
    callout = plan.callouts[0]
    words = callout_label(setting.setter, callout)
    if not words:
        return []
    block: Block = setting.setter.block(Text(words, callout.text.place), style, width, indent=False)
    if block.count > LABEL_LINES:
        return []
    return put_block(block, x, top, setting.inks["text"], ARTIFACT, justified=False)


def _list(
    setting: Setting, form: CellForm, plan: SectionPlan, x: float, y: float, width: float, inks: Inks
) -> list[Item]:
    """A hairline and the section's other figures on one line, as many as fit."""
    look = setting.look.overview
    height = look.list_height_large if form.large else look.list_height
    baseline = y + (look.list_u - look.rule_u) * setting.u + (height - look.list_height)
    items: list[Item] = []
    plain = Inks(inks.named, inks["text"])
    left = x
    for callout in plan.callouts[1:]:
        figure = setting.small_figures.at(callout.figure, height)
        if left + figure.width > x + width:
            break
        items += figure.put(left, baseline, plain, ARTIFACT)
        left += figure.width + LIST_GAP * height
    if items:
        items.insert(0, rule(x, y, width, setting.look.callouts.hairline / 2, inks["text"]))
    return items


def _reference(setting: Setting, page: int, x: float, y: float) -> Item:
    """见第N版, N being the page the section begins on."""
    style = setting.styles.page_reference
    return set_words(setting.setter, f"见第{page}版", style).put(x, y, setting.inks["soft"], ARTIFACT)
