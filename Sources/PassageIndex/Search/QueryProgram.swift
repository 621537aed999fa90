// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian

/// A query on its way to Xapian: a tree here, a postfix program at the boundary.
indirect enum QueryProgram {
  case term(String)
  case range(slot: UInt32, Double, Double)
  /// Every document, each with this weight.
  case everything(weight: Double)
  case nothing
  case all([QueryProgram])
  case any([QueryProgram])
  case synonym([QueryProgram])
  case phrase([QueryProgram], window: Int)
  case near([QueryProgram], window: Int)
  case except(QueryProgram, QueryProgram)
  case filtered(QueryProgram, by: QueryProgram)
  case maybe(QueryProgram, QueryProgram)
  /// With its weight multiplied.
  case scaled(QueryProgram, by: Double)

  /// Whether libxapian can only guess how much it finds: where words must stand together.
  var isHardToCount: Bool {
    switch self {
    case .all, .phrase, .near, .except, .filtered: true
    case .any(let operands), .synonym(let operands): operands.contains(where: \.isHardToCount)
    case .maybe(let first, _): first.isHardToCount
    case .scaled(let operand, _): operand.isHardToCount
    case .term, .range, .everything, .nothing: false
    }
  }

  /// Whether it finds nothing whatever the index holds.
  var isNothing: Bool {
    switch self {
    case .nothing: true
    case .all(let operands): operands.contains(where: \.isNothing) || operands.isEmpty
    case .any(let operands), .synonym(let operands):
      operands.allSatisfy(\.isNothing)
    default: false
    }
  }

  /// The steps of the program, and the bytes of its terms.
  struct Steps {
    var steps: [cx_step] = []
    var terms: [UInt8] = []
    var ranges: [Range<Int>] = []
  }

  /// Appends the program's steps: operands before what is made of them.
  func append(to program: inout Steps) {
    switch self {
    case .term(let term): program.append(.term, term: term)
    case .range(let slot, let lower, let upper):
      program.append(.value_range, slot: slot, lower: lower, upper: upper)
    case .everything(let weight): program.append(.everything, lower: weight)
    case .nothing: program.append(.nothing)
    case .all(let operands): program.append(.all, operands)
    case .any(let operands): program.append(.any, operands)
    case .synonym(let operands): program.append(.synonym, operands)
    case .phrase(let operands, let window): program.append(.phrase, operands, window: window)
    case .near(let operands, let window): program.append(.near, operands, window: window)
    case .except(let first, let second): program.append(.except, [first, second])
    case .filtered(let first, let second): program.append(.filter, [first, second])
    case .maybe(let first, let second): program.append(.maybe, [first, second])
    case .scaled(let operand, let factor):
      operand.append(to: &program)
      if factor != 1 { program.append(.scale, lower: factor) }
    }
  }
}

extension QueryProgram.Steps {
  fileprivate mutating func append(
    _ operation: cx_operation,
    count: Int = 0,
    window: Int = 0,
    slot: UInt32 = 0,
    lower: Double = 0,
    upper: Double = 0,
    term: String = ""
  ) {
    let start = terms.count
    terms.append(contentsOf: term.utf8)
    ranges.append(start..<terms.count)
    steps.append(
      cx_step(
        operation: operation,
        count: UInt32(clamping: count),
        window: UInt32(clamping: window),
        slot: slot,
        lower: lower,
        upper: upper,
        term: cx_bytes()
      )
    )
  }

  /// Appends an operation on operands; one operand alone stands for itself, none for nothing.
  fileprivate mutating func append(
    _ operation: cx_operation,
    _ operands: [QueryProgram],
    window: Int = 0
  ) {
    for operand in operands { operand.append(to: &self) }
    switch operands.count {
    case 0: append(.nothing)
    case 1: break
    default: append(operation, count: operands.count, window: window)
    }
  }
}

/// One run of a query program, with what is wanted of its answer.
struct SearchRun {
  var program: QueryProgram
  var first: UInt32 = 0
  var limit: UInt32 = 10
  var checkAtLeast: UInt32 = 0
  var collapseSlot = UInt32.max
  var sortSlots: [cx_sort_slot] = []
  var facetSlots: [cx_facet_slot] = []
  var wantsData = true
  /// BM25's saturation and length normalisation.
  var k1: Double
  var b: Double
  /// How many documents are passages; 0 for all.
  var passages = 0

  init(_ program: QueryProgram, ranking: Ranking = .standard) {
    self.program = program
    k1 = ranking.k1
    b = ranking.b
  }

  /// Runs the program until its end or the deadline.
  func run(
    on database: DatabaseHandle, until deadline: Deadline
  ) throws(IndexError) -> ResultBlock {
    var compiled = QueryProgram.Steps()
    program.append(to: &compiled)
    let block = try compiled.terms.withUnsafeBytes { terms -> Result<ResultBlock, IndexError> in
      for (index, range) in compiled.ranges.enumerated() {
        compiled.steps[index].term = cx_bytes(UnsafeRawBufferPointer(rebasing: terms[range]))
      }
      return compiled.steps.withUnsafeBufferPointer { steps in
        facetSlots.withUnsafeBufferPointer { facets in
          sortSlots.withUnsafeBufferPointer { run(steps, facets, $0, on: database, deadline) }
        }
      }
    }.get()
    deadline.noteCut(block.isCut)
    return block
  }

  private func run(
    _ steps: UnsafeBufferPointer<cx_step>,
    _ facets: UnsafeBufferPointer<cx_facet_slot>,
    _ sortSlots: UnsafeBufferPointer<cx_sort_slot>,
    on database: DatabaseHandle,
    _ deadline: Deadline
  ) -> Result<ResultBlock, IndexError> {
    Result { () throws(IndexError) in
      guard let address = steps.baseAddress else {
        throw IndexError(.internalFault, "A query program without steps.")
      }
      var search = cx_search(
        steps: address,
        step_count: steps.count,
        first: first,
        limit: limit,
        check_at_least: checkAtLeast,
        collapse_slot: collapseSlot,
        sort_slots: sortSlots.baseAddress,
        sort_count: sortSlots.count,
        facet_slots: facets.baseAddress,
        facet_count: facets.count,
        group_slot: Schema.Slot.work,
        wants_data: wantsData,
        k1: k1,
        b: b,
        passages: Double(passages),
        limit_of_time: deadline.limit
      )
      return try database.run(&search)
    }
  }
}
