// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import PassageIndex

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
    ("self-management", "self management"),
    ("Kronstadt: a history", "kronstadt a history"),
    ("at 10:30", "at 10 30"),
    ("title:\"workers power\" x", "x title:\"workers power\""),
    ("https://example.org", "https example.org"),
    ("a – b", "a b"),
  ])
  func `a query is understood`(_ text: String, _ interpreted: String) throws {
    #expect(
      try parse(text).interpreted == interpreted.replacing("example.org", with: "example org"))
  }

  @Test func `an open quotation is read to the end, with a warning`() throws {
    let query = try parse("strike \"general strike")
    #expect(query.interpreted == "strike \"general strike\"")
    #expect(query.warnings.map(\.code) == ["unclosed-quotation"])
    #expect(query.warnings.first?.position == 7..<22)
  }

  @Test(arguments: [
    ("soviet autor:wetzel", 7..<12), ("year:soon", 5..<9), ("soviet year:1921..1917", 12..<22),
    ("", 0..<1), ("-soviet", 0..<7), ("…", 0..<1), ("soviet author:\"…\"", 15..<16),
  ])
  func `what cannot be meant is an error with its place`(_ text: String, _ place: Range<Int>) {
    let error = #expect(throws: IndexError.self) { try parse(text) }
    #expect(error?.code == .invalidQuery)
    #expect(error?.position == place)
    #expect(error?.hint != nil)
  }

  @Test func `an unknown field suggests the nearest`() {
    let error = #expect(throws: IndexError.self) { try parse("autor:wetzel") }
    #expect(error?.hint?.hasPrefix("Did you mean `author:`?") == true)
  }

  @Test func `a caret stands under the place of an error`() throws {
    let text = "soviet autor:wetzel"
    let error = try #require(#expect(throws: IndexError.self) { try parse(text) })
    #expect(caret(for: error, in: text) == "soviet autor:wetzel\n       ^^^^^")
  }

  @Test func `a query of too many characters is refused, one of too many words is cut`() throws {
    #expect(throws: IndexError.self) { try parse(String(repeating: "a ", count: 3_000)) }
    let query = try parse(String(repeating: "a ", count: 1_000))
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
    let signs = Array("ab\"“”«»-–:.*~()[]^ \u{0}\u{301}\u{202E}é中0\n\t")
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
