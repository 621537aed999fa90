# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""What the fault runs share: the program, a library, injected failures, a daemon, the table."""
