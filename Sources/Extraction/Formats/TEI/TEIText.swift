// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads TEI (Text Encoding Initiative): P5, P4, and corpora of texts.
enum TEIText {
  /// Extracts a document.
  static func extract(_ text: String, file: SourceFile) -> ExtractedText {
    let survey = TEISurvey(text)
    let header = TEIHeader(
      text, language: survey.language, firstPrint: survey.firstPrint)
    var reader = TEIReader(survey, language: header.metadata.language?.value)
    let diagnostics = XMLEvents.read(text) { reader.read($0) }
    reader.endBlock()
    var extracted = reader.writer.finish()
    extracted.metadata = header.metadata
    extracted.diagnostics = diagnostics + NoteReport.untied(in: extracted.blocks)
    readTitlePage(reader.titlePage, &extracted.metadata)
    TextHead.apply(to: &extracted)
    return extracted
  }

  /// Completes the header by what the title page says.
  private static func readTitlePage(
    _ lines: [(text: String, line: Int)], _ metadata: inout Metadata
  ) {
    let parts = lines.filter { !$0.text.isEmpty }
      .map { TitleMatter.Part(lines: [$0.text], line: $0.line) }
    var matter = TitleMatter(metadata)
    var index = 0
    while index < parts.count {
      index += matter.read(parts[index...])?.count ?? 1
    }
    metadata = matter.metadata
  }
}
