// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#include "guard.hpp"
#include "sums.hpp"

#include <xapian.h>

#include <algorithm>
#include <cstring>
#include <sstream>
#include <vector>

namespace {

/// Longest key of a glass table in bytes; a NUL counts twice (Xapian, admin_notes).
constexpr size_t longest_term = 245;

/// Checked before writing anything, since a document that Xapian rejects cannot be undone in a
/// part.
void check_length(const std::string &term) {
  const size_t nuls = static_cast<size_t>(std::count(term.begin(), term.end(), '\0'));
  if (term.size() + nuls > longest_term)
    throw Xapian::InvalidArgumentError("Term too long (> 245): " + term.substr(0, 80));
}

/// The terms of a batch and their stems; each term is stemmed once, however often it occurs.
class Vocabulary {
 public:
  explicit Vocabulary(const cx_batch &batch) {
    std::vector<Xapian::Stem> stemmers;
    for (size_t i = 0; i < batch.stemmer_count; i++)
      stemmers.emplace_back(cx::string(batch.stemmers[i]));
    terms.reserve(batch.term_count);
    stems.resize(batch.term_count);
    plain_stems.resize(batch.term_count);
    ranks.resize(batch.term_count);
    plain_ranks.resize(batch.term_count);
    marks.resize(batch.term_count);
    const std::string rank = cx::string(batch.rank_prefix);
    for (size_t i = 0; i < batch.term_count; i++) {
      const cx_term &term = batch.terms[i];
      terms.push_back(cx::string(term.term));
      check_length(terms.back());
      if (term.stemmer == CX_NO_STEMMER) continue;
      const Xapian::Stem &stem = stemmers.at(term.stemmer);
      const std::string prefix = "Z" + terms.back().substr(0, term.prefix_count);
      const std::string folded = terms.back().substr(term.prefix_count);
      std::string form = term.word.count > 0 ? cx::string(term.word) : folded;
      if (term.form != cx_form_stem) form = stem(form);
      stems[i] = prefix + form;
      check_length(stems[i]);
      if (term.rank_weight > 0) ranks[i] = rank + form;
      const bool is_accented = term.word.count > 0 && term.form == cx_form_accented;
      const std::string plain = is_accented ? stem(folded) : form;
      // The stem of the word as typed without its accents.
      marks[i] = cx_mark({plain.data(), plain.size()});
      if (plain == form) continue;
      plain_stems[i] = prefix + plain;
      if (term.rank_weight > 0) plain_ranks[i] = rank + plain;
    }
  }

  /// The terms, their stems, and the stems of their unaccented forms.
  ///
  /// Spanish `revolución` must match `revoluciones` through the former, and `revolucion` as typed
  /// through the latter. Empty if a term is not stemmed or the two do not differ.
  std::vector<std::string> terms, stems, plain_stems;
  /// The same stems with the ranking prefix, for terms that are ranked.
  std::vector<std::string> ranks, plain_ranks;
  /// Marks that represent the stems in sequences.
  std::vector<uint16_t> marks;
};

/// Marks of the stems of a document's words, in order.
std::string sequence(
    const cx_batch &batch, const cx_document &document, const Vocabulary &vocabulary) {
  std::string bytes;
  bytes.reserve(2 * document.word_count);
  for (size_t i = 0; i < document.word_count; i++) {
    const uint32_t term = batch.words[document.first_word + i];
    const uint16_t mark = term == CX_NO_TERM ? 0 : vocabulary.marks.at(term);
    bytes += static_cast<char>(mark & 0xFF);
    bytes += static_cast<char>(mark >> 8);
  }
  return bytes;
}

Xapian::Document make_document(
    const cx_batch &batch, const cx_document &from, const Vocabulary &vocabulary) {
  Xapian::Document document;
  document.set_data(cx::string(from.data));
  for (size_t i = 0; i < from.posting_count; i++) {
    const cx_posting &posting = batch.postings[from.first_posting + i];
    const std::string &term = vocabulary.terms.at(posting.term);
    if (batch.terms[posting.term].is_boolean) {
      document.add_boolean_term(term);
      continue;
    }
    const cx_term &known = batch.terms[posting.term];
    const std::string &rank = vocabulary.ranks[posting.term];
    if (!rank.empty()) document.add_term(rank, known.rank_weight);
    const std::string &plain_rank = vocabulary.plain_ranks[posting.term];
    if (!plain_rank.empty()) document.add_term(plain_rank, known.rank_weight);
    if (known.is_rank_only) continue;
    if (posting.position == CX_NO_POSITION)
      document.add_term(term);
    else
      document.add_posting(term, posting.position);
    const std::string &stem = vocabulary.stems[posting.term];
    if (!stem.empty()) document.add_term(stem);
    const std::string &plain = vocabulary.plain_stems[posting.term];
    if (!plain.empty()) document.add_term(plain);
  }
  if (from.word_count > 0)
    document.add_value(batch.sequence_slot, sequence(batch, from, vocabulary));
  for (size_t i = 0; i < from.value_count; i++) {
    const cx_value &value = batch.values[from.first_value + i];
    document.add_value(
        value.slot, value.bytes.bytes == nullptr ? Xapian::sortable_serialise(value.number)
                                                 : cx::string(value.bytes));
  }
  return document;
}

void add(Xapian::WritableDatabase &database, const cx_batch &batch, cx_sums &sums) {
  const Vocabulary vocabulary(batch);
  for (size_t i = 0; i < batch.document_count; i++) {
    const Xapian::Document document = make_document(batch, batch.documents[i], vocabulary);
    cx::add(sums, document);
    database.add_document(document);
  }
  std::vector<uint32_t> counts(batch.term_count);
  for (size_t i = 0; i < batch.posting_count; i++) counts.at(batch.postings[i].term)++;
  for (size_t i = 0; i < batch.term_count; i++)
    if (batch.terms[i].is_spelling && counts[i] > 0) {
      cx::add_spelling(sums, vocabulary.terms[i], counts[i]);
      database.add_spelling(vocabulary.terms[i], counts[i]);
    }
}

}  // namespace

