"""Codes that open something without a password stay out of every log (V7).

They are the end of an address, so the log of the web server and the warnings of Django would
keep them: /vraag/<code>/, /nakijken/<code>/ and /aanspreekprofiel/<code>/.
"""

import logging
import re

ACHTER_CODE = "vraag|nakijken/wijzigen|nakijken|aanspreekprofiel"
CODE = re.compile(rf"(/(?:{ACHTER_CODE})/)(?!mijn/|wijzigen/)[^/\s\"]+")


def zonder_code(tekst: str) -> str:
    """'/vraag/K7RM-4HXC-92PD-W3F8/reactie/' → '/vraag/…/reactie/'."""
    return CODE.sub(r"\1…", tekst)


class ZonderCodes(logging.Filter):
    """Takes the codes out of the addresses in a line; lets every line through."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                zonder_code(deel) if isinstance(deel, str) else deel for deel in record.args
            )
        record.msg = zonder_code(record.msg) if isinstance(record.msg, str) else record.msg
        return True
