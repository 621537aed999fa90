// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
//
// Xapian behind a C boundary. Every function is one guarded call: no C++ exception leaves it. A
// handle belongs to one thread at a time. Strings are pointer and length, in both directions; what
// goes in is copied before the call returns, what comes out lives as long as its results block.

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

/// What became of a call; see error.cpp for the exceptions that each status stands for.
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

/// A failure, in fixed buffers so that reporting one needs no memory.
struct cx_error {
  enum cx_status status;
  char type[64];
  char message[1024];
};

/// Throws, inside the guard, an exception of the class behind `status`: for tests of the guard.
CX_API void cx_provoke(enum cx_status status, struct cx_error *error) CX_NOEXCEPT;

// MARK: Values

/// Bytes; may hold NUL.
struct cx_bytes {
  const char *_Nullable bytes;
  size_t count;
};

#define CX_NO_POSITION UINT32_MAX
#define CX_NO_SLOT UINT32_MAX
#define CX_NO_STEMMER UINT8_MAX
#define CX_NO_TERM UINT32_MAX

/// What a stem is in the sequence of a passage: FNV-1a (Fowler, Noll and Vo) of its bytes without a
/// prefix, folded to 16 bits and never 0, which divides the parts of a sequence.
static inline uint16_t cx_mark(struct cx_bytes stem) {
  uint32_t hash = 2166136261u;
  for (size_t i = 0; i < stem.count; i++) hash = (hash ^ (uint8_t)stem.bytes[i]) * 16777619u;
  const uint16_t mark = (uint16_t)(hash ^ (hash >> 16));
  return mark == 0 ? 1 : mark;
}

// MARK: Indexing

/// What `word` of a term is.
enum CX_CLOSED cx_form : uint8_t {
  cx_form_accented = 0, ///< the term with its accents: stemmed beside the term itself
  cx_form_instead,      ///< another word, stemmed instead of the term
  cx_form_stem,         ///< the stem itself
};

/// A distinct term of a batch.
struct cx_term {
  /// The term, prefix included; at most 245 bytes, a NUL counting twice.
  struct cx_bytes term;
  /// What is stemmed besides the term after its prefix, or instead of it; may be empty.
  struct cx_bytes word;
  enum cx_form form;
  /// The bytes of `term` that are its prefix.
  uint8_t prefix_count;
  /// The index in `stemmers` of the stemmer that adds a `Z` term, or CX_NO_STEMMER.
  uint8_t stemmer;
  /// Whether it filters only: no weight, no length.
  bool is_boolean;
  /// Whether it goes into the spelling dictionary.
  bool is_spelling;
  /// How often an occurrence counts under the ranking prefix, where all fields meet; 0 for not.
  uint8_t rank_weight;
  /// Whether it stands under the ranking prefix only, neither by itself nor as a `Z` term.
  bool is_rank_only;
};

/// One occurrence of a term in a document.
struct cx_posting {
  uint32_t term;
  /// The position, from 1, or CX_NO_POSITION.
  uint32_t position;
};

/// A value of a document: a number if `bytes.bytes` is null.
struct cx_value {
  uint32_t slot;
  double number;
  struct cx_bytes bytes;
};

/// A document, as ranges in the batch's arrays.
struct cx_document {
  struct cx_bytes data;
  size_t first_posting, posting_count;
  size_t first_value, value_count;
  /// The range of its words in the batch's sequence.
  size_t first_word, word_count;
};

/// Documents that go into an index by one call.
struct cx_batch {
  const struct cx_term *_Nullable terms;
  size_t term_count;
  const struct cx_posting *_Nullable postings;
  size_t posting_count;
  const struct cx_value *_Nullable values;
  size_t value_count;
  const struct cx_document *_Nullable documents;
  size_t document_count;
  /// The words of the documents in order, by their terms; CX_NO_TERM divides parts of a document.
  const uint32_t *_Nullable words;
  size_t word_count;
  /// The slot that gets the marks of their stems, in two bytes each, the lower first.
  uint32_t sequence_slot;
  /// The names of Xapian's stemmers.
  const struct cx_bytes *_Nullable stemmers;
  size_t stemmer_count;
  /// The prefix of the stems that are ranked by, of all fields together.
  struct cx_bytes rank_prefix;
};

