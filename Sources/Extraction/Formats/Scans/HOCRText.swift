// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads hOCR, in which OCR programs write the pages, lines and words of a scan as HTML (hOCR 1.2).
enum HOCRText {
  /// Bytes of a page in which it says that it is hOCR.
  private static let headSize = 1 << 16

  /// Whether a page has the words of a scan.
  static func isHOCR(_ text: String) -> Bool {
    let head = Array(text.utf8.prefix(headSize))
    return ByteSearch.contains(head, "ocr_page")
      && (ByteSearch.contains(head, "ocr_line") || ByteSearch.contains(head, "ocr-system"))
  }

  /// Extracts a scan.
  static func extract(_ text: String, file: SourceFile) -> ExtractedText {
    var scan = ScanLines()
    var strays = Omissions()
    /// Roles of the open elements.
    var open: [Role?] = []
    var word: (text: String, box: (Int, Int)?)?
    let diagnostics = XMLEvents.read(text) { event in
      switch event {
      case .start(let tag):
        let role = Role(tag["class"] ?? "")
        open.append(role)
        switch role {
        case .page: scan.beginPage()
        case .paragraph: scan.beginParagraph()
        case .line: scan.beginLine(number: tag.line)
        case .word: word = ("", box(tag["title"] ?? ""))
        case nil: break
        }
      case .end:
        switch open.popLast() ?? nil {
        case .word:
          if let found = word { scan.add(found.text, box: found.box, line: 1) }
          word = nil
        case .line: scan.endLine()
        default: break
        }
      case .text(let text, _):
        if word != nil {
          word?.text += text
        } else if open.contains(where: { $0 == .line || $0 == .paragraph }) {
          for piece in text.split(whereSeparator: \.isWhitespace) {
            scan.add(String(piece), line: 1)
          }
        } else {
          strays.add(text, rule: "metadata")
        }
      case .instruction: break
      }
    }
    return scan.extracted(file, strays: strays, diagnostics: diagnostics)
  }

  private enum Role {
    case page, paragraph, line, word

    init?(_ names: String) {
      for name in names.split(separator: " ") {
        if let role = Self.roles[String(name)] {
          self = role
          return
        }
      }
      return nil
    }

    private static let roles: [String: Role] = [
      "ocr_page": .page, "ocr_carea": .paragraph, "ocr_par": .paragraph, "ocrx_block": .paragraph,
      "ocr_line": .line, "ocrx_line": .line, "ocr_header": .line, "ocr_footer": .line,
      "ocr_caption": .line, "ocr_textfloat": .line, "ocr_pageno": .line, "ocrx_word": .word,
    ]
  }

  /// The left and right edge in `bbox 10 20 110 40; x_wconf 90`.
  private static func box(_ title: String) -> (Int, Int)? {
    guard let property = title.split(separator: ";").first(where: { $0.trimmed.hasPrefix("bbox ") })
    else { return nil }
    let numbers = property.split(separator: " ").dropFirst().compactMap { Int($0) }
    return numbers.count == 4 ? (numbers[0], numbers[2]) : nil
  }
}
