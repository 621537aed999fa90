// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension Format {
  /// JSON lines: texts, or passages as `pamphlet export` writes them.
  package static let passages = Format(
    "passages", title: "JSON lines", suffixes: ["jsonl", "ndjson"],
    mediaTypes: ["application/x-ndjson": "jsonl", "application/jsonl": "jsonl"], version: 3,
    alsoRead: """
      a text on each line (`{"title", "author", "year", "text"}`), or an export, which comes back \
      unchanged
      """,
    reader: .members)
}
