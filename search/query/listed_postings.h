#pragma once

#include <vector>

#include <xapian.h>

namespace kiertoon {

struct ListedPosting {
  Xapian::docid document = 0;
  double weight = 0.0;
};

// A query that finds the documents of the list with their weights, in whatever database. `postings`
// ascend by document, each once. The result belongs to the thread.
[[nodiscard]] Xapian::Query listed_postings(std::vector<ListedPosting> postings);

}  // namespace kiertoon
