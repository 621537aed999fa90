// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
import IndexSchema

extension IndexError {
  /// The error for a failed call; `action` completes the sentence “Could not …”.
  init(_ failure: cx_error, _ action: String) {
    let type = withUnsafeBytes(of: failure.type) { Self.text($0) }
    let said = withUnsafeBytes(of: failure.message) { Self.text($0) }
    let cause = Self.cause(of: failure.status)
    self.init(
      cause.code,
      "Could not \(action).",
      hint: cause.hint,
      remedy: cause.remedy,
      underlying: type.isEmpty ? nil : "\(type): \(said)"
    )
  }

  private static func text(_ buffer: UnsafeRawBufferPointer) -> String {
    String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
  }

  private static func cause(
    of status: cx_status
  ) -> (code: Code, hint: String?, remedy: Remedy?) {
    switch status {
    case .ok, .internal: (.internalFault, nil, nil)
    case .not_found: (.notFound, nil, .makeIndex)
    case .locked: (.locked, nil, .waitForWriter)
    case .modified: (.modified, "The index changes too often; try again.", nil)
    case .incompatible: (.incompatible, nil, .rebuild)
    case .corrupt: (.corrupt, nil, .repair)
    case .closed: (.closed, nil, nil)
    case .invalid_query: (.invalidQuery, nil, nil)
    case .invalid_argument: (.invalidArgument, nil, nil)
    case .unavailable: (.unavailable, nil, nil)
    case .storage: (.storage, "Check the disk: is it full, is the folder readable?", nil)
    case .out_of_memory: (.outOfMemory, nil, .askForLess)
    }
  }
}

/// Runs a call of the boundary and throws its failure as an error.
func call<Result>(
  _ action: @autoclosure () -> String,
  _ body: (UnsafeMutablePointer<cx_error>) -> Result
) throws(IndexError) -> Result {
  var failure = cx_error()
  let result = body(&failure)
  guard failure.status == .ok else { throw IndexError(failure, action()) }
  return result
}

extension cx_bytes {
  /// Refers to the bytes of a buffer that outlives the call.
  init(_ buffer: UnsafeRawBufferPointer) {
    self.init(bytes: buffer.baseAddress?.assumingMemoryBound(to: CChar.self), count: buffer.count)
  }
}

/// Lends the bytes of a string for the duration of a call.
func withBytes<Result>(_ string: String, _ body: (cx_bytes) -> Result) -> Result {
  var string = string
  return string.withUTF8 { body(cx_bytes(UnsafeRawBufferPointer($0))) }
}

/// Lends the bytes of several strings, concatenated, for the duration of a call.
func withBytes<Result>(
  _ strings: [String],
  _ body: (UnsafePointer<cx_bytes>, Int) -> Result
) -> Result {
  var arena: [UInt8] = []
  for string in strings { arena.append(contentsOf: string.utf8) }
  return arena.withUnsafeBytes { arena in
    var start = 0
    let slices = strings.map { string in
      let count = string.utf8.count
      defer { start += count }
      return cx_bytes(UnsafeRawBufferPointer(rebasing: arena[start..<(start + count)]))
    }
    // One extra slice, because an empty array has no address.
    return (slices + [cx_bytes()]).withUnsafeBufferPointer { slices in
      guard let address = slices.baseAddress else { preconditionFailure("Never empty.") }
      return body(address, strings.count)
    }
  }
}
