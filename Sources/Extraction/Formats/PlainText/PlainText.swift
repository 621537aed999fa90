// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// Reads plain text as written by people and by OCR programs.
///
/// Lines are divided into pages, pages lose their furniture, the remaining lines are grouped, and
/// groups become blocks. Each stage is in a file of its own.
enum PlainText {
  /// Extracts a text.
  ///
  /// - Parameter stated: Metadata from elsewhere. If it includes the title, no title page is
  ///   expected.
  static func extract(
    _ text: String, file: SourceFile, stating stated: Metadata = Metadata()
  ) -> ExtractedText {
    extract(
      TextLine.lines(of: text), file: file, stating: stated, readsTitlePage: stated.title == nil)
  }

  /// Extracts a text from its lines.
  static func extract(
    _ lines: [TextLine], file: SourceFile, stating stated: Metadata, readsTitlePage: Bool
  ) -> ExtractedText {
    var ledger = Ledger()
    var lines = lines
    for line in lines {
      let mark = line.print?.mark.map { Ledger.count($0) } ?? 0
      ledger.source += Ledger.count(line.text) + mark
      ledger.removed += mark
    }
    var omissions = Omissions()
    ScanNotices.remove(from: &lines, &omissions)
    var words = WordCounts()
    LetterSpacing.join(&lines, &words)
    DropCaps.join(&lines, &words)
    var metadata = Metadata()
    let isFramed = removeFrame(&lines, &metadata, &omissions)
    let pagination = Pagination(lines)
    let grouping = Grouping(lines, pagination)
    for (line, rule) in grouping.furniture { omissions.add(lines[line].text, rule: rule) }
    var whole = grouping.groups
    Interruptions.mend(&whole)
    var groups = Classification(whole).groups
    ContentsLists.demote(&groups)
    ContentsEntries.mark(&groups)
    if !pagination.isPaged { ParagraphNotes.mark(&groups) }
    Endnotes.mark(&groups)
    if !isFramed, readsTitlePage {
      let head = TitlePage(groups, measure: LineMeasure(groups))
      metadata = head.metadata
      // A text of only a few lines consists of its title, but must still be searchable.
      let taken = head.taken.count + head.omitted.count < groups.count ? head.taken : []
      let omitted = taken.isEmpty ? [] : head.omitted
      for index in taken { ledger.metadata += Ledger.count(groups[index].text) }
      for index in omitted { omissions.add(groups[index].text, rule: "title-page") }
      let gone = taken.union(omitted)
      groups = groups.enumerated().filter { !gone.contains($0.offset) }.map(\.element)
    }
    let hyphens = Hyphens(groups)
    var blocks: [Block] = []
    for group in groups {
      let joined = LineJoining(group, hyphens)
      ledger.removed += joined.removed
      guard !joined.text.isEmpty else { continue }
      blocks.append(
        Block(
          group.kind,
          joined.text,
          line: group.first.number,
          number: group.note?.number,
          page: pagination.isPaged && group.members[0].page >= 0 ? group.members[0].page : nil,
          pageBreaks: pagination.isPaged ? joined.breaks : [],
          repairs: joined.repairs
        )
      )
      blocks[blocks.count - 1].isContents = group.isContents
    }
    let marks = BodyMarks(blocks, isPaged: pagination.isPaged)
    ledger.removed += marks.removed
    ledger.text = marks.blocks.reduce(0) { $0 + Ledger.count($1.text) }
    ledger.omissions = omissions.all
    if isFramed {
      // Project Gutenberg's header describes the text that follows it.
      var merged = stated
      merged.state(metadata)
      metadata = merged
    } else {
      metadata.state(stated)
    }
    var extracted = ExtractedText(
      metadata: metadata,
      pages: pagination.isPaged ? PageLabels.pages(of: pagination, lines) : [],
      blocks: marks.blocks,
      ledger: ledger
    )
    extracted.diagnostics += NoteReport.notesWithoutMarks(marks.untied.map { marks.blocks[$0] })
    if isFramed { Gutenberg.strip(&extracted, isKnown: true) }
    TextHead.apply(to: &extracted)
    return extracted
  }

  /// Removes Project Gutenberg's header and licence, and reads the header; false if there is
  /// neither.
  private static func removeFrame(
    _ lines: inout [TextLine],
    _ metadata: inout Metadata,
    _ omissions: inout Omissions
  ) -> Bool {
    guard let (header, body) = Gutenberg.body(of: lines) else { return false }
    // The fields of the header, and the licence that followed them in the 1990s.
    let head = lines[..<header].prefix(160).map { ($0.text, $0.number) }
    metadata.state(GutenbergHeader(head).metadata)
    for line in lines[..<body.lowerBound] { omissions.add(line.text, rule: "gutenberg-header") }
    for line in lines[body.upperBound...] { omissions.add(line.text, rule: "gutenberg-licence") }
    lines = Array(lines[body])
    return true
  }
}
