// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The encoding of 8-bit text, judged by the letters of the language that it is in.
///
/// Every encoding gives a reading. A reading gains by letters that the language has, the more
/// frequent ones more, and by signs where printers put them; it loses by letters that the language
/// does not have, by a capital after a small letter, and by signs within words.
struct EncodingGuess: Equatable {
  /// Name of the encoding.
  var encoding: String
  /// Name of the language whose letters it has.
  var language: String
  /// Mean score of the characters outside ASCII; text that is read properly has 1 or more.
  var score: Double
  /// The next best encoding, if its reading is nearly as good and differs.
  var rival: String?

  /// Number of bytes outside ASCII to examine.
  private static let sampleSize = 20_000
  /// Number of bytes in which common words are counted.
  private static let wordSampleSize = 200_000
  /// Score from which a reading is accepted.
  static let goodScore = 0.8

  /// The best guess; `nil` if there are no bytes outside ASCII.
  ///
  /// - Parameter detected: What a statistical detector says. It counts for other scripts, whose words
  ///   the table of alphabets does not have.
  /// - Complexity: O(*n*) to find the bytes, then the sample's size for each encoding and language.
  init?(_ bytes: [UInt8], detected: String? = nil) {
    let places = Self.places(bytes)
    guard !places.isEmpty else { return nil }
    var languages = Self.languages(bytes, high: places.count)
    let codes = Set(places.map { bytes[$0] })
    var readings: [(table: ByteTable, alphabet: Alphabet, score: Double)] = []
    for isLast in [false, true] {
      for (rank, table) in ByteTable.all.enumerated() {
        for (alphabet, prior) in languages {
          let weights = Self.weights(table, alphabet)
          let sum = places.reduce(0.0) { $0 + Self.score(bytes, $1, table, weights) }
          let isDetected = !alphabet.isLatin && table.name == detected
          let usual = prior - 0.01 * Double(rank) + (isDetected ? 0.4 : 0)
          readings.append((table, alphabet, sum / Double(places.count) + usual))
        }
      }
      // Common words mislead in a short text, as in one that quotes another language.
      if isLast || readings.contains(where: { $0.score >= Self.goodScore }) { break }
      languages = Alphabet.all.filter(\.isLatin).map { ($0, -0.6) }
    }
    guard let best = readings.indices.max(by: { readings[$0].score < readings[$1].score }) else {
      return nil
    }
    let reading = readings[best]
    encoding = reading.table.name
    language = reading.alphabet.name
    score = reading.score
    rival = readings.filter { other in
      codes.contains { other.table.scalars[Int($0)] != reading.table.scalars[Int($0)] }
    }.max { $0.score < $1.score }
      .flatMap { $0.score > reading.score - 0.25 ? $0.table.name : nil }
  }

  /// Places of bytes outside ASCII, evenly from the whole text.
  private static func places(_ bytes: [UInt8]) -> [Int] {
    let all = bytes.indices.filter { bytes[$0] >= 0x80 }
    guard all.count > sampleSize else { return all }
    // Neighbours stay together: a stretch is taken from each part of the text.
    let stretch = 100
    let step = all.count / (sampleSize / stretch)
    return stride(from: 0, to: all.count - stretch, by: step).flatMap { all[$0..<($0 + stretch)] }
  }

  // MARK: Languages

  /// The languages that a text may be in, each with what its common words add to the score.
  private static func languages(
    _ bytes: [UInt8], high: Int
  ) -> [(alphabet: Alphabet, prior: Double)] {
    var counts = Array(repeating: 0, count: Alphabet.all.count)
    var word: [UInt8] = []
    var isPlain = true
    var letters = 0
    func end() {
      if isPlain, !word.isEmpty {
        for (index, alphabet) in Alphabet.all.enumerated() where alphabet.words.contains(word) {
          counts[index] += 1
        }
      }
      word.removeAll(keepingCapacity: true)
      isPlain = true
    }
    for byte in bytes.prefix(wordSampleSize) {
      let lower = byte | 0x20
      if (0x61...0x7A).contains(lower) {
        letters += 1
        if word.count < 8 { word.append(lower) } else { isPlain = false }
      } else if byte >= 0x80 {
        isPlain = false
      } else {
        end()
      }
    }
    end()
    let most = counts.max() ?? 0
    let share = Double(high) / Double(max(1, high + letters))
    return zip(Alphabet.all, counts).compactMap { alphabet, count in
      guard alphabet.isLatin else {
        // Texts in other scripts have few letters of ASCII.
        return share > 0.3 && high >= 4 ? (alphabet, share > 0.6 ? 0 : -0.6) : nil
      }
      guard share < 0.6 else { return nil }
      let excess = 0.4 * Double(count) / Double(max(1, most)) - 0.4
      return count * 2 >= most || most < 3 ? (alphabet, excess) : nil
    }
  }

