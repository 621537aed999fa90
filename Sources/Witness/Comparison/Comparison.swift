// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Compares a plain reading of a file with what extraction made of it.
struct Comparison {
  /// Number of words in the shortest run that is found wherever it is.
  private static let run = 5
  /// Number of words in the shortest run whose order or repetition counts; shorter phrases recur
  /// by chance.
  private static let phrase = 8
  /// Number of single words that may be missing here and there.
  private static let handful = 5

  private let reading: PlainReading
  private let accounted: AccountedText
  private var alignment: WordAlignment
  private var report = WitnessReport()

  private init(_ reading: PlainReading, _ accounted: AccountedText) {
    self.reading = reading
    self.accounted = accounted
    var (source, target) = (WordList(), WordList())
    for (index, paragraph) in reading.paragraphs.enumerated() {
      source.add(paragraph.text, segment: index)
    }
    for (index, segment) in accounted.segments.enumerated() {
      target.add(segment.text, segment: index)
    }
    alignment = WordAlignment(source, target)
  }

  /// The report on a text.
  ///
  /// - Complexity: Near-linear in the number of words.
  static func report(_ reading: PlainReading, _ accounted: AccountedText) -> WitnessReport {
    var comparison = Comparison(reading, accounted)
    comparison.compare()
    return comparison.report
  }

  private mutating func compare() {
    // Passages go first, so that a title is not taken for the fact that was read from it.
    let kept = (0..<alignment.target.count).map(isKept)
    alignment.tile(size: Self.run) { kept[$0] }
    alignment.tile(size: Self.run)
    findDisorder()
    alignment.fillGaps()
    alignment.tile(size: 3)
    alignment.fillGaps()
    let extra = findDoubled()
    // The runs as they are before single words are paired, which may be in any other place.
    let missing = alignment.gaps
    // Rows of a table may be read as columns where the file has no order.
    alignment.tile(size: 1) { !reading.isInOrder || !extra[$0] }
    alignment.joinAroundMarks()
    count()
    findLost(in: missing)
    findExcess()
  }

  private func segment(_ word: Int) -> AccountedText.Segment {
    accounted.segments[Int(alignment.target.places[word].segment)]
  }

  /// Whether a word of the account is in a passage, or a mark in one.
  private func isKept(_ word: Int) -> Bool {
    switch segment(word).reason {
    case .passage, .mark: true
    case .omission, .metadata: false
    }
  }

  // MARK: Order

  /// Finds runs whose order is not that of the file: those outside a longest increasing sequence.
  ///
  /// Only sequences that occur once are compared, and only words that have to be in order.
  private mutating func findDisorder() {
    guard reading.isInOrder else { return }
    let index = GramIndex(alignment.target.hashes, size: Self.run) { _ in true }
    var runs: [(word: Int, other: Int, count: Int)] = []
    var word = 0
    while word < alignment.source.count {
      let other = Int(alignment.partners[word])
      guard other >= 0 else {
        word += 1
        continue
      }
      let start = word
      while word < alignment.source.count, Int(alignment.partners[word]) == other + word - start {
        word += 1
      }
      if segment(other).isInOrder, word - start >= Self.phrase, index.isUnique(other) {
        runs.append((start, other, word - start))
      }
    }
    for run in Self.outOfOrder(runs) {
      add(.disordered, words: run.count, at: run.word)
    }
  }

  /// The runs outside a longest increasing subsequence, by the number of words.
  private static func outOfOrder(
    _ runs: [(word: Int, other: Int, count: Int)]
  ) -> [(word: Int, other: Int, count: Int)] {
    guard zip(runs, runs.dropFirst()).contains(where: { $0.other > $1.other }) else { return [] }
    // Fenwick tree of the heaviest sequence that ends at or before a rank.
    let ranks = runs.indices.sorted { runs[$0].other < runs[$1].other }
    var rank = [Int](repeating: 0, count: runs.count)
    for (place, run) in ranks.enumerated() { rank[run] = place + 1 }
    var tree = [(weight: Int, run: Int)](repeating: (0, -1), count: runs.count + 1)
    var previous = [Int](repeating: -1, count: runs.count)
    var best = (weight: 0, run: -1)
    for run in runs.indices {
      var heaviest = (weight: 0, run: -1)
      var node = rank[run]
      while node > 0 {
        if tree[node].weight > heaviest.weight { heaviest = tree[node] }
        node &= node - 1
      }
      previous[run] = heaviest.run
      let weight = heaviest.weight + runs[run].count
      if weight > best.weight { best = (weight, run) }
      node = rank[run]
      while node < tree.count {
        if weight > tree[node].weight { tree[node] = (weight, run) }
        node += node & -node
      }
    }
    var isKept = [Bool](repeating: false, count: runs.count)
    while best.run >= 0 {
      isKept[best.run] = true
      best.run = previous[best.run]
    }
    return runs.indices.filter { !isKept[$0] }.map { runs[$0] }
  }

  // MARK: Doubled words

