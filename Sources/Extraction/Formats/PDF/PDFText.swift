// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import TextFolding

/// Reads PDF by arranging the words of its pages as lines, which are then read as plain text.
enum PDFText {
  /// Number of words below which a page is considered to have no text.
  private static let minimumWords = 3

  /// Extracts a document.
  static func extract(_ file: SourceFile) -> ExtractedText {
    switch PDFReader.read(file.bytes) {
    case .failure(let failure):
      return ExtractedText(
        diagnostics: [
          Diagnostic(
            .error, code: "unreadable-pdf", "The PDF cannot be read: \(failure.cause).")
        ])
    case .success(let contents): return extract(contents, file: file)
    }
  }

  private static func extract(_ contents: PDFContents, file: SourceFile) -> ExtractedText {
    let empty = contents.pages.indices.filter {
      contents.pages[$0].words.count < minimumWords && contents.pages[$0].width > 0
    }
    let isScan = !contents.pages.isEmpty && empty.count * 10 >= contents.pages.count * 9
    if isScan, let languages = file.options.recognition {
      return recognized(contents, file: file, languages: languages)
    }
    guard !isScan else {
      return ExtractedText(
        diagnostics: [
          Diagnostic(
            .error, code: "no-text-layer",
            "The PDF is a scan without a text layer (\(contents.pages.count) pages). "
              + "Use `pamphlet index --ocr` to read it with tesseract, if installed.")
        ])
    }
    let images = contents.pages.indices.filter { contents.pages[$0].isImage }
    var recognized: [Int: String] = [:]
    if let languages = file.options.recognition {
      for index in images {
        recognized[index] = PDFReader.image(ofPage: index + 1, of: file.bytes)
          .flatMap { Recognition.text(of: $0, languages: languages) }
      }
    }
    let layout = PDFLayout(contents, recognized: recognized)
    var text = extract(layout.lines, contents, file: file)
    text.diagnostics += report(images: images, recognized: recognized.count)
    if !contents.unreadable.isEmpty {
      text.diagnostics.append(
        Diagnostic(
          .warning, code: "unreadable-pages",
          "\(contents.unreadable.count) pages could not be read, "
            + "the first being page \(contents.unreadable[0])."
        ))
    }
    if contents.pageCount > contents.pages.count {
      text.diagnostics.append(
        Diagnostic(
          .warning, code: "too-many-pages",
          "Only \(contents.pages.count) of \(contents.pageCount) pages were read. Split the file."))
    }
    return text
  }

  /// Says which pages are images without text, as scanned pages among others are.
  private static func report(images: [Int], recognized: Int) -> [Diagnostic] {
    guard let first = images.first else { return [] }
    let numbers = images.prefix(20).map { String($0 + 1) }.joined(separator: ", ")
    let rest = images.count > 20 ? " and \(images.count - 20) more" : ""
    let pages =
      images.count == 1
      ? "Page \(first + 1) is an image without text"
      : "\(images.count) pages are images without text (\(numbers)\(rest))"
    if recognized == images.count {
      return [
        Diagnostic(
          .note, code: "recognized", "\(pages); recognised by tesseract, it may contain errors.")
      ]
    }
    return [
      Diagnostic(
        .warning, code: "pages-without-text",
        recognized > 0
          ? "\(pages); tesseract could read \(recognized) of them."
          : "\(pages). Use `pamphlet index --ocr` to read them with tesseract, if installed.")
    ]
  }

  private static func extract(
    _ lines: [TextLine], _ contents: PDFContents, file: SourceFile
  ) -> ExtractedText {
    var stated = Metadata()
    if let title = contents.title, isTitle(title, file: file) {
      let (name, people) = Gutenberg.titleAndAuthors(title)
      stated.title = Attributed(name, .stated, rule: "pdf-information", evidence: title)
      stated.people = people.map {
        Attributed($0, .stated, rule: "pdf-information", evidence: title)
      }
    }
    if let author = contents.author, stated.people.isEmpty, author.contains(where: \.isLetter),
      author.utf8.count < 200, !author.contains("@")
    {
      stated.people = Person.people(parsing: author).map {
        Attributed($0, .stated, rule: "pdf-information", evidence: author)
      }
    }
    return PlainText.extract(
      lines, file: file, stating: stated,
      readsTitlePage: stated.title == nil || stated.people.isEmpty)
  }

  /// Whether the title in the information dictionary is genuine; programs often store file names.
  private static func isTitle(_ title: String, file: SourceFile) -> Bool {
    let lower = title.lowercased()
    let stem = file.name.split(separator: "/").last?.split(separator: ".").first?.lowercased()
    return !JunkTitles.isJunk(title) && lower != stem && !lower.contains("/")
  }

  // MARK: Scans

  private static func recognized(
    _ contents: PDFContents, file: SourceFile, languages: String
  ) -> ExtractedText {
    var text = ""
    var failed: [Int] = []
    for number in contents.pages.indices.map({ $0 + 1 }) {
      let page = PDFReader.image(ofPage: number, of: file.bytes)
        .flatMap { Recognition.text(of: $0, languages: languages) }
      if page == nil { failed.append(number) }
      // tesseract ends each page with a form feed.
      text += (page ?? "").last == "\u{0C}" ? page ?? "" : (page ?? "") + "\u{0C}"
    }
    guard failed.count < contents.pages.count else {
      return ExtractedText(
        diagnostics: [
          Diagnostic(
            .error, code: "recognition-failed",
            "The scan could not be read: tesseract or its data for “\(languages)” is missing, or it "
              + "failed.")
        ])
    }
    let decoded = DecodedText(Array(text.utf8)).text
    var extracted = extract(TextLine.lines(of: decoded), contents, file: file)
    extracted.diagnostics.append(
      Diagnostic(
        .note, code: "recognized", "The text was recognised by tesseract and may contain errors.")
    )
    for number in failed.prefix(20) {
      extracted.diagnostics.append(
        Diagnostic(
          .warning, code: "recognition-failed", "Page \(number) of the scan could not be read."))
    }
    return extracted
  }
}
