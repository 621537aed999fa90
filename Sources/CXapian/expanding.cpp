// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
//
// Expands patterns and fuzzy words to terms of the index.

#include "database.hpp"
#include "guard.hpp"
#include "results.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

/// Decodes UTF-8 to code points; an invalid byte stands for itself.
void decode(const char *bytes, size_t count, std::vector<char32_t> &to) {
  to.clear();
  for (size_t i = 0; i < count;) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    const size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length == 1 || i + length > count) {
      to.push_back(lead);
      i++;
      continue;
    }
    char32_t value = lead & (0x7F >> length);
    for (size_t k = 1; k < length; k++)
      value = value << 6 | (static_cast<unsigned char>(bytes[i + k]) & 0x3F);
    to.push_back(value);
    i += length;
  }
}

/// Whether `text` matches a pattern with `*` and `?`; O(text · pattern), without recursion.
bool matches(const std::vector<char32_t> &pattern, const std::vector<char32_t> &text) {
  size_t p = 0, t = 0, star = std::string::npos, resume = 0;
  while (t < text.size()) {
    if (p < pattern.size() && (pattern[p] == U'?' || pattern[p] == text[t]) && pattern[p] != U'*') {
      p++;
      t++;
    } else if (p < pattern.size() && pattern[p] == U'*') {
      star = p++;
      resume = t;
    } else if (star != std::string::npos) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == U'*') p++;
  return p == pattern.size();
}

/// Computes the optimal string alignment distance from a fixed word.
///
/// Counts letters deleted, inserted, changed, or swapped with the next one.
class Distance {
 public:
  Distance(std::vector<char32_t> word, unsigned most)
      : word(std::move(word)), most(most), letters(mask(this->word)) {}

  /// The distance; some larger value if it exceeds `most`.
  unsigned of(const std::vector<char32_t> &other) {
    const size_t n = word.size(), m = other.size();
    if ((n > m ? n - m : m - n) > most) return most + 1;
    // Each edit changes at most two letters of the set.
    if (__builtin_popcountll(letters ^ mask(other)) > static_cast<int>(2 * most)) return most + 1;
    before.assign(m + 1, 0);
    last.resize(m + 1);
    row.resize(m + 1);
    for (size_t j = 0; j <= m; j++) last[j] = static_cast<unsigned>(j);
    for (size_t i = 1; i <= n; i++) {
      row[0] = static_cast<unsigned>(i);
      unsigned least = row[0];
      for (size_t j = 1; j <= m; j++) {
        const unsigned change = word[i - 1] == other[j - 1] ? 0 : 1;
        row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
        if (i > 1 && j > 1 && word[i - 1] == other[j - 2] && word[i - 2] == other[j - 1])
          row[j] = std::min(row[j], before[j - 2] + 1);
        least = std::min(least, row[j]);
      }
      if (least > most) return most + 1;
      std::swap(before, last);
      std::swap(last, row);
    }
    return last[m];
  }

 private:
  static uint64_t mask(const std::vector<char32_t> &word) {
    uint64_t letters = 0;
    for (char32_t letter : word) letters |= uint64_t{1} << (letter % 61);
    return letters;
  }

  std::vector<char32_t> word;
  unsigned most;
  uint64_t letters;
  std::vector<unsigned> before, last, row;
};

struct Found {
  std::string term;
  uint32_t frequency;
  unsigned distance;
};

}  // namespace

cx_results *cx_expand(
    cx_database *database, const cx_expansion *expansion, cx_error *error) noexcept {
  return cx::guarded<cx_results *>(*error, nullptr, [&] {
    const Xapian::Database &db = database->database;
    const auto deadline = Clock::now() + std::chrono::microseconds(expansion->microseconds);
    const std::string prefix = cx::string(expansion->prefix);
    const bool is_glob = expansion->kind == cx_expansion_glob;
    std::vector<char32_t> wanted, text;
    decode(expansion->pattern.bytes, expansion->pattern.count, wanted);
    Distance distance(wanted, expansion->distance);

    // All matches start with the part before the first wildcard.
    std::string start = prefix;
    if (is_glob) {
      const std::string pattern = cx::string(expansion->pattern);
      start += pattern.substr(0, std::min(pattern.find_first_of("*?"), pattern.size()));
    }
    std::unique_ptr<cx_results> results(new cx_results);
    std::vector<Found> found;
    uint32_t examined = 0, matched = 0;
    auto term = db.allterms_begin(start);
    const auto end = db.allterms_end(start);
    while (term != end) {
      const std::string name = *term;
      // Words of the text have no prefix, whereas terms of fields begin with a capital.
      if (prefix.empty() && !name.empty() && name[0] >= 'A' && name[0] <= 'Z') {
        term.skip_to("[");
        continue;
      }
      if (examined == expansion->examine || (examined % 1024 == 1023 && Clock::now() > deadline)) {
        results->is_cut = true;
        break;
      }
      examined++;
      decode(name.data() + prefix.size(), name.size() - prefix.size(), text);
      unsigned far = 0;
      const bool is_match = is_glob ? matches(wanted, text)
                                    : (far = distance.of(text)) <= expansion->distance;
      if (is_match) {
        matched++;
        found.push_back({name, term.get_termfreq(), far});
      }
      ++term;
    }
    const auto is_better = [](const Found &a, const Found &b) {
      if (a.distance != b.distance) return a.distance < b.distance;
      if (a.frequency != b.frequency) return a.frequency > b.frequency;
      return a.term < b.term;
    };
    const size_t count = std::min<size_t>(found.size(), expansion->limit);
    std::partial_sort(
        found.begin(), found.begin() + static_cast<long>(count), found.end(), is_better);
    for (size_t i = 0; i < count; i++)
      results->add(found[i].term, 0, found[i].frequency, found[i].distance);
    results->lower = static_cast<uint32_t>(count);
    results->estimate = matched;
    results->upper = examined;
    results->finished();
    return results.release();
  });
}
