// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#include "order.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace cx {

namespace {

/// Number of extra documents fetched where libxapian leaves ties to document ids.
constexpr uint32_t slack = 32;

std::vector<Order::Place> places(const Xapian::MSet &matches) {
  std::vector<Order::Place> places;
  places.reserve(matches.size());
  for (auto match = matches.begin(); match != matches.end(); ++match)
    places.push_back(
        {*match, match.get_collapse_count(), match.get_weight(), match.get_sort_key(), {}});
  return places;
}

/// Whether documents outside `places` may be tied with one of the first `limit`.
bool may_miss_ties(const std::vector<Order::Place> &places, uint32_t limit, uint32_t fetched) {
  return limit > 0 && places.size() == fetched && places[limit - 1].is_tied(places.back());
}

}  // namespace

Order::Order(const cx_search &search)
    : is_by_value(search.sort_count > 0), breaks_ties(search.tie_count > 0) {
  for (size_t i = 0; i < search.sort_count; i++)
    sort_key.add_value(
        search.sort_slots[i].slot, search.sort_slots[i].is_descending,
        // Greater than any value, and after reversal still last.
        search.sort_slots[i].is_descending ? std::string() : std::string(8, '\xff'));
  for (size_t i = 0; i < search.tie_count; i++) tie_key.add_value(search.tie_slots[i]);
}

void Order::apply(Xapian::Enquire &enquire) {
  if (is_by_value) enquire.set_sort_by_key_then_relevance(&sort_key, false);
}

Xapian::MSet Order::matches(
    Xapian::Enquire &enquire, const Xapian::Database &database, uint32_t limit,
    uint32_t check_at_least, cx_results &results) {
  const bool is_exact = breaks_ties && limit > 0;
  uint32_t fetched = is_exact ? limit + (is_by_value ? slack : 1) : limit;
  const Xapian::MSet matches = enquire.get_mset(0, fetched, check_at_least);
  std::vector<Place> found = places(matches);
  // The values of facets have already been counted.
  enquire.clear_matchspies();
  if (is_exact && !is_by_value && may_miss_ties(found, limit, fetched)) {
    // Rare, unless nothing has a weight: making keys in every search would cost too much.
    enquire.set_sort_by_relevance_then_key(&tie_key, false);
    found = places(enquire.get_mset(0, limit, check_at_least));
  } else if (is_exact) {
    while (may_miss_ties(found, limit, fetched)) {
      fetched *= 2;
      found = places(enquire.get_mset(0, fetched, check_at_least));
    }
    order_ties(found, database);
  }
  if (found.size() > limit) found.resize(limit);
  for (const Place &place : found)
    results.add(std::string(), place.document, place.collapsed, place.weight);
  return matches;
}

/// Sorts tied documents by their tie keys.
void Order::order_ties(std::vector<Place> &places, const Xapian::Database &database) const {
  for (auto first = places.begin(); first != places.end();) {
    const auto last =
        std::find_if(first, places.end(), [&](const Place &p) { return !p.is_tied(*first); });
    if (last - first > 1) {
      for (auto place = first; place != last; ++place)
        place->tie = tie_key(database.get_document(place->document));
      std::sort(first, last, [](const Place &a, const Place &b) { return a.tie < b.tie; });
    }
    first = last;
  }
}

}  // namespace cx
