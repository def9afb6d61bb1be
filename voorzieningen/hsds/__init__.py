"""Import of a social map of somebody else: HSDS 3 as tabular CSV, or the older Ohana layout.

Every record that is read is accounted for: taken over, or named with the reason why not. What was
imported before is recognised by its key at the source (``Herkomst``) and changed only where staff
did not.
"""
