import Corpus
enum PlainText {
  static func extract(_ text: String, file: SourceFile) -> ExtractedText { ExtractedText() }
}
