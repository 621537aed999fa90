// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#include "database.hpp"
#include "deadline.hpp"
#include "guard.hpp"
#include "order.hpp"
#include "query_program.hpp"
#include "results.hpp"
#include "weighting.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace {

/// Separates multiple values of a document in one slot.
constexpr char value_separator = '\x1f';

/// Numbers the distinct values of the slot that facets count as groups.
class Groups {
 public:
  explicit Groups(Xapian::valueno slot) : slot(slot) {}

  uint32_t number(const Xapian::Document &document) {
    if (slot == CX_NO_SLOT) return 0;
    if (document.get_docid() == last_document) return last_number;
    last_document = document.get_docid();
    const auto next = static_cast<uint32_t>(numbers.size());
    return last_number = numbers.emplace(document.get_value(slot), next).first->second;
  }

 private:
  Xapian::valueno slot;
  Xapian::docid last_document = 0;
  uint32_t last_number = 0;
  std::unordered_map<std::string, uint32_t> numbers;
};

/// Counts the documents and distinct groups for each value of a slot.
class FacetSpy : public Xapian::MatchSpy {
 public:
  FacetSpy(cx_facet_slot field, Groups &groups)
      : field(field), slot(field.slot), is_number(field.is_number), groups(groups) {}

  void operator()(const Xapian::Document &document, double) override {
    const std::string values = document.get_value(slot);
    if (values.empty()) return;
    const uint32_t group = groups.number(document);
    size_t start = 0;
    while (start <= values.size()) {
      size_t end = is_number ? std::string::npos : values.find(value_separator, start);
      if (end == std::string::npos) end = values.size();
      if (end > start) {
        Count &count = counts[counted(values.substr(start, end - start))];
        // A value that occurs twice in a document counts once.
        if (count.last_document != document.get_docid()) {
          count.last_document = document.get_docid();
          count.documents++;
          // Documents of a group are mostly adjacent.
          if (count.groups.empty() || count.last_group != group) count.groups.insert(group);
          count.last_group = group;
        }
      }
      start = end + 1;
    }
  }

  void report(cx_results &results) const {
    for (const auto &[value, count] : counts)
      results.add_facet(
          slot, value, is_number ? Xapian::sortable_unserialise(value) : 0, count.documents,
          static_cast<uint32_t>(count.groups.size()));
  }

 private:
  struct Count {
    uint32_t documents = 0;
    uint32_t last_group = 0;
    Xapian::docid last_document = 0;
    std::unordered_set<uint32_t> groups;
  };
  /// The value as which a value is counted.
  std::string counted(std::string value) const {
    const auto *end = field.aliases + field.alias_count;
    const auto *alias = std::lower_bound(
        field.aliases, end, std::string_view(value),
        [](const cx_alias &alias, std::string_view value) { return text(alias.value) < value; });
    if (alias == end || text(alias->value) != value) return value;
    return std::string(text(alias->counted_as));
  }

  static std::string_view text(cx_bytes bytes) {
    return {bytes.bytes, bytes.count};
  }

  cx_facet_slot field;
  Xapian::valueno slot;
  bool is_number;
  Groups &groups;
  std::unordered_map<std::string, Count> counts;
};

/// Extrapolates the total of a match that the deadline ended, since libxapian considers what it has
/// seen to be everything.
void estimate(
    cx_results &results, const cx::Deadline &deadline, const Xapian::Database &database) {
  results.is_cut = true;
  results.upper = database.get_doccount();
  if (deadline.first_missing() == 0) return;
  const double part =
      std::min(1.0, static_cast<double>(deadline.first_missing()) / database.get_lastdocid());
  const double all = std::min<double>(results.upper, results.lower / part);
  results.estimate = std::max(results.estimate, static_cast<uint32_t>(all));
}

}  // namespace

cx_results *cx_search_run(
    cx_database *database, const cx_search *search, cx_error *error) noexcept {
  return cx::guarded<cx_results *>(*error, nullptr, [&] {
    Xapian::Enquire enquire(database->database);
    cx::Deadline deadline(search->limit_of_time);
    enquire.set_query(cx::make_query(*search, database->database, deadline));
    enquire.set_weighting_scheme(cx::PassageWeight(search->k1, search->b, &deadline));
    if (search->collapse_slot != CX_NO_SLOT) enquire.set_collapse_key(search->collapse_slot);
    cx::Order order(*search);
    order.apply(enquire);
    Groups groups(search->group_slot);
    std::vector<std::unique_ptr<FacetSpy>> spies;
    for (size_t i = 0; i < search->facet_count; i++) {
      spies.push_back(std::make_unique<FacetSpy>(search->facet_slots[i], groups));
      enquire.add_matchspy(spies.back().get());
    }
    const auto check_at_least =
        std::min(search->check_at_least, database->database.get_doccount());
    std::unique_ptr<cx_results> results(new cx_results);
    const Xapian::MSet matches = order.matches(
        enquire, database->database, search->limit, check_at_least, *results);
    for (const auto &spy : spies) spy->report(*results);
    results->lower = matches.get_matches_lower_bound();
    results->estimate = matches.get_matches_estimated();
    results->upper = matches.get_matches_upper_bound();
    if (deadline.has_ended_match()) estimate(*results, deadline, database->database);
    results->finished();
    return results.release();
  });
}
