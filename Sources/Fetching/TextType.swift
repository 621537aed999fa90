// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The forms in which texts come over the web.
enum TextType {
  private static let suffixes: Set<String> = [
    "html", "htm", "xhtml", "txt", "muse", "md", "markdown", "epub", "pdf", "jsonl", "zip", "gz",
    "xz", "zst",
  ]

  private static let byType: [String: String] = [
    "text/html": "html", "application/xhtml+xml": "xhtml", "text/plain": "txt",
    "text/markdown": "md", "application/epub+zip": "epub", "application/pdf": "pdf",
    "application/zip": "zip", "application/gzip": "gz", "application/x-gzip": "gz",
    "application/x-ndjson": "jsonl", "application/jsonl": "jsonl",
  ]

  /// What the name of a file of a type ends with; `nil` for what holds no text.
  ///
  /// The end of the address goes before a general type, for few hosts know `.muse`.
  static func suffix(type: String?, path: String) -> String? {
    let name = path.prefix { $0 != "?" }.split(separator: "/").last ?? ""
    let own = name.split(separator: ".").dropFirst().last.map { $0.lowercased() }
    let known = own.flatMap { suffixes.contains($0) ? $0 : nil }
    guard let bare = type?.prefix(while: { $0 != ";" }).lowercased().filter({ $0 != " " }) else {
      return known
    }
    if bare == "text/plain" || bare == "application/octet-stream" || bare == "binary/octet-stream" {
      return known ?? byType[bare]
    }
    return byType[bare]
  }

  /// The name of the file for an address: host and path, in signs that any system takes.
  static func fileName(of address: WebAddress, suffix: String) -> String {
    var name = ""
    var path = address.path
    if path.lowercased().hasSuffix(".\(suffix)") { path = String(path.dropLast(suffix.count + 1)) }
    for byte in (address.host + path).utf8 {
      let isPlain =
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2E || byte == 0x5F
      if isPlain {
        name.unicodeScalars.append(Unicode.Scalar(byte))
      } else if name.last != "-" {
        name += "-"
      }
      if name.utf8.count >= 120 { break }
    }
    while let last = name.last, last == "-" || last == "." { name.removeLast() }
    return "\(name).\(suffix)"
  }
}
