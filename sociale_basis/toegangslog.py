"""The access log of gunicorn, without codes: ``--logger-class sociale_basis.toegangslog.Log``."""

from typing import Any

from gunicorn.glogging import Logger

from sociale_basis.kern.logregels import zonder_code


class Log(Logger):
    """Whatever part of a request the format asks for, no code of a visitor is in it."""

    def atoms(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        delen: dict[str, Any] = super().atoms(*args, **kwargs)
        return {
            naam: zonder_code(deel) if isinstance(deel, str) else deel
            for naam, deel in delen.items()
        }
