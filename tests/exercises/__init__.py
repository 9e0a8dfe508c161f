"""Answers to the exercises of the chapters, one file a chapter, worked by hand in the solutions."""
