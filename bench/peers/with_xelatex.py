r"""XeLaTeX with ctex, one pass; nothing on the pages refers to another page.

Comes in: REPORT FONTS OUT PROGRAM. Goes out: the PDF.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.peers.matter import COLOURS, SANS, SANS_BOLD, SERIF, SERIF_BOLD, Task, task

_PREAMBLE = r"""\documentclass[fontset=none,zihao=false,10pt,scheme=plain]{ctexart}
\usepackage[a4paper,margin=20mm]{geometry}
\usepackage{xcolor,graphicx}
\pagestyle{plain}\setlength\parindent{0pt}
\newcommand\callout[3]{\begin{minipage}[t]{40mm}\raggedright\fontsize{22}{28}\selectfont
  \sffamily\bfseries\color{#1}#2\end{minipage}\hspace{5mm}%
  \begin{minipage}[t]{125mm}\fontsize{10}{16}\selectfont #3\end{minipage}\par\vspace{6mm}}
\newcommand\photo[2]{\begin{minipage}[t]{82mm}\vspace{0pt}\includegraphics[width=82mm]{#1}\par
  \fontsize{8}{11}\selectfont\sffamily #2\end{minipage}}
"""
_MARKS = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def _words(text: str) -> str:
    """The text with TeX's own characters escaped."""
    return re.sub(r"[\\~^{}%#$&_]", lambda m: _MARKS.get(m[0], "\\" + m[0]), text)


def _fonts(given: Task) -> str:
    rows = []
    for kind, regular, bold in (("main", SERIF, SERIF_BOLD), ("sans", SANS, SANS_BOLD)):
        options = f"[Path={given.fonts}/,Extension=.ttf,BoldFont={bold}]"
        rows += [rf"\set{kind}font{{{regular}}}{options}", rf"\setCJK{kind}font{{{regular}}}{options}"]
    return "\n".join(rows)


def _section(given: Task, section: dict[str, Any]) -> str:
    colour = f"c{COLOURS.index(section['colour'])}"
    rows = [
        rf"\clearpage{{\color{{{colour}}}\hrule height 2pt\vspace{{3mm}}",
        rf"\fontsize{{18}}{{25}}\selectfont\sffamily\bfseries {_words(section['title'])}\par}}\vspace{{4mm}}",
    ]
    rows += [
        rf"\callout{{{colour}}}{{{_words(c['figure'])}}}{{{_words(c['text'])}}}" for c in section["callouts"]
    ]
    for at, photo in enumerate(section["photos"]):
        after = r"\par\vspace{5mm}" if at % 2 else r"\hspace{6mm}%"
        rows.append(rf"\photo{{{given.folder / photo['file']}}}{{{_words(photo['caption'])}}}{after}")
    return "\n".join([*rows, r"\par"])


def _source(given: Task) -> str:
    report = given.report
    colours = "\n".join(rf"\definecolor{{c{i}}}{{HTML}}{{{c[1:].upper()}}}" for i, c in enumerate(COLOURS))
    return "\n".join(
        [
            _PREAMBLE + _fonts(given),
            colours,
            r"\begin{document}\vspace*{40mm}",
            rf"{{\fontsize{{28}}{{38}}\selectfont\sffamily\bfseries {_words(report['title'])}\par}}",
            rf"{{\fontsize{{9}}{{14}}\selectfont\sffamily {_words(given.byline)}\par}}",
            rf"{{\fontsize{{12}}{{19}}\selectfont {_words(report['lede'])}\par}}",
            *(_section(given, section) for section in given.sections),
            r"\end{document}",
        ]
    )


def main() -> None:
    """Set the report."""
    given = task()
    with tempfile.TemporaryDirectory() as name:
        Path(name, "report.tex").write_text(_source(given), encoding="utf-8")
        words = [given.program, "-interaction=nonstopmode", "-halt-on-error", "report.tex"]
        done = subprocess.run(words, cwd=name, capture_output=True, check=False)
        if done.returncode:
            sys.exit(done.stdout.decode("utf-8", "replace")[-2000:])
        shutil.move(Path(name, "report.pdf"), given.out)


if __name__ == "__main__":
    main()
