// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#include "database.hpp"
#include "guard.hpp"
#include "results.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace {

/// Divides the values of one document in a slot that holds several.
constexpr char value_separator = '\x1f';

/// Counts the values of a slot, in documents and in distinct values of another slot.
class FacetSpy : public Xapian::MatchSpy {
 public:
  FacetSpy(cx_facet_slot field, Xapian::valueno group)
      : slot(field.slot), is_number(field.is_number), group(group) {}

  void operator()(const Xapian::Document &document, double) override {
    const std::string values = document.get_value(slot);
    if (values.empty()) return;
    const std::string key = group == CX_NO_SLOT ? std::string() : document.get_value(group);
    size_t start = 0;
    while (start <= values.size()) {
      size_t end = is_number ? std::string::npos : values.find(value_separator, start);
      if (end == std::string::npos) end = values.size();
      if (end > start) {
        Count &count = counts[values.substr(start, end - start)];
        count.documents++;
        count.groups.insert(key);
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
    std::set<std::string> groups;
  };
  Xapian::valueno slot;
  bool is_number;
  Xapian::valueno group;
  std::map<std::string, Count> counts;
};

/// Takes the last `count` queries off the stack.
std::vector<Xapian::Query> take(std::vector<Xapian::Query> &stack, size_t count) {
  if (stack.size() < count) throw Xapian::InvalidArgumentError("query program lacks operands");
  std::vector<Xapian::Query> operands(stack.end() - static_cast<long>(count), stack.end());
  stack.resize(stack.size() - count);
  return operands;
}

Xapian::Query combine(
    Xapian::Query::op op, const std::vector<Xapian::Query> &operands, unsigned window = 0) {
  return Xapian::Query(op, operands.begin(), operands.end(), window);
}

Xapian::Query make_query(const cx_search &search) {
  using Query = Xapian::Query;
  std::vector<Query> stack;
  for (size_t i = 0; i < search.step_count; i++) {
    const cx_step &step = search.steps[i];
    switch (step.operation) {
      case cx_operation_term:
        stack.emplace_back(cx::string(step.term));
        break;
      case cx_operation_prefix:
        stack.emplace_back(
            Query::OP_WILDCARD, cx::string(step.term), step.count,
            Query::WILDCARD_LIMIT_MOST_FREQUENT, Query::OP_SYNONYM);
        break;
      case cx_operation_value_range:
        stack.emplace_back(
            Query::OP_VALUE_RANGE, step.slot, Xapian::sortable_serialise(step.lower),
            Xapian::sortable_serialise(step.upper));
        break;
      case cx_operation_everything:
        if (step.lower == 0) {
          stack.push_back(Query::MatchAll);
        } else {
          auto *source = new Xapian::FixedWeightPostingSource(step.lower);
          stack.emplace_back(source->release());
        }
        break;
      case cx_operation_nothing:
        stack.push_back(Query::MatchNothing);
        break;
      case cx_operation_all:
        stack.push_back(combine(Query::OP_AND, take(stack, step.count)));
        break;
      case cx_operation_any:
        stack.push_back(combine(Query::OP_OR, take(stack, step.count)));
        break;
      case cx_operation_except:
        stack.push_back(combine(Query::OP_AND_NOT, take(stack, 2)));
        break;
      case cx_operation_filter:
        stack.push_back(combine(Query::OP_FILTER, take(stack, 2)));
        break;
      case cx_operation_phrase:
        stack.push_back(combine(Query::OP_PHRASE, take(stack, step.count), step.window));
        break;
      case cx_operation_near:
        stack.push_back(combine(Query::OP_NEAR, take(stack, step.count), step.window));
        break;
      case cx_operation_synonym:
        stack.push_back(combine(Query::OP_SYNONYM, take(stack, step.count)));
        break;
      case cx_operation_maximum:
        stack.push_back(combine(Query::OP_MAX, take(stack, step.count)));
        break;
      case cx_operation_maybe:
        stack.push_back(combine(Query::OP_AND_MAYBE, take(stack, 2)));
        break;
      case cx_operation_scale: {
        const auto operands = take(stack, 1);
        stack.emplace_back(Query::OP_SCALE_WEIGHT, operands.front(), step.lower);
        break;
      }
    }
  }
  if (stack.size() != 1) throw Xapian::InvalidArgumentError("query program is not one query");
  return stack.front();
}

}  // namespace

cx_results *cx_search_run(
    cx_database *database, const cx_search *search, cx_error *error) noexcept {
  return cx::guarded<cx_results *>(*error, nullptr, [&] {
    Xapian::Enquire enquire(database->database);
    enquire.set_query(make_query(*search));
    enquire.set_weighting_scheme(Xapian::BM25Weight(search->k1, 0, 1, search->b, 0.5));
    if (search->collapse_slot != CX_NO_SLOT) enquire.set_collapse_key(search->collapse_slot);
    if (search->sort_slot != CX_NO_SLOT) {
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      enquire.set_sort_by_value(search->sort_slot, false);
    }
    std::vector<std::unique_ptr<FacetSpy>> spies;
    for (size_t i = 0; i < search->facet_count; i++) {
      spies.push_back(std::make_unique<FacetSpy>(search->facet_slots[i], search->group_slot));
      enquire.add_matchspy(spies.back().get());
    }
    const Xapian::MSet matches = enquire.get_mset(
        search->first, search->limit,
        std::min(search->check_at_least, database->database.get_doccount()));
    std::unique_ptr<cx_results> results(new cx_results);
    // Not MSet::fetch(): in libxapian 1.4 it reads past the set's end if the set does not begin with
    // the first match; and a local database gains nothing by it.
    for (auto match = matches.begin(); match != matches.end(); ++match)
      results->add(
          search->wants_data ? match.get_document().get_data() : std::string(), *match,
          match.get_collapse_count(), match.get_weight());
    for (const auto &spy : spies) spy->report(*results);
    results->lower = matches.get_matches_lower_bound();
    results->estimate = matches.get_matches_estimated();
    results->upper = matches.get_matches_upper_bound();
    results->finished();
    return results.release();
  });
}
