#include "search/query/searcher.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <utility>

#include "search/index/deed_fields.h"
#include "search/index/xapian_guard.h"
#include "search/query/facet_decider.h"
#include "search/query/met_terms.h"
#include "search/query/related_deeds.h"
#include "search/query/snippet.h"
#include "search/query/xapian_query.h"

namespace kiertoon {
namespace {

// Below so many matches, deeds related to the query are shown after them.
constexpr std::size_t kFewMatches = 100;
constexpr std::string_view kNoDate = "9999-99-99";

void set_order(Xapian::Enquire& enquire,
               Xapian::MultiValueKeyMaker& keys,
               SortOrder sort,
               bool has_words) {
  const auto published = static_cast<std::uint32_t>(Slot::kPublished);
  switch (sort) {
    case SortOrder::kRelevance:
      if (!has_words) {
        enquire.set_sort_by_value(published, true);
      }
      return;
    case SortOrder::kNewest:
      enquire.set_sort_by_value_then_relevance(published, true);
      return;
    case SortOrder::kOldest:
      // Deeds without a date come last.
      keys.add_value(published, false, std::string(kNoDate));
      enquire.set_sort_by_key_then_relevance(&keys, false);
      return;
    case SortOrder::kTitle:
      enquire.set_sort_by_value_then_relevance(static_cast<std::uint32_t>(Slot::kTitleKey), false);
      return;
  }
}

// With facets or filters every match is looked at, so that counts are exact; otherwise as many as
// can be reached.
Xapian::doccount matches_to_look_at(const SearchRequest& request,
                                    const FacetDecider& decider,
                                    Xapian::doccount all) {
  const bool needs_all = !request.facets.empty() || decider.has_filters();
  return needs_all ? all : static_cast<Xapian::doccount>(kMaxReachableHits + 1);
}

}  // namespace

Searcher::Searcher(const Snapshot& snapshot, const SearchTools& tools)
    : snapshot_(snapshot),
      tools_(tools),
      database_(snapshot.open_database()),
      plans_(snapshot, tools, database_, ExpansionQueries::kFoundDeeds) {}

Expected<SearchResult> Searcher::search(const SearchRequest& request) {
  return guard_xapian("the search failed", [&] { return run(request); });
}

SearchResult Searcher::run(const SearchRequest& request) {
  const auto begun = std::chrono::steady_clock::now();
  const auto planned = plans_.plan(request.text, request.interpretation);
  const QueryPlan& plan = *planned;
  const FacetDecider decider(snapshot_.columns(), request.filters, request.facets);
  const Xapian::MSet matches = match(request, plan, decider);
  const auto related = find_related(request, plan, matches, decider);
  SearchResult result;
  result.total = matches.get_matches_estimated();
  result.total_is_exact = matches.get_matches_lower_bound() == matches.get_matches_upper_bound();
  std::vector<ScoredDeed> shown;
  for (auto rank = static_cast<Xapian::doccount>(request.offset);
       rank < matches.size() && rank < request.offset + request.limit;
       ++rank) {
    shown.push_back({*matches[rank], matches[rank].get_weight()});
  }
  const bool is_brief = request.detail == HitDetail::kIdentity;
  result.hits = is_brief ? identities(shown) : describe(shown, plan.words);
  result.related = is_brief ? identities(related) : describe(related, {});
  result.facets = decider.counts();
  result.reading = plan.reading;
  result.generation = snapshot_.generation();
  result.took = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - begun);
  return result;
}

// From the first match on, and as many as it takes to know them all where they are few.
Xapian::MSet Searcher::match(const SearchRequest& request,
                             const QueryPlan& plan,
                             const FacetDecider& decider) const {
  Xapian::Enquire enquire(database_);
  Xapian::MultiValueKeyMaker keys;
  enquire.set_query(plan.query);
  enquire.set_weighting_scheme(weighting_scheme());
  set_order(enquire, keys, request.sort, !plan.words.empty());
  const bool needs_decider = decider.has_filters() || !request.facets.empty();
  return enquire.get_mset(
      0,
      static_cast<Xapian::doccount>(std::max(request.offset + request.limit, kFewMatches)),
      matches_to_look_at(request, decider, database_.get_doccount()),
      nullptr,
      needs_decider ? &decider : nullptr);
}

