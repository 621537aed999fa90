// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct BlockLanguagesTests {
  private let english =
    "The workers of the factory elected their own delegates to the council, and every one of them "
    + "could be recalled by those who had chosen them, which nobody had expected."
  private let french =
    "Les ouvriers de cette usine avaient élu leurs propres délégués au conseil, et chacun d’eux "
    + "pouvait être révoqué par ceux qui les avaient choisis, ce que personne n’avait prévu."

  private func languages(_ language: String?, _ texts: String...) -> [String?] {
    var text = ExtractedText(blocks: texts.map { Block(.paragraph, $0, line: 1) })
    text.metadata.language = language.map { Attributed($0, .stated, rule: "html-lang") }
    BlockLanguages.mark(&text)
    return text.blocks.map(\.language)
  }

  @Test func `what is quoted at length in another language has its own`() {
    #expect(languages("en", english, french, "Les mots.") == [nil, "fr", nil])
    #expect(languages("en-gb", english, french) == [nil, "fr"])
    #expect(languages("fr", english, french) == ["en", nil])
    #expect(languages("nl", english, french) == ["en", "fr"])
    #expect(languages(nil, english, french) == [nil, nil])
  }
}
