#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "base/error.h"
#include "search/deed/vocabulary.h"
#include "search/index/deed_facts.h"
#include "search/index/snapshot.h"
#include "search/query/search_request.h"
#include "search/report/statistics.h"
#include "search/similar/similar_result.h"

namespace kiertoon {

// A jury reads some 180 to 270 candidates a year; four years of them are still one briefing.
inline constexpr std::size_t kMaxBriefingDeeds = 1'000;
inline constexpr std::size_t kDefaultBriefingNeighbours = 5;
inline constexpr std::size_t kMaxBriefingNeighbours = 20;
inline constexpr std::size_t kMaxNewWords = 8;
inline constexpr std::size_t kMaxChainDeeds = 10;

// The candidates: the deeds of `ids`, or, when there are none, those that a search with `filters`
// would find. Valid when one of the two is given and neighbours is at most kMaxBriefingNeighbours.
struct BriefingRequest {
  std::vector<std::string> ids;
  Filters filters;
  std::size_t neighbours = kDefaultBriefingNeighbours;  // at most so many for each candidate
};

// In all of the following, pointers are into Briefing::catalogue, and candidates are named by their
// place in Briefing::candidates.

// A deed like the candidate, of any year and any organisation, that is not a version of it and
// shares a word or a theme that can be named.
struct BriefedNeighbour {
  const DeedFacts* deed = nullptr;
  double similarity = 0.0;  // as calibrated() has it
  Closeness closeness = Closeness::kLooselyRelated;
  std::vector<std::string> shared_words;   // as the candidate writes them, most telling first
  std::vector<std::string> shared_themes;  // slugs
  // It won before the candidate's year (at any time, when the candidate has no date).
  bool is_earlier_winner = false;
};

enum class VersionKind {
  kDuplicate,       // nearly the same text, whoever sent it and whenever
  kEarlierVersion,  // of the same organisation, an earlier year, as alike as kVersionSimilarity
  kLaterVersion,    // the same of a later year
};

struct BriefedVersion {
  const DeedFacts* deed = nullptr;
  double similarity = 0.0;
  VersionKind kind = VersionKind::kDuplicate;
};

struct ChainDeed {
  const DeedFacts* deed = nullptr;
  double similarity = 0.0;
};

enum class NoveltyKind {
  kMeasured,
  kUndated,         // the candidate has no date, so no deed is earlier
  kNothingEarlier,  // the index has no deed of an earlier year
};

// How far the candidate is from every deed of an earlier year, its own earlier versions included:
// 1 - the highest similarity to any of them. Deeds of its own year do not count: they were written
// side by side, and StoryCluster shows them.
struct Novelty {
  NoveltyKind kind = NoveltyKind::kUndated;
  double share = 0.0;                  // 0 to 1; of kMeasured
  const DeedFacts* nearest = nullptr;  // the deed with the highest similarity; of kMeasured
};

struct BriefedDeed {
  const DeedFacts* deed = nullptr;
  std::string summary;
  std::vector<BriefedNeighbour> neighbours;  // nearest first
  std::vector<BriefedVersion> versions;      // most alike first
  // Other deeds of its organisations (partners aside) that are at least of the same theme, its
  // versions included; in order of time, undated ones last.
  std::vector<ChainDeed> chain;
  std::size_t chain_left_out = 0;  // of more than kMaxChainDeeds the nearest are in `chain`
  // Words of the candidate that none of its neighbours, versions and chain has, most telling first;
  // without the names of its organisations.
  std::vector<std::string> new_words;
  Novelty novelty;
};

// Candidates of one theme. Each candidate is told in full in one group, that of its first theme;
// its other themes refer to it.
struct ThemeGroup {
  std::string theme;                // slug; empty: no theme
  std::vector<std::size_t> told;    // ascending
  std::vector<std::size_t> others;  // candidates with this as a further theme, ascending
};

// Candidates that tell the same story.
struct StoryCluster {
  std::vector<std::size_t> candidates;  // ascending, two or more
  double similarity = 0.0;              // the mean over its pairs
  std::vector<std::string> words;       // that most of them share, as the first one writes them
};

struct OrganisationCount {
  std::string slug;
  std::string name;
  OrganisationType type = OrganisationType::kOther;
  std::size_t deeds = 0;
};

enum class WarningKind {
  kNamedTwice,               // the request has the id more than once; the deed counts once
  kSentTwice,                // two candidates are nearly the same text
  kAwardOfAnotherYear,       // the award's year is not the deed's
  kOrganisationOfManyTypes,  // candidates give one organisation different types
  kNoTheme,
  kNoDate,
  kNoLead,  // none of its organisations has the role
};

// "named_twice", "sent_twice", ...
[[nodiscard]] std::string_view name_of(WarningKind kind);
[[nodiscard]] std::string_view name_of(VersionKind kind);
[[nodiscard]] std::string_view name_of(NoveltyKind kind);

// What in the data cannot be right, or should be looked at.
struct BriefingWarning {
  WarningKind kind = WarningKind::kNoTheme;
  std::optional<std::size_t> candidate;  // none of kOrganisationOfManyTypes
  std::optional<std::size_t> other;      // of kSentTwice
  int award_year = 0;                    // of kAwardOfAnotherYear
  std::string organisation = {};         // name; of kOrganisationOfManyTypes
  std::vector<OrganisationType> types = {};
};

// What a jury is told about its candidates. The same request gives the same briefing for the same
// generation.
struct Briefing {
  BriefingRequest request;
  std::string generation;
  std::optional<std::chrono::year_month_day> date;  // of the generation
  std::shared_ptr<const Catalogue> catalogue;

  // Group by group, in a group by title in Finnish order, then by id.
  std::vector<BriefedDeed> candidates;
  std::vector<ThemeGroup> groups;      // in the vocabulary's order, then others, no theme last
  std::vector<StoryCluster> clusters;  // most alike first
  Statistics counts;                   // of the candidates alone
  // Each counts the candidates it led or took part in, so that the sum is counts.participations.
  std::vector<OrganisationCount> organisations;  // most deeds first, then in Finnish order
  std::vector<BriefingWarning> warnings;         // by kind, then by candidate
};

// Whether an organisation leads or took part in both deeds.
[[nodiscard]] bool share_organisation(const DeedFacts& a, const DeedFacts& b);

// Fails with kNotFound, naming it, when an id is not in the index; with kInvalidArgument when there
// are more than kMaxBriefingDeeds candidates. Throws what Xapian throws.
[[nodiscard]] Expected<Briefing> compute_briefing(const Snapshot& snapshot,
                                                  Analyzer& analyzer,
                                                  const Vocabulary& vocabulary,
                                                  const BriefingRequest& request);

}  // namespace kiertoon
