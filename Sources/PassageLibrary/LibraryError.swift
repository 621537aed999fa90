// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import SearchAPI

/// Why a library could not do what was asked.
public struct LibraryError: Error, Sendable, CustomStringConvertible {
  /// A stable name for programs: `not-found`, `invalid-query`, `corrupt`.
  public let code: String
  /// What happened, in a sentence.
  public let message: String
  /// What to do about it; `nil` if nothing helps.
  public let advice: String?
  /// The part of the query that is wrong, in code points; `nil` for other errors.
  public let position: Range<Int>?

  /// The message and the advice.
  public var description: String {
    [message, advice].compactMap(\.self).joined(separator: " ")
  }

  /// Runs a call of the index; its error becomes one that any program can read.
  static func mapped<Value>(
    _ call: () throws(IndexError) -> Value
  ) throws(LibraryError) -> Value {
    do throws(IndexError) {
      return try call()
    } catch {
      throw LibraryError(
        code: error.code.rawValue, message: error.message, advice: error.advice,
        position: error.position)
    }
  }
}
