// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import IndexSchema
@testable import QueryLanguage

struct QueryParserTests {
  private func parse(_ text: String, _ filters: [Filter] = []) throws -> ParsedQuery {
    var parser = QueryParser()
    return try parser.parse(text, filters: filters)
  }

  @Test(arguments: [
    ("factory committees", "factory committees"),
    ("“factory committees” -state", "\"factory committees\" -state"),
    ("-\"dual power\" soviet", "soviet -\"dual power\""),
    ("anarch* Lénine", "anarch* lénine"),
    ("soviet author:Wetzel year:1917..1921", "soviet author:wetzel year:1917..1921"),
    ("year:1917–21", "year:1917..1921"),
    ("year:..1921", "year:..1921"),
    ("year:>=1917", "year:1917.."),
    ("decade:1910s", "decade:1910..1919"),
    ("self-management", "self management"),
    ("Kronstadt: a history", "kronstadt a history"),
    ("at 10:30", "at 10 30"),
    ("title:\"workers power\" x", "x title:\"workers power\""),
    ("https://pamphlet", "https pamphlet"),
    ("a – b", "a b"),
    ("*archism w?rd what?", "*archism w?rd what"),
    ("Comité* “l’usi*”", "comite* \"l'usi*\""),
    ("Makhno~ kropotkin~1 bred~1", "makhno~ kropotkin~1 bred~"),
    ("=Committee =", "=committee"),
    ("+factory committee -state", "+factory committee -state"),
    ("+\"dual power\" soviet", "+\"dual power\" soviet"),
    ("a AND b OR c", "(a AND b) OR c"),
    ("a OR b c AND d", "a OR (b c AND d)"),
    ("workers control AND (factory OR shop)", "workers control AND (factory OR shop)"),
    ("a NOT b c", "a c -b"),
    ("a AND NOT b", "a AND -b"),
    ("NOT NOT a", "a"),
    ("strike NEAR/5 general", "strike NEAR/5 general"),
    ("strike NEAR general ADJ strike", "strike ADJ/10 general ADJ/10 strike"),
    ("general ADJ/2 strike x", "general ADJ/2 strike x"),
    ("(strike OR lockout) NEAR/5 general", "(strike OR lockout) NEAR/5 general"),
    ("\"dual power\" NEAR/3 soviet", "=dual NEAR/3 =power NEAR/3 soviet AND \"dual power\""),
    ("author:(wetzel OR brinton) soviet", "soviet author:wetzel author:brinton"),
    ("author:(tom wetzel)", "author:tom AND author:wetzel"),
    ("year:(1917 1921) x", "x year:1917 year:1921"),
    ("author:kropot* title:strik~", "author:kropot* title:strik~"),
    ("\"power soviets\"~2 \"labour\"~", "\"power soviets\"~2 \"labour\"~"),
    ("((((a))))", "a"),
    ("(a b) c", "a b c"),
    ("-(a b)", "x"),
    ("‘dual power’ workers’ control", "\"dual power\" workers control"),
    ("text:(a b) text:c", "a b c"),
  ])
  func `a query is understood`(_ text: String, _ interpreted: String) throws {
    let text = text == "-(a b)" ? "x -(a b)" : text
    let expected = interpreted == "x" ? "x -(a b)" : interpreted
    #expect(try parse(text).interpreted == expected)
  }

  @Test func `what was understood is understood again as the same`() throws {
    for section in QuerySyntax.sections {
      for rule in section.rules {
        let query = try parse(rule.example)
        #expect(query.warnings.isEmpty, "\(rule.example)")
        #expect(try parse(query.interpreted).interpreted == query.interpreted)
      }
    }
    for field in Schema.fields where field.isSearchable {
      #expect(try parse(field.example).warnings.isEmpty)
    }
  }

  @Test(arguments: [
    ("factory AND", "ignored-operator", 8..<11), ("OR factory", "ignored-operator", 0..<2),
    ("a AND OR b", "ignored-operator", 2..<5), ("NEAR/3 a", "ignored-operator", 0..<6),
    ("a NEAR", "ignored-operator", 2..<6), ("a NEAR -b", "ignored-operator", 2..<6),
    ("a NOT", "ignored-operator", 2..<5), ("(factory", "unclosed-parenthesis", 0..<1),
    ("factory)", "stray-parenthesis", 7..<8), ("* factory", "ignored-wildcard", 0..<1),
    ("f* actory", "ignored-wildcard", 0..<2), ("factory ~", "", 0..<0),
    ("\"a*\"~ x", "ignored-wildcard", 1..<3), ("a*b~ x", "ignored-tilde", 0..<4),
    ("word~9", "distance-cut", 0..<6), ("wo~", "ignored-tilde", 0..<3),
    ("a NEAR/500 b", "distance-cut", 2..<10),
    ("soviet autor:wetzel", "unknown-field", 7..<12),
    ("(a AND b) NEAR/2 c", "near-operand", 0..<9),
  ])
  func `what makes no sense is ignored with a warning`(
    _ text: String, _ code: String, _ place: Range<Int>
  ) throws {
    let warnings = try parse(text).warnings
    #expect(warnings.map(\.code) == (code.isEmpty ? [] : [code]))
    #expect(warnings.first?.position ?? 0..<0 == place)
  }