/// A key and a value of the index's metadata.
struct cx_metadata {
  struct cx_bytes key, value;
};

/// What a database or a batch holds, in sums that add up when databases are merged; they wrap.
///
/// Each is a sum over documents, terms or words, of a count or of a hash (XXH3), so that it does not
/// matter in what order things come and which ids documents have.
struct cx_sums {
  uint64_t documents;
  uint64_t data;         ///< hashes of the documents' data
  uint64_t length;       ///< occurrences of terms
  uint64_t postings;     ///< terms of documents
  uint64_t terms;        ///< hashes of the terms of documents
  uint64_t occurrences;  ///< hashes of terms, as often as they occur
  uint64_t positions;    ///< terms of documents that have positions
  uint64_t termlists;    ///< documents, and again those that have values: entries of that table
  uint64_t values;       ///< hashes of the slots in which documents have values
  uint64_t spellings;    ///< hashes of the words of the spelling dictionary, as often as they occur
  uint64_t metadata;     ///< hashes of keys and values: the same in all parts, not added up
};

/// Slots from 0 to this are counted by `cx_sum_terms`.
#define CX_MOST_SLOTS 64

/// Writes a batch as a database of its own, to be merged by `cx_compact`; adds to `sums` what it
/// was told to write, not what it finds written.
CX_API bool cx_write_part(
    struct cx_bytes path, const struct cx_batch *batch, const struct cx_metadata *_Nullable metadata,
    size_t metadata_count, struct cx_sums *sums, struct cx_error *error) CX_NOEXCEPT;

/// Merges databases into a new one at `destination`; document ids are given anew.
CX_API bool cx_compact(
    const struct cx_bytes *sources, size_t source_count, struct cx_bytes destination,
    struct cx_error *error) CX_NOEXCEPT;

/// Adds the documents and their data as a database has them, of the ids from `first` to `last`; O(n) in
/// the documents.
CX_API bool cx_sum_documents(
    struct cx_bytes path, uint32_t first, uint32_t last, struct cx_sums *sums,
    struct cx_error *error) CX_NOEXCEPT;

/// The highest id that a document of a database has or had; 0 if there has been none.
CX_API uint32_t cx_last_document(struct cx_bytes path, struct cx_error *error) CX_NOEXCEPT;

/// Adds everything else: terms, occurrences, positions, values, spellings, metadata; O(n) in the
/// distinct terms.
CX_API bool cx_sum_terms(
    struct cx_bytes path, struct cx_sums *sums, struct cx_error *error) CX_NOEXCEPT;

/// Reads everything that a database holds: every posting, position, term list, value and document.
/// Slower than `cx_check`, but needs no right to write.
CX_API bool cx_read_all(struct cx_bytes path, struct cx_error *error) CX_NOEXCEPT;

/// Checks every table of a database; returns the number of faults, or -1. `report` gets what
/// Xapian says of them, cut to its capacity. Xapian opens the tables for writing, though it writes
/// nothing.
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
/// Removes all documents that have one of the terms, and subtracts from `sums` what they hold.
CX_API bool cx_writer_delete(
    cx_writer *writer, const struct cx_bytes *terms, size_t count, struct cx_sums *sums,
    struct cx_error *error) CX_NOEXCEPT;
/// Adds documents, and to `sums` what they hold.
CX_API bool cx_writer_add(
    cx_writer *writer, const struct cx_batch *batch, struct cx_sums *sums,
    struct cx_error *error) CX_NOEXCEPT;

// MARK: Reading

typedef struct cx_database cx_database;

CX_API cx_database *_Nullable cx_database_open(
    struct cx_bytes path, struct cx_error *error) CX_NOEXCEPT;
