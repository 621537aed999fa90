# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Tests of the pages for people in a real browser."""
