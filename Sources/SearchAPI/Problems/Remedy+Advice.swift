// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema

extension Remedy {
  /// The remedy in a sentence, by the commands that do it.
  package var advice: String {
    switch self {
    case .makeIndex:
      "Make an index with `pamphlet index PATH...`, or name the folder of one with `--index`."
    case .chooseFolder: "Choose an empty or a new folder with `--index`."
    case .rebuild: "Build the index again with `pamphlet index --rebuild PATH...`."
    case .recover: "`pamphlet recover` publishes the newest generation that is whole."
    case .repair:
      "`pamphlet check` says what is damaged; `pamphlet recover` publishes the newest generation "
        + "that is whole; `pamphlet index --rebuild PATH...` builds the index again."
    case .waitForWriter: "Wait until the other writer has finished, or use `--wait`."
    case .askForLess: "Use fewer `--jobs`, or ask for less at once."
    }
  }
}

extension IndexError {
  /// What to do about the error, in a sentence or two; `nil` if nothing helps.
  package var advice: String? {
    let sentences = [hint, remedy?.advice].compactMap(\.self)
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }
}
