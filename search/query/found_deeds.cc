#include "search/query/found_deeds.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "search/query/listed_postings.h"
#include "search/query/xapian_query.h"

namespace kiertoon {

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
  std::vector<ListedPosting> deeds;
  deeds.reserve(found.size());
  for (auto deed = found.begin(); deed != found.end(); ++deed) {
    deeds.push_back({*deed, deed.get_weight()});
  }
  std::sort(deeds.begin(), deeds.end(), [](const ListedPosting& a, const ListedPosting& b) {
    return a.document < b.document;
  });
  return listed_postings(std::move(deeds));
}

}  // namespace kiertoon
