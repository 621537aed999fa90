// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#include "weighting.hpp"

#include <algorithm>
#include <cmath>

namespace cx {

PassageWeight::PassageWeight(double k1, double b, Deadline *deadline)
    : k1(k1), b(b), deadline(deadline) {
  need_stat(COLLECTION_SIZE);
  need_stat(AVERAGE_LENGTH);
  need_stat(TERMFREQ);
  need_stat(WQF);
  need_stat(WDF);
  need_stat(WDF_MAX);
  need_stat(DOC_LENGTH);
  need_stat(DOC_LENGTH_MIN);
}

PassageWeight *PassageWeight::clone() const { return new PassageWeight(k1, b, deadline); }

void PassageWeight::init(double factor) {
  const double count = get_collection_size();
  mean_length = std::max(1.0, get_average_length());
  const double found = std::min<double>(get_termfreq(), count);
  weight = factor * get_wqf() * std::log(1 + (count - found + 0.5) / (found + 0.5)) * (k1 + 1);
}

std::string PassageWeight::name() const { return "pamphlet::PassageWeight"; }

double PassageWeight::part(double frequency, double length) const {
  return weight * frequency / (frequency + k1 * (1 - b + b * length / mean_length));
}

double PassageWeight::get_sumpart(
    Xapian::termcount frequency, Xapian::termcount length, Xapian::termcount) const {
  deadline->ask();
  return frequency == 0 ? 0 : part(frequency, length);
}

double PassageWeight::get_maxpart() const {
  // Once the deadline has ended the match, no further document is worth examining.
  if (deadline->has_ended_match()) return 0;
  // A passage is at least as long as the frequency of any word in it.
  const double frequency = get_wdf_upper_bound();
  if (frequency == 0) return 0;
  return part(frequency, std::max<double>(get_doclength_lower_bound(), frequency));
}

double PassageWeight::get_sumextra(Xapian::termcount, Xapian::termcount) const { return 0; }

double PassageWeight::get_maxextra() const { return 0; }

}  // namespace cx
