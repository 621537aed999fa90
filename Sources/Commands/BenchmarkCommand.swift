// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import FoundationEssentials
import PassageSearch

/// The command `pamphlet benchmark`.
struct BenchmarkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Measures how long queries take.",
    discussion: """
      Each line of QUERIES is a class, a tab and a query. For each class it prints the number of \
      measurements, then the median and the 99th percentile in milliseconds: first for finding the ten \
      best passages, then for the whole answer with snippets. `Scripts/benchmark` compares these with \
      libxapian alone.
      """
  )

  @OptionGroup var index: IndexOption
  @Option(help: "Measurements of each query, after one run that fills the caches.") var rounds = 3
  @Argument(help: "File of queries.", completion: .file()) var queries: String

  func validate() throws {
    if !(1...1_000).contains(rounds) { throw ValidationError("--rounds must be from 1 to 1000.") }
  }

  func run() async throws {
    try await offCooperativeThreads { try time() }
  }

  private func time() throws {
    guard let text = FileManager.default.contents(atPath: queries) else {
      throw CommandFailure("The file of queries \(queries) cannot be read.")
    }
    let searcher = try index.searcher()
    var matching: [String: [Duration]] = [:]
    var answering: [String: [Duration]] = [:]
    for round in 0...rounds {
      for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
        let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
          throw CommandFailure("Expected a class, a tab and a query: \(line)")
        }
        let request = SearchRequest(parts[1])
        let clock = ContinuousClock()
        let matched = try clock.measure { _ = try searcher.ranked(request, depth: 10) }
        let answered = try clock.measure { _ = try searcher.search(request) }
        if round == 0 { continue }
        matching[parts[0], default: []].append(matched)
        answering[parts[0], default: []].append(answered)
      }
    }
    for (name, times) in matching.sorted(by: { $0.key < $1.key }) {
      let quantiles = [times, answering[name] ?? []].flatMap { times in
        [50, 99].map { Self.quantile(times, percent: $0) }
      }
      print(([name, "\(times.count)"] + quantiles).joined(separator: "\t"))
    }
  }

  private static func quantile(_ times: [Duration], percent: Int) -> String {
    let times = times.sorted()
    let time = times[min(times.count - 1, times.count * percent / 100)]
    return "\(Double(Int(time / .microseconds(1))) / 1000)"
  }
}
