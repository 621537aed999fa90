// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
//
// A results block: flat arrays, with all their bytes in one arena.

#ifndef CX_RESULTS_HPP
#define CX_RESULTS_HPP

#include "CXapian.h"

#include <string>
#include <utility>
#include <vector>

struct cx_results {
  std::vector<cx_item> items;
  std::vector<cx_facet> facets;
  uint32_t lower = 0, estimate = 0, upper = 0;
  bool is_cut = false;

  void add(const std::string &bytes, uint32_t document, uint32_t frequency, double weight) {
    cx_item item{};
    item.bytes.count = bytes.size();
    item.document = document;
    item.frequency = frequency;
    item.weight = weight;
    items.push_back(item);
    arena.append(bytes);
  }

  void add_facet(
      uint32_t slot, const std::string &value, double number, uint32_t documents,
      uint32_t groups) {
    cx_facet facet{};
    facet.slot = slot;
    facet.number = number;
    facet.documents = documents;
    facet.groups = groups;
    facet.value.count = value.size();
    facets.push_back(facet);
    facet_arena.append(value);
  }

  /// Sets the pointers once the arenas no longer grow.
  cx_results *finished() {
    const char *next = arena.data();
    for (cx_item &item : items) {
      item.bytes.bytes = next;
      next += item.bytes.count;
    }
    next = facet_arena.data();
    for (cx_facet &facet : facets) {
      facet.value.bytes = next;
      next += facet.value.count;
    }
    return this;
  }

 private:
  std::string arena, facet_arena;
};

#endif
