// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers

/// Reads a line as JSON within limits, so that no message can exhaust the stack.
enum JSONMessages {
  /// The maximum nesting of arrays and objects.
  static let depth = 64

  /// Reads the value of a line.
  static func read(_ line: [UInt8]) throws(ProtocolError) -> JSONValue {
    // The parser would take text with NUL bytes for UTF-16.
    guard !line.contains(0), String(validating: line, as: UTF8.self) != nil else {
      throw ProtocolError(.parseError, "The message is not UTF-8.")
    }
    guard isShallow(line) else {
      throw ProtocolError(.parseError, "The message is nested more than \(depth) levels deep.")
    }
    do throws(JSONMismatch) {
      return try JSONValue(parsing: line)
    } catch {
      throw ProtocolError(.parseError, "The message is not JSON.")
    }
  }

  /// Whether brackets outside of strings are nested no deeper than the limit.
  private static func isShallow(_ line: [UInt8]) -> Bool {
    var level = 0
    var isInString = false
    var isEscaped = false
    for byte in line {
      if isEscaped {
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = isInString
      } else if byte == 0x22 {
        isInString.toggle()
      } else if !isInString, byte == 0x5B || byte == 0x7B {
        level += 1
        if level > depth { return false }
      } else if !isInString, byte == 0x5D || byte == 0x7D {
        level -= 1
      }
    }
    return true
  }
}
