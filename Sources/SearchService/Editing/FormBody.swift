// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Hummingbird
import NIOCore

/// Reads the body of a form, of limited size and in limited time.
enum FormBody {
  /// How long a client may take to send a form.
  private static let patience = Duration.seconds(10)

  /// The bytes; `nil` if they are too many, too slow or cut short.
  static func read(_ body: RequestBody) async -> [UInt8]? {
    await withTaskGroup(of: [UInt8]?.self) { group in
      group.addTask {
        guard let buffer = try? await body.collect(upTo: ServiceLimits.body) else { return nil }
        return Array(buffer.readableBytesView)
      }
      group.addTask {
        try? await Task.sleep(for: patience)
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
  }
}
