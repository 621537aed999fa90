// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing
import TextFolding

struct LanguageTagTests {
  @Test(arguments: [
    ("en", "en"), ("PT-br", "pt-BR"), ("sr_latn_RS", "sr-Latn-RS"), ("grc", "grc"), ("cmn", "cmn"),
    ("de-1901", "de-1901"), ("en-x-Old", "en-x-old"), ("es-419", "es-419"),
  ])
  func `a tag is written in its usual case`(text: String, tag: String) throws {
    #expect(try LanguageTag(text).text == tag)
  }

  @Test(
    arguments: [
      ("English", .malformed), ("", .malformed), ("e", .malformed), ("en-", .malformed),
      ("e1", .malformed), ("en US", .malformed), ("xx", .unknown), ("qqq", .unknown),
      ("eng", .replaced(by: "en")), ("ger-AT", .replaced(by: "de-AT")),
      ("deu", .replaced(by: "de")),
    ] as [(String, LanguageTag.Fault)])
  func `what is not the tag of a language says why`(text: String, fault: LanguageTag.Fault) {
    #expect(throws: fault) { try LanguageTag(text) }
  }
}
