// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
import IndexSchema

/// The results of one call; its bytes are valid as long as the block exists.
///
/// Not `Sendable`: data for other threads is copied out first.
final class ResultBlock {
  private let results: OpaquePointer

  /// Takes ownership of a block.
  init(_ results: OpaquePointer) { self.results = results }

  deinit { cx_results_free(results) }

  /// Runs a call that returns a block.
  convenience init(
    _ action: @autoclosure () -> String,
    _ body: (UnsafeMutablePointer<cx_error>) -> OpaquePointer?
  ) throws(IndexError) {
    guard let results = try call(action(), body) else {
      throw IndexError(.internalFault, "A call returned neither results nor an error.")
    }
    self.init(results)
  }

  /// The number of items.
  var count: Int { withItems { $0.count } }

  /// Lends the items.
  func withItems<Result>(_ body: (UnsafeBufferPointer<cx_item>) -> Result) -> Result {
    withExtendedLifetime(self) {
      var count = 0
      let items = cx_results_items(results, &count)
      return body(UnsafeBufferPointer(start: items, count: count))
    }
  }

  /// Transforms each item.
  func map<Value>(
    _ transform: (cx_item, UnsafeRawBufferPointer) throws(IndexError) -> Value
  ) throws(IndexError) -> [Value] {
    var values: [Value] = []
    var failure: IndexError?
    withItems { items in
      values.reserveCapacity(items.count)
      for item in items {
        do throws(IndexError) {
          values.append(
            try transform(
              item,
              UnsafeRawBufferPointer(start: item.bytes.bytes, count: item.bytes.count)
            )
          )
        } catch {
          failure = error
          return
        }
      }
    }
    if let failure { throw failure }
    return values
  }

  /// The bytes of the items as strings.
  var strings: [String] {
    withItems { items in
      items.map {
        String(
          decoding: UnsafeRawBufferPointer(start: $0.bytes.bytes, count: $0.bytes.count),
          as: UTF8.self
        )
      }
    }
  }

  /// The facet values.
  var facets: [FieldCount] {
    withExtendedLifetime(self) {
      var count = 0
      let facets = cx_results_facets(results, &count)
      return UnsafeBufferPointer(start: facets, count: count).map {
        let value = UnsafeRawBufferPointer(start: $0.value.bytes, count: $0.value.count)
        return FieldCount(
          slot: $0.slot, value: String(decoding: value, as: UTF8.self), number: $0.number,
          passages: Int($0.documents), works: Int($0.groups))
      }
    }
  }

  /// Whether a limit ended an expansion early.
  var isCut: Bool { withExtendedLifetime(self) { cx_results_is_cut(results) } }

  /// The number of matching documents: lower bound, estimate, upper bound.
  var total: (lower: Int, estimate: Int, upper: Int) {
    withExtendedLifetime(self) {
      var lower: UInt32 = 0
      var estimate: UInt32 = 0
      var upper: UInt32 = 0
      cx_results_total(results, &lower, &estimate, &upper)
      return (Int(lower), Int(estimate), Int(upper))
    }
  }
}
