# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""The faults, one in each file; `run(session)` produces it."""
