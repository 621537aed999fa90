// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#include "database.hpp"
#include "guard.hpp"
#include "results.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace {

using Results = std::unique_ptr<cx_results>;

/// Runs `body` on an empty results block and returns the finished block.
template <typename Body>
cx_results *collect(cx_error &error, Body &&body) noexcept {
  return cx::guarded<cx_results *>(error, nullptr, [&] {
    Results results(new cx_results);
    body(*results);
    results->finished();
    return results.release();
  });
}

}  // namespace

cx_database *cx_database_open(cx_bytes path, cx_error *error) noexcept {
  return cx::guarded<cx_database *>(*error, nullptr, [&] {
    return new cx_database{Xapian::Database(cx::string(path))};
  });
}

bool cx_database_verify_open(
    cx_database *database, bool has_positions, bool has_spellings, cx_error *error) noexcept {
  return cx::guarded(*error, false, [&] {
    const Xapian::Database &db = database->database;
    // Requesting a term list throws if its table is not open.
    const auto first = db.postlist_begin(std::string());
    if (first != db.postlist_end(std::string())) db.termlist_begin(*first);
    if (has_positions && !db.has_positions())
      throw Xapian::DatabaseOpeningError("the table of positions could not be opened");
    if (has_spellings && db.spellings_begin() == db.spellings_end())
      throw Xapian::DatabaseOpeningError("the table of spellings could not be opened");
    return true;
  });
}

void cx_database_close(cx_database *database) noexcept {
  cx_error error;
  cx::guarded(error, false, [&] {
    delete database;
    return true;
  });
}

uint64_t cx_database_revision(cx_database *database, cx_error *error) noexcept {
  return cx::guarded<uint64_t>(*error, 0, [&] { return database->database.get_revision(); });
}

uint32_t cx_database_count(cx_database *database, cx_error *error) noexcept {
  return cx::guarded<uint32_t>(*error, 0, [&] { return database->database.get_doccount(); });
}

cx_results *cx_documents(
    cx_database *database, const uint32_t *documents, size_t count, cx_error *error) noexcept {
  return collect(*error, [&](cx_results &results) {
    for (size_t i = 0; i < count; i++)
      results.add(
          database->database.get_document(documents[i]).get_data(), documents[i], 1, 0);
  });
}

cx_results *cx_values(
    cx_database *database, uint32_t slot, const uint32_t *documents, size_t count,
    cx_error *error) noexcept {
  return collect(*error, [&](cx_results &results) {
    // Values are stored in document order, so reading them in that order is by far the fastest.
    std::vector<size_t> order(count);
    for (size_t i = 0; i < count; i++) order[i] = i;
    std::sort(order.begin(), order.end(), [&](size_t one, size_t other) {
      return documents[one] < documents[other];
    });
    std::vector<std::string> values(count);
    auto value = database->database.valuestream_begin(slot);
    const auto end = database->database.valuestream_end(slot);
    for (size_t i : order) {
      if (value == end) break;
      value.skip_to(documents[i]);
      if (value != end && value.get_docid() == documents[i]) values[i] = *value;
    }
    for (size_t i = 0; i < count; i++) results.add(values[i], documents[i], 1, 0);
  });
}

cx_results *cx_documents_with_terms(
    cx_database *database, const cx_bytes *terms, size_t count, cx_error *error) noexcept {
  return collect(*error, [&](cx_results &results) {
    const Xapian::Database &db = database->database;
    for (size_t i = 0; i < count; i++) {
      const std::string term = cx::string(terms[i]);
      auto posting = db.postlist_begin(term);
      if (posting == db.postlist_end(term))
        results.add("", 0, 0, 0);
      else
        results.add(db.get_document(*posting).get_data(), *posting, 1, 0);
    }
  });
}

cx_results *cx_documents_of_term(
    cx_database *database, cx_bytes term, uint32_t after, size_t limit,
    cx_error *error) noexcept {
  return collect(*error, [&](cx_results &results) {
    const Xapian::Database &db = database->database;
    const std::string name = cx::string(term);
    auto posting = db.postlist_begin(name);
    const auto end = db.postlist_end(name);
    if (posting != end && after > 0) posting.skip_to(after + 1);
    for (; posting != end && results.items.size() < limit; ++posting)
      results.add(db.get_document(*posting).get_data(), *posting, 1, 0);
  });
}

cx_results *cx_terms_with_prefix(
    cx_database *database, cx_bytes prefix, cx_bytes after, size_t limit,
    cx_error *error) noexcept {
  return collect(*error, [&](cx_results &results) {
    const Xapian::Database &db = database->database;
    const std::string start = cx::string(prefix), last = cx::string(after);
    auto term = db.allterms_begin(start);
    const auto end = db.allterms_end(start);
    if (!last.empty() && term != end) {
      term.skip_to(last);
      if (term != end && *term == last) ++term;
    }
    for (; term != end && results.items.size() < limit; ++term)
      results.add(*term, 0, term.get_termfreq(), 0);
  });
}

cx_results *cx_term_frequencies(
    cx_database *database, const cx_bytes *terms, size_t count, cx_error *error) noexcept {
  return collect(*error, [&](cx_results &results) {
    for (size_t i = 0; i < count; i++)
      results.add("", 0, database->database.get_termfreq(cx::string(terms[i])), 0);
  });
}

cx_results *cx_spelling(
    cx_database *database, cx_bytes word, unsigned distance, cx_error *error) noexcept {
  return collect(*error, [&](cx_results &results) {
    const std::string found =
        database->database.get_spelling_suggestion(cx::string(word), distance);
    if (!found.empty()) results.add(found, 0, database->database.get_termfreq(found), 0);
  });
}

cx_results *cx_metadata_get(cx_database *database, cx_bytes key, cx_error *error) noexcept {
  return collect(*error, [&](cx_results &results) {
    const std::string value = database->database.get_metadata(cx::string(key));
    if (!value.empty()) results.add(value, 0, 0, 0);
  });
}

cx_results *cx_stems(
    cx_bytes stemmer, const cx_bytes *words, size_t count, cx_error *error) noexcept {
  return collect(*error, [&](cx_results &results) {
    const Xapian::Stem stem(cx::string(stemmer));
    for (size_t i = 0; i < count; i++) results.add(stem(cx::string(words[i])), 0, 0, 0);
  });
}

cx_results *cx_stemmers(cx_error *error) noexcept {
  return collect(*error, [&](cx_results &results) {
    results.add(Xapian::Stem::get_available_languages(), 0, 0, 0);
  });
}
