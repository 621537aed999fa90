// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// A source as a record for a program, with what its fields have no place for.
struct CitedRecord {
  let facts: CitedFacts
  /// Sentences for the field of notes.
  let remarks: [String]
}

extension CitedChain {
  /// A record for each source that the reference names, the words' own source first.
  var records: [CitedRecord] {
    let sources = [origin].compactMap(\.self) + carriers
    return sources.indices.map { index in
      var remarks = [sources[index].place.remark].compactMap(\.self)
      if index == 0, let speaker {
        remarks.append(origin == nil ? "Quotes \(speaker.name)." : "Words of \(speaker.name).")
      }
      if index + 1 < sources.count {
        remarks.append("Quoted in \(sources[index + 1].chicagoNote.closed)")
      }
      if index == 0, isInferred { remarks.append("Attribution inferred.") }
      return CitedRecord(facts: sources[index], remarks: remarks)
    }
  }
}
