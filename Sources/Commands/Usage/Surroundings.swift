// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What all commands have in common besides their arguments: exit statuses, variables, files.
enum Surroundings {
  /// A name and what it means.
  typealias Entry = (name: String, meaning: String)

  /// The exit statuses of all commands.
  static let exitStatuses: [Entry] = [
    ("0", "Found, or done."),
    ("1", "Nothing found, or some texts not read."),
    ("2", "Error: nothing was done, or the command line or the query is wrong."),
  ]

  /// The environment variables.
  static let variables: [Entry] = [
    ("PAMPHLET_INDEX", "Folder of the index."),
    ("PAMPHLET_HOST", "Address on which the daemon listens."),
    ("PAMPHLET_PORT", "Port on which the daemon listens."),
    ("PAMPHLET_CATALOGUE", "Catalogue of works."),
    ("PAMPHLET_EDITS", "File of your edits of works."),
    ("PAMPHLET_FLOOR", "Probability that a speaker must have to be named."),
    ("PAMPHLET_DATA", "Folder of catalogue, stop words, stems and thesaurus."),
    ("PAMPHLET_PDF", "The program pamphlet-pdf."),
    ("XDG_CONFIG_HOME", "Folder of configuration files; default ~/.config."),
    ("XDG_DATA_HOME", "Folder of a user's data; default ~/.local/share."),
    ("XDG_STATE_HOME", "Folder of what programs remember; default ~/.local/state."),
    ("NO_COLOR", "If set and not empty, output has no colours."),
    ("PAGER", "Program for long output; default less -FRX, none if empty."),
  ]

  /// The files.
  static let files: [Entry] = [
    (
      "$XDG_CONFIG_HOME/pamphlet/config.yaml",
      "Settings: \(Configuration.Setting.allCases.map(\.rawValue).joined(separator: ", "))."
    ),
    ("$XDG_DATA_HOME/pamphlet/index", "The index, unless another is named."),
    (
      "$XDG_DATA_HOME/pamphlet/edits.yaml",
      "What you stated of works with `pamphlet edit`; it outlives every index."
    ),
    ("$XDG_DATA_HOME/pamphlet/kept", "Ids of the passages that you keep."),
    ("$XDG_STATE_HOME/pamphlet/last-results", "What the last search listed, for `@3`."),
    ("$XDG_DATA_HOME/pamphlet/texts", "Texts that were fetched."),
    ("PREFIX/share/pamphlet", "Catalogue and vocabulary of the program."),
  ]

  /// The sections of `pamphlet environment`, from which `Scripts/man` makes those of man pages.
  static var sections: String {
    [("Exit status", exitStatuses), ("Environment", variables), ("Files", files)].map {
      title, entries in
      let width = (entries.map(\.name.count).max() ?? 0) + 2
      let lines = entries.map { entry in
        "  \(entry.name)\(String(repeating: " ", count: width - entry.name.count))\(entry.meaning)"
      }
      return "\(title):\n\(lines.joined(separator: "\n"))"
    }.joined(separator: "\n\n")
  }
}
