// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#include "results.hpp"

void cx_results_free(cx_results *results) noexcept { delete results; }

const cx_item *cx_results_items(const cx_results *results, size_t *count) noexcept {
  *count = results->items.size();
  return results->items.data();
}

const cx_facet *cx_results_facets(const cx_results *results, size_t *count) noexcept {
  *count = results->facets.size();
  return results->facets.data();
}

bool cx_results_is_cut(const cx_results *results) noexcept { return results->is_cut; }

void cx_results_total(
    const cx_results *results, uint32_t *lower, uint32_t *estimate, uint32_t *upper) noexcept {
  *lower = results->lower;
  *estimate = results->estimate;
  *upper = results->upper;
}
