// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The words of the documents in an EPUB's spine (EPUB 3.3, 5.7), in its order.
enum PlainEPUB {
  private static let container = "META-INF/container.xml"
  private static let suffixes = [".opf", ".xhtml", ".html", ".htm", ".xml"]

  static func read(_ bytes: [UInt8], like accounted: AccountedText) -> PlainReading {
    let members = PlainArchive.members(of: bytes) { name in
      name == container || suffixes.contains { name.lowercased().hasSuffix($0) }
    }
    guard let members else {
      return PlainReading(failure: "The EPUB could not be read by libarchive.")
    }
    guard let path = packagePath(members), let package = members[path] else {
      return PlainReading(failure: "The EPUB has no package document.")
    }
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    var reading = PlainReading()
    let (spine, outside) = documents(package)
    var linked: [UInt8] = []
    for reference in spine {
      let name = resolve(reference, in: folder)
      guard let document = members[name] else { continue }
      read(document, name)
      linked += document
    }
    let links = outside.isEmpty ? "" : String(decoding: linked, as: UTF8.self)
    for reference in outside {
      let name = resolve(reference, in: folder)
      guard let document = members[name], let file = reference.split(separator: "/").last,
        links.contains("\(file)#") || links.contains("\(file)\"")
      else { continue }
      read(document, name)
    }
    func read(_ document: [UInt8], _ name: String) {
      let text = PlainDecoding.text(document, like: accounted)
      let part = PlainMarkup.read(page: Array(text.utf8), place: name)
      reading.paragraphs += part.paragraphs
    }
    return reading
  }

  private static func packagePath(_ members: [String: [UInt8]]) -> String? {
    var path: String?
    _ = members[container].flatMap { bytes in
      PlainMarkup.parse(bytes, place: nil, isHTML: false, encoding: nil) { name, attributes in
        if name == "rootfile" { path = path ?? attributes["full-path"] }
      }
    }
    return path ?? members.keys.sorted().first { $0.hasSuffix(".opf") }
  }

  /// The addresses of the documents in the spine, and of others that are not for navigation.
  private static func documents(_ package: [UInt8]) -> (spine: [String], outside: [String]) {
    var items: [String: [String: String]] = [:]
    var order: [String] = []
    var spine: [String] = []
    _ = PlainMarkup.parse(package, place: nil, isHTML: false, encoding: nil) { name, attributes in
      if name == "item", let id = attributes["id"] {
        items[id] = attributes
        order.append(id)
      }
      if name == "itemref", let id = attributes["idref"] { spine.append(id) }
    }
    func isText(_ id: String) -> Bool {
      let type = items[id]?["media-type"] ?? ""
      return ["html", "svg", "oeb1-document"].contains(where: type.contains)
    }
    // A page that is an image names the document to read in its place.
    let read = spine.map { id in
      var id = id
      var steps = 0
      while !isText(id), steps < 8, let next = items[id]?["fallback"] {
        id = next
        steps += 1
      }
      return id
    }
    let seen = Set(read)
    let others = order.filter { id in
      let properties = items[id]?["properties"] ?? ""
      return !seen.contains(id) && isText(id) && !properties.contains("nav")
        && !properties.contains("scripted")
    }
    // Several images may fall back on one document.
    var named: Set<String> = []
    let once = read.filter { named.insert($0).inserted }
    return (once.compactMap { items[$0]?["href"] }, others.compactMap { items[$0]?["href"] })
  }

  /// The name of the member at an address relative to a folder (RFC 3986, 5.2.4).
  private static func resolve(_ address: String, in folder: String) -> String {
    var parts = folder.split(separator: "/").map(String.init)
    for part in address.split(separator: "#")[0].split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(decoded(part)) }
    }
    return parts.joined(separator: "/")
  }

  private static func decoded(_ part: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(part.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == 0x25, digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