CX_API void cx_database_close(cx_database *_Nullable database) CX_NOEXCEPT;
/// Fails with cx_status_storage unless the tables that libxapian opens only if it can are open: of
/// those that cannot be opened, for want of file handles, it says nothing and finds nothing there.
CX_API bool cx_database_verify_open(
    cx_database *database, bool has_positions, bool has_spellings,
    struct cx_error *error) CX_NOEXCEPT;
CX_API uint64_t cx_database_revision(cx_database *database, struct cx_error *error) CX_NOEXCEPT;
CX_API uint32_t cx_database_count(cx_database *database, struct cx_error *error) CX_NOEXCEPT;

/// A block of answers: freed by one call.
typedef struct cx_results cx_results;
CX_API void cx_results_free(cx_results *_Nullable results) CX_NOEXCEPT;

/// One answer: a document, a term or a word, by the call that made it.
struct cx_item {
  /// The document's data, or the term, or the word.
  struct cx_bytes bytes;
  /// The document's id; 0 if there is none.
  uint32_t document;
  /// Frequency of the term; documents collapsed into this one.
  uint32_t frequency;
  double weight;
};

/// One value of a facet.
struct cx_facet {
  uint32_t slot;
  uint32_t documents;
  uint32_t groups;
  /// The value of a slot of numbers.
  double number;
  struct cx_bytes value;
};

/// A slot to sort by; documents without a value come last.
struct cx_sort_slot {
  uint32_t slot;
  bool is_descending;
};

/// A slot whose values are to be counted.
struct cx_facet_slot {
  uint32_t slot;
  /// Whether it holds one number, and not strings divided by U+001F.
  bool is_number;
};

CX_API const struct cx_item *_Nullable cx_results_items(
    const cx_results *results, size_t *count) CX_NOEXCEPT;
CX_API const struct cx_facet *_Nullable cx_results_facets(
    const cx_results *results, size_t *count) CX_NOEXCEPT;
/// Whether a limit ended an expansion or a match before its end.
CX_API bool cx_results_is_cut(const cx_results *results) CX_NOEXCEPT;
/// How many documents match: bounds and estimate, after collapsing.
CX_API void cx_results_total(
    const cx_results *results, uint32_t *lower, uint32_t *estimate, uint32_t *upper) CX_NOEXCEPT;

