// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
//
// A C interface to Xapian. Each function is a single guarded call that no C++ exception leaves. A
// handle belongs to one thread at a time. Strings are pointer and length in both directions:
// arguments are copied before the call returns, and results live as long as their results block.

#ifndef CXAPIAN_H
#define CXAPIAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__cplusplus)
#define CX_BEGIN extern "C" {
#define CX_END }
#define CX_NOEXCEPT noexcept
#else
#define CX_BEGIN
#define CX_END
#define CX_NOEXCEPT
#endif
#define CX_API __attribute__((visibility("default")))
#define CX_CLOSED __attribute__((enum_extensibility(closed)))

CX_BEGIN

#pragma clang assume_nonnull begin

// MARK: Errors

/// The outcome of a call; error.cpp lists the exceptions behind each status.
enum CX_CLOSED cx_status : int {
  cx_status_ok = 0,
  cx_status_not_found,
  cx_status_locked,
  cx_status_modified,
  cx_status_incompatible,
  cx_status_corrupt,
  cx_status_closed,
  cx_status_invalid_query,
  cx_status_invalid_argument,
  cx_status_unavailable,
  cx_status_storage,
  cx_status_out_of_memory,
  cx_status_internal,
};

/// A failure, in fixed-size buffers so that reporting it does not allocate.
struct cx_error {
  enum cx_status status;
  char type[64];
  char message[1024];
};

/// Throws an exception of the class behind `status` inside the guard; for tests.
CX_API void cx_provoke(enum cx_status status, struct cx_error *error) CX_NOEXCEPT;

// MARK: Values

/// Bytes, which may include NUL.
struct cx_bytes {
  const char *_Nullable bytes;
  size_t count;
};

#define CX_NO_POSITION UINT32_MAX
#define CX_NO_SLOT UINT32_MAX
#define CX_NO_STEMMER UINT8_MAX
#define CX_NO_TERM UINT32_MAX

/// Mark of a stem in a passage's sequence: FNV-1a (Fowler, Noll and Vo) of its bytes without
/// prefix, folded to 16 bits. Never 0, which separates the parts of a sequence.
static inline uint16_t cx_mark(struct cx_bytes stem) {
  uint32_t hash = 2166136261u;
  for (size_t i = 0; i < stem.count; i++) hash = (hash ^ (uint8_t)stem.bytes[i]) * 16777619u;
  const uint16_t mark = (uint16_t)(hash ^ (hash >> 16));
  return mark == 0 ? 1 : mark;
}

// MARK: Indexing

/// The meaning of a term's `word`.
enum CX_CLOSED cx_form : uint8_t {
  cx_form_accented = 0, ///< the accented form, stemmed in addition to the term
  cx_form_instead,      ///< a different word, stemmed instead of the term
  cx_form_stem,         ///< the stem itself
};

/// A distinct term of a batch.
struct cx_term {
  /// The term including its prefix; at most 245 bytes, where a NUL counts twice.
  struct cx_bytes term;
  /// Word to stem in addition to the term without its prefix, or in place of it; may be empty.
  struct cx_bytes word;
  enum cx_form form;
  /// Length of the prefix in bytes.
  uint8_t prefix_count;
  /// Index in `stemmers` of the stemmer that produces a `Z` term, or CX_NO_STEMMER.
  uint8_t stemmer;
  /// Whether the term is only for filtering, without weight or length.
  bool is_boolean;
  /// Whether it is added to the spelling dictionary.
  bool is_spelling;
  /// Weight of an occurrence under the ranking prefix, which all fields share; 0 to leave it out.
  uint8_t rank_weight;
  /// Whether it appears only under the ranking prefix, neither as itself nor as a `Z` term.
  bool is_rank_only;
};

/// One occurrence of a term in a document.
struct cx_posting {
  uint32_t term;
  /// Position counted from 1, or CX_NO_POSITION.
  uint32_t position;
};

/// A value of a document; a number if `bytes.bytes` is null.
struct cx_value {
  uint32_t slot;
  double number;
  struct cx_bytes bytes;
};

/// A document, given as ranges in the arrays of its batch.
struct cx_document {
  struct cx_bytes data;
  size_t first_posting, posting_count;
  size_t first_value, value_count;
  /// Range of the document's words in `words` of the batch.
  size_t first_word, word_count;
};

