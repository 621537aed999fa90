// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#ifndef CX_ORDER_HPP
#define CX_ORDER_HPP

#include "CXapian.h"
#include "results.hpp"

#include <xapian.h>

#include <string>
#include <vector>

namespace cx {

/// Puts the matches of a search in order: by values or by weight first, and what is equal then by the
/// values of the tie slots. So the order does not depend on document ids, which differ between two
/// builds of one library.
class Order {
 public:
  explicit Order(const cx_search &search);

  /// Tells `enquire` the order, as far as libxapian knows it; must outlive its use.
  void apply(Xapian::Enquire &enquire);

  /// Runs the match and adds the first `limit` documents to `results`, in order.
  Xapian::MSet matches(
      Xapian::Enquire &enquire, const Xapian::Database &database, uint32_t limit,
      uint32_t check_at_least, cx_results &results);

  /// A document of the match, and by what it is in its place.
  struct Place {
    Xapian::docid document;
    uint32_t collapsed;
    double weight;
    std::string key, tie;

    bool is_tied(const Place &other) const { return weight == other.weight && key == other.key; }
  };

 private:
  void order_ties(std::vector<Place> &places, const Xapian::Database &database) const;

  bool is_by_value;
  Xapian::MultiValueKeyMaker sort_key, tie_key;
};

}  // namespace cx

#endif
