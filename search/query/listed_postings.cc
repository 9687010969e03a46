#include "search/query/listed_postings.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>

namespace kiertoon {
namespace {

using List = std::shared_ptr<const std::vector<ListedPosting>>;

class ListSource final : public Xapian::PostingSource {
 public:
  explicit ListSource(List list) : list_(std::move(list)) {
    double most = 0.0;
    for (const auto& posting : *list_) {
      most = std::max(most, posting.weight);
    }
    set_maxweight(most);
  }

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return size(); }

  void init(const Xapian::Database& /*database*/) override { next_ = 0; }
  void next(double /*least_weight*/) override { ++next_; }
  void skip_to(Xapian::docid document, double /*least_weight*/) override {
    const auto from = list_->begin() + static_cast<std::ptrdiff_t>(next_ > 0 ? next_ - 1 : 0);
    const auto place = std::lower_bound(
        from, list_->end(), document, [](const ListedPosting& posting, Xapian::docid wanted) {
          return posting.document < wanted;
        });
    next_ = static_cast<std::size_t>(place - list_->begin()) + 1;
  }

  [[nodiscard]] bool at_end() const override { return next_ > list_->size(); }
  [[nodiscard]] Xapian::docid get_docid() const override { return (*list_)[next_ - 1].document; }
  [[nodiscard]] double get_weight() const override { return (*list_)[next_ - 1].weight; }

  // For queries that have it twice.
  [[nodiscard]] Xapian::PostingSource* clone() const override { return new ListSource(list_); }

 private:
  [[nodiscard]] Xapian::doccount size() const {
    return static_cast<Xapian::doccount>(list_->size());
  }

  List list_;
  std::size_t next_ = 0;  // after the current one: 0 before the first
};

}  // namespace

Xapian::Query listed_postings(std::vector<ListedPosting> postings) {
  auto* source =
      new ListSource(std::make_shared<const std::vector<ListedPosting>>(std::move(postings)));
  return Xapian::Query(source->release());
}

}  // namespace kiertoon
