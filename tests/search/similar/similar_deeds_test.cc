#include "search/similar/similar_deeds.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/tsv.h"
#include "tests/search/similar/example_deeds.h"
#include "tests/search/test_index.h"
#include "tests/value_or_throw.h"

namespace kiertoon {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

struct Pair {
  std::string first;
  std::string second;
};

std::vector<Pair> pairs(std::string_view kind) {
  std::vector<Pair> found;
  const auto file =
      std::filesystem::path(KIERTOON_SOURCE_DIR) / "tests" / "golden" / "duplicates" / "pairs.tsv";
  for (const auto& row : value_or_throw(read_tsv(file))) {
    if (row.cell(2) == kind) {
      const std::string first(row.cell(0));
      const std::string second(row.cell(1));
      found.push_back({first, second});
      found.push_back({second, first});
    }
  }
  return found;
}

std::set<std::string> organisations(const DeedFacts& facts) {
  std::set<std::string> slugs;
  for (const auto& organisation : facts.organisations) {
    slugs.insert(organisation.slug);
  }
  return slugs;
}

TEST(SimilarDeeds, ToldAgainInOtherWordsAreFirst) {
  for (const auto& [given, other] : pairs("rewritten")) {
    const auto deeds = similar(wide(given));
    EXPECT_EQ(place_of(other, deeds), 1U) << given;
    EXPECT_EQ(deeds.front().closeness, Closeness::kVeryClose) << given;
    EXPECT_FALSE(deeds.front().duplicate_of) << given;
  }
}

TEST(SimilarDeeds, SentInAgainAreFirstAndMarked) {
  for (const auto& [given, other] : pairs("resubmitted")) {
    const auto deeds = similar(wide(given));
    ASSERT_EQ(place_of(other, deeds), 1U) << given;
    EXPECT_EQ(deeds.front().duplicate_of, given);
    EXPECT_GT(deeds.front().similarity, 0.9);
  }
}

TEST(SimilarDeeds, NoOtherDeedIsMarkedAsADuplicate) {
  std::set<std::string> again;
  for (const auto& pair : pairs("resubmitted")) {
    again.insert(pair.first);
  }
  for (const auto& deed : example_deeds()) {
    for (const auto& found : similar(wide(deed.id))) {
      EXPECT_EQ(found.duplicate_of.has_value(),
                again.contains(deed.id) && again.contains(found.facts.id) &&
                    found.duplicate_of == deed.id)
          << deed.id << ' ' << found.facts.id;
      for (const auto& duplicate : found.duplicates) {
        EXPECT_THAT(again, Contains(duplicate));
        EXPECT_THAT(again, Contains(found.facts.id));
      }
    }
  }
}

// Told by other people about other places: not all come near, and no score tells them for certain.
TEST(SimilarDeeds, OfTheSameIdeaAreAmongTheFirst) {
  std::size_t among_five = 0;
  for (const auto& [given, other] : pairs("same_idea")) {
    const std::size_t place = place_of(other, similar(wide(given)));
    EXPECT_GE(place, 1U) << given << ' ' << other;  // of ten
    among_five += place >= 1 && place <= 5 ? 1 : 0;
  }
  EXPECT_GE(among_five, 5U);  // of eight
}

// One loop over all deeds: whatever is answered keeps the promises of the result.
TEST(SimilarDeeds, KeepTheirPromisesForEveryDeed) {
  for (const auto& deed : example_deeds()) {
    const auto found = similar(wide(deed.id));
    ASSERT_THAT(found, Not(IsEmpty())) << deed.id;
    EXPECT_EQ(place_of(deed.id, found), 0U);
    for (std::size_t i = 0; i < found.size(); ++i) {
      const SimilarDeed& one = found[i];
      EXPECT_GE(one.similarity, 0.0);
      EXPECT_LE(one.similarity, i == 0 ? 1.0 : found[i - 1].similarity);
      EXPECT_LE(one.shared_words.size(), kMaxSharedWords);
      EXPECT_EQ(one.facts.title, example_deed(one.facts.id).title);
      for (const auto& theme : one.shared_themes) {
        EXPECT_THAT(one.facts.themes, Contains(theme));
        EXPECT_THAT(deed.themes, Contains(theme));
      }
    }
  }
}

TEST(SimilarDeeds, ShareNoStopWordsAndNoWeakWords) {
  for (const auto& deed : example_deeds()) {
    for (const auto& found : similar(wide(deed.id))) {
      std::set<std::string> shown;
      for (const auto& word : found.shared_words) {
        EXPECT_TRUE(test_analyzer().is_telling(word, found.facts.language))
            << deed.id << ' ' << found.facts.id << ' ' << word;
        EXPECT_TRUE(shown.insert(word).second) << word;
      }
    }
  }
}

TEST(SimilarDeeds, ShareWordsThatBothHave) {
  for (const auto& [given, other] : pairs("rewritten")) {
    const auto words = similar(wide(given)).front().shared_words;
    EXPECT_GE(words.size(), 2U) << given;
    const Deed& deed = example_deed(other);
    std::string text = deed.title + ' ' + deed.summary;
    for (const auto& section : deed.sections) {
      text += ' ' + section.text;
    }
    for (const auto& word : words) {
      EXPECT_THAT(text, HasSubstr(word));
    }
  }
}

TEST(SimilarDeeds, MarkTheSharedWordsInTheSnippet) {
  const auto deeds = similar(wide("esim-2023-0343"));
  EXPECT_THAT(marked(deeds.at(1).snippet), HasSubstr("["));
  for (const auto& deed : deeds) {
    EXPECT_NE(plain(deed.snippet), "");
  }
}

TEST(SimilarDeeds, OfTheSameOrganisationsAreLeftOutUnlessWanted) {
  bool saw_own = false;
  for (const auto& deed : example_deeds()) {
    const SimilarRequest request{.ids = {deed.id}, .distance = Distance::kAny};
    std::set<std::string> own;
    for (const auto& organisation : deed.organisations) {
      own.insert(test_vocabulary()->organisation_slug(organisation.name));
    }
    for (const auto& found : similar(request)) {
      for (const auto& slug : organisations(found.facts)) {
        EXPECT_FALSE(own.contains(slug)) << deed.id << ' ' << found.facts.id;
      }
    }
    for (const auto& found : similar(wide(deed.id))) {
      for (const auto& slug : organisations(found.facts)) {
        saw_own = saw_own || own.contains(slug);
      }
    }
  }
  EXPECT_TRUE(saw_own);
}

TEST(SimilarDeeds, OfEachOrganisationOfAJointDeedAreLeftOut) {
  const auto joint = std::find_if(example_deeds().begin(),
                                  example_deeds().end(),
                                  [](const Deed& deed) { return deed.organisations.size() >= 2; });
  ASSERT_NE(joint, example_deeds().end());
  for (const auto& organisation : joint->organisations) {
    const auto slug = test_vocabulary()->organisation_slug(organisation.name);
    SimilarRequest request = wide(joint->id);
    request.limit = kMaxSimilarDeeds;
    request.own_organisation = OwnOrganisation::kExcluded;
    for (const auto& found : similar(request)) {
      EXPECT_FALSE(organisations(found.facts).contains(slug)) << found.facts.id;
    }
  }
}

TEST(SimilarDeeds, AreAtMostTwoOfAnOrganisation) {
  for (const auto& deed : example_deeds()) {
    std::map<std::string, int> counts;
    for (const auto& found : similar({.ids = {deed.id}, .limit = 20, .distance = Distance::kAny})) {
      for (const auto& slug : organisations(found.facts)) {
        EXPECT_LE(++counts[slug], 2) << deed.id << ' ' << slug;
      }
    }
  }
}

TEST(SimilarDeeds, PassTheFilters) {
  SimilarRequest request = wide("esim-2023-0343");
  request.limit = kMaxSimilarDeeds;
  request.filters.of(Facet::kTheme) = {"digitalisaatio", "johtaminen"};
  request.filters.years = {{.first = 2020, .last = 2022}};
  const auto deeds = similar(request);
  EXPECT_THAT(deeds, Not(IsEmpty()));
  for (const auto& deed : deeds) {
    EXPECT_THAT(deed.facts.themes,
                testing::AnyOf(Contains("digitalisaatio"), Contains("johtaminen")));
    EXPECT_TRUE(request.filters.years.front().contains(
        static_cast<int>(deed.facts.published.value().year())));
  }
  request.filters.of(Facet::kOrganisation) = {"no-such-organisation"};
  EXPECT_THAT(similar(request), IsEmpty());
}

TEST(SimilarDeeds, OfAnUnknownIdAreNotFound) {
  for (const auto& given : {std::vector<std::string>{"nothing-here"},
                            std::vector<std::string>{"esim-2023-0343", "nothing-here"}}) {
    const auto result = example_service().similar({.ids = given, .text = "perehdytys"});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kNotFound);
    EXPECT_THAT(result.error().message, HasSubstr("nothing-here"));
  }
}

