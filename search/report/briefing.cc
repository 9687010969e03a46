#include "search/report/briefing.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "analysis/collation.h"
#include "search/index/generation_date.h"
#include "search/report/briefing_candidates.h"
#include "search/report/briefing_warnings.h"
#include "search/report/story_clusters.h"
#include "search/report/tally.h"
#include "search/similar/closeness.h"

namespace kiertoon {
namespace {

// Candidates whose pairs are on average so alike tell the same story. Of the example deeds of one
// year, the eight pairs above it are the same work done twice (weighing biowaste, mending potholes
// by photograph, a lighter shift instead of sick leave); of the next ones (0.77 and less) most
// share a kind of office only.
constexpr double kSameStory = 0.775;

std::string_view key_of(const HitOrganisation& organisation) {
  return organisation.slug.empty() ? organisation.name : organisation.slug;
}

struct Candidate {
  const DeedFacts* deed = nullptr;
  std::size_t theme = 0;  // place of its first theme
  std::string sort_key;
};

// Places of themes: as in the vocabulary, then those it does not have, alphabetically; none last.
class ThemePlaces {
 public:
  ThemePlaces(const Vocabulary& vocabulary, const std::vector<const DeedFacts*>& deeds) {
    for (const VocabularyEntry& theme : vocabulary.themes()) {
      themes_.push_back(theme.slug);
    }
    std::set<std::string> unknown;
    for (const DeedFacts* deed : deeds) {
      for (const std::string& theme : deed->themes) {
        if (!vocabulary.has_theme(theme)) {
          unknown.insert(theme);
        }
      }
    }
    themes_.insert(themes_.end(), unknown.begin(), unknown.end());
    themes_.emplace_back();
  }

  [[nodiscard]] const std::vector<std::string>& themes() const { return themes_; }

  [[nodiscard]] std::size_t of(std::string_view theme) const {
    return static_cast<std::size_t>(std::find(themes_.begin(), themes_.end(), theme) -
                                    themes_.begin());
  }
  [[nodiscard]] std::size_t first_of(const DeedFacts& deed) const {
    return deed.themes.empty() ? themes_.size() - 1 : of(deed.themes.front());
  }

 private:
  std::vector<std::string> themes_;  // the last one is empty
};

struct Chosen {
  std::vector<const DeedFacts*> deeds;  // each once
  std::set<const DeedFacts*> named_twice;
};

Expected<Chosen> choose(const Catalogue& catalogue, const BriefingRequest& request) {
  Chosen chosen;
  std::set<const DeedFacts*> seen;
  for (const std::string& id : request.ids) {
    const DeedFacts* deed = catalogue.find(id);
    if (deed == nullptr) {
      return fail(ErrorCode::kNotFound, fmt::format("there is no deed '{}'", id));
    }
    if (seen.insert(deed).second) {
      chosen.deeds.push_back(deed);
    } else {
      chosen.named_twice.insert(deed);
    }
  }
  if (request.ids.empty()) {
    for (const DeedFacts& deed : catalogue.deeds()) {
      if (matches(deed, request.filters)) {
        chosen.deeds.push_back(&deed);
      }
    }
  }
  if (chosen.deeds.size() > kMaxBriefingDeeds) {
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("the request chooses {} deeds; a briefing takes at most {}",
                            chosen.deeds.size(),
                            kMaxBriefingDeeds));
  }
  return chosen;
}

void put_in_order(std::vector<const DeedFacts*>& deeds, const ThemePlaces& places) {
  std::vector<Candidate> candidates;
  candidates.reserve(deeds.size());
  for (const DeedFacts* deed : deeds) {
    candidates.push_back(
        {.deed = deed, .theme = places.first_of(*deed), .sort_key = finnish_sort_key(deed->title)});
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(a.theme, a.sort_key, a.deed->id) < std::tie(b.theme, b.sort_key, b.deed->id);
  });
  std::transform(candidates.begin(), candidates.end(), deeds.begin(), [](const Candidate& one) {
    return one.deed;
  });
}

std::vector<ThemeGroup> group(const std::vector<const DeedFacts*>& deeds,
                              const ThemePlaces& places) {
  std::vector<ThemeGroup> all(places.themes().size());
  for (std::size_t i = 0; i < deeds.size(); ++i) {
    std::set<std::size_t> themes{places.first_of(*deeds[i])};
    all[places.first_of(*deeds[i])].told.push_back(i);
    for (const std::string& theme : deeds[i]->themes) {
      if (themes.insert(places.of(theme)).second) {
        all[places.of(theme)].others.push_back(i);
      }
    }
  }
  std::vector<ThemeGroup> groups;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].told.empty() || !all[i].others.empty()) {
      groups.push_back(std::move(all[i]));
      groups.back().theme = places.themes()[i];
    }
  }
  return groups;
}

