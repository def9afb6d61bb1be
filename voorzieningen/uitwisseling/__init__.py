"""Export and import of organisations, places and provisions with all that belongs to them.

Lossless: what was exported and is imported again changes nothing and says so. ``bladen`` is the
table of all columns; everything else (reading, writing, comparing, explaining) follows it.
"""
