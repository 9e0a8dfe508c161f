"""What readers take away from the built book: PDF files, a deck of cards, the site as an archive.

``python -m tools.takeaway pdf [chapter ...]``, ``deck``, ``zip``, or ``all``. Each is put into the
built site as well, where a page links to what is there and to nothing else.
"""
