// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema

extension Remedy {
  /// The remedy as a sentence that names the commands for it.
  package var advice: String {
    switch self {
    case .makeIndex:
      "Create an index with `pamphlet index PATH...`, or name its folder with `--index`."
    case .chooseFolder: "Use an empty or a new folder with `--index`."
    case .rebuild: "Rebuild the index with `pamphlet index --rebuild PATH...`."
    case .recover: "`pamphlet recover` publishes the newest undamaged generation."
    case .repair:
      "`pamphlet check` reports the damage; `pamphlet recover` publishes the newest undamaged "
        + "generation; `pamphlet index --rebuild PATH...` rebuilds the index."
    case .waitForWriter: "Wait until the other writer has finished, or use `--wait`."
    case .askForLess: "Use fewer `--jobs`, or request less at once."
    }
  }
}

extension IndexError {
  /// One or two sentences saying what to do about the error; `nil` if nothing helps.
  package var advice: String? {
    let sentences = [hint, remedy?.advice].compactMap(\.self)
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }
}
