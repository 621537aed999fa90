// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
// poppler-cpp is C++ and is seen by pamphlet-pdf alone; this module only says how it is linked.
