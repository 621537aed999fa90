// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// A source as a bibliographic record, with remarks for what no field can hold.
struct CitedRecord {
  var facts: CitedFacts
  /// Sentences for the `note` field.
  var remarks: [String]
  /// The day on which it was read; `nil` if that is not told, or it has not been read.
  var accessed: AccessDate?
}

extension CitedChain {
  /// One record for each source in the chain, beginning with the origin of the words.
  var records: [CitedRecord] {
    let sources = [origin].compactMap(\.self) + carriers
    return sources.indices.map { index in
      var remarks = [sources[index].place.remark].compactMap(\.self)
      if index == 0, let speaker {
        remarks.append(origin == nil ? "Quotes \(speaker.name)." : "Words of \(speaker.name).")
      }
      if index + 1 < sources.count {
        remarks.append("Quoted in \(sources[index + 1].chicagoNote.plain.withFullStop)")
      }
      if index == 0, isInferred { remarks.append("Attribution inferred.") }
      let isRead = index + 1 == sources.count || sources[index].url != nil
      return CitedRecord(
        facts: sources[index], remarks: remarks, accessed: isRead ? accessed : nil)
    }
  }
}
