// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#include "sums.hpp"

#include "guard.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstring>
#include <fstream>
#include <iterator>

namespace {

/// Different seeds keep equal bytes in different places from cancelling out.
enum Seed : uint64_t { data_seed = 1, term_seed, occurrence_seed, value_seed, word_seed, metadata_seed };

uint64_t hash(const std::string &bytes, Seed seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

/// Derives a second hash of a term from the first (finalizer of SplitMix64; Steele, Lea, Flood
/// 2014).
uint64_t occurrence_hash(uint64_t term) {
  uint64_t z = term + occurrence_seed * 0x9E3779B97F4A7C15u;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

uint64_t slot_hash(Xapian::valueno slot) { return hash(std::to_string(slot), value_seed); }

void add_term(cx_sums &sums, const std::string &term, uint64_t documents, uint64_t occurrences) {
  const uint64_t known = hash(term, term_seed);
  sums.postings += documents;
  sums.terms += known * documents;
  sums.occurrences += occurrence_hash(known) * occurrences;
}

/// Reads `iamglass`, the file that records where the tables of a glass database begin.
///
/// See RootInfo::unserialise in xapian-core/backends/glass/glass_version.cc.
class GlassVersion {
 public:
  explicit GlassVersion(const std::string &folder) {
    std::ifstream file(folder + "/iamglass", std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    constexpr size_t head = 14 + 2 + 16;  // magic, version, UUID
    if (!file || bytes.size() < head) throw Xapian::DatabaseCorruptError("iamglass cannot be read");
    next = head;
    number();  // revision
  }

  /// Number of entries in the next table; the order is postlist, docdata, termlist, position,
  /// spelling, synonym.
  uint64_t entries() {
    number();  // root
    number();  // level and flags
    const uint64_t count = number();
    number();  // block size
    number();  // least size to compress
    next += number();
    return count;
  }

 private:
  uint64_t number() {
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (next >= bytes.size()) break;
      const auto byte = static_cast<unsigned char>(bytes[next++]);
      value |= uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return value;
    }
    throw Xapian::DatabaseCorruptError("iamglass is damaged");
  }

  std::string bytes;
  size_t next = 0;
};

/// Adds the sizes of the tables that libxapian silently does without if it cannot open them.
///
/// The term list table has one entry per document and another for its slots; the position table has
/// one entry per term of a document.
void add_entries(cx_sums &sums, const std::string &folder) {
  GlassVersion version(folder);
  version.entries();  // postlist
  version.entries();  // docdata
  sums.termlists += version.entries();
  sums.positions += version.entries();
}

}  // namespace

namespace cx {

void add(cx_sums &sums, const Xapian::Document &document) {
  sums.documents++;
  sums.data += hash(document.get_data(), data_seed);
  const auto end = document.termlist_end();
  for (auto term = document.termlist_begin(); term != end; ++term) {
    add_term(sums, *term, 1, term.get_wdf());
    sums.length += term.get_wdf();
    if (term.positionlist_count() > 0) sums.positions++;
  }
  for (auto value = document.values_begin(); value != document.values_end(); ++value)
    sums.values += slot_hash(value.get_valueno());
  sums.termlists += document.values_count() > 0 ? 2 : 1;
}

void add_spelling(cx_sums &sums, const std::string &word, uint64_t count) {
  sums.spellings += hash(word, word_seed) * count;
}

void add_metadata(cx_sums &sums, const std::string &key, const std::string &value) {
  sums.metadata += hash(key + '\0' + value, metadata_seed);
}

void subtract(cx_sums &sums, const cx_sums &part) {
  sums.documents -= part.documents;
  sums.data -= part.data;
  sums.length -= part.length;
  sums.postings -= part.postings;
  sums.terms -= part.terms;
  sums.occurrences -= part.occurrences;
  sums.positions -= part.positions;
  sums.termlists -= part.termlists;
  sums.values -= part.values;
  sums.spellings -= part.spellings;
}

}  // namespace cx

bool cx_sum_documents(
    cx_bytes path, uint32_t first, uint32_t last, cx_sums *sums, cx_error *error) noexcept {
  return cx::guarded(*error, false, [&] {
    const Xapian::Database database(cx::string(path));
    const std::string all;
    auto document = database.postlist_begin(all);
    const auto end = database.postlist_end(all);
    if (document != end) document.skip_to(first);
    for (; document != end && *document <= last; ++document) {
      sums->documents++;
      sums->data += hash(database.get_document(*document).get_data(), data_seed);
    }
    return true;
  });
}

uint32_t cx_last_document(cx_bytes path, cx_error *error) noexcept {
  return cx::guarded<uint32_t>(*error, 0, [&] {
    return Xapian::Database(cx::string(path)).get_lastdocid();
  });
}

bool cx_sum_terms(cx_bytes path, cx_sums *sums, cx_error *error) noexcept {
  return cx::guarded(*error, false, [&] {
    const Xapian::Database database(cx::string(path));
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term)
      add_term(*sums, *term, term.get_termfreq(), database.get_collection_freq(*term));
    sums->length += database.get_total_length();
    for (Xapian::valueno slot = 0; slot < CX_MOST_SLOTS; slot++)
      sums->values += slot_hash(slot) * database.get_value_freq(slot);
    add_entries(*sums, cx::string(path));
    for (auto word = database.spellings_begin(); word != database.spellings_end(); ++word)
      cx::add_spelling(*sums, *word, word.get_termfreq());
    for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
      cx::add_metadata(*sums, *key, database.get_metadata(*key));
    return true;
  });
}

bool cx_read_all(cx_bytes path, cx_error *error) noexcept {
  return cx::guarded(*error, false, [&] {
    const Xapian::Database database(cx::string(path));
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      const std::string name = *term;
      Xapian::doccount count = 0;
      for (auto posting = database.postlist_begin(name); posting != database.postlist_end(name);
           ++posting) {
        count++;
        for (auto p = posting.positionlist_begin(); p != posting.positionlist_end(); ++p) continue;
      }
      if (count != term.get_termfreq())
        throw Xapian::DatabaseCorruptError("a term does not have the recorded document frequency");
    }
    cx_sums sums{};
    const std::string all;
    for (auto document = database.postlist_begin(all); document != database.postlist_end(all);
         ++document)
      cx::add(sums, database.get_document(*document));
    if (sums.length != database.get_total_length())
      throw Xapian::DatabaseCorruptError("the documents do not have the recorded length");
    return true;
  });
}
