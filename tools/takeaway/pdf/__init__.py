"""The book on paper: built pages become one document, which Chromium prints.

``python -m tools.pdf`` prints every chapter and the whole book; with the name of a chapter, that
chapter alone. A document is made from the pages once more as HTML, because only the browser that
prints it writes links, outline and tags together: what merges finished PDF files loses them.
"""
