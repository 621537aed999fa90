// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#ifndef CX_ORDER_HPP
#define CX_ORDER_HPP

#include "CXapian.h"
#include "results.hpp"

#include <xapian.h>

#include <string>
#include <vector>

namespace cx {

/// Sorts the matches of a search by values or by weight, and ties by the values of the tie slots.
/// The order therefore does not depend on document ids, which differ between builds of the same
/// library.
class Order {
 public:
  explicit Order(const cx_search &search);

  /// Sets the order in `enquire`, as far as libxapian supports it; must outlive the match.
  void apply(Xapian::Enquire &enquire);

  /// Runs the match and adds the first `limit` documents to `results`, in order.
  Xapian::MSet matches(
      Xapian::Enquire &enquire, const Xapian::Database &database, uint32_t limit,
      uint32_t check_at_least, cx_results &results);

  /// A matching document with its sort keys.
  struct Place {
    Xapian::docid document;
    uint32_t collapsed;
    double weight;
    std::string key, tie;

    bool is_tied(const Place &other) const { return weight == other.weight && key == other.key; }
  };

 private:
  void order_ties(std::vector<Place> &places, const Xapian::Database &database) const;

  bool is_by_value, breaks_ties;
  Xapian::MultiValueKeyMaker sort_key, tie_key;
};

}  // namespace cx

#endif