/// What a step of a query program does; operands are the queries made by the steps before.
enum CX_CLOSED cx_operation : int {
  cx_operation_term = 0,    ///< the documents of `term`
  cx_operation_value_range, ///< `slot` from `lower` to `upper`
  cx_operation_everything,  ///< every document, weight `lower`
  cx_operation_nothing,
  cx_operation_all,         ///< AND of `count` operands
  cx_operation_any,         ///< OR of `count`
  cx_operation_except,      ///< the first AND NOT the second of 2
  cx_operation_filter,      ///< the first, restricted by the second of 2, which has no weight
  cx_operation_phrase,      ///< `count` operands in order within `window` positions
  cx_operation_near,        ///< `count` operands in any order within `window` positions
  cx_operation_synonym,     ///< `count` operands as if one term
  cx_operation_maybe,       ///< the first, with the weight of the second of 2 where it matches
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

/// When a call has to end with what it has found.
struct cx_limit {
  /// How long it may take, or CX_NO_TIME_LIMIT.
  uint64_t microseconds;
  /// A descriptor that ends it as soon as there is something to read, or -1.
  int stop_descriptor;
};

struct cx_search {
  const struct cx_step *steps;
  size_t step_count;
  uint32_t limit;
  /// Look at this many documents at least, for totals and facets.
  uint32_t check_at_least;
  uint32_t collapse_slot;
  /// Sort by these slots, ascending unless said, then by weight; by weight first if there is none.
  const struct cx_sort_slot *_Nullable sort_slots;
  size_t sort_count;
  /// The slots whose values, ascending, put documents in order that are equal so far.
  const uint32_t *tie_slots;
  size_t tie_count;
  const struct cx_facet_slot *_Nullable facet_slots;
  size_t facet_count;
  /// The slot whose distinct values a facet counts as groups.
  uint32_t group_slot;
  /// BM25 (Robertson and Zaragoza 2009): term frequency saturation and length normalisation.
  double k1, b;
  /// When the match ends; `cx_results_is_cut` then says so, and the totals are estimates.
  struct cx_limit limit_of_time;
};

/// Runs a query: one call, one block of results, without the documents' data.
CX_API cx_results *_Nullable cx_search_run(
    cx_database *database, const struct cx_search *search, struct cx_error *error) CX_NOEXCEPT;

/// The data of documents, in the order given.
CX_API cx_results *_Nullable cx_documents(
    cx_database *database, const uint32_t *documents, size_t count,
    struct cx_error *error) CX_NOEXCEPT;
/// The values of a slot of documents, in the order given; empty where there is none.
CX_API cx_results *_Nullable cx_values(
    cx_database *database, uint32_t slot, const uint32_t *documents, size_t count,
    struct cx_error *error) CX_NOEXCEPT;
/// For each term the first document that has it; `document` is 0 where there is none.
CX_API cx_results *_Nullable cx_documents_with_terms(
    cx_database *database, const struct cx_bytes *terms, size_t count,
    struct cx_error *error) CX_NOEXCEPT;
/// The next `limit` documents of a term after document `after`.
CX_API cx_results *_Nullable cx_documents_of_term(
    cx_database *database, struct cx_bytes term, uint32_t after, size_t limit,
    struct cx_error *error) CX_NOEXCEPT;
/// The terms that begin with `prefix` and come after `after`, in order, at most `limit`.
CX_API cx_results *_Nullable cx_terms_with_prefix(
    cx_database *database, struct cx_bytes prefix, struct cx_bytes after, size_t limit,
    struct cx_error *error) CX_NOEXCEPT;
/// How a term is like the pattern of an expansion.
enum CX_CLOSED cx_expansion_kind : int {
  cx_expansion_glob = 0, ///< `*` stands for any letters, `?` for one
  cx_expansion_edit,     ///< at most `distance` letters left out, put in, changed or exchanged
};

/// The terms that a pattern stands for, within bounds.
struct cx_expansion {
  enum cx_expansion_kind kind;
  /// The prefix of the field; of the words of the text if empty.
  struct cx_bytes prefix;
  struct cx_bytes pattern;
  uint32_t distance;
  /// The most terms to return: the nearest, then the most frequent.
  uint32_t limit;
  /// The most terms of the list to look at, and for how long.
  uint32_t examine;
  uint32_t microseconds;
};

/// The terms that match; `weight` is the distance. The total says how many are returned, how many
/// match and how many were looked at; `cx_results_is_cut` whether a bound ended the look.
CX_API cx_results *_Nullable cx_expand(
    cx_database *database, const struct cx_expansion *expansion,
    struct cx_error *error) CX_NOEXCEPT;
/// The frequency of each term.
CX_API cx_results *_Nullable cx_term_frequencies(
    cx_database *database, const struct cx_bytes *terms, size_t count,
    struct cx_error *error) CX_NOEXCEPT;
/// The word of the spelling dictionary that is nearest to `word`; no item if none is near.
CX_API cx_results *_Nullable cx_spelling(
    cx_database *database, struct cx_bytes word, unsigned distance,
    struct cx_error *error) CX_NOEXCEPT;
CX_API cx_results *_Nullable cx_metadata_get(
    cx_database *database, struct cx_bytes key, struct cx_error *error) CX_NOEXCEPT;
/// The stems of words by Xapian's stemmer of that name.
CX_API cx_results *_Nullable cx_stems(
    struct cx_bytes stemmer, const struct cx_bytes *words, size_t count,
    struct cx_error *error) CX_NOEXCEPT;
/// The names of Xapian's stemmers, divided by spaces: one item.
CX_API cx_results *_Nullable cx_stemmers(struct cx_error *error) CX_NOEXCEPT;
/// The version of libxapian that runs, a static string.
CX_API const char *cx_version(void) CX_NOEXCEPT;

#pragma clang assume_nonnull end

CX_END

#endif
