"""The commands of proof rounds: what makes, lists, compares, marks and signs them.

Comes in: nothing. Goes out: ``PROOF_COMMANDS``, rows of the table of commands.
"""

from __future__ import annotations

from reportpdf.commands.grammar import Argument, Command, Option
from reportpdf.commands.options import CONDITION, FORMAT, JOB, JSON, SHARED, THEME

_REPORT = Argument(
    "REPORT", "the report, or its folder of rounds; otherwise the one in the current folder", required=False
)
_BY = Option(("--by",), "NAME", "who does it; otherwise the name you are logged in with")

PROOF_COMMANDS: tuple[Command, ...] = (
    Command(
        "proof",
        "make the next round of proofs",
        (Argument("REPORT", "the report (.yaml) or its folder; otherwise the current one", required=False),),
        (
            Option(("--note",), "TEXT", "a remark, printed in the slug of every page"),
            _BY,
            Option(("--reading",), "", "also a proof for reading at a desk: A3, lines numbered"),
            Option(("-o", "--output"), "FOLDER", "where the rounds lie; otherwise proofs beside the report"),
            FORMAT,
            THEME,
            JOB,
            CONDITION,
            JSON,
            *SHARED,
        ),
    ),
    Command(
        "rounds",
        "list the rounds of proofs",
        (_REPORT,),
        (
            Option(("--export",), "FILE", "write everything the register holds here, an event a line (JSON)"),
            JSON,
            *SHARED,
        ),
    ),
    Command(
        "sign",
        "sign a round of proofs",
        (_REPORT,),
        (
            Option(("--round",), "ROUND", "the round, by its name or number, e.g. 付印"),
            _BY,
            Option(("--role",), "ROLE", "in which role, as the sign-off sheet has it, e.g. 终审"),
            Option(
                ("--decision",),
                "DECISION",
                "what is decided; otherwise 同意付印, of rounds before the last 改后再出样",
                ("同意付印", "改后付印", "改后再出样"),
            ),
            Option(("--note",), "TEXT", "why, or a remark"),
            JSON,
            *SHARED,
        ),
    ),
    Command(
        "verify",
        "prove that the files of a round are those that were signed",
        (Argument("ROUND", "the folder of a round, e.g. proofs/06-付印; or of all rounds", required=False),),
        (JSON, *SHARED),
    ),
    Command(
        "compare",
        "tell what changed between two rounds, two reports or any two PDFs",
        (
            Argument("OLD", "a round (its folder, number or name), a report, or a PDF"),
            Argument("NEW", "what it is compared with; the exit code is 0 whether or not they differ"),
        ),
        (
            Option(
                ("-o", "--output"),
                "FOLDER",
                "write lists, marked pages and pictures here; otherwise only tell what changed",
            ),
            THEME,
            FORMAT,
            JOB,
            JSON,
            *SHARED,
        ),
    ),
    Command(
        "marks",
        "take down, list and tick the marks that come back on a proof",
        (
            Argument("ACTION", "add, list, tick or import", choices=("add", "list", "tick", "import")),
            Argument(
                "WHAT",
                "the report, if it is not in this folder; of tick the numbers, 1,4-6; of import the PDF",
                required=False,
                many=True,
            ),
        ),
        (
            Option(("--page",), "PAGE", "add: the page, from 1"),
            Option(("--at",), "X,Y", "add: the point, mm from the upper left corner of the trimmed page"),
            Option(("--source",), "PLACE", "add: instead, a place in the report: report.yaml:41, or a path"),
            Option(("--text",), "TEXT", 'add: what is asked, e.g. "9761 改 9768"'),
            Option(("--by",), "NAME", "who marks or ticks; otherwise the name you are logged in with"),
            Option(("--round",), "ROUND", "the round, by name or number; otherwise the latest, list: all"),
            Option(("--open",), "", "list: only marks that are open"),
            Option(("--as",), "STATE", "tick: what became of it", ("made", "not-made", "declined")),
            Option(("--reason",), "TEXT", "tick: why; it must be said of what is declined"),
            Option(("-o", "--output"), "PATH", "list: write the list as a PDF, to be ticked by hand"),
            Option(("--drawn",), "PATH", "list: also write the pages with the marks drawn on them, as a PDF"),
            JSON,
            *SHARED,
        ),
    ),
)
