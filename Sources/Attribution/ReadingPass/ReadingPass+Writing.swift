// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

extension ReadingPass {
  /// Writes the quotations and references that were found into the passages.
  func write(to passages: inout [Passage]) {
    for index in passages.indices {
      passages[index].references = references[index].sorted {
        $0.range.lowerBound < $1.range.lowerBound
      }
      let turns = turns(index)
      let quoted = (found[index] + inner[index]).filter(\.isSpeech)
        .filter { quotation in
          // A turn that is set apart is not a quotation besides.
          quotation.span.ends != .block
            || !turns.contains { $0.range.overlaps(quotation.span.range) }
        }
        .map { quotation($0, index) }
      passages[index].quotations = (turns + quoted).sorted {
        ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
      }
    }
  }

  func quotation(_ found: FoundQuotation, _ index: Int) -> Quotation {
    let passage = reading.passages[index]
    var evidence = found.evidence
    var basis = Basis.stated
    var speaker = found.speaker
    if let resolution = found.resolution {
      evidence += resolution.rules.map { self.evidence($0, found, index) }
      if resolution.basis == .inferred { basis = .inferred }
      if rules.contains(.referenceAuthor),
        let author = author(
          resolution, beside: speaker, self.evidence(.referenceAuthor, found, index))
      {
        speaker = author
      }
    }
    if let speaker {
      evidence += speaker.evidence
      let isInferred = !speaker.isStrong || speaker.printed != speaker.name
      if isInferred { basis = .inferred }
    }
    var source = found.resolution?.source
    var via = found.resolution?.via ?? []
    if let pages = found.pages {
      if via.isEmpty { source?.pages = pages } else { via[via.count - 1].pages = pages }
      basis = .inferred
    }
    if source != nil, source?.authors.isEmpty == true, source?.title == nil, !via.isEmpty,
      let name = speaker?.name
    {
      source?.authors = [name]
    }
    return Quotation(
      range: found.span.range, text: passage.string(found.span.inner), speaker: speaker?.name,
      printedSpeaker: speaker?.printed, source: source, via: via, note: found.note, basis: basis,
      evidence: evidence)
  }

  /// Evidence for a rule that used the quotation's reference, wherever that reference stands.
  func evidence(
    _ rule: AttributionRule, _ found: FoundQuotation, _ index: Int
  ) -> Evidence {
    guard let reference = found.reference else {
      return Evidence(rule: rule.rawValue, range: found.span.range)
    }
    return Evidence(
      rule: rule.rawValue, range: reference.range,
      passage: reference.passage == index ? nil : sources[reference.passage].label)
  }

  /// The author named by the reference; `nil` if the prose identifies the speaker better.
  func author(
    _ resolution: Resolution, beside speaker: Speaker?, _ evidence: Evidence
  ) -> Speaker? {
    guard !resolution.source.authors.isEmpty else { return nil }
    let name = resolution.source.authors.joined(separator: " and ")
    if let speaker {
      let isOther = !resolution.source.authors.map(NameReader.key).contains(speaker.key)
      let isWeak =
        !speaker.isStrong && !speaker.isCarried
        && speaker.evidence.contains {
          [AttributionRule.colonSubject, .collectiveSpeaker, .frame].map(\.rawValue).contains(
            $0.rule)
        }
      let isBetter =
        speaker.isGeneric
        || !speaker.isPerson && (!resolution.via.isEmpty && resolution.namesAuthor || isWeak)
        || isWeak && isOther && resolution.namesAuthor
      guard isBetter else { return nil }
    }
    let key = resolution.source.authors.last.map(NameReader.key) ?? ""
    return Speaker(
      name: name, printed: name, key: key, isPerson: true, isGeneric: false, isStrong: false,
      evidence: [evidence])
  }
}
