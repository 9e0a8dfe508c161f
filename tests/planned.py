"""Chapters that are planned: code may announce them before they are written."""

from tests.claimed import PLANNED

SLUGS = PLANNED
