#include "search/report/briefing.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/index/generation_date.h"
#include "tests/search/test_index.h"
#include "tests/value_or_throw.h"

namespace kiertoon {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

// The example deeds of data/deeds, indexed once for all tests.
TestIndex& examples() {
  static TestIndex index(read_deeds(test_data_folder() / "deeds" / "examples.jsonl"));
  return index;
}

Briefing briefing_of(TestIndex& index, const BriefingRequest& request) {
  return value_or_throw(index.service().briefing(request));
}

BriefingRequest of_years(int first, int last) {
  BriefingRequest request;
  request.filters.years.push_back({first, last});
  return request;
}

BriefingRequest of_ids(std::vector<std::string> ids) {
  BriefingRequest request;
  request.ids = std::move(ids);
  return request;
}

template <typename Related>
std::vector<std::string> ids_of(const Related& related) {
  std::vector<std::string> ids;
  for (const auto& one : related) {
    ids.push_back(one.deed->id);
  }
  return ids;
}

std::vector<std::string> versions(const BriefedDeed& candidate, VersionKind kind) {
  std::vector<std::string> ids;
  for (const auto& version : candidate.versions) {
    if (version.kind == kind) {
      ids.push_back(version.deed->id);
    }
  }
  return ids;
}

struct GoldenPair {
  std::string earlier;
  std::string later;
  std::string kind;
};

std::vector<GoldenPair> golden_pairs() {
  std::ifstream in(test_data_folder().parent_path() / "tests/golden/duplicates/pairs.tsv");
  std::vector<GoldenPair> pairs;
  for (GoldenPair pair; in >> pair.earlier >> pair.later >> pair.kind;) {
    pairs.push_back(pair);
  }
  EXPECT_EQ(pairs.size(), 14U);
  return pairs;
}

TEST(BriefingOfExamples, FindsWhatWasSentInBefore) {
  std::size_t same_ideas = 0;
  for (const auto& [earlier, later, kind] : golden_pairs()) {
    const Briefing briefing = briefing_of(examples(), of_ids({later}));
    const BriefedDeed& candidate = briefing.candidates.front();
    if (kind == "resubmitted") {
      EXPECT_THAT(versions(candidate, VersionKind::kDuplicate), ElementsAre(earlier)) << later;
      EXPECT_LT(candidate.novelty.share, 0.05) << later;
    } else if (kind == "rewritten") {
      EXPECT_THAT(versions(candidate, VersionKind::kEarlierVersion), Contains(earlier)) << later;
    } else {
      const auto neighbours = ids_of(candidate.neighbours);
      same_ideas +=
          static_cast<std::size_t>(std::count(neighbours.begin(), neighbours.end(), earlier));
      EXPECT_THAT(ids_of(candidate.versions), Not(Contains(earlier))) << later;
    }
    if (kind != "same_idea") {
      EXPECT_THAT(ids_of(candidate.neighbours), Not(Contains(earlier))) << later;
      EXPECT_THAT(ids_of(candidate.chain), Contains(earlier)) << later;
    }
  }
  EXPECT_GE(same_ideas, 3U);  // of 4: two tell it with hardly a word in common
}

TEST(BriefingOfExamples, KnowsALaterVersionFromAnEarlierOne) {
  const Briefing briefing = briefing_of(examples(), of_ids({"esim-2022-0357"}));
  EXPECT_THAT(versions(briefing.candidates.front(), VersionKind::kLaterVersion),
              Contains("esim-2023-0358"));
}

TEST(BriefingOfExamples, SaysWhatNeighboursShareAndWhichHaveWon) {
  const Briefing briefing = briefing_of(examples(), of_years(2025, 2025));
  std::size_t winners = 0;
  for (const auto& candidate : briefing.candidates) {
    EXPECT_LE(candidate.neighbours.size(), 5U);
    double last = 1.0;
    for (const auto& neighbour : candidate.neighbours) {
      EXPECT_NE(neighbour.deed, candidate.deed);
      EXPECT_LE(neighbour.similarity, last);
      EXPECT_FALSE(neighbour.shared_words.empty() && neighbour.shared_themes.empty())
          << candidate.deed->id << " " << neighbour.deed->id;
      last = neighbour.similarity;
      const auto& awards = neighbour.deed->awards;
      const bool has_won = std::any_of(awards.begin(), awards.end(), [](const Award& award) {
        return award.kind == AwardKind::kWinner && award.year < 2025;
      });
      EXPECT_EQ(neighbour.is_earlier_winner, has_won) << neighbour.deed->id;
      winners += has_won ? 1 : 0;
    }
  }
  EXPECT_GT(winners, 0U);
}

TEST(BriefingOfExamples, MeasuresNoveltyAgainstEarlierYearsAlone) {
  const Briefing briefing = briefing_of(examples(), of_years(2024, 2024));
  for (const auto& candidate : briefing.candidates) {
    ASSERT_EQ(candidate.novelty.kind, NoveltyKind::kMeasured);
    ASSERT_NE(candidate.novelty.nearest, nullptr);
    EXPECT_LT(static_cast<int>(candidate.novelty.nearest->published->year()), 2024);
    for (const auto& neighbour : candidate.neighbours) {
      if (neighbour.deed->published &&
          neighbour.deed->published->year() < std::chrono::year(2024)) {
        EXPECT_LE(candidate.novelty.share, 1.0 - neighbour.similarity + 1e-9);
      }
    }
  }
}

TEST(BriefingOfExamples, TellsWordsThatNobodyAroundHas) {
  const Briefing briefing = briefing_of(examples(), of_years(2025, 2025));
  std::size_t with_words = 0;
  for (const auto& candidate : briefing.candidates) {
    EXPECT_LE(candidate.new_words.size(), kMaxNewWords);
    with_words += candidate.new_words.empty() ? 0 : 1;
    for (const auto& neighbour : candidate.neighbours) {
      for (const auto& word : neighbour.shared_words) {
        EXPECT_THAT(candidate.new_words, Not(Contains(word))) << candidate.deed->id;
      }
    }
  }
  EXPECT_GT(with_words, briefing.candidates.size() / 2);
}

TEST(BriefingOfExamples, PutsTheSameStorySideBySide) {
  const Briefing briefing = briefing_of(examples(), of_years(2019, 2019));
  const auto has_both = [&](const StoryCluster& cluster) {
    std::set<std::string> ids;
    for (const std::size_t place : cluster.candidates) {
      ids.insert(briefing.candidates[place].deed->id);
    }
    return ids.contains("esim-2019-0114") && ids.contains("esim-2019-0204");
  };
  ASSERT_EQ(std::count_if(briefing.clusters.begin(), briefing.clusters.end(), has_both), 1);
  std::set<std::size_t> seen;
  for (const auto& cluster : briefing.clusters) {
    EXPECT_FALSE(cluster.words.empty());
    for (const std::size_t place : cluster.candidates) {
      EXPECT_TRUE(seen.insert(place).second) << "in two clusters";
    }
  }
}

TEST(BriefingOfExamples, TellsEachCandidateOnce) {
  const Briefing briefing = briefing_of(examples(), of_years(2015, 2025));
  std::vector<std::size_t> told;
  for (const auto& group : briefing.groups) {
    told.insert(told.end(), group.told.begin(), group.told.end());
    for (const std::size_t place : group.told) {
      const auto& themes = briefing.candidates[place].deed->themes;
      EXPECT_EQ(themes.empty() ? "" : themes.front(), group.theme);
    }
    for (const std::size_t place : group.others) {
      EXPECT_THAT(briefing.candidates[place].deed->themes, Contains(group.theme));
    }
  }
  ASSERT_EQ(told.size(), briefing.candidates.size());
  for (std::size_t i = 0; i < told.size(); ++i) {
    EXPECT_EQ(told[i], i);
  }
}

TEST(BriefingOfExamples, AddsUp) {
  for (int year = 2015; year <= 2025; ++year) {
    const Briefing briefing = briefing_of(examples(), of_years(year, year));
    EXPECT_EQ(briefing.counts.deeds.now, briefing.candidates.size());
    std::size_t participations = 0;
    for (const auto& organisation : briefing.organisations) {
      participations += organisation.deeds;
    }
    EXPECT_EQ(participations, briefing.counts.participations.now);
    EXPECT_EQ(briefing.organisations.size(), briefing.counts.organisations.now);
    const Breakdown& themes = briefing.counts.deeds_by_theme;
    for (const auto& row : themes.rows) {
      const auto group = std::find_if(briefing.groups.begin(),
                                      briefing.groups.end(),
                                      [&](const auto& one) { return one.theme == row.value; });
      ASSERT_NE(group, briefing.groups.end());
      EXPECT_EQ(group->told.size() + group->others.size(), row.count.now) << row.value;
    }
  }
}

// Everything of a briefing but the generation and its day, in words.
std::string text_of(const Briefing& briefing) {
  std::ostringstream out;
  for (const auto& candidate : briefing.candidates) {
    out << "\n# " << candidate.deed->id << ' ' << candidate.summary << ' '
        << candidate.novelty.share;
    for (const auto& one : candidate.neighbours) {
      out << "\nn " << one.deed->id << ' ' << one.similarity;
      for (const auto& word : one.shared_words) {
        out << ' ' << word;
      }
    }
    for (const auto& one : candidate.versions) {
      out << "\nv " << one.deed->id << ' ' << name_of(one.kind);
    }
    for (const auto& one : candidate.chain) {
      out << "\nc " << one.deed->id;
    }
    for (const auto& word : candidate.new_words) {
      out << ' ' << word;
    }
  }
  for (const auto& cluster : briefing.clusters) {
    out << "\nC " << cluster.similarity;
    for (const std::size_t place : cluster.candidates) {
      out << ' ' << place;
    }
  }
  return out.str();
}

TEST(BriefingOfExamples, IsTheSameAgainAndForASecondBuild) {
  const BriefingRequest request = of_years(2023, 2025);
  const Briefing first = briefing_of(examples(), request);
  EXPECT_EQ(text_of(first), text_of(briefing_of(examples(), request)));
  TestIndex again(read_deeds(test_data_folder() / "deeds" / "examples.jsonl"));
  EXPECT_EQ(text_of(first), text_of(briefing_of(again, request)));
  EXPECT_EQ(first.generation, examples().service().generation());
  EXPECT_EQ(first.date, generation_date(first.generation));
  EXPECT_TRUE(first.date);
}

Deed deed_in(std::string id, std::string title, int year) {
  Deed deed = deed_of({.id = std::move(id),
                       .title = std::move(title),
                       .summary = "Kotihoidon työvuorot suunnitellaan yhdessä.",
                       .body = "Hoitajat sopivat vuoroista tiimissä ja esihenkilö hyväksyy ne."});
  deed.themes = {"johtaminen"};
  deed.published = std::chrono::year(year) / 5 / 2;
  return deed;
}

std::vector<WarningKind> kinds(const Briefing& briefing) {
  std::vector<WarningKind> kinds;
  for (const auto& warning : briefing.warnings) {
    kinds.push_back(warning.kind);
  }
  return kinds;
}

TEST(BriefingWarnings, OfNothingWrongAreNone) {
  TestIndex index(std::vector<Deed>{deed_in("a", "Työvuorot yhdessä", 2025)});
  const Briefing briefing = briefing_of(index, of_ids({"a"}));
  EXPECT_THAT(briefing.warnings, IsEmpty());
  EXPECT_EQ(briefing.candidates.front().novelty.kind, NoveltyKind::kNothingEarlier);
  EXPECT_THAT(briefing.candidates.front().neighbours, IsEmpty());
}

TEST(BriefingWarnings, OfAnAwardOfAnotherYear) {
  Deed deed = deed_in("a", "Työvuorot yhdessä", 2025);
  deed.awards = {{.year = 2025, .kind = AwardKind::kWinner, .category = {}},
                 {.year = 2024, .kind = AwardKind::kFinalist, .category = {}}};
  TestIndex index(std::vector<Deed>{deed});
  const Briefing briefing = briefing_of(index, of_ids({"a"}));
  ASSERT_THAT(kinds(briefing), ElementsAre(WarningKind::kAwardOfAnotherYear));
  EXPECT_EQ(briefing.warnings.front().award_year, 2024);
}

TEST(BriefingWarnings, OfAnOrganisationOfTwoTypes) {
  std::vector<Deed> deeds{
      deed_in("a", "Työvuorot yhdessä", 2025),
      deed_of({.id = "b", .title = "Kuntosali auki", .summary = "", .body = ""})};
  deeds[1].themes = {"johtaminen"};
  deeds[1].published = std::chrono::year(2025) / 1 / 1;
  deeds[1].organisations.front().type = OrganisationType::kOther;
  TestIndex index(deeds);
  const Briefing briefing = briefing_of(index, of_years(2025, 2025));
  ASSERT_THAT(kinds(briefing), ElementsAre(WarningKind::kOrganisationOfManyTypes));
  EXPECT_EQ(briefing.warnings.front().organisation, "Koski Oy");
  EXPECT_THAT(briefing.warnings.front().types,
              ElementsAre(OrganisationType::kCompany, OrganisationType::kOther));
  EXPECT_EQ(briefing.counts.contradicting_types.now, 1U);
}

TEST(BriefingWarnings, OfWhatIsMissing) {
  Deed deed = deed_in("a", "Työvuorot yhdessä", 2025);
  deed.themes.clear();
  deed.published.reset();
  deed.organisations.front().role = OrganisationRole::kMember;
  TestIndex index(std::vector<Deed>{deed});
  const Briefing briefing = briefing_of(index, of_ids({"a"}));
  EXPECT_THAT(kinds(briefing),
              ElementsAre(WarningKind::kNoTheme, WarningKind::kNoDate, WarningKind::kNoLead));
  EXPECT_EQ(briefing.candidates.front().novelty.kind, NoveltyKind::kUndated);
  ASSERT_EQ(briefing.groups.size(), 1U);
  EXPECT_EQ(briefing.groups.front().theme, "");
}

TEST(BriefingWarnings, OfTheSameTextTwice) {
  TestIndex index(
      std::vector<Deed>{deed_in("a", "Työvuorot yhdessä", 2025),
                        deed_in("b", "Työvuorot yhdessä", 2025),
                        deed_of({.id = "c", .title = "Muu", .summary = "", .body = ""})});
  const Briefing briefing = briefing_of(index, of_ids({"b", "a", "b"}));
  EXPECT_THAT(kinds(briefing), ElementsAre(WarningKind::kNamedTwice, WarningKind::kSentTwice));
  EXPECT_EQ(briefing.candidates.size(), 2U);
  EXPECT_EQ(briefing.warnings[0].candidate, 1U);
  EXPECT_EQ(briefing.warnings[1].candidate, 0U);
  EXPECT_EQ(briefing.warnings[1].other, 1U);
}

TEST(BriefingRequests, OfADeedThatIsNotThereFails) {
  const auto briefing = examples().service().briefing(of_ids({"esim-2025-0034", "esim-1999-0001"}));
  ASSERT_FALSE(briefing);
  EXPECT_EQ(briefing.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(briefing.error().message, HasSubstr("esim-1999-0001"));
}

TEST(BriefingRequests, OfTooManyDeedsFail) {
  std::vector<DeedText> texts;
  for (std::size_t i = 0; i <= kMaxBriefingDeeds; ++i) {
    texts.push_back({.id = "d" + std::to_string(i), .title = "Teko", .summary = "", .body = ""});
  }
  TestIndex index(texts);
  BriefingRequest request;
  request.filters.of(Facet::kOrganisationType) = {"company"};
  const auto briefing = index.service().briefing(request);
  ASSERT_FALSE(briefing);
  EXPECT_EQ(briefing.error().code, ErrorCode::kInvalidArgument);
  EXPECT_THAT(briefing.error().message, AllOf(HasSubstr("1001"), HasSubstr("1000")));
}

TEST(BriefingRequests, TakeAsManyNeighboursAsWanted) {
  BriefingRequest request = of_ids({"esim-2025-0034"});
  for (const std::size_t neighbours : {std::size_t{0}, std::size_t{1}, std::size_t{3}}) {
    request.neighbours = neighbours;
    EXPECT_EQ(briefing_of(examples(), request).candidates.front().neighbours.size(), neighbours);
  }
}

TEST(GenerationDate, ReadsTheName) {
  EXPECT_EQ(generation_date("generation-20261122T093000Z-4711-1"),
            std::chrono::year(2026) / 11 / 22);
  for (const char* name :
       {"", "generation-", "generation-2026112", "20261122", "generation-20261322T"}) {
    EXPECT_FALSE(generation_date(name)) << name;
  }
}

}  // namespace
}  // namespace kiertoon
