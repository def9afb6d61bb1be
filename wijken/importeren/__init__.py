"""Reading areas, layouts and postcodes from files (M1).

Every import is one transaction that is undone unless it was asked to save, and that is undone
too when anything is wrong: a bad row, or an area in use that would get lost.
"""
