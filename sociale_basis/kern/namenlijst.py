"""Names of related rows as one text, in the query of the row itself."""

from typing import Any

from django.db.models import Func, TextField, Value

STREEP = "|"


class Namenlijst(Func):
    """For a Subquery: 'Turks|Arabisch' of all its rows; no aggregate to Django, so no groups."""

    function = "GROUP_CONCAT"
    output_field = TextField()

    def __init__(self, veld: str, **extra: Any) -> None:
        super().__init__(veld, Value(STREEP), **extra)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, function="STRING_AGG", **context)


def namen(tekst: str | None) -> list[str]:
    """What such a text holds, sorted; [] of None."""
    return sorted((tekst or "").split(STREEP)) if tekst else []
