// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Processes

/// Recognises text in page images (tesseract, if installed).
enum Recognition {
  /// Time limit for one page, in seconds.
  private static let seconds = 300

  /// The text of an image; `nil` if the program is missing or fails.
  ///
  /// - Parameter languages: Languages in tesseract's notation: `eng+fra`.
  static func text(of image: [UInt8], languages: String) -> String? {
    let outcome = ChildProcess.run(
      "env", ["OMP_THREAD_LIMIT=1", "tesseract", "stdin", "stdout", "-l", languages, "--psm", "1"],
      input: image,
      seconds: seconds, outputLimit: 16 << 20)
    guard case .ended(0, let output) = outcome else { return nil }
    return String(decoding: output, as: UTF8.self)
  }
}
