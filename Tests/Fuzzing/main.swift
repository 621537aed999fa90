// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CArchive
import Corpus
import Glibc
import Passages

@testable import Extraction

// The driver of libFuzzer: Scripts/fuzz builds it with coverage and runs it for each extractor.
// PAMPHLET_FUZZ names the format; a broken promise ends the process, which libFuzzer reports.

@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

private let target = getenv("PAMPHLET_FUZZ").map { String(cString: $0) } ?? "text"

/// Reads bytes as the format that is tried.
private func extract(_ bytes: [UInt8]) -> [ExtractedText] {
  let file = SourceFile(name: "fuzz.\(target)", bytes: bytes)
  switch target {
  case "pdf":
    // What the reader's process writes; poppler itself runs where it can harm nothing.
    let lines = PDFLayout(PDFContents(lines: bytes)).lines
    return [
      PlainText.extract(lines, file: file, stating: Metadata(), readsTitlePage: true)
    ]
  case "passages":
    guard let reader = MemberReader(name: "x.jsonl", bytes: bytes) else { return [] }
    return members(reader).map { member in
      if case .passages(let lines) = member.content {
        _ = PassageRecords(lines, line: 1) { UInt64($0.utf8.count) }
        return ExtractedText()
      }
      return TextRecord.extract(member.bytes, name: member.name, lineNumber: 1).text
    }
  case "epub", "docx", "odt":
    guard let format = Format(named: target) else { return [] }
    let book = SourceFile(name: "x.\(target)", bytes: archive(bytes))
    return [format.extract(book), format.extract(file)]
  case "archive":
    guard let reader = MemberReader(name: "x.zip", bytes: bytes) else { return [] }
    return members(reader).compactMap { member in
      guard case .file(let bytes) = member.content,
        Format.recognize(name: member.name, bytes: bytes) == .text
      else { return nil }
      return Format.text.extract(SourceFile(name: member.name, bytes: bytes))
    }
  default:
    return Format(named: target).map { [$0.extract(file)] } ?? []
  }
}

/// An archive of the files that the bytes describe: parts divided by U+001E, each a name, a line end
/// and its bytes; with checksums that are right, so that what is in it is read.
private func archive(_ bytes: [UInt8]) -> [UInt8] {
  let archive = archive_write_new()
  archive_write_set_format_zip(archive)
  archive_write_set_options(archive, "compression=store")
  var buffer = [UInt8](repeating: 0, count: bytes.count * 3 + (1 << 16))
  var used = 0
  archive_write_set_bytes_in_last_block(archive, 1)
  archive_write_open_memory(archive, &buffer, buffer.count, &used)
  for part in bytes.split(separator: 0x1E).prefix(40) {
    let end = part.firstIndex(of: 0x0A) ?? part.endIndex
    let content = Array(part[end...].dropFirst())
    let entry = archive_entry_new()
    archive_entry_set_pathname(
      entry, String(decoding: part[..<end].filter { $0 > 0x20 }, as: UTF8.self))
    archive_entry_set_size(entry, Int64(content.count))
    archive_entry_set_filetype(entry, 0o100000)
    archive_write_header(archive, entry)
    archive_write_data(archive, content, content.count)
    archive_entry_free(entry)
  }
  archive_write_close(archive)
  archive_write_free(archive)
  return Array(buffer[..<used])
}

private func members(_ reader: MemberReader) -> [Member] {
  var members: [Member] = []
  while members.count < 100, let member = reader.next() { members.append(member) }
  return members
}

/// Ends the process if a promise is broken, and says which.
private func promise(_ isKept: Bool, _ what: String) {
  guard !isKept else { return }
  let line = "== Broken: \(what)\n"
  _ = write(STDERR_FILENO, line, line.utf8.count)
  abort()
}

/// What every extractor promises, whatever it is given.
private func check(_ text: ExtractedText) {
  promise(text.ledger.isBalanced, "The account does not balance.")
  for block in text.blocks {
    let count = block.text.unicodeScalars.count
    promise(!block.text.isEmpty, "A block is empty.")
    promise(block.noteMarks.allSatisfy { (0...count).contains($0.offset) }, "note mark")
    promise(block.pageBreaks.allSatisfy { (0...count).contains($0.offset) }, "page break")
    promise(
      block.repairs.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= count },
      "repair")
    promise(block.page.map { text.pages.indices.contains($0) } ?? true, "page")
    promise(block.pageBreaks.allSatisfy { text.pages.indices.contains($0.page) }, "page")
  }
  let passages = Segmentation(text, work: "fuzz").passages
  promise(
    Fingerprint.ofText(passages) == Fingerprint.ofText(text.blocks), "The text is not whole.")
  promise(Set(passages.map(\.label)).count == passages.count, "Two passages have one label.")
  for passage in passages {
    let count = passage.text.unicodeScalars.count
    promise(
      passage.repairs.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= count },
      "repair of a passage")
    promise(
      passage.notes.allSatisfy { $0.offset.map { (0...count).contains($0) } ?? true }, "note")
  }
}

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(
  runFuzzer(&count, &arguments) { data, size in
    let bytes = [UInt8](UnsafeBufferPointer(start: data, count: size))
    for text in extract(bytes) { check(text) }
    return 0
  })
