// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads the hidden text of DjVu files as XML, which the Internet Archive has for each scan
/// (DjVuLibre, `djvutoxml`): `OBJECT` is a page, `PARAGRAPH`, `LINE` and `WORD` its parts.
enum DjVuXMLText {
  /// Extracts a scan.
  static func extract(_ text: String, file: SourceFile) -> ExtractedText {
    var scan = ScanLines()
    var word: (text: String, box: (Int, Int)?)?
    var strays = Omissions()
    let diagnostics = XMLEvents.read(text) { event in
      switch event {
      case .start(let tag):
        switch tag.name.uppercased() {
        case "OBJECT": scan.beginPage()
        case "REGION", "PAGECOLUMN", "PARAGRAPH": scan.beginParagraph()
        case "LINE": scan.beginLine(number: tag.line)
        case "WORD": word = ("", tag["coords"].flatMap(box))
        default: break
        }
      case .end(let name) where name.uppercased() == "WORD":
        if let found = word { scan.add(found.text, box: found.box, line: 1) }
        word = nil
      case .end(let name) where name.uppercased() == "LINE": scan.endLine()
      case .text(let text, _):
        if word != nil {
          word?.text += text
        } else {
          // The title in the head is the name of the file.
          strays.add(text, rule: "metadata")
        }
      default: break
      }
    }
    return scan.extracted(file, strays: strays, diagnostics: diagnostics)
  }

  /// The left and right edge in `left,bottom,right,top`, with a baseline after them at times.
  private static func box(_ coordinates: String) -> (Int, Int)? {
    let numbers = coordinates.split(separator: ",").prefix(4).map { Int($0.trimmed) }
    guard numbers.count == 4, let left = numbers[0], let right = numbers[2] else { return nil }
    return (left, right)
  }
}
