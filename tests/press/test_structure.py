"""The structure tree: what it is made of, and in which order it is read."""

from __future__ import annotations

from reportpdf.base.geometry import Rect
from reportpdf.base.ink import BLACK
from reportpdf.base.problem import Place
from reportpdf.layout.display import BoxItem, Item, PictureItem, Role, Tag
from reportpdf.model.picture import Picture
from reportpdf.model.report import Photo, Text
from reportpdf.press.structure import NAMELESS, Content, Element, plan_structure
from tests.paint.setting import clusters, document, line


def said(role: Role, path: str, words: str = "字", part: int = 0) -> Item:
    return line(clusters(*words), tag=Tag(role, path, part))


def photo(path: str) -> Item:
    picture = Picture(Photo(Text("a.jpg", Place("r.yaml"))), 300, 200)
    return PictureItem(Rect(10, 20, 90, 60), picture, (0, 0, 1, 1), Tag(Role.PHOTO, path))


def outline(element: Element) -> object:
    """The tree as nested tuples of types; content as page and number."""
    return (
        element.kind,
        *((c.page, c.mcid) if isinstance(c, Content) else outline(c) for c in element.children),
    )


RULE = BoxItem(Rect(0, 0, 10, 1), BLACK)


def test_a_report_is_a_document_of_headings_callouts_and_figures() -> None:
    page = [
        RULE,
        said(Role.TITLE, "title"),
        said(Role.TITLE, "title"),
        said(Role.PARAGRAPH, "byline[0].role"),
        said(Role.PARAGRAPH, "byline[0].names[0]"),
        said(Role.PARAGRAPH, "lede"),
        said(Role.HEADING, "sections[0].numeral"),
        said(Role.HEADING, "sections[0].title"),
        said(Role.FIGURE_TEXT, "sections[0].callouts[0].figure"),
        said(Role.PARAGRAPH, "sections[0].callouts[0].text"),
        said(Role.PARAGRAPH, "sections[0].callouts[0].text", part=1),
        photo("sections[0].photos[0]"),
        said(Role.CAPTION, "sections[0].photos[0].caption", "说明"),
    ]
    made = plan_structure(document(page))
    assert outline(made.root) == (
        "Document",
        ("H1", (0, 0)),
        ("P", (0, 1), (0, 2)),
        ("P", (0, 3)),
        (
            "Sect",
            ("H2", (0, 4), (0, 5)),
            ("Sect", ("P", (0, 6)), ("P", (0, 7)), ("P", (0, 8))),
            ("Figure", (0, 9), ("Caption", (0, 10))),
        ),
    )
    assert [m.kind for m in made.pages[0]][:2] == ["Artifact", "H1"]
    assert len(made.headings) == 1


def test_what_stands_for_a_photo_is_its_caption() -> None:
    page = [
        photo("sections[0].photos[0]"),
        said(Role.CAPTION, "sections[0].photos[0].caption", "升旗"),
        photo("sections[0].photos[1]"),
    ]
    first, second = plan_structure(document(page)).root.children
    assert isinstance(first, Element)
    assert isinstance(second, Element)
    assert (first.alt, second.alt) == ("升旗", NAMELESS)
    assert first.box == Rect(10, 20, 90, 60)


def test_a_photo_before_its_section_stands_where_it_is_seen() -> None:
    pages = [photo("sections[1].photos[0]")], [said(Role.HEADING, "sections[0].title")]
    made = plan_structure(document(*pages))
    assert [e.kind for e in made.root.children if isinstance(e, Element)] == ["Figure", "Sect"]


def test_a_text_that_goes_on_over_the_page_is_one_element() -> None:
    text = "sections[0].callouts[0].text"
    pages = (
        [said(Role.HEADING, "sections[0].title"), said(Role.PARAGRAPH, text)],
        [said(Role.PARAGRAPH, text)],
    )
    made = plan_structure(document(*pages))
    assert outline(made.root) == ("Document", ("Sect", ("H1", (0, 0)), ("Sect", ("P", (0, 1), (1, 0)))))


def test_without_a_title_section_headings_are_of_the_first_level() -> None:
    made = plan_structure(document([said(Role.HEADING, "sections[0].title")]))
    assert outline(made.root) == ("Document", ("Sect", ("H1", (0, 0))))


def test_a_pull_quote_is_a_quotation() -> None:
    page = [said(Role.HEADING, "sections[0].title"), said(Role.PARAGRAPH, "sections[0].quote")]
    made = plan_structure(document(page))
    assert outline(made.root) == ("Document", ("Sect", ("H1", (0, 0)), ("BlockQuote", ("P", (0, 1)))))


def test_what_draws_nothing_has_no_content() -> None:
    made = plan_structure(document([line((), tag=Tag(Role.PARAGRAPH, "lede"))]))
    assert (made.root.children, made.pages) == ([], ((),))
