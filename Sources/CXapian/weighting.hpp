// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

#ifndef CX_WEIGHTING_HPP
#define CX_WEIGHTING_HPP

#include "deadline.hpp"

#include <xapian.h>

namespace cx {

/// BM25 (Robertson and Zaragoza 2009) over the passages of an index.
///
/// Unlike in Xapian::BM25Weight, the weight of a term is log(1 + (N - n + ½)/(n + ½)), as in
/// Lucene, which decreases monotonically and is never negative.
///
/// It also calls `Deadline::ask` for each weight.
class PassageWeight : public Xapian::Weight {
 public:
  PassageWeight(double k1, double b, Deadline *deadline);

  PassageWeight *clone() const override;
  void init(double factor) override;
  std::string name() const override;
  double get_sumpart(
      Xapian::termcount frequency, Xapian::termcount length,
      Xapian::termcount unique) const override;
  double get_maxpart() const override;
  double get_sumextra(Xapian::termcount length, Xapian::termcount unique) const override;
  double get_maxextra() const override;

 private:
  double part(double frequency, double length) const;

  double k1, b;
  Deadline *deadline;
  double weight = 0, mean_length = 1;
};

}  // namespace cx

#endif