std::vector<StoryCluster> cluster(const std::vector<const DeedFacts*>& deeds,
                                  const SimilarityModel& model,
                                  const CandidateBriefer& briefer) {
  PairSimilarities similarities(deeds.size());
  for (std::size_t i = 0; i < deeds.size(); ++i) {
    for (std::size_t j = i + 1; j < deeds.size(); ++j) {
      similarities.set(i, j, calibrated(model.similarity(deeds[i]->document, deeds[j]->document)));
    }
  }
  std::vector<StoryCluster> clusters;
  for (auto& members : average_linkage(similarities, kSameStory)) {
    std::vector<const DeedFacts*> told;
    told.reserve(members.size());
    for (const std::size_t member : members) {
      told.push_back(deeds[member]);
    }
    clusters.push_back(
        {.candidates = std::move(members), .similarity = 0.0, .words = briefer.common_words(told)});
    clusters.back().similarity = mean_similarity(similarities, clusters.back().candidates);
  }
  std::stable_sort(clusters.begin(), clusters.end(), [](const auto& a, const auto& b) {
    return a.similarity > b.similarity;
  });
  return clusters;
}

void count(Briefing& briefing,
           const std::vector<const DeedFacts*>& deeds,
           const Vocabulary& vocabulary) {
  std::vector<DeedFacts> facts;
  facts.reserve(deeds.size());
  for (const DeedFacts* deed : deeds) {
    facts.push_back(*deed);
  }
  briefing.counts = compute_statistics(Catalogue(std::move(facts)), vocabulary, {});
  briefing.counts.generation = briefing.generation;
  std::vector<std::pair<std::string, OrganisationCount>> organisations;
  for (const auto& [key, tally] : count_deeds(deeds, {}).organisations) {
    organisations.emplace_back(
        finnish_sort_key(tally.name),
        OrganisationCount{
            .slug = tally.slug, .name = tally.name, .type = tally.type(), .deeds = tally.deeds});
  }
  std::sort(organisations.begin(), organisations.end(), [](const auto& a, const auto& b) {
    return std::tie(b.second.deeds, a.first, a.second.name) <
           std::tie(a.second.deeds, b.first, b.second.name);
  });
  for (auto& [key, organisation] : organisations) {
    briefing.organisations.push_back(std::move(organisation));
  }
}

}  // namespace

std::string_view name_of(WarningKind kind) {
  switch (kind) {
    case WarningKind::kNamedTwice:
      return "named_twice";
    case WarningKind::kSentTwice:
      return "sent_twice";
    case WarningKind::kAwardOfAnotherYear:
      return "award_of_another_year";
    case WarningKind::kOrganisationOfManyTypes:
      return "organisation_of_many_types";
    case WarningKind::kNoTheme:
      return "no_theme";
    case WarningKind::kNoDate:
      return "no_date";
    case WarningKind::kNoLead:
      break;
  }
  return "no_lead";
}

std::string_view name_of(VersionKind kind) {
  switch (kind) {
    case VersionKind::kDuplicate:
      return "duplicate";
    case VersionKind::kEarlierVersion:
      return "earlier_version";
    case VersionKind::kLaterVersion:
      break;
  }
  return "later_version";
}

std::string_view name_of(NoveltyKind kind) {
  switch (kind) {
    case NoveltyKind::kMeasured:
      return "measured";
    case NoveltyKind::kUndated:
      return "undated";
    case NoveltyKind::kNothingEarlier:
      break;
  }
  return "nothing_earlier";
}

bool share_organisation(const DeedFacts& a, const DeedFacts& b) {
  return std::any_of(a.organisations.begin(), a.organisations.end(), [&](const auto& one) {
    return one.role != OrganisationRole::kPartner &&
           std::any_of(b.organisations.begin(), b.organisations.end(), [&](const auto& other) {
             return other.role != OrganisationRole::kPartner && key_of(one) == key_of(other);
           });
  });
}

Expected<Briefing> compute_briefing(const Snapshot& snapshot,
                                    Analyzer& analyzer,
                                    const Vocabulary& vocabulary,
                                    const BriefingRequest& request) {
  Briefing briefing;
  briefing.request = request;
  briefing.generation = snapshot.generation();
  briefing.date = generation_date(briefing.generation);
  briefing.catalogue = snapshot.catalogue(vocabulary);
  auto chosen = choose(*briefing.catalogue, request);
  if (!chosen) {
    return tl::unexpected(chosen.error());
  }
  std::vector<const DeedFacts*>& deeds = chosen->deeds;
  const ThemePlaces places(vocabulary, deeds);
  put_in_order(deeds, places);
  const CandidateBriefer briefer(snapshot, analyzer, *briefing.catalogue);
  std::vector<std::size_t> named_twice;
  for (std::size_t i = 0; i < deeds.size(); ++i) {
    briefing.candidates.push_back(briefer.brief(*deeds[i], request.neighbours));
    if (chosen->named_twice.contains(deeds[i])) {
      named_twice.push_back(i);
    }
  }
  briefing.groups = group(deeds, places);
  briefing.clusters = cluster(deeds, snapshot.similarity(), briefer);
  count(briefing, deeds, vocabulary);
  briefing.warnings = find_warnings(briefing, named_twice);
  return briefing;
}

}  // namespace kiertoon