  @Test func `an unknown field is said, its words are searched and the nearest is offered`() throws
  {
    let query = try parse("soviet autor:wetzel")
    #expect(query.interpreted == "soviet autor wetzel")
    #expect(query.warnings.first?.message.contains("Did you mean `author:`?") == true)
    #expect(query.correctedFields == "soviet author:wetzel")
    #expect(try parse("zzzzzzzz:wetzel").correctedFields == nil)
  }

  @Test func `a long text is a quotation, a query with signs of the language is none`() throws {
    let text =
      "the factory committees were the power in the workshops (said he), and – nobody else "
      + "“was” to be the master of them"
    let query = try parse(text)
    if case .quotation(let quotation) = query.root {
      #expect(quotation.tokens.count == 21)
      #expect(!quotation.isQuoted)
    } else {
      Issue.record("no quotation")
    }
    let quoted = try parse("“\(text.replacing("“", with: "").replacing("”", with: ""))”")
    if case .quotation(let quotation) = quoted.root { #expect(quotation.isQuoted) }
    for sign in ["author:x", "AND x", "-x", "x*", "=x", "x~", "+x", "x?x"] {
      if case .quotation = try parse("\(text) \(sign)").root {
        Issue.record("a quotation with \(sign)")
      }
    }
  }

  @Test(arguments: [
    "one two three four five six \"seven\"", "one two three four five six (seven)",
    "one two three four five six foo:seven", "one two three four five six s?ven",
    "one two three four five six –seven",
  ])
  func `a short text with any sign is read as a query`(_ text: String) throws {
    if case .quotation = try parse(text).root { Issue.record("a quotation: \(text)") }
    if case .quotation = try parse("one two three four five six seven?").root { return }
    Issue.record("no quotation")
  }

  @Test(arguments: [
    ("\"anarcho\"-capitalism", "\"anarcho\" capitalism"),
    ("“working class”-based", "\"working class\" based"), ("(state)-power", "state power"),
    ("state (-power)", "state -power"), ("state -power", "state -power"),
    ("Speaker:Lenin", "speaker:lenin"), ("Note:this", "note this"),
  ])
  func `a hyphen joins where no word begins, a field may have capitals`(
    _ text: String, _ interpreted: String
  ) throws {
    #expect(try parse(text).interpreted == interpreted)
  }

  @Test func `an unclosed quotation extends to the end, with a warning`() throws {
    let query = try parse("strike \"general strike")
    #expect(query.interpreted == "strike \"general strike\"")
    #expect(query.warnings.map(\.code) == ["unclosed-quotation"])
    #expect(query.warnings.first?.position == 7..<22)
  }

  @Test(arguments: [
    ("year:soon", 5..<9), ("soviet year:1921..1917", 12..<22),
    ("", 0..<1), ("-soviet", 0..<7), ("…", 0..<1), ("soviet author:\"…\"", 15..<16),
    ("NOT soviet", 0..<10), ("AND", 0..<3), ("()", 0..<2), ("soviet (year:x)", 13..<14),
    ("-(a b) -c", 0..<9), ("author:\"\"", 0..<9),
  ])
  func `what cannot be meant is an error with its place`(_ text: String, _ place: Range<Int>) {
    let error = #expect(throws: IndexError.self) { try parse(text) }
    #expect(error?.code == .invalidQuery)
    #expect(error?.position == place)
    #expect(error?.hint != nil)
  }

  @Test func `a caret stands under the place of an error`() throws {
    let text = "soviet year:soon"
    let error = try #require(#expect(throws: IndexError.self) { try parse(text) })
    #expect(caret(for: error, in: text) == "soviet year:soon\n            ^^^^")
  }

  @Test func `a query of too many characters is refused, one of too many words is cut`() throws {
    #expect(throws: IndexError.self) { try parse(String(repeating: "a ", count: 3_000)) }
    let query = try parse(String(repeating: "a ", count: 1_000) + "-b")
    #expect(query.warnings.map(\.code) == ["too-many-words"])
    #expect(query.words.count == SearchLimits.terms)
  }

  @Test func `values of one field are alternatives, of several fields conditions`() throws {
    let query = try parse(
      "",
      [
        Filter(field: "author", value: "wetzel"), Filter(field: "author", value: "brinton"),
        Filter(field: "year", value: "2005"),
      ])
    #expect(query.restrictions.count == 2)
    #expect(query.interpreted == "author:wetzel author:brinton year:2005")
  }

  @Test func `anything typed is read or refused, never a crash`() {
    let signs = Array("ab\"“”‘’«»-–:.*~?=+()[]^ \u{0}\u{301}\u{202E}é中0\n\t")
    var state: UInt64 = 42
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<Int(state >> 60) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(signs[Int(state >> 33) % signs.count])
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      if case .failure(let error) = Result(catching: { try parse(text) }) {
        let error = error as? IndexError
        #expect(error?.position != nil)
        if let error { _ = caret(for: error, in: text) }
      }
    }
  }
}