struct cx_writer {
  Xapian::WritableDatabase database;
};

bool cx_write_part(
    cx_bytes path, const cx_batch *batch, const cx_metadata *metadata, size_t metadata_count,
    cx_sums *sums, cx_error *error) noexcept {
  return cx::guarded(*error, false, [&] {
    // A part is private until it is merged and then deleted. No one reads it meanwhile, and after a
    // crash it is cleaned up, so it needs neither old blocks nor syncing.
    Xapian::WritableDatabase database(
        cx::string(path), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_DANGEROUS |
                              Xapian::DB_NO_SYNC | Xapian::DB_BACKEND_GLASS);
    add(database, *batch, *sums);
    sums->metadata = 0;
    for (size_t i = 0; i < metadata_count; i++) {
      cx::add_metadata(*sums, cx::string(metadata[i].key), cx::string(metadata[i].value));
      database.set_metadata(cx::string(metadata[i].key), cx::string(metadata[i].value));
    }
    database.commit();
    database.close();
    return true;
  });
}

bool cx_compact(
    const cx_bytes *sources, size_t source_count, cx_bytes destination,
    cx_error *error) noexcept {
  return cx::guarded(*error, false, [&] {
    Xapian::Database all;
    for (size_t i = 0; i < source_count; i++)
      all.add_database(Xapian::Database(cx::string(sources[i])));
    // DB_NO_SYNC must not be used here: compact interprets that bit as DBCOMPACT_NO_RENUMBER.
    all.compact(cx::string(destination));
    return true;
  });
}

long cx_check(cx_bytes path, char *report, size_t capacity, cx_error *error) noexcept {
  return cx::guarded(*error, -1L, [&] {
    std::ostringstream out;
    const long faults = static_cast<long>(Xapian::Database::check(cx::string(path), 0, &out));
    const std::string text = out.str();
    if (capacity > 0) {
      const size_t count = std::min(text.size(), capacity - 1);
      std::memcpy(report, text.data(), count);
      report[count] = '\0';
    }
    return faults;
  });
}

cx_writer *cx_writer_open(cx_bytes path, cx_error *error) noexcept {
  return cx::guarded<cx_writer *>(*error, nullptr, [&] {
    return new cx_writer{Xapian::WritableDatabase(cx::string(path), Xapian::DB_OPEN)};
  });
}

void cx_writer_close(cx_writer *writer) noexcept {
  cx_error error;
  // The destructor of WritableDatabase commits pending changes and may throw; an open transaction
  // is discarded instead.
  cx::guarded(error, false, [&] {
    delete writer;
    return true;
  });
}

bool cx_writer_begin(cx_writer *writer, cx_error *error) noexcept {
  return cx::guarded(*error, false, [&] {
    writer->database.begin_transaction(true);
    return true;
  });
}

bool cx_writer_commit(cx_writer *writer, cx_error *error) noexcept {
  return cx::guarded(*error, false, [&] {
    writer->database.commit_transaction();
    return true;
  });
}

bool cx_writer_delete(
    cx_writer *writer, const cx_bytes *terms, size_t count, cx_sums *sums,
    cx_error *error) noexcept {
  return cx::guarded(*error, false, [&] {
    Xapian::WritableDatabase &database = writer->database;
    for (size_t i = 0; i < count; i++) {
      const std::string term = cx::string(terms[i]);
      cx_sums removed{};
      std::vector<Xapian::docid> documents(
          database.postlist_begin(term), database.postlist_end(term));
      for (const Xapian::docid document : documents) {
        cx::add(removed, database.get_document(document));
        database.delete_document(document);
      }
      cx::subtract(*sums, removed);
    }
    return true;
  });
}

bool cx_writer_add(
    cx_writer *writer, const cx_batch *batch, cx_sums *sums, cx_error *error) noexcept {
  return cx::guarded(*error, false, [&] {
    add(writer->database, *batch, *sums);
    return true;
  });
}