/// Documents that are added to an index in one call.
struct cx_batch {
  const struct cx_term *_Nullable terms;
  size_t term_count;
  const struct cx_posting *_Nullable postings;
  size_t posting_count;
  const struct cx_value *_Nullable values;
  size_t value_count;
  const struct cx_document *_Nullable documents;
  size_t document_count;
  /// The words of the documents in order, as indices into `terms`; CX_NO_TERM separates parts.
  const uint32_t *_Nullable words;
  size_t word_count;
  /// Slot for the marks of their stems, two bytes each in little-endian order.
  uint32_t sequence_slot;
  /// Names of Xapian's stemmers.
  const struct cx_bytes *_Nullable stemmers;
  size_t stemmer_count;
  /// Prefix of the stems used for ranking, shared by all fields.
  struct cx_bytes rank_prefix;
};

/// A metadata entry of the index.
struct cx_metadata {
  struct cx_bytes key, value;
};

/// Additive summaries of a database or batch; unsigned, with overflow wrapping around.
///
/// Each is a sum of counts or hashes (XXH3) over documents, terms or words, and so depends neither
/// on order nor on document ids. Merging databases adds the sums.
struct cx_sums {
  uint64_t documents;
  uint64_t data;         ///< hashes of the documents' data
  uint64_t length;       ///< occurrences of terms
  uint64_t postings;     ///< terms of documents
  uint64_t terms;        ///< hashes of the terms of documents
  uint64_t occurrences;  ///< hashes of terms, as often as they occur
  uint64_t positions;    ///< terms of documents that have positions
  uint64_t termlists;    ///< documents plus documents with values: entries of that table
  uint64_t values;       ///< hashes of the slots in which documents have values
  uint64_t spellings;    ///< hashes of the words of the spelling dictionary, as often as they occur
  uint64_t metadata;     ///< hashes of keys and values; equal in all parts, not additive
};

/// Number of slots, counted from 0, that `cx_sum_terms` includes.
#define CX_MOST_SLOTS 64

/// Writes a batch as a separate database for `cx_compact`. Adds to `sums` what was to be written,
/// not what is found written.
CX_API bool cx_write_part(
    struct cx_bytes path, const struct cx_batch *batch, const struct cx_metadata *_Nullable metadata,
    size_t metadata_count, struct cx_sums *sums, struct cx_error *error) CX_NOEXCEPT;

/// Merges databases into a new one at `destination`, with new document ids.
CX_API bool cx_compact(
    const struct cx_bytes *sources, size_t source_count, struct cx_bytes destination,
    struct cx_error *error) CX_NOEXCEPT;

/// Adds the documents with ids from `first` to `last`, and their data, as stored; O(n) in the
/// number of documents.
CX_API bool cx_sum_documents(
    struct cx_bytes path, uint32_t first, uint32_t last, struct cx_sums *sums,
    struct cx_error *error) CX_NOEXCEPT;

/// Highest document id ever used in a database; 0 if there has been none.
CX_API uint32_t cx_last_document(struct cx_bytes path, struct cx_error *error) CX_NOEXCEPT;

/// Adds everything else: terms, occurrences, positions, values, spellings and metadata; O(n) in the
/// number of distinct terms.
CX_API bool cx_sum_terms(
    struct cx_bytes path, struct cx_sums *sums, struct cx_error *error) CX_NOEXCEPT;

/// Reads everything in a database: every posting, position, term list, value and document. Slower
/// than `cx_check`, but does not need write permission.
CX_API bool cx_read_all(struct cx_bytes path, struct cx_error *error) CX_NOEXCEPT;

/// Checks every table of a database; returns the number of faults, or -1. `report` receives
/// Xapian's description of them, truncated to `capacity`. Xapian opens the tables for writing,
/// although it does not write to them.
CX_API long cx_check(
    struct cx_bytes path, char *report, size_t capacity, struct cx_error *error) CX_NOEXCEPT;

typedef struct cx_writer cx_writer;

/// Opens a database for writing; fails at once if another writer holds it.
CX_API cx_writer *_Nullable cx_writer_open(
    struct cx_bytes path, struct cx_error *error) CX_NOEXCEPT;
/// Closes without committing an open transaction.
CX_API void cx_writer_close(cx_writer *_Nullable writer) CX_NOEXCEPT;
CX_API bool cx_writer_begin(cx_writer *writer, struct cx_error *error) CX_NOEXCEPT;
CX_API bool cx_writer_commit(cx_writer *writer, struct cx_error *error) CX_NOEXCEPT;
/// Deletes all documents that have one of the terms, and subtracts their contents from `sums`.
CX_API bool cx_writer_delete(
    cx_writer *writer, const struct cx_bytes *terms, size_t count, struct cx_sums *sums,
    struct cx_error *error) CX_NOEXCEPT;
