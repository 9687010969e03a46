#include "search/query/searcher.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <utility>

#include "search/index/deed_fields.h"
#include "search/index/xapian_guard.h"
#include "search/query/facet_decider.h"
#include "search/query/hit_matches.h"
#include "search/query/snippet.h"

namespace kiertoon {
namespace {

constexpr double kLengthNormalisation = 1.0;  // the parameter c of IneB2; 0.5 to 1.5 changed little
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
      languages_(index_languages(snapshot.counts()->at(index_of(Facet::kLanguage)),
                                 snapshot.deed_count())) {}

Expected<SearchResult> Searcher::search(const SearchRequest& request) {
  return guard_xapian("the search failed", [&] { return run(request); });
}

SearchResult Searcher::run(const SearchRequest& request) {
  const auto begun = std::chrono::steady_clock::now();
  QueryPlanner planner({.analyzer = tools_.analyzer,
                        .vocabulary = tools_.vocabulary,
                        .thesaurus = tools_.thesaurus,
                        .translator = tools_.translator,
                        .columns = snapshot_.columns(),
                        .database = database_,
                        .languages = languages_});
  QueryPlan plan = planner.plan(request.text, request.interpretation);
  const FacetDecider decider(snapshot_.columns(), request.filters, request.facets);

  Xapian::Enquire enquire(database_);
  Xapian::MultiValueKeyMaker keys;
  enquire.set_query(plan.query);
  enquire.set_weighting_scheme(Xapian::IneB2Weight(kLengthNormalisation));
  set_order(enquire, keys, request.sort, !plan.words.empty());
  const bool needs_decider = decider.has_filters() || !request.facets.empty();
  const Xapian::MSet matches =
      enquire.get_mset(static_cast<Xapian::doccount>(request.offset),
                       static_cast<Xapian::doccount>(request.limit),
                       matches_to_look_at(request, decider, database_.get_doccount()),
                       nullptr,
                       needs_decider ? &decider : nullptr);
  const HitMatcher matcher(database_, tools_.analyzer, plan.words);
  SearchResult result;
  result.reading = std::move(plan.reading);
  result.total = matches.get_matches_estimated();
  result.total_is_exact = matches.get_matches_lower_bound() == matches.get_matches_upper_bound();
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    if (request.detail == HitDetail::kIdentity) {
      // The id is read from the term list: it is the only term of its prefix.
      auto term = database_.termlist_begin(*match);
      term.skip_to(id_term(""));
      result.hits.push_back(
          {.id = (*term).substr(id_term("").size()), .score = match.get_weight()});
    } else {
      result.hits.push_back(make_hit(match, matcher));
    }
  }
  result.facets = decider.counts();
  result.generation = snapshot_.generation();
  result.took = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - begun);
  return result;
}

Hit Searcher::make_hit(const Xapian::MSetIterator& match, const HitMatcher& matcher) const {
  const DeedRecord record = read_deed_record(match.get_document());
  const Deed& deed = record.deed;
  HitMatches found = matcher.find(*match, record);
  const auto texts = running_texts(deed);
  std::vector<MarkedText> body;
  for (std::size_t i = 1; i < texts.size(); ++i) {
    body.push_back({texts[i].text, found.texts[i]});
  }
  Hit hit;
  hit.id = deed.id;
  hit.score = match.get_weight();
  hit.url = deed.url;
  hit.language = deed.language;
  hit.title = mark_matches(deed.title, found.texts.front());
  hit.snippet = make_snippet(body);
  hit.organisations = organisations_of(deed);
  hit.themes = deed.themes;
  hit.sectors = deed.sectors;
  hit.published = deed.published;
  hit.awards = deed.awards;
  hit.matched = std::move(found.words);
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
    return std::move(read_deed_record(database_.get_document(*posting)).deed);
  });
}

}  // namespace kiertoon
