// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import SearchAPI

/// An error of a library.
public struct LibraryError: Error, Sendable, CustomStringConvertible {
  /// A stable name for programs: `not-found`, `invalid-query`, `corrupt`.
  public let code: String
  /// A sentence saying what happened.
  public let message: String
  /// What to do about it; `nil` if nothing helps.
  public let advice: String?
  /// The range of the error in the query, in code points; `nil` for other errors.
  public let position: Range<Int>?

  /// The message and the advice.
  public var description: String {
    [message, advice].compactMap(\.self).joined(separator: " ")
  }

  /// Runs a call of the index and converts its error to a public one.
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
