"""What can be taken away from a page: each piece of it alone, and the whole as slides.

Both are cut from the finished pages when the build ends, so that there is one source.
"""
