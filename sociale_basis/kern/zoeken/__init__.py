"""The search engine: everyday Dutch in, the right help out (DESIGN "Search").

``registratie``: what apps register; ``zoek``: searching; ``voorstellen``, ``markeren`` and
``tellen``: what a search page needs beside it; ``bijhouden`` and ``index``: keeping it right.
The same analysis serves texts and questions; the index is ordinary tables.
"""
