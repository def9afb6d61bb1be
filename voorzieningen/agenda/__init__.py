"""Activities through the year, mostly as pure functions (M11, L11).

``herhaling`` gives the days, ``keren`` makes clock times of them with what is cancelled or moved,
``woorden`` says it in Dutch, ``kalender`` writes it for calendar programs, ``keuze`` is what a
visitor of the agenda chose.
"""