std::vector<ScoredDeed> Searcher::find_related(const SearchRequest& request,
                                               const QueryPlan& plan,
                                               const Xapian::MSet& matches,
                                               const FacetDecider& decider) const {
  const std::size_t end = std::max<std::size_t>(matches.size(), request.offset);
  const std::size_t room = std::min(request.offset + request.limit, kFewMatches);
  const bool is_beyond_last_page = request.offset > 0 && request.offset >= matches.size();
  if (request.interpretation == Interpretation::kExact || plan.has_conditions ||
      request.sort != SortOrder::kRelevance || matches.size() >= kFewMatches || room <= end ||
      is_beyond_last_page) {
    return {};
  }
  std::vector<bool> is_match(database_.get_lastdocid() + 1, false);
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    is_match[*match] = true;
  }
  return related_deeds(snapshot_.similarity(), plan.words, room - end, [&](std::uint32_t document) {
    return !is_match[document] && decider.passes(document);
  });
}

std::vector<Hit> Searcher::identities(const std::vector<ScoredDeed>& deeds) const {
  std::vector<Hit> hits;
  hits.reserve(deeds.size());
  for (const auto& deed : deeds) {
    hits.push_back({.id = std::string(snapshot_.deeds().id(deed.document)), .score = deed.score});
  }
  return hits;
}

std::vector<Hit> Searcher::describe(const std::vector<ScoredDeed>& deeds,
                                    const std::vector<PlannedWord>& words) const {
  if (words.empty()) {
    return describe_without_words(deeds);
  }
  std::vector<Xapian::docid> documents;
  documents.reserve(deeds.size());
  for (const auto& deed : deeds) {
    documents.push_back(deed.document);
  }
  const MetTerms met(database_, words, std::move(documents));
  HitMatcher matcher(tools_.analyzer, words);
  std::vector<Hit> hits;
  hits.reserve(deeds.size());
  for (const auto& deed : deeds) {
    DeedRecord record = snapshot_.deeds().record(deed.document);
    HitMatches matches = matcher.find(record, met.of(deed.document));
    hits.push_back(make_hit(std::move(record.deed), deed.score, std::move(matches)));
  }
  return hits;
}

std::vector<Hit> Searcher::describe_without_words(const std::vector<ScoredDeed>& deeds) const {
  std::vector<Hit> hits;
  hits.reserve(deeds.size());
  for (const auto& deed : deeds) {
    hits.push_back(make_hit(snapshot_.deeds().deed(deed.document), deed.score, {}));
  }
  return hits;
}

Hit Searcher::make_hit(Deed deed, double score, HitMatches matches) const {
  const auto texts = running_texts(deed);
  matches.texts.resize(texts.size());
  std::vector<MarkedText> body;
  for (std::size_t i = 1; i < texts.size(); ++i) {
    body.push_back({texts[i].text, matches.texts[i]});
  }
  Hit hit;
  hit.score = score;
  hit.language = deed.language;
  hit.title = mark_matches(deed.title, matches.texts.front());
  hit.snippet = make_snippet(body);
  hit.organisations = organisations_of(deed);
  hit.id = std::move(deed.id);
  hit.url = std::move(deed.url);
  hit.themes = std::move(deed.themes);
  hit.sectors = std::move(deed.sectors);
  hit.published = deed.published;
  hit.awards = std::move(deed.awards);
  hit.matched = std::move(matches.words);
  return hit;
}

std::vector<HitOrganisation> Searcher::organisations_of(const Deed& deed) const {
  std::vector<HitOrganisation> organisations;
  for (const auto& organisation : deed.organisations) {
    organisations.push_back({.slug = tools_.vocabulary.organisation_slug(organisation.name),
                             .name = organisation.name,
                             .type = organisation.type,
                             .role = organisation.role});
  }
  return organisations;
}

Expected<std::optional<Deed>> Searcher::deed(std::string_view id) const {
  return guard_xapian("the deed cannot be read", [&]() -> std::optional<Deed> {
    const std::string term = id_term(id);
    const auto posting = database_.postlist_begin(term);
    if (posting == database_.postlist_end(term)) {
      return std::nullopt;
    }
    return snapshot_.deeds().deed(*posting);
  });
}

}  // namespace kiertoon
