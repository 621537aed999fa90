// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import ArgumentParser
import Attribution
import Evaluation
import FoundationEssentials
import Ingestion

/// The command `pamphlet train`.
struct TrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Trains the weights by which speakers are decided on, and measures them.",
    discussion: """
      LIST has a line for each origin of labels: name, weight in training, weight in calibration, file of \
      labels, folder of texts, licence. Origins with weight 0 only measure and calibrate. Prints how many \
      speakers are right on texts that the weights were not trained on, before references are taken into \
      account. The same input gives the same weights.
      """
  )

  @Argument(help: "List of the origins of labels.", completion: .file())
  var list: String
  @Option(help: "File for the weights; without it they are only measured.", completion: .file())
  var output: String?
  @Option(help: ArgumentHelp("Measure at this probability too.", valueName: "probability"))
  var floor: [Double] = [Attribution.defaultFloor, 0.9]
  @Flag(
    help: "Print also what is wrong, and what is silent and could be right, at the first floor.")
  var errors = false

  func run() async throws {
    try await offCooperativeThreads { try train() }
  }

  private func train() throws {
    var evaluation = SpeakerEvaluation()
    for origin in try LabelOrigin.origins(contents(of: list)) {
      guard FileManager.default.fileExists(atPath: origin.labels) else {
        let message = "The labels \(origin.labels) are missing"
        // Weights made from less than the list says would not be what they claim to be.
        if output != nil { throw CommandFailure(message + ".") }
        Messages.write(message + " and left out.")
        continue
      }
      try evaluation.add(origin, lines: contents(of: origin.labels)) { name in
        let path = (origin.texts.map { $0 + "/" } ?? "") + name
        guard let text = DividedText(path: path) else {
          throw CommandFailure("The text \(path) cannot be read.")
        }
        return LabelledText(
          passages: text.passages, metadata: text.metadata, source: try contents(of: path))
      }
      Messages.write("Read \(origin.origin.name).")
    }
    let training = evaluation.train()
    print(evaluation.table(training, floors: floor))
    print(evaluation.patterns(training, floor: floor[0]), terminator: "")
    if errors { print(evaluation.errors(training, floor: floor[0]), terminator: "") }
    guard let output else { return }
    let head = evaluation.provenance.map { "# \($0)\n" }.joined()
    do {
      try Data((head + training.weights).utf8).write(to: URL(filePath: output))
    } catch {
      throw CommandFailure("The weights cannot be written to \(output): \(error)")
    }
  }

  private func contents(of path: String) throws -> String {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw CommandFailure("The file \(path) cannot be read.")
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
