"""Wording of what a check finds in the words.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

ROWS: dict[str, Message] = {
    # Marks
    "copy-half-width": Message(
        _WARNING,
        "half-width marks in Chinese text: {count}, the first is {found}",
        "write the full-width one; the page sets it so",
    ),
    "copy-ellipsis": Message(
        _WARNING, "an ellipsis in other characters: {count}, the first is {found}", "write ……"
    ),
    "copy-dash": Message(_WARNING, "a dash in other characters: {count}, the first is {found}", "write ——"),
    "copy-full-width-digit": Message(
        _WARNING, "full-width digits: {count}, the first are {found}", "write them half-width"
    ),
    "copy-full-width-letter": Message(
        _WARNING, "full-width letters: {count}, the first are {found}", "write them half-width"
    ),
    "copy-space": Message(_NOTE, "spaces doubled, or tabs: {count}", "write one space, or none"),
    "copy-invisible": Message(
        _NOTE, "characters that print nothing: {count}", "delete them; they came in with a paste"
    ),
    "copy-private-use": Message(
        _WARNING,
        "characters in the private use area: {count}",
        "type them anew; an old input method wrote them",
    ),
    "copy-radical": Message(
        _WARNING,
        "radicals that look like characters: {count}, the first is {found}",
        "type them anew; they were copied from a PDF",
    ),
    "copy-marks-doubled": Message(_ERROR, "marks stand side by side where one is meant: {found}", "keep one"),
    "copy-mark-first": Message(
        _ERROR, "a paragraph begins with {found}", "delete the mark, or find what is lost before it"
    ),
    "copy-mark-last": Message(
        _ERROR, "a text ends with {found}", "write a full stop, or find what is lost after it"
    ),
    "copy-unstopped": Message(
        _WARNING, "the last sentence has no stop: {found}", "write 。 or find what is lost"
    ),
    "copy-title-stop": Message(_WARNING, "a headline ends with {found}", "delete it"),
    "copy-pause-between": Message(
        _NOTE,
        "、 stands between quotations or titles that follow each other: {count}",
        "leave it out (GB/T 15834-2011, 4.5.3.5)",
    ),
    "copy-et-cetera": Message(
        _WARNING, "{found}: 等 takes no 、 before it and no …… beside it", "keep 等 alone"
    ),
    "copy-ordinal": Message(
        _WARNING, "the mark after the ordinal is another: {found}", "第一 and 首先 take ，; （一） takes none"
    ),
    "copy-unpaired": Message(_ERROR, "{mark} has no fellow", "write the other one, or delete this"),
    "copy-nested": Message(
        _WARNING,
        "{mark} stands in the wrong place among its like; {inner} belongs here or around it",
        "outside “ ”, inside ‘ ’; outside 《 》, inside 〈 〉",
    ),
    # Characters and words
    "copy-repeated": Message(_ERROR, "{found}: a character is typed twice", "delete one"),
    "copy-repeated-phrase": Message(_WARNING, "{found}: words are typed twice", "delete one, if they are"),
    "copy-wrong-character": Message(_ERROR, "{found} should be {right} ({source})", "write {right}"),
    "copy-variant": Message(_NOTE, "{found} is better written {right} ({source})", "write {right}"),
    "copy-particle": Message(_ERROR, "{found} should be {right} in {around}", "write {right}"),
    "copy-phrase": Message(_ERROR, "{found} does not say what is meant ({source})", "write {right}"),
    "terms-preferred": Message(_WARNING, "the word list has {right} for {found}", "write {right}"),
    "terms-forbidden": Message(_ERROR, "the word list forbids {found}: {why}", "write another word"),
    "terms-name": Message(_ERROR, "{found} is spelt {right} in the word list", "write {right}"),
    # Digits and units
    "digits-year-cut": Message(
        _WARNING, "the year {found} is cut short (GB/T 15835-2011, {clause})", "write its four digits"
    ),
    "digits-range-mark": Message(
        _WARNING, "the range {found} has a hyphen or a dash (GB/T 15835-2011, {clause})", "write ～ or —"
    ),
    "digits-range-unit": Message(
        _WARNING,
        "in the range {found} the first number lacks its sign or its 万, 亿 (GB/T 15835-2011, {clause})",
        "write it with both numbers",
    ),
    "digits-some": Message(
        _WARNING, "{found} mixes digits with 几 (GB/T 15835-2011, {clause})", "write it in Han, as 十几, 几十"
    ),
    "digits-between": Message(
        _WARNING,
        "{found}: about so many takes no 、 (GB/T 15834-2011, 4.5.3.4; GB/T 15835-2011, {clause})",
        "leave the mark out",
    ),
    "digits-set-word": Message(
        _WARNING, "{found} is written in Han (GB/T 15835-2011, {clause})", "write its number in Han"
    ),
    "digits-middle-dot": Message(
        _WARNING,
        "in {found}, a day as a name, the mark is a middle dot (GB/T 15835-2011, {clause})",
        "write ·",
    ),
    "digits-mixed-form": Message(
        _WARNING,
        "{found} has digits with 十, 百 or 千 (GB/T 15835-2011, {clause})",
        "write all of it in digits, or in Han",
    ),
    "digits-over-wan": Message(
        _WARNING,
        "{found} is counted in 万 beyond 亿, or in both (GB/T 15835-2011, {clause})",
        "count it in 亿 alone",
    ),
    "digits-point": Message(_ERROR, "in {found} the decimal point is a full stop", "write a decimal point"),
    "digits-percent-han": Message(
        _WARNING, "{found} mixes 百分之 with digits (GB/T 15835-2011, {clause})", "write for example 30%"
    ),
    "digits-about-twice": Message(
        _WARNING, "{found} says twice that it is about so much, or means two things", "keep one of the two"
    ),
    "digits-mixed": Message(
        _WARNING,
        "{found} is in Han where the same is counted in digits elsewhere (GB/T 15835-2011, {clause})",
        "write it as the others",
    ),
    "digits-large": Message(
        _WARNING, "{found} is written out, and 万 or 亿 is used elsewhere for {unit}", "write them in one way"
    ),
    "digits-grouped": Message(
        _WARNING,
        "thousands are marked in some numbers and not in others: {found}",
        "write all of them in one way",
    ),
    "copy-unit": Message(_WARNING, "the unit {found} is written {right} in news ({source})", "write {right}"),
    # Dates
    "date-impossible": Message(_ERROR, "no calendar has the date {found}", "correct it"),
    "date-weekday": Message(_ERROR, "{found}: the day is a {right}", "correct the day or the weekday"),
    "date-of-day": Message(_ERROR, "{found}: that day is {right}", "correct the date"),
    "date-hour": Message(_ERROR, "there is no time of day {found}", "correct it"),
    "date-backward": Message(_ERROR, "{found} ends before it begins", "correct one of the two"),
    # Figures
    "figure-missing": Message(
        _ERROR, "the figure {found} is not in its text {given}", "correct one of the two"
    ),
    "figure-unit": Message(_ERROR, "the figure is {found}, the text has {given}", "write the same unit"),
    "figure-bound": Message(
        _ERROR,
        "the figure is {found}, the text has {given}: a 超, 近, 约, 余 or 以上 was lost or added",
        "write the same in both",
    ),
    "figure-rounded": Message(
        _WARNING,
        "the figure is {found}, the text has {given}: it was rounded and does not say so",
        "write 约, 近, 超 or 余 with it",
    ),
    "figure-direction": Message(
        _ERROR,
        "the figure is {found}, the text has {given}: up and down do not agree",
        "correct the sign or the text",
    ),
    "figure-style": Message(
        _WARNING,
        "the figure {found} is written in another way than the others",
        "write all figures in one way",
    ),
    "figure-no-unit": Message(
        _WARNING, "the figure {found} has no unit, and the others have", "write its unit"
    ),
    "quote-not-in-text": Message(
        _WARNING, "the sentence held up is not in the text: {found}", "correct one of the two"
    ),
    "fact-two-values": Message(_ERROR, "{of}: {found} here, {given} at {at}", "find out which is right"),
    "sum-wrong": Message(_ERROR, "{found}: the parts come to {reckoned}", "correct the total or its parts"),
    "sum-percent": Message(_ERROR, "{found}: the numbers beside it give {reckoned}", "correct one of them"),
    "sum-direction": Message(_ERROR, "“{found}” goes the other way", "correct the numbers, or the word"),
    "sum-over-whole": Message(_ERROR, "“{found}” is more than 100%", "correct it; a share is 100% at most"),
    "sum-over-all": Message(_ERROR, "nothing falls by {found}", "correct it; 100% is all there is"),
    "sum-count": Message(_ERROR, "{found}: {items} are named", "correct the count, or name them all"),
    # Photos and people
    "caption-missing": Message(
        _WARNING, "the photo {found} has no caption", "write one: when, where, who, what"
    ),
    "caption-no-credit": Message(_NOTE, "the caption has no credit: {found}", "add credit:"),
    "caption-none-credited": Message(
        _NOTE, "photos without a credit, which is all of them: {count}", "add credit: to each"
    ),
    "caption-time": Message(
        _NOTE, "the caption says when without a date: {found}", "write the day, if it is known"
    ),
    "caption-twice": Message(_ERROR, "the same caption stands at {first}: {found}", "write each its own"),
    "photo-used-twice": Message(_WARNING, "the photo {found} is used at {first} already", "use another"),
    "photo-alike": Message(
        _WARNING, "the photo {found} looks like {first}", "use another, if it is the same"
    ),
    "name-two-ways": Message(_ERROR, "{found} is spelt {right} elsewhere", "find out which is right"),
    "name-twice": Message(_WARNING, "{found} is named twice in the byline", "delete one"),
    # Issues for inside use
    "imprint-missing": Message(_ERROR, "the imprint lacks {what}", "write it under imprint: {key}"),
    "imprint-statement": Message(_ERROR, "the statement reads {found}", "write “{statement}”"),
    "imprint-press-word": Message(
        _ERROR,
        "material for inside use may not say {found} (art. 14)",
        "write 编印单位 or 本单位, and 撰稿 instead of 记者",
    ),
    "imprint-price": Message(_ERROR, "material for inside use has no price: {found} (art. 15)", "delete it"),
}
