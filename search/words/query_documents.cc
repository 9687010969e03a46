#include "search/words/query_documents.h"

#include <algorithm>
#include <utility>

namespace kiertoon {
namespace {

using Query = Xapian::Query;

// A set takes a bit a document, a list 32 for each of its own.
constexpr std::uint32_t kBitsOfNumber = 32;
constexpr std::size_t kBitsOfByte = 8;
constexpr std::size_t kMostTerms = 8192;    // kept of either, where sets are small
constexpr std::size_t kBytesOfList = 1024;  // most terms have few documents

// Collects what Xapian matches.
class Collector final : public Xapian::MatchDecider {
 public:
  explicit Collector(DocumentSet& found) : found_(found) {}
  bool operator()(const Xapian::Document& document) const override {
    found_.insert(document.get_docid());
    return true;
  }

 private:
  DocumentSet& found_;
};

}  // namespace

QueryDocuments::QueryDocuments(const Xapian::Database& database, std::size_t cache_bytes)
    : database_(database),
      last_(database.get_lastdocid()),
      lists_(std::min(cache_bytes / 2 / kBytesOfList, kMostTerms)),
      sets_(std::min(cache_bytes / 2 / (last_ / kBitsOfByte + 1), kMostTerms)) {}

DocumentSet QueryDocuments::find(const Query& query) {
  DocumentSet found(last_);
  add(query, found);
  return found;
}

DocumentSet QueryDocuments::find_term(const std::string& term) {
  DocumentSet found(last_);
  add_term(term, found);
  return found;
}

void QueryDocuments::add(const Query& query, DocumentSet& found) {
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      add_term(*query.get_terms_begin(), found);
      return;
    case Query::LEAF_MATCH_NOTHING:
      return;
    case Query::LEAF_MATCH_ALL:
      found |= DocumentSet::all(last_);
      return;
    case Query::OP_OR:
    case Query::OP_SYNONYM:
    case Query::OP_MAX:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        add(query.get_subquery(i), found);
      }
      return;
    case Query::OP_SCALE_WEIGHT:
    case Query::OP_AND_MAYBE:
      add(query.get_subquery(0), found);
      return;
    case Query::OP_AND:
    case Query::OP_FILTER:
      found |= find_shared(query);
      return;
    case Query::OP_AND_NOT:
      found |= find_first_without_others(query);
      return;
    case Query::OP_NEAR:
    case Query::OP_PHRASE:
      add_by_positions(query, found);
      return;
    default:
      add_by_matching(query, found);
  }
}

// Words near each other mostly stand beside the same words anywhere: then nothing is left to find.
void QueryDocuments::add_by_positions(const Query& query, DocumentSet& found) {
  DocumentSet candidates = find_shared(query);
  candidates -= found;
  if (!candidates.empty()) {
    add_by_matching(query, found);
  }
}

DocumentSet QueryDocuments::find_shared(const Query& query) {
  DocumentSet shared = find(query.get_subquery(0));
  for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
    shared &= find(query.get_subquery(i));
  }
  return shared;
}

DocumentSet QueryDocuments::find_first_without_others(const Query& query) {
  DocumentSet rest = find(query.get_subquery(0));
  for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
    rest -= find(query.get_subquery(i));
  }
  return rest;
}

// Phrases, nearness and beginnings of words are Xapian's own affair.
void QueryDocuments::add_by_matching(const Query& query, DocumentSet& found) const {
  Xapian::Enquire enquire(database_);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Collector collector(found);
  static_cast<void>(enquire.get_mset(0, 0, last_, nullptr, &collector));
}

void QueryDocuments::add_term(const std::string& term, DocumentSet& found) {
  const auto documents = documents_of(term);
  if (documents->set) {
    found |= *documents->set;
  }
  for (const std::uint32_t document : documents->list) {
    found.insert(document);
  }
}

std::shared_ptr<const QueryDocuments::TermDocuments> QueryDocuments::documents_of(
    const std::string& term) {
  for (auto* cache : {&lists_, &sets_}) {
    if (const auto* known = cache->find(term)) {
      return *known;
    }
  }
  auto documents = std::make_shared<TermDocuments>();
  const bool has_set = database_.get_termfreq(term) > last_ / kBitsOfNumber;
  if (has_set) {
    documents->set.emplace(last_);
  }
  const auto end = database_.postlist_end(term);
  for (auto posting = database_.postlist_begin(term); posting != end; ++posting) {
    if (has_set) {
      documents->set->insert(*posting);
    } else {
      documents->list.push_back(*posting);
    }
  }
  return (has_set ? sets_ : lists_).insert(term, std::move(documents));
}

}  // namespace kiertoon
