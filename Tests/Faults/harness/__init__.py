# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Shared by the faults: the program, a library, fault injection, a daemon and the results."""
