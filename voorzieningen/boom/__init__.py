"""The boom: who is responsible, how support goes up and comes back down, who has regie (H2-H5).

``graaf``, ``regie`` and ``tekening`` are pure functions; only ``lezen``, ``opbouw``, ``route`` and
``gaten`` ask the database.
"""