/// Adds documents, and their contents to `sums`.
CX_API bool cx_writer_add(
    cx_writer *writer, const struct cx_batch *batch, struct cx_sums *sums,
    struct cx_error *error) CX_NOEXCEPT;

// MARK: Reading

typedef struct cx_database cx_database;

CX_API cx_database *_Nullable cx_database_open(
    struct cx_bytes path, struct cx_error *error) CX_NOEXCEPT;
CX_API void cx_database_close(cx_database *_Nullable database) CX_NOEXCEPT;
/// Fails with cx_status_storage unless all tables are open. If libxapian cannot open an optional
/// table, for example for lack of file handles, it reports nothing and then finds nothing in it.
CX_API bool cx_database_verify_open(
    cx_database *database, bool has_positions, bool has_spellings,
    struct cx_error *error) CX_NOEXCEPT;
CX_API uint64_t cx_database_revision(cx_database *database, struct cx_error *error) CX_NOEXCEPT;
CX_API uint32_t cx_database_count(cx_database *database, struct cx_error *error) CX_NOEXCEPT;

/// A results block, freed by one call.
typedef struct cx_results cx_results;
CX_API void cx_results_free(cx_results *_Nullable results) CX_NOEXCEPT;

/// One result: a document, term or word, depending on the call.
struct cx_item {
  /// Data of the document, or the term or word itself.
  struct cx_bytes bytes;
  /// Document id; 0 if there is none.
  uint32_t document;
  /// Frequency of the term, or number of documents collapsed into this one.
  uint32_t frequency;
  double weight;
};

/// One value of a facet.
struct cx_facet {
  uint32_t slot;
  uint32_t documents;
  uint32_t groups;
  /// The value, for a slot that contains numbers.
  double number;
  struct cx_bytes value;
};

/// A slot to sort by; documents without a value come last.
struct cx_sort_slot {
  uint32_t slot;
  bool is_descending;
};

/// A value that a facet counts as another.
struct cx_alias {
  struct cx_bytes value;
  struct cx_bytes counted_as;
};

/// A slot whose values are counted.
struct cx_facet_slot {
  uint32_t slot;
  /// Whether it contains a single number rather than strings separated by U+001F.
  bool is_number;
  /// Values that are counted as others, in the order of their bytes.
  const struct cx_alias *_Nullable aliases;
  size_t alias_count;
};

CX_API const struct cx_item *_Nullable cx_results_items(
    const cx_results *results, size_t *count) CX_NOEXCEPT;
CX_API const struct cx_facet *_Nullable cx_results_facets(
    const cx_results *results, size_t *count) CX_NOEXCEPT;
/// Whether a limit ended an expansion or match early.
CX_API bool cx_results_is_cut(const cx_results *results) CX_NOEXCEPT;
/// The number of matching documents after collapsing: bounds and an estimate.
CX_API void cx_results_total(
    const cx_results *results, uint32_t *lower, uint32_t *estimate, uint32_t *upper) CX_NOEXCEPT;

/// The operation of a step in a query program; operands are the queries built by earlier steps.
enum CX_CLOSED cx_operation : int {
  cx_operation_term = 0,    ///< documents that contain `term`
  cx_operation_value_range, ///< `slot` from `lower` to `upper`
  cx_operation_everything,  ///< every document, with weight `lower`
  cx_operation_nothing,
  cx_operation_all,         ///< AND of `count` operands
  cx_operation_any,         ///< OR of `count`
  cx_operation_except,      ///< the first AND NOT the second of 2
  cx_operation_filter,      ///< the first, restricted by the second of 2, which has no weight
  cx_operation_phrase,      ///< `count` operands in this order within `window` positions
  cx_operation_near,        ///< `count` operands in any order within `window` positions
  cx_operation_synonym,     ///< `count` operands treated as one term
  cx_operation_maybe,       ///< the first of 2, plus the weight of the second where it matches
  cx_operation_scale,       ///< 1 operand, its weight times `lower`
};

struct cx_step {
  enum cx_operation operation;
  uint32_t count;
  uint32_t window;
  uint32_t slot;
  double lower, upper;
  struct cx_bytes term;
};

#define CX_NO_TIME_LIMIT UINT64_MAX

/// Limits that make a call return what it has found so far.
struct cx_limit {
  /// Time limit in microseconds, or CX_NO_TIME_LIMIT.
  uint64_t microseconds;
  /// Descriptor that ends the call when it becomes readable, or -1.
  int stop_descriptor;
};

