// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXapian
package import IndexSchema

extension LocalSnapshot {
  package func match(
    _ plan: MatchPlan, until deadline: Deadline
  ) throws(IndexError) -> MatchPage {
    let block = try run(plan, until: deadline)
    let candidates = block.candidates
    var sequences = Sequences(block: nil)
    let wanted = candidates.prefix(plan.sequenceCount).map(\.key.document)
    if !wanted.isEmpty {
      sequences = Sequences(block: try database.values(Schema.Slot.sequence, of: wanted))
    }
    return MatchPage(
      candidates: candidates, sequences: sequences, facets: block.facets, total: block.total,
      isCut: block.isCut)
  }

  /// The candidates of a plan only.
  func candidates(_ plan: MatchPlan, until deadline: Deadline) throws(IndexError) -> [Candidate] {
    try run(plan, until: deadline).candidates
  }

  /// Runs a plan until it is complete or the deadline passes.
  func run(_ plan: MatchPlan, until deadline: Deadline) throws(IndexError) -> ResultBlock {
    let aliases = plan.facets.contains(Schema.speaker) ? try speakerAliases() : nil
    var program = QueryPlan.Steps()
    plan.query.append(to: &program)
    let sortSlots = plan.sortKeys.map {
      cx_sort_slot(slot: $0.slot, is_descending: $0.isDescending)
    }
    let block = try program.terms.withUnsafeBytes { terms -> Result<ResultBlock, IndexError> in
      for (index, range) in program.ranges.enumerated() {
        program.steps[index].term = cx_bytes(UnsafeRawBufferPointer(rebasing: terms[range]))
      }
      return program.steps.withUnsafeBufferPointer { steps in
        plan.facetSlots(speakers: aliases).withUnsafeBufferPointer { facets in
          sortSlots.withUnsafeBufferPointer { sortSlots in
            Schema.place.withUnsafeBufferPointer { place in
              Result { () throws(IndexError) in
                guard let steps = steps.baseAddress, let place = place.baseAddress else {
                  throw IndexError(.internalFault, "A search plan has no steps.")
                }
                var search = cx_search(
                  steps: steps,
                  step_count: program.steps.count,
                  limit: UInt32(clamping: plan.limit),
                  check_at_least: UInt32(clamping: plan.checkAtLeast),
                  collapse_slot: plan.isGroupedByWork ? Schema.Slot.work : UInt32.max,
                  sort_slots: sortSlots.baseAddress,
                  sort_count: sortSlots.count,
                  tie_slots: place,
                  tie_count: plan.ordersTies ? Schema.place.count : 0,
                  facet_slots: facets.baseAddress,
                  facet_count: facets.count,
                  group_slot: Schema.Slot.work,
                  k1: plan.k1,
                  b: plan.b,
                  limit_of_time: deadline.limit
                )
                return try database.run(&search)
              }
            }
          }
        }
      }
    }.get()
    deadline.noteCut(block.isCut)
    return block
  }
}

extension MatchPlan {
  /// The slots to count, without duplicates; speakers by person.
  fileprivate func facetSlots(speakers aliases: AliasTable?) -> [cx_facet_slot] {
    var slots: [cx_facet_slot] = []
    for field in facets {
      guard let slot = field.slot, !slots.contains(where: { $0.slot == slot }) else { continue }
      let aliases = slot == Schema.Slot.speaker ? aliases : nil
      slots.append(
        cx_facet_slot(
          slot: slot, is_number: field.kind == .number, aliases: aliases?.start,
          alias_count: aliases?.count ?? 0))
    }
    return slots
  }
}

extension Schema {
  /// The slots that sort passages by id: by work, in reading order.
  fileprivate static let place = [Slot.work, Slot.ordinal]
}

extension ResultBlock {
  /// The items of a match; tiers are separated from the weights.
  fileprivate var candidates: [Candidate] {
    withItems { items in
      items.map { item in
        let tier = (item.weight / QueryPlan.tierWeight).rounded(.down)
        return Candidate(
          key: PassageKey(document: item.document), tier: Int(tier),
          weight: item.weight.truncatingRemainder(dividingBy: QueryPlan.tierWeight),
          others: Int(item.frequency))
      }
    }
  }
}
