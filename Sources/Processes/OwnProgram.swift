// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// The program that this process is running.
package enum OwnProgram {
  /// Path that restarts the program even if its file was replaced; `nil` if `/proc` is not mounted.
  package static let executable: String? = path == nil ? nil : "/proc/self/exe"

  /// Path of the program's file; `nil` if `/proc` is not mounted.
  package static let path: String? = {
    var buffer = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return nil }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }()
}
