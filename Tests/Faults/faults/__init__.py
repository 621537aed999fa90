# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""The faults, one per file; `run(session)` produces a fault and judges the outcome."""
