// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation
import Corpus

/// The footnote to a kept item: its reference, in which the address leads to the words.
struct ReferenceNote {
  /// Words of a note that are set alike.
  struct Piece: Equatable {
    var text: String
    var isItalic = false
    /// Address that the words lead to.
    var link: String?
  }

  /// The note in order.
  let pieces: [Piece]

  init(_ item: KeptItem, style: CitationStyle, accessed: AccessDate) {
    var pieces = item.reference(style: style, accessed: accessed).runs.map {
      Piece(text: $0.text, isItalic: $0.isItalic)
    }
    if let address = item.work.metadata.url?.value,
      let link = (item.link ?? address).safeAddress,
      // What stands last, before the stop or the place of an entry, is the address.
      let index = pieces.lastIndex(where: { !$0.isItalic && $0.text.contains(address) }),
      let range = pieces[index].text.ranges(of: address).last
    {
      let text = pieces[index].text
      pieces.replaceSubrange(
        index...index,
        with: [
          Piece(text: String(text[..<range.lowerBound])), Piece(text: address, link: link),
          Piece(text: String(text[range.upperBound...])),
        ].filter { !$0.text.isEmpty })
    }
    self.pieces = pieces
  }
}

extension String {
  /// The text as the address of a link in a document; `nil` unless it is one of the web.
  ///
  /// Characters that no URL has are percent-encoded (RFC 3986, 2).
  var safeAddress: String? {
    guard let scheme = firstRange(of: "://"),
      ["http", "https"].contains(self[..<scheme.lowerBound])
    else { return nil }
    let host = self[scheme.upperBound...].prefix { !"/?#".contains($0) }
    guard !host.isEmpty,
      host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || ".-:".contains($0)) })
    else { return nil }
    return utf8.reduce(into: "") { result, byte in
      if (0x21...0x7E).contains(byte), !"\"<>\\^`{|}".utf8.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
