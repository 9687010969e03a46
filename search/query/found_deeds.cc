#include "search/query/found_deeds.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "search/query/xapian_query.h"

namespace kiertoon {
namespace {

struct FoundDeed {
  Xapian::docid document = 0;
  double weight = 0.0;
};

// Ascending by document, and not empty.
using FoundList = std::shared_ptr<const std::vector<FoundDeed>>;

class FoundPostings final : public Xapian::PostingSource {
 public:
  explicit FoundPostings(FoundList found) : found_(std::move(found)) {
    const auto best = std::max_element(
        found_->begin(), found_->end(), [](const FoundDeed& a, const FoundDeed& b) {
          return a.weight < b.weight;
        });
    set_maxweight(best->weight);
  }

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return size(); }

  void init(const Xapian::Database& /*database*/) override { next_ = 0; }
  void next(double /*least_weight*/) override { ++next_; }
  void skip_to(Xapian::docid document, double /*least_weight*/) override {
    const auto from = found_->begin() + static_cast<std::ptrdiff_t>(next_ > 0 ? next_ - 1 : 0);
    const auto place = std::lower_bound(
        from, found_->end(), document, [](const FoundDeed& deed, Xapian::docid wanted) {
          return deed.document < wanted;
        });
    next_ = static_cast<std::size_t>(place - found_->begin()) + 1;
  }

  [[nodiscard]] bool at_end() const override { return next_ > found_->size(); }
  [[nodiscard]] Xapian::docid get_docid() const override { return (*found_)[next_ - 1].document; }
  [[nodiscard]] double get_weight() const override { return (*found_)[next_ - 1].weight; }

  [[nodiscard]] Xapian::PostingSource* clone() const override { return new FoundPostings(found_); }

 private:
  [[nodiscard]] Xapian::doccount size() const {
    return static_cast<Xapian::doccount>(found_->size());
  }

  FoundList found_;
  std::size_t next_ = 0;  // after the current one: 0 before the first
};

}  // namespace

Xapian::Query found_deeds(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(weighting_scheme());
  const Xapian::MSet found = enquire.get_mset(0, kMostFoundDeeds + 1);
  if (found.size() > kMostFoundDeeds) {
    return query;
  }
  if (found.empty()) {
    return {};
  }
  std::vector<FoundDeed> deeds;
  deeds.reserve(found.size());
  for (auto deed = found.begin(); deed != found.end(); ++deed) {
    deeds.push_back({*deed, deed.get_weight()});
  }
  std::sort(deeds.begin(), deeds.end(), [](const FoundDeed& a, const FoundDeed& b) {
    return a.document < b.document;
  });
  auto* source =
      new FoundPostings(std::make_shared<const std::vector<FoundDeed>>(std::move(deeds)));
  return Xapian::Query(source->release());
}

}  // namespace kiertoon