  /// Finds runs in passages that the file has fewer times; returns which words are in such runs, or
  /// in runs that the file does not have.
  private mutating func findDoubled() -> [Bool] {
    var extra = [Bool](repeating: false, count: alignment.target.count)
    let runs = alignment.unused.flatMap(passageRuns).filter { $0.count >= Self.phrase }
    guard !runs.isEmpty else { return extra }
    let index = GramIndex(alignment.source.hashes, size: Self.run) { _ in true }
    for run in runs {
      for word in run { extra[word] = true }
      let known = (run.lowerBound...(run.upperBound - Self.run)).count {
        index.contains(alignment.target.hashes, at: $0)
      }
      if known * 2 > run.count - Self.run {
        let place = alignment.target.places[run.lowerBound]
        let label =
          if case .passage(let index) = segment(run.lowerBound).reason {
            accounted.labels[index]
          } else { "" }
        report.findings.append(
          .init(
            kind: .doubled, words: run.count, place: "passage \(label)", line: nil,
            sample: Self.sample(accounted.segments[Int(place.segment)].text, Int(place.offset))))
      } else {
        report.added += run.count
      }
    }
    return extra
  }

  /// The parts of a run that are in passages.
  private func passageRuns(_ run: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = run.lowerBound
    for word in run {
      guard case .passage = segment(word).reason else {
        if start < word { parts.append(start..<word) }
        start = word + 1
        continue
      }
    }
    if start < run.upperBound { parts.append(start..<run.upperBound) }
    return parts
  }

  // MARK: Lost words

  private mutating func count() {
    report.words = alignment.source.count
    var bySegment = [Int](repeating: 0, count: accounted.segments.count)
    for partner in alignment.partners where partner >= 0 {
      bySegment[Int(alignment.target.places[Int(partner)].segment)] += 1
    }
    for (segment, count) in zip(accounted.segments, bySegment) where count > 0 {
      report.reasons[segment.reason.name, default: 0] += count
    }
  }

  /// Finds words without partners: whole paragraphs, or a few words in a row.
  ///
  /// A number or a letter alone is a mark of a note or a page that was read and is not printed.
  ///
  /// - Parameter runs: Words that are in no run of the account.
  private mutating func findLost(in runs: [Range<Int>]) {
    var few: (words: Int, first: Int?) = (0, nil)
    for run in runs {
      let lost = run.filter { alignment.partners[$0] < 0 }
      guard let first = lost.first else { continue }
      let words = lost.count { !alignment.source.isMark($0) }
      let isParagraph = isWholeParagraph(run) && lost.count * 2 >= run.count
      guard words > 0 || lost.count >= Self.run || isParagraph && lost.count > 2 else {
        report.reasons["marks", default: 0] += lost.count
        continue
      }
      report.lost += lost.count
      list(lost)
      if words >= 3 || lost.count >= Self.run || isParagraph {
        add(.lost, words: lost.count, at: first)
      } else {
        few = (few.words + lost.count, few.first ?? first)
      }
    }
    // One or two words here and there are what a repair may have changed; many are not.
    if let first = few.first, few.words > max(Self.handful, report.words / 1_000) {
      add(.lost, words: few.words, at: first)
    }
  }

  private func isWholeParagraph(_ gap: Range<Int>) -> Bool {
    let places = alignment.source.places
    let before = gap.lowerBound == 0 ? -1 : places[gap.lowerBound - 1].segment
    let after = gap.upperBound == places.count ? -1 : places[gap.upperBound].segment
    return places[gap.lowerBound].segment != before && places[gap.upperBound - 1].segment != after
  }

  private mutating func findExcess() {
    for (rule, words) in report.reasons.sorted(by: { $0.key < $1.key }) where rule != "passages" {
      guard
        !OmissionBound.of(rule).allows(words, of: report.words, pages: accounted.pages)
      else { continue }
      report.findings.insert(
        .init(kind: .excess, words: words, place: "", line: nil, sample: rule), at: 0)
    }
  }

  /// Lists words that are lost, as in the file.
  private mutating func list(_ words: [Int]) {
    guard report.lostWords.count < WitnessReport.mostLostWords, let first = words.first else {
      return
    }
    let shown = words.prefix(20).map { word in
      let place = alignment.source.places[word]
      return Self.sample(reading.paragraphs[Int(place.segment)].text, Int(place.offset))
        .prefix { !$0.isWhitespace }
    }
    let paragraph = reading.paragraphs[Int(alignment.source.places[first].segment)]
    report.lostWords.append("\(shown.joined(separator: " ")) (\(paragraph.place))")
  }

  private mutating func add(_ kind: WitnessReport.Finding.Kind, words: Int, at word: Int) {
    let place = alignment.source.places[word]
    let paragraph = reading.paragraphs[Int(place.segment)]
    report.findings.append(
      .init(
        kind: kind, words: words, place: paragraph.place, line: paragraph.line,
        sample: Self.sample(paragraph.text, Int(place.offset))))
  }

  /// The words at an offset in bytes, at most 60 characters.
  private static func sample(_ text: String, _ offset: Int) -> String {
    String(decoding: text.utf8.dropFirst(offset).prefix(400), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).prefix(12).joined(separator: " ").prefix(60)
      .description
  }
}
