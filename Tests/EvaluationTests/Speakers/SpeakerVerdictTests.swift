// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import Evaluation

struct SpeakerVerdictTests {
  @Test(arguments: [
    ("Anna Lund", "Anna Lund"), ("Lund", "Anna Lund"), ("A. Lund", "Anna Lund"),
    ("Mrs. Lund", "Anna Lund"), ("Anna Maria Lund", "Anna Lund"), ("Anna", "Anna Lund"),
    ("the Lettish officer", "Lettish officer"), ("Lund’s", "Lund"),
    ("Élise Dargent", "Elise Dargent"),
    ("weavers", "weaver"),
  ])
  func `a name is right in other forms`(_ pair: (offered: String, label: String)) {
    #expect(SpeakerVerdict([pair.label]).accepts(pair.offered))
  }

  @Test(arguments: [
    ("Carl Berg", "Anna Lund"), ("Carl Lund", "Anna Lund"), ("Constituent Assembly Lund", "Lund"),
    ("Lund", "Carl Berg"), ("", "Lund"),
  ])
  func `another name is wrong`(_ pair: (offered: String, label: String)) {
    #expect(!SpeakerVerdict([pair.label]).accepts(pair.offered))
  }

  @Test func `labels that give family names accept a given name before it`() {
    #expect(!SpeakerVerdict(["Lund"]).accepts("Anna Lund"))
    #expect(SpeakerVerdict(["Lund"], byFamily: true).accepts("Anna Lund"))
  }
}