TEST(SimilarDeeds, OfSeveralDeedsAreLikeAllAndNoneOfThem) {
  const std::vector<std::string> given{"esim-2023-0343", "esim-2022-0043"};
  SimilarRequest request = wide(given[0]);
  request.ids = given;
  const auto deeds = similar(request);
  EXPECT_THAT(deeds, SizeIs(10));
  std::size_t of_first = 0;
  std::size_t of_second = 0;
  const auto first = ids(similar(wide(given[0])));
  const auto second = ids(similar(wide(given[1])));
  for (const auto& id : ids(deeds)) {
    EXPECT_THAT(given, Not(Contains(id)));
    of_first += static_cast<std::size_t>(std::count(first.begin(), first.end(), id));
    of_second += static_cast<std::size_t>(std::count(second.begin(), second.end(), id));
  }
  EXPECT_GE(of_first, 2U);
  EXPECT_GE(of_second, 2U);
}

TEST(SimilarDeeds, AreTheSameForTheSameRequest) {
  for (const char* id : {"esim-2023-0343", "esim-2021-0365"}) {
    const auto first = similar(wide(id));
    const auto again = similar(wide(id));
    ASSERT_EQ(ids(first), ids(again));
    for (std::size_t i = 0; i < first.size(); ++i) {
      EXPECT_EQ(first[i].similarity, again[i].similarity);
      EXPECT_EQ(first[i].shared_words, again[i].shared_words);
      EXPECT_EQ(marked(first[i].snippet), marked(again[i].snippet));
    }
  }
}

TEST(SimilarDeeds, ThatAreClosePassWhenOnlyThoseAreWanted) {
  std::size_t far = 0;
  for (const auto& deed : example_deeds()) {
    SimilarRequest request = wide(deed.id);
    const auto any = similar(request);
    request.distance = Distance::kCloseOnly;
    std::vector<std::string> close;
    for (const auto& found : any) {
      if (closeness_of(found.similarity)) {
        close.push_back(found.facts.id);
      }
    }
    far += any.size() - close.size();
    EXPECT_EQ(ids(similar(request)), close) << deed.id;
  }
  EXPECT_GT(far, 0U);
}

TEST(SimilarDeeds, OfAnIndexOfOneDeedAreNone) {
  TestIndex index({DeedText{.id = "a", .title = "Kahvi", .summary = "Auto", .body = ""}});
  const auto result = index.service().similar({.ids = {"a"}, .distance = Distance::kAny});
  ASSERT_TRUE(result) << result.error().to_string();
  EXPECT_THAT(result->deeds, IsEmpty());
  EXPECT_NE(result->generation, "");
}

}  // namespace
}  // namespace kiertoon
