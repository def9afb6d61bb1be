"""The one exception of the importers."""


class Importfout(Exception):
    """A file that cannot be used at all; the message is Dutch and says what to do."""