  // MARK: Letters

  /// What each byte adds to the score as a letter of a language, before its neighbours count.
  private static func weights(_ table: ByteTable, _ alphabet: Alphabet) -> [Double] {
    var ranks: [UInt32: Int] = [:]
    for (rank, letter) in alphabet.letters.enumerated() {
      ranks[letter.value] = rank
      ranks[letter.properties.uppercaseMapping.unicodeScalars.first?.value ?? 0] = rank
    }
    return (0...255).map { byte in
      guard let scalar = Unicode.Scalar(table.scalars[byte]) else { return -8 }
      if let rank = ranks[scalar.value] {
        let place = Double(rank) / Double(alphabet.letters.count)
        // Where every letter counts, the rare ones tell most: those of another script's text.
        return alphabet.isLatin
          ? 2.2 - 1.2 * place : 2.4 - 1.5 * place - 4 * place * place * place
      }
      let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
      return alphabet.isLatin && Alphabet.loans.contains(lower) ? -0.5 : -4
    }
  }

  /// The score of a character between its neighbours.
  private static func score(
    _ bytes: [UInt8], _ place: Int, _ table: ByteTable, _ weights: [Double]
  ) -> Double {
    let code = Int(bytes[place])
    let before = place > 0 ? table.roles[Int(bytes[place - 1])] : .space
    let after = place + 1 < bytes.count ? table.roles[Int(bytes[place + 1])] : .space
    let isAfterWord = isLetter(before)
    let isBeforeWord = isLetter(after)
    switch table.roles[code] {
    case .lower:
      // A small letter does not follow a capital that is not the first of its word.
      let isInCapitals = before == .upper && after == .upper
      return weights[code] - (isInCapitals ? 3 : 0) - (before == .digit || after == .digit ? 2 : 0)
    case .upper:
      return weights[code]
        - (before == .lower
          ? 5 : before == .upper ? 0.5 : after == .digit || before == .digit ? 2 : 0)
        - (isBeforeWord || isAfterWord ? 0 : 0.5)
    case .letter, .mark: return weights[code]
    case .space: return isAfterWord && isBeforeWord ? 0.1 : 0.6
    case .opening: return isAfterWord ? -3 : isBeforeWord || after == .space ? 1 : 0
    case .closing:
      return isBeforeWord && before != .space ? -3 : isAfterWord || before == .stop ? 1 : 0.2
    case .apostrophe where isAfterWord && isBeforeWord: return 1.7
    case .apostrophe: return isAfterWord || isBeforeWord || before == .stop ? 1 : 0
    case .dash: return before == .digit || before == .space || isAfterWord ? 0.7 : 0
    case .stop: return isBeforeWord && isAfterWord ? -1 : 0.7
    case .symbol, .digit:
      return isAfterWord && isBeforeWord ? -4 : before == .digit || after == .digit ? 0.4 : -0.8
    case .raised:
      return before == .digit || isAfterWord && !isBeforeWord ? 0.6 : isAfterWord ? -4 : -0.8
    case .drawing: return isAfterWord || isBeforeWord ? -5 : -2
    case .control: return table.scalars[code] == ByteTable.invalid ? -8 : -5
    }
  }

  private static func isLetter(_ role: ByteTable.Role) -> Bool {
    role == .lower || role == .upper || role == .letter
  }
}
