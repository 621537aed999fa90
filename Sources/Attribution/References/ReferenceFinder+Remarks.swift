// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Brackets that are no references: captions, remarks, and pointers into the text at hand.
extension ReferenceFinder {
  /// Whether a bracket is a caption or a remark: it tells where a picture is from, or has a sentence
  /// in it.
  func isCaption(_ inner: ArraySlice<Token>) -> Bool {
    let stops = inner.indices.dropFirst().filter {
      inner[$0].isSign(".") && $0 + 1 < inner.endIndex && inner[$0 + 1].isCapital
        && (inner[$0 - 1].kind == .number || inner[$0 - 1].range.count > 4)
    }
    return stops.count > 1
      || inner.contains {
        Self.captions.contains($0.folded)
          || $0.kind == .word && !$0.isCapital && $0.emphasis == 0
            && ["is", "are", "was", "were", "has", "had", "ist", "war", "wird", "est", "fut"]
              .contains(
                $0.folded)
      }
  }

  static let captions: Set<String> = [
    "quelle", "photo", "foto", "photograph", "abb", "fig", "via", "wikimedia", "wikipedia", "cc",
    "domain", "courtesy", "crédit", "fuente", "erstveröffentlichung", "drawing", "painting",
  ]

  /// Words that open what transcribers put in square brackets.
  static let insertions: Set<String> = [
    "illustration", "illustrations", "transcriber's", "transcriber", "greek", "sidenote", "picture",
    "image", "graphic", "music", "musical", "abb", "footnote", "note", "pdf", "photo", "photograph",
    "figure", "table",
    "caption",
    "cartoon", "chart", "anmerkung", "fußnote", "voetnoot", "nota", "abbildung", "ilustración",
    "illustrazione", "hebrew", "decoration", "map", "plate",
    "facsimile",
  ]

  static let remarks: Set<String> = [
    "emphasis", "italics", "emphases", "sic", "my", "our", "original", "added", "translation", "is",
    "was", "are", "were", "has", "had", "which", "who", "section", "see", "he", "she", "they", "it",
  ]

  /// Whether a reference names nothing but a part of the text at hand: `(Appendix, p. 56)`,
  /// `(see p. 119)`.
  static func isInternal(_ reference: ParsedReference, _ tokens: ArraySlice<Token>) -> Bool {
    let source = reference.source
    guard reference.via.isEmpty, !source.isSame, !source.isWorkBefore, source.site == nil else {
      return false
    }
    let words = tokens.filter { $0.kind == .word }
    return words.allSatisfy {
      ReferenceWords.internalParts.contains($0.folded) || ReferenceWords.page.contains($0.folded)
    }
      && words.contains {
        !ReferenceWords.page.contains($0.folded) && !ReferenceWords.volume.contains($0.folded)
          && !ReferenceWords.issue.contains($0.folded) && $0.folded != "and" && $0.folded.count > 3
          || $0.folded == "see" || $0.folded == "fig" || $0.folded == "cf"
      }
  }

  /// Whether a parenthesis is a remark in which a page happens to stand.
  func isProse(_ reference: ParsedReference, _ inner: ArraySlice<Token>) -> Bool {
    let source = reference.source
    guard reference.via.isEmpty, !inner.contains(where: { $0.emphasis != 0 }), source.title != nil,
      source.names.isEmpty
    else { return false }
    if inner.contains(where: { !$0.isCapital && ["is", "was", "are", "were"].contains($0.folded) }),
      inner.first.map(SourceReader.isQuote) != true
    {
      return true
    }
    guard !source.isArticle, !source.isSet else { return false }
    let words = inner.filter { $0.kind == .word && $0.emphasis == 0 }
    let small = words.filter {
      !$0.isCapital && !ReferenceWords.small.contains($0.folded)
        && !ReferenceWords.page.contains($0.folded)
    }.count
    if small > words.filter(\.isCapital).count { return true }
    return words.contains {
      !$0.isCapital && (ReferenceWords.finite.contains($0.folded) || $0.folded == "see")
    }
  }
}
