// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
//
// The yardstick of Scripts/benchmark: the same queries by libxapian alone, as one would write them
// without Pamphlet.
//
// usage: xapian-alone index PARAGRAPHS DATABASE    a line: id, title and text, divided by tabs
//        xapian-alone search DATABASE QUERIES      a line: a class, a tab and a query; prints for each
//          class how many milliseconds matching takes, and matching with ten snippets

#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fnmatch.h>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using Words = std::vector<std::string>;

constexpr unsigned most_words = 100;

bool is_word(const std::string &term) {
  return !term.empty() && !(term[0] >= 'A' && term[0] <= 'Z');
}

/// The most frequent of the words that `matches`, as Xapian's own wildcards choose them.
template <typename Matches>
Xapian::Query expansion(const Xapian::Database &db, const std::string &start, Matches matches) {
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  for (auto term = db.allterms_begin(start); term != db.allterms_end(start); ++term)
    if (is_word(*term) && matches(*term)) found.emplace_back(term.get_termfreq(), *term);
  const size_t count = std::min<size_t>(found.size(), most_words);
  std::partial_sort(found.begin(), found.begin() + count, found.end(), std::greater<>());
  Words words;
  for (size_t i = 0; i < count; i++) words.push_back(found[i].second);
  return Xapian::Query(Xapian::Query::OP_SYNONYM, words.begin(), words.end());
}

/// Levenshtein's distance, or more than `most`.
unsigned distance(const std::string &one, const std::string &other, unsigned most) {
  if (one.size() > other.size() + most || other.size() > one.size() + most) return most + 1;
  std::vector<unsigned> row(other.size() + 1);
  for (size_t j = 0; j < row.size(); j++) row[j] = j;
  for (size_t i = 1; i <= one.size(); i++) {
    unsigned diagonal = row[0];
    unsigned least = row[0] = i;
    for (size_t j = 1; j <= other.size(); j++) {
      const unsigned above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (one[i - 1] != other[j - 1])});
      diagonal = above;
      least = std::min(least, row[j]);
    }
    if (least > most) return most + 1;
  }
  return row.back();
}

Xapian::Query parse(const Xapian::Database &db, const std::string &kind, const std::string &query) {
  if (kind == "pattern")
    return expansion(db, query.substr(0, query.find_first_of("*?")), [&](const std::string &term) {
      return fnmatch(query.c_str(), term.c_str(), 0) == 0;
    });
  if (kind == "misspelt") {
    const std::string word = query.substr(0, query.size() - 1);
    return expansion(db, "", [&](const std::string &term) { return distance(word, term, 2) <= 2; });
  }
  Xapian::QueryParser parser;
  parser.set_database(db);
  parser.set_stemmer(Xapian::Stem("en"));
  parser.set_stemming_strategy(parser.STEM_SOME);
  if (kind.find("quotation") == std::string::npos) return parser.parse_query(query);
  // Any of the words; without operators, which a pasted text has by chance.
  return parser.parse_query(query, 0);
}

double milliseconds(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double quantile(std::vector<double> &times, unsigned percent) {
  std::sort(times.begin(), times.end());
  return times[std::min(times.size() - 1, times.size() * percent / 100)];
}

void index(const char *paragraphs, const char *path) {
  Xapian::WritableDatabase db(path, Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  std::ifstream lines(paragraphs);
  for (std::string line; std::getline(lines, line);) {
    const size_t first = line.find('\t'), second = line.find('\t', first + 1);
    Xapian::Document document;
    generator.set_document(document);
    generator.set_termpos(0);
    generator.index_text(line.substr(first + 1, second - first - 1));
    generator.increase_termpos();
    generator.index_text(line.substr(second + 1));
    document.set_data(line);
    db.add_document(document);
  }
  db.commit();
}

void search(const char *path, const char *file) {
  Xapian::Database db(path);
  std::map<std::string, std::vector<double>> matching, answering;
  size_t bytes = 0;
  for (int round = 0; round < 4; round++) {
    std::ifstream queries(file);
    for (std::string line; std::getline(queries, line);) {
      const size_t tab = line.find('\t');
      const std::string kind = line.substr(0, tab), query = line.substr(tab + 1);
      const auto start = Clock::now();
      Xapian::Enquire enquire(db);
      enquire.set_query(parse(db, kind, query));
      const Xapian::MSet matches = enquire.get_mset(0, 10);
      Words texts;
      for (auto match = matches.begin(); match != matches.end(); ++match)
        texts.push_back(match.get_document().get_data());
      const double matched = milliseconds(start);
      for (const std::string &text : texts)
        bytes += matches.snippet(text, 300, Xapian::Stem("en")).size();
      // The first round is for the caches.
      if (round == 0) continue;
      matching[kind].push_back(matched);
      answering[kind].push_back(milliseconds(start));
    }
  }
  for (auto &[kind, times] : matching)
    std::printf(
        "%s\t%zu\t%.3f\t%.3f\t%.3f\t%.3f\n", kind.c_str(), times.size(), quantile(times, 50),
        quantile(times, 99), quantile(answering[kind], 50), quantile(answering[kind], 99));
  std::fprintf(stderr, "%zu bytes of snippets\n", bytes);
}

}  // namespace

int main(int count, char **arguments) {
  const std::string mode = count == 4 ? arguments[1] : "";
  if (mode == "index")
    index(arguments[2], arguments[3]);
  else if (mode == "search")
    search(arguments[2], arguments[3]);
  else
    return std::fprintf(stderr, "usage: xapian-alone index|search FROM TO\n"), 2;
  return 0;
}
