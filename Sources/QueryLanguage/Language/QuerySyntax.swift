// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The query language, as a table: the help of the command line and `Index/QUERY.md` are made of it,
/// and a test reads every example.
package enum QuerySyntax {
  /// One thing that a query may say.
  package struct Rule: Sendable {
    /// An example of it.
    package var example: String
    /// What it finds.
    package var meaning: String
  }

  /// Rules that belong together.
  package struct Section: Sendable {
    /// What they are about.
    package var title: String
    /// The rules.
    package var rules: [Rule]
  }

  /// The rules.
  package static let sections = [
    Section(
      title: "Words",
      rules: [
        Rule(
          "factory committees", "both words in all their forms, or one of them"),
        Rule("+committee factory", "not without “committee”"),
        Rule("committee -state", "not with “state”; also -\"a phrase\", -field:value, -( … )"),
        Rule("=committee", "the word as it is written, no other form of it"),
        Rule("self-management", "two words; a hyphen inside a word is no minus"),
      ]),
    Section(
      title: "Phrases",
      rules: [
        Rule(
          "\"factory committees\"",
          "word for word; capitals, accents, punctuation and line ends make no difference"),
        Rule("“workers’ control”", "curly marks, „low“ and «pointed» ones do as well"),
        Rule("\"organised labour\"~", "British and American spelling are the same"),
        Rule("\"power soviets\"~2", "in this order, with at most 2 words between"),
        Rule("\"factory committ*\"", "a pattern inside a phrase"),
      ]),
    Section(
      title: "Patterns",
      rules: [
        Rule("anarch*", "words that begin so"),
        Rule("*archism", "words that end so"),
        Rule("wom?n", "one letter, whichever"),
        Rule("Kropotkin~", "spelled nearly so: one letter differs, two if the word is long"),
        Rule("Makhno~1", "at most 1 letter differs"),
      ]),
    Section(
      title: "Together",
      rules: [
        Rule("strike AND council", "both"),
        Rule("soviets OR councils", "one of them, or both"),
        Rule("power NOT state", "the first and not the second"),
        Rule("workers control AND (factory OR shop)", "what stands side by side belongs together"),
        Rule("strike NEAR/5 general", "at most 5 words apart, in any order; NEAR alone is NEAR/10"),
        Rule("general ADJ/2 strike", "in this order, at most 2 apart; ADJ alone is next to it"),
        Rule("(strike OR lockout) NEAR/5 general", "one of several words near another"),
      ]),
    Section(
      title: "Fields",
      rules: [
        Rule("author:kropotkin bread", "words in works of an author"),
        Rule("title:\"mutual aid\"", "the words as they are written, in a title"),
        Rule("author:(wetzel OR brinton)", "any of several values"),
        Rule("author:kropot*", "a pattern, or kropotkine~, in a field"),
        Rule("year:1917..1921", "a range; also 1917.. and ..1921, 1917-21, >=1917"),
        Rule("decade:1930s", "ten years"),
        Rule("-kind:note committee", "without notes"),
      ]),
  ]

  /// What holds for all queries.
  package static let remarks = [
    "AND, OR, NOT, NEAR and ADJ are operators in capitals only. NOT binds closest, then NEAR and "
      + "ADJ, then what stands side by side, then AND, then OR.",
    "Of one field any value may match, of several fields each must; -field:value leaves out. Fields "
      + "have no order of words: a phrase there means that all its words are there as written.",
    "\(PastedQuotation.fewestWords) plain words or more may be a quotation, from memory or pasted as "
      + "it is: passages that have nearly that in a row come first, each with the differences; three "
      + "quarters of a short one, half of \(PastedQuotation.fewestOfLong) words and more. A sign, a field "
      + "or an operator in it makes words of it. Between quotation marks nothing else is found. A "
      + "phrase of \(PastedQuotation.fewestQuotedWords) words that is nowhere word for word is treated so "
      + "too.",
    "A query is never refused for its form: what cannot be meant is passed over and said in a "
      + "warning with its place. Errors are an empty query, one that only leaves out, and a value "
      + "that its field cannot have.",
    "Bounds: \(SearchLimits.queryLength) characters, \(SearchLimits.terms) words, parentheses "
      + "\(SearchLimits.depth) deep, \(SearchLimits.positional) phrases, \(SearchLimits.patterns) patterns; "
      + "a pattern stands for its \(SearchLimits.expansion) most frequent words. What is cut is said.",
  ]
}

extension QuerySyntax.Rule {
  /// Creates a rule.
  fileprivate init(_ example: String, _ meaning: String) {
    self.example = example
    self.meaning = meaning
  }
}
