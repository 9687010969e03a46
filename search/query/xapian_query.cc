#include "search/query/xapian_query.h"

namespace kiertoon {
namespace {

constexpr double kLengthNormalisation = 1.0;  // the parameter c of IneB2; 0.5 to 1.5 changed little

}  // namespace

using Query = Xapian::Query;

Xapian::IneB2Weight weighting_scheme() {
  return Xapian::IneB2Weight(kLengthNormalisation);
}

Query any_of(const std::vector<Query>& queries) {
  return Query(Query::OP_OR, queries.begin(), queries.end());
}

Query all_of(const std::vector<Query>& queries) {
  return Query(Query::OP_AND, queries.begin(), queries.end());
}

Query weighted(const Query& query, double weight) {
  return weight == 1.0 ? query : Query(Query::OP_SCALE_WEIGHT, query, weight);
}

Query as_filter(const Query& query) {
  return Query(Query::OP_SCALE_WEIGHT, query, 0.0);
}

Query from_alternatives(const std::vector<TermAlternative>& alternatives) {
  std::vector<Query> terms;
  terms.reserve(alternatives.size());
  for (const auto& alternative : alternatives) {
    terms.push_back(weighted(Query(alternative.term), alternative.weight));
  }
  return any_of(terms);
}

Query whole_words(const std::vector<TermAlternative>& alternatives) {
  std::vector<Query> terms;
  for (const auto& alternative : alternatives) {
    if (is_whole_word(alternative)) {
      terms.emplace_back(alternative.term);
    }
  }
  return any_of(terms);
}

}  // namespace kiertoon