struct cx_search {
  const struct cx_step *steps;
  size_t step_count;
  uint32_t limit;
  /// Minimum number of documents to examine, for totals and facets.
  uint32_t check_at_least;
  uint32_t collapse_slot;
  /// Slots to sort by before weight, in ascending order unless `is_descending`; with none, weight
  /// decides first.
  const struct cx_sort_slot *_Nullable sort_slots;
  size_t sort_count;
  /// Slots whose values, in ascending order, break ties; with none, the order of ties is arbitrary.
  const uint32_t *tie_slots;
  size_t tie_count;
  const struct cx_facet_slot *_Nullable facet_slots;
  size_t facet_count;
  /// Slot whose distinct values a facet counts as groups.
  uint32_t group_slot;
  /// BM25 (Robertson and Zaragoza 2009): term frequency saturation and length normalisation.
  double k1, b;
  /// Limits that end the match early; `cx_results_is_cut` then returns true and totals are
  /// estimates.
  struct cx_limit limit_of_time;
};

/// Runs a query: one call, one block of results, without the documents' data.
CX_API cx_results *_Nullable cx_search_run(
    cx_database *database, const struct cx_search *search, struct cx_error *error) CX_NOEXCEPT;

/// Data of documents, in the given order.
CX_API cx_results *_Nullable cx_documents(
    cx_database *database, const uint32_t *documents, size_t count,
    struct cx_error *error) CX_NOEXCEPT;
/// Values of a slot for documents, in the given order; empty for documents without one.
CX_API cx_results *_Nullable cx_values(
    cx_database *database, uint32_t slot, const uint32_t *documents, size_t count,
    struct cx_error *error) CX_NOEXCEPT;
/// The first document for each term; `document` is 0 if there is none.
CX_API cx_results *_Nullable cx_documents_with_terms(
    cx_database *database, const struct cx_bytes *terms, size_t count,
    struct cx_error *error) CX_NOEXCEPT;
/// The next `limit` documents of a term after document `after`.
CX_API cx_results *_Nullable cx_documents_of_term(
    cx_database *database, struct cx_bytes term, uint32_t after, size_t limit,
    struct cx_error *error) CX_NOEXCEPT;
/// Up to `limit` terms with `prefix` that come after `after`, in order.
CX_API cx_results *_Nullable cx_terms_with_prefix(
    cx_database *database, struct cx_bytes prefix, struct cx_bytes after, size_t limit,
    struct cx_error *error) CX_NOEXCEPT;
/// How terms are compared with the pattern of an expansion.
enum CX_CLOSED cx_expansion_kind : int {
  cx_expansion_glob = 0, ///< `*` matches any letters, `?` exactly one
  cx_expansion_edit,     ///< at most `distance` letters deleted, inserted, changed or swapped
};

/// The expansion of a pattern to terms, within limits.
struct cx_expansion {
  enum cx_expansion_kind kind;
  /// Prefix of the field; empty for the words of the text.
  struct cx_bytes prefix;
  struct cx_bytes pattern;
  uint32_t distance;
  /// Maximum number of terms to return, preferring the nearest and then the most frequent.
  uint32_t limit;
  /// Maximum number of terms to examine, and the time limit.
  uint32_t examine;
  uint32_t microseconds;
};

/// The matching terms, with the distance as `weight`. The total gives the numbers of terms
/// returned, matched and examined; `cx_results_is_cut` tells whether a limit was reached.
CX_API cx_results *_Nullable cx_expand(
    cx_database *database, const struct cx_expansion *expansion,
    struct cx_error *error) CX_NOEXCEPT;
/// The document frequency of each term.
CX_API cx_results *_Nullable cx_term_frequencies(
    cx_database *database, const struct cx_bytes *terms, size_t count,
    struct cx_error *error) CX_NOEXCEPT;
/// The nearest word in the spelling dictionary; no item if none is close enough.
CX_API cx_results *_Nullable cx_spelling(
    cx_database *database, struct cx_bytes word, unsigned distance,
    struct cx_error *error) CX_NOEXCEPT;
CX_API cx_results *_Nullable cx_metadata_get(
    cx_database *database, struct cx_bytes key, struct cx_error *error) CX_NOEXCEPT;
/// The stems of words according to the named Xapian stemmer.
CX_API cx_results *_Nullable cx_stems(
    struct cx_bytes stemmer, const struct cx_bytes *words, size_t count,
    struct cx_error *error) CX_NOEXCEPT;
/// The names of Xapian's stemmers, separated by spaces, as one item.
CX_API cx_results *_Nullable cx_stemmers(struct cx_error *error) CX_NOEXCEPT;
/// The version of the running libxapian, as a static string.
CX_API const char *cx_version(void) CX_NOEXCEPT;

#pragma clang assume_nonnull end

CX_END

#endif
