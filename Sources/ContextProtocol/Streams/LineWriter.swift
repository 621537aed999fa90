// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// Writes lines to a file descriptor, each as a whole and at once.
package struct LineWriter {
  private let descriptor: Int32

  /// Creates a writer.
  package init(descriptor: Int32) { self.descriptor = descriptor }

  /// Writes a line; false if the reader is gone.
  package func write(_ line: String) -> Bool {
    var bytes = Array(line.utf8)[...]
    bytes.append(0x0A)
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return false }
      bytes = bytes.dropFirst(count)
    }
    return true
  }
}
