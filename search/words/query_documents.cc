#include "search/words/query_documents.h"

#include <string_view>
#include <utility>
#include <vector>

#include "search/query/listed_postings.h"

namespace kiertoon {
namespace {

using Query = Xapian::Query;

// What begins the keys of lists.
constexpr std::string_view kOfTerm = "t";
constexpr std::string_view kOfQuery = "q";

Xapian::Query query_of(const DocumentSet& documents) {
  std::vector<ListedPosting> postings;
  postings.reserve(documents.count());
  documents.for_each([&](std::uint32_t document) { postings.push_back({document}); });
  return listed_postings(std::move(postings));
}

}  // namespace

QueryDocuments::QueryDocuments(const Xapian::Database& database,
                               const CommonTerms& common,
                               std::size_t lists)
    : database_(database), common_(common), last_(database.get_lastdocid()), lists_(lists) {}

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
    case Query::LEAF_POSTING_SOURCE:
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
      for (const std::uint32_t document : match(query)) {
        found.insert(document);
      }
  }
}

// Words near each other mostly stand beside the same words anywhere: then nothing is left to find.
void QueryDocuments::add_by_positions(const Query& query, DocumentSet& found) {
  const DocumentSet candidates = find_shared(query);
  DocumentSet others = candidates;
  others -= found;
  if (others.empty()) {
    return;
  }
  add_list(std::string(kOfQuery) + query.serialise(), found, [&](DocumentList& list) {
    list = match(Query(Query::OP_AND, query, query_of(candidates)));
  });
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
QueryDocuments::DocumentList QueryDocuments::match(const Query& query) const {
  Xapian::Enquire enquire(database_);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
  const Xapian::MSet matches = enquire.get_mset(0, last_);
  return {matches.begin(), matches.end()};
}

void QueryDocuments::add_term(const std::string& term, DocumentSet& found) {
  if (const auto* documents = common_.find(term)) {
    found |= *documents;
    return;
  }
  add_list(std::string(kOfTerm) + term, found, [&](DocumentList& list) {
    const auto end = database_.postlist_end(term);
    for (auto posting = database_.postlist_begin(term); posting != end; ++posting) {
      list.push_back(*posting);
    }
  });
}

// Adds the list of a key; `read` fills it when it is not known.
template <typename Read>
void QueryDocuments::add_list(const std::string& key, DocumentSet& found, Read read) {
  const auto* documents = lists_.find(key);
  if (documents == nullptr) {
    DocumentList list;
    read(list);
    documents = &lists_.insert(key, std::move(list));
  }
  for (const std::uint32_t document : *documents) {
    found.insert(document);
  }
}

}  // namespace kiertoon
