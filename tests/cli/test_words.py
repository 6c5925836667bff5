"""Every sentence is there in Chinese too, with the same fields, and compiled."""

from __future__ import annotations

import re
import string
from gettext import GNUTranslations

from reportpdf.wording import Wording
from tests.cli.words import CATALOGUE, Template, existing, templates

HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]")


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _pairs() -> list[tuple[str, str]]:
    catalogue = existing()
    pairs = []
    for template in templates():
        key = template if isinstance(template, str) else template[0]
        message = catalogue.get(key)
        chinese = message.string if message else ""
        pairs.append((key, chinese if isinstance(chinese, str) else chinese[0]))
    return pairs


def test_every_sentence_has_its_chinese() -> None:
    assert [english for english, chinese in _pairs() if not chinese] == [], (
        "add it to the .po, run make words"
    )


def test_a_translation_fills_in_the_same_fields() -> None:
    assert [chinese for english, chinese in _pairs() if _fields(chinese) != _fields(english)] == []


def test_chinese_sentences_have_full_width_marks_and_no_final_stop() -> None:
    translations = [chinese for _, chinese in _pairs()]
    assert [text for text in translations if HALF_WIDTH.search(text)] == []
    assert [e for e, chinese in _pairs() if chinese.endswith("。") and not e.endswith((".", "。"))] == []


def test_the_catalogue_has_no_sentence_that_is_no_longer_said() -> None:
    keys = {t if isinstance(t, str) else t[0] for t in templates()}
    said = [m.id if isinstance(m.id, str) else m.id[0] for m in existing() if m.id]
    assert set(said) == keys


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    with CATALOGUE.with_suffix(".mo").open("rb") as stream:
        compiled = GNUTranslations(stream)
    for template in templates():
        if isinstance(template, str):
            message = existing_by_id(template)
            assert compiled.gettext(template) == message
        else:
            assert compiled.ngettext(*template, 2) == existing_by_id(template)


def existing_by_id(template: Template) -> str:
    message = _CATALOGUE.get(template if isinstance(template, str) else template[0])
    assert message is not None
    found = message.string
    return found if isinstance(found, str) else found[0]


_CATALOGUE = existing()


def test_english_needs_no_catalogue() -> None:
    words = Wording("en")
    assert words.count("{n} page", "{n} pages", 1) == "1 page"
    assert words.count("{n} page", "{n} pages", 1200) == "1,200 pages"
