// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
package import IndexSchema

extension Schema {
  /// The two bytes by which the sequence of a passage has a stem; never 0, which divides.
  package static func mark(of stem: String) -> UInt16 { withBytes(stem) { cx_mark($0) } }
}
