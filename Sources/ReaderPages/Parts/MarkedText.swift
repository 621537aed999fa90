// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A text with elements over ranges of it, which may overlap, and elements between its letters.
struct MarkedText {
  /// An element over a range.
  struct Span {
    /// The range in code points.
    var range: Range<Int>
    /// The tags around each part of the text in the range.
    var open: HTML
    var close: HTML
  }

  /// An element at a place between two code points.
  struct Sign {
    var offset: Int
    var html: HTML
  }

  /// The text; line feeds become line breaks.
  let text: String
  /// The spans; where several cover the same words, the earlier ones are outside.
  var spans: [Span] = []
  /// The signs; those at one place stay in order.
  var signs: [Sign] = []

  init(_ text: String) { self.text = text }

  /// Adds an element over a range; a range that is outside of the text is left out.
  mutating func mark(_ range: Range<Int>, _ open: HTML, _ close: HTML) {
    guard !range.isEmpty, range.lowerBound >= 0 else { return }
    spans.append(Span(range: range, open: open, close: close))
  }

  /// The HTML of a part of the text.
  ///
  /// - Complexity: O(*n* + *m*²) in the code points and the spans of the passage, which are few.
  func html(in window: Range<Int>? = nil) -> HTML {
    let scalars = Array(text.unicodeScalars)
    let window = (window ?? 0..<scalars.count).clamped(to: 0..<scalars.count)
    var cuts: Set<Int> = [window.lowerBound, window.upperBound]
    for span in spans { cuts.formUnion([span.range.lowerBound, span.range.upperBound]) }
    for sign in signs { cuts.insert(sign.offset) }
    let places = cuts.filter { $0 >= window.lowerBound && $0 <= window.upperBound }.sorted()
    var pieces: [HTML] = []
    for (index, place) in places.enumerated() {
      pieces += signs.filter { $0.offset == place }.map(\.html)
      guard index + 1 < places.count else { break }
      let part = place..<places[index + 1]
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[part])
      let active = spans.filter {
        $0.range.lowerBound <= part.lowerBound && part.upperBound <= $0.range.upperBound
      }
      let inner = HTML.lines(String(view))
      pieces.append(active.reversed().reduce(inner) { "\($1.open)\($0)\($1.close)" })
    }
    return .joined(pieces)
  }
}
