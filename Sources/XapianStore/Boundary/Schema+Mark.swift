// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
package import IndexSchema

extension Schema {
  /// The two-byte hash of a stem in a passage's sequence; never 0, which is the separator.
  package static func mark(of stem: String) -> UInt16 { withBytes(stem) { cx_mark($0) } }
}
