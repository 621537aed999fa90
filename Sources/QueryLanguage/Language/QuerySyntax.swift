// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The query language as a table.
///
/// The help of the command line and `Index/QUERY.md` are generated from it, and a test parses every
/// example.
package enum QuerySyntax {
  /// An element of the query language.
  package struct Rule: Sendable {
    /// An example of the element.
    package var example: String
    /// What it finds.
    package var meaning: String
  }

  /// Related rules.
  package struct Section: Sendable {
    /// What they are about.
    package var title: String
    /// The rules.
    package var rules: [Rule]
  }

  /// The rules by topic.
  package static let sections = [
    Section(
      title: "Words",
      rules: [
        Rule(
          "factory committees", "either word or both, in all inflected forms; both rank higher"),
        Rule("+committee factory", "“committee” is required"),
        Rule("committee -state", "without “state”; also -\"a phrase\", -field:value, -( … )"),
        Rule("=committee", "the word exactly as written, no other form"),
        Rule("self-management", "two words; a hyphen inside a word is not a minus"),
      ]),
    Section(
      title: "Phrases",
      rules: [
        Rule(
          "\"factory committees\"",
          "verbatim; capitals, accents, punctuation and line breaks make no difference"),
        Rule("“workers’ control”", "curly marks work too, and so do „low“ and «pointed» ones"),
        Rule("\"organised labour\"~", "in British or American spelling"),
        Rule("\"power soviets\"~2", "in this order, with at most 2 words in between"),
        Rule("\"factory committ*\"", "a pattern inside a phrase"),
      ]),
    Section(
      title: "Patterns",
      rules: [
        Rule("anarch*", "words with this beginning"),
        Rule("*archism", "words with this ending"),
        Rule("wom?n", "any single letter"),
        Rule("Kropotkin~", "similar spellings: one letter may differ, two in long words"),
        Rule("Makhno~1", "at most 1 letter may differ"),
      ]),
    Section(
      title: "Together",
      rules: [
        Rule("strike AND council", "both"),
        Rule("soviets OR councils", "one or both"),
        Rule("power NOT state", "the first without the second"),
        Rule("workers control AND (factory OR shop)", "adjacent words belong together"),
        Rule("strike NEAR/5 general", "at most 5 words apart, in any order; NEAR alone is NEAR/10"),
        Rule("general ADJ/2 strike", "in this order, at most 2 apart; ADJ alone means adjacent"),
        Rule("(strike OR lockout) NEAR/5 general", "any of several words near another"),
      ]),
    Section(
      title: "Fields",
      rules: [
        Rule("author:kropotkin bread", "words in works by an author"),
        Rule("title:\"mutual aid\"", "the exact words, in a title"),
        Rule("author:(wetzel OR brinton)", "any of several values"),
        Rule("author:kropot*", "a pattern in a field; also kropotkine~"),
        Rule("year:1917..1921", "a range; also 1917.. and ..1921, 1917-21, >=1917"),
        Rule("decade:1930s", "a decade"),
        Rule("-kind:note committee", "excluding notes"),
      ]),
  ]

  /// Remarks on all queries.
  package static let remarks = [
    "AND, OR, NOT, NEAR and ADJ are operators only in capitals. NOT binds most tightly, then NEAR "
      + "and ADJ, then adjacent words, then AND, then OR.",
    "Several values of one field are alternatives; of several fields, each must match; "
      + "-field:value excludes. Fields ignore the order of words: a phrase there requires all its "
      + "words exactly as written.",
    "\(PastedQuotation.fewestWords) or more plain words may be a quotation, from memory or pasted "
      + "unchanged: passages that contain most of it in a row come first, each with the "
      + "differences; three quarters of a short one, half from \(PastedQuotation.fewestOfLong) words on. A sign, a field "
      + "or an operator makes it plain words. In quotation marks, only the quotation is searched. A "
      + "phrase of at least \(PastedQuotation.fewestQuotedWords) words that occurs nowhere verbatim is "
      + "treated likewise.",
    "A query is never rejected for its form: what makes no sense is ignored, with a "
      + "warning that gives its place. Errors are an empty query, one that only excludes, and a value "
      + "that is invalid for its field.",
    "Limits: \(SearchLimits.queryLength) characters, \(SearchLimits.terms) words, parentheses "
      + "\(SearchLimits.depth) deep, \(SearchLimits.positional) phrases, \(SearchLimits.patterns) patterns; "
      + "a pattern matches its \(SearchLimits.expansion) most frequent words. A warning says what was cut.",
  ]
}

extension QuerySyntax.Rule {
  /// Creates a rule.
  fileprivate init(_ example: String, _ meaning: String) {
    self.example = example
    self.meaning = meaning
  }
}
