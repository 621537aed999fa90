// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What a host allows programs to fetch: its robots.txt (RFC 9309).
package struct RobotsRules: Sendable, Hashable {
  private struct Rule: Hashable {
    var isAllowed: Bool
    var pattern: [UInt8]
  }

  /// The number of bytes that are read of a file (RFC 9309, 2.5: at least 500 KiB).
  package static let sizeLimit = 512 << 10

  private var rules: [Rule] = []
  /// The pause that the host asks for between two requests, in seconds; `nil` if it does not.
  package private(set) var delay: Double?

  /// Rules that allow everything.
  package static let none = RobotsRules()
  /// Rules that allow nothing, for hosts whose robots.txt is unavailable (RFC 9309, 2.3.1.4).
  package static let everythingForbidden = RobotsRules(
    rules: [Rule(isAllowed: false, pattern: Array("/".utf8))])

  private init(rules: [Rule] = []) { self.rules = rules }

  /// Parses a file: the groups that name the program, else those for all programs.
  ///
  /// - Parameter agent: The product token of the program: `pamphlet`.
  package init(_ text: String, agent: String) {
    var own: [Rule] = []
    var all: [Rule] = []
    var ownDelay: Double?
    var allDelay: Double?
    // Whether the current group names the program, and whether it is for all.
    var isOwn = false
    var isForAll = false
    var isInRules = false
    var hasOwn = false
    for line in text.split(whereSeparator: \.isNewline) {
      let bare = line.prefix { $0 != "#" }
      guard let colon = bare.firstIndex(of: ":") else { continue }
      let key = Self.trimmed(bare[..<colon]).lowercased()
      let value = Self.trimmed(bare[bare.index(after: colon)...])
      switch key {
      case "user-agent":
        if isInRules { (isOwn, isForAll) = (false, false) }
        isInRules = false
        if value == "*" { isForAll = true }
        if Self.names(value.lowercased(), agent) { (isOwn, hasOwn) = (true, true) }
      case "allow", "disallow":
        isInRules = true
        guard !value.isEmpty else { continue }
        let rule = Rule(isAllowed: key == "allow", pattern: Array(value.utf8))
        if isOwn { own.append(rule) }
        if isForAll { all.append(rule) }
      case "crawl-delay":
        isInRules = true
        guard let seconds = Double(value), seconds >= 0, seconds.isFinite else { continue }
        if isOwn { ownDelay = seconds }
        if isForAll { allDelay = seconds }
      default: continue
      }
    }
    rules = hasOwn ? own : all
    delay = hasOwn ? ownDelay : allDelay
  }

  private static func names(_ name: String, _ agent: String) -> Bool {
    name.prefix { $0.isLetter || $0 == "-" || $0 == "_" } == agent
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// Whether a path may be fetched: the longest pattern that matches decides, and of two as long the
  /// one that allows (RFC 9309, 2.2.2).
  package func allows(_ path: String) -> Bool {
    let path = Array((path.isEmpty ? "/" : path).utf8)
    var best: Rule?
    for rule in rules where Self.matches(rule.pattern, path) {
      guard let old = best else {
        best = rule
        continue
      }
      if rule.pattern.count > old.pattern.count
        || (rule.pattern.count == old.pattern.count && rule.isAllowed)
      {
        best = rule
      }
    }
    return best?.isAllowed ?? true
  }

  /// Whether a pattern matches the beginning of a path; `*` is any run, `$` at the end the end.
  private static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
    var pattern = pattern[...]
    let isAnchored = pattern.last == 0x24
    if isAnchored { pattern = pattern.dropLast() }
    // Greedy, with one place to backtrack to: linear in practice, quadratic at worst.
    var at = pattern.startIndex
    var index = 0
    var star: (pattern: Int, path: Int)?
    while true {
      if at == pattern.endIndex, !isAnchored || index == path.count { return true }
      if at < pattern.endIndex, pattern[at] == 0x2A {
        star = (at + 1, index)
        at += 1
      } else if at < pattern.endIndex, index < path.count, pattern[at] == path[index] {
        at += 1
        index += 1
      } else if let (next, place) = star, place < path.count {
        star = (next, place + 1)
        at = next
        index = place + 1
      } else {
        return false
      }
    }
  }
}
