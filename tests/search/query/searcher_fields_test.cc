// Fields and years in the query language, filters, and facet counts against brute force.

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/index/deed_fields.h"
#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

// Four deeds that differ in every field a query can name.
std::vector<Deed> varied_deeds() {
  auto deeds = deeds_of({{.id = "a", .title = "Uusi malli", .summary = "Kotihoitoon"},
                         {.id = "b", .title = "Kotihoito", .body = "Malli otettiin käyttöön."},
                         {.id = "c", .title = "Tre modeller", .language = Language::kSwedish},
                         {.id = "d", .title = "Jotain muuta"}});
  deeds[0].themes = {"digitalisaatio"};
  deeds[0].published = date_from_iso("2019-05-01");
  deeds[0].organisations = {{.name = "Limingan kunta", .type = OrganisationType::kMunicipality}};
  deeds[1].themes = {"hallinto", "digitalisaatio"};
  deeds[1].sectors = {"ikaantyneiden-palvelut"};
  deeds[1].published = date_from_iso("2021-01-01");
  deeds[1].awards = {{.year = 2021, .kind = AwardKind::kWinner, .category = ""}};
  deeds[2].keywords = {"lean", "agile metod"};
  deeds[2].published = date_from_iso("2024-12-31");
  deeds[2].organisations = {{.name = "Esbo stad", .type = OrganisationType::kMunicipality}};
  return deeds;
}

TEST(FieldsOfAQuery, AreUnderstoodInThreeLanguages) {
  TestIndex index(varied_deeds());
  for (const std::string query : {"otsikko:malli", "rubrik:malli", "title:malleja"}) {
    EXPECT_THAT(index.ids(query), ElementsAre("a")) << query;
  }
  for (const std::string query : {"teema:digitalisaatio",
                                  "tema:digitalisering",
                                  "theme:digitalisation",
                                  "TEEMA:Digitalisaation"}) {
    EXPECT_THAT(index.ids(query), UnorderedElementsAre("a", "b")) << query;
  }
  for (const std::string query : {"kieli:ruotsi", "språk:svenska", "language:sv", "kieli:SV"}) {
    EXPECT_THAT(index.ids(query), ElementsAre("c")) << query;
  }
  for (const std::string query : {"palkinto:voittaja", "pris:vinnare", "award:winner"}) {
    EXPECT_THAT(index.ids(query), ElementsAre("b")) << query;
  }
  EXPECT_THAT(index.ids("avainsana:lean"), ElementsAre("c"));
  EXPECT_THAT(index.ids("tiivistelmä:kotihoito"), ElementsAre("a"));
  EXPECT_THAT(index.ids("toimiala:ikaantyneiden-palvelut"), ElementsAre("b"));
}

TEST(FieldsOfAQuery, FindOrganisationsByAnyOfTheirNames) {
  TestIndex index(varied_deeds());
  for (const std::string query : {"organisaatio:Liminka",
                                  "organisaatio:\"Limingan kunta\"",
                                  "organisation:limingo",
                                  "organisaatio:Limingassa"}) {
    EXPECT_THAT(index.ids(query), ElementsAre("a")) << query;
  }
  EXPECT_THAT(index.ids("organisaatio:Espoo"), ElementsAre("c"));
  EXPECT_THAT(index.ids("organisaatio:Oulu"), IsEmpty());
  EXPECT_THAT(index.ids("organisaatiotyyppi:kunta"), UnorderedElementsAre("a", "c"));
}

TEST(FieldsOfAQuery, AreRequiredWhileWordsRank) {
  TestIndex index(varied_deeds());
  EXPECT_THAT(index.ids("teema:digitalisaatio kotihoito"), ElementsAre("b", "a"));
  EXPECT_THAT(index.ids("teema:hallinto jotain"), ElementsAre("b"));
  EXPECT_THAT(index.ids("teema:digitalisaatio -teema:hallinto"), ElementsAre("a"));
  EXPECT_THAT(index.ids("-kieli:fi"), ElementsAre("c"));
  EXPECT_THAT(index.ids("teema:hallinto OR kieli:sv"), UnorderedElementsAre("b", "c"));
}

TEST(FieldsOfAQuery, TakeYearsAndRanges) {
  TestIndex index(varied_deeds());
  EXPECT_THAT(index.ids("vuosi:2021"), ElementsAre("b"));
  EXPECT_THAT(index.ids("year:2019..2021"), UnorderedElementsAre("a", "b"));
  EXPECT_THAT(index.ids("år:2020.."), UnorderedElementsAre("b", "c"));
  EXPECT_THAT(index.ids("vuosi:..2020"), ElementsAre("a"));
  EXPECT_THAT(index.ids("vuosi:2022"), IsEmpty());
  EXPECT_THAT(index.ids("-vuosi:2021"), UnorderedElementsAre("a", "c", "d"));
}

TEST(FieldsOfAQuery, WithUnknownValuesAreText) {
  TestIndex index(varied_deeds());
  EXPECT_THAT(index.ids("teema:olematon"), IsEmpty());
  EXPECT_THAT(index.ids("kieli:malli"), ::testing::Contains("a"));
}

Filters filters_of(Facet facet, std::vector<std::string> values) {
  Filters filters;
  filters.of(facet) = std::move(values);
  return filters;
}

TEST(FiltersOfARequest, AreOrWithinAFacetAndAndBetween) {
  TestIndex index(varied_deeds());
  EXPECT_THAT(index.ids({.filters = filters_of(Facet::kTheme, {"hallinto"})}), ElementsAre("b"));
  EXPECT_THAT(index.ids({.filters = filters_of(Facet::kTheme, {"hallinto", "digitalisaatio"})}),
              UnorderedElementsAre("a", "b"));
  Filters both = filters_of(Facet::kTheme, {"digitalisaatio"});
  both.of(Facet::kOrganisation) = {"liminka", "espoo"};
  EXPECT_THAT(index.ids({.filters = both}), ElementsAre("a"));
  EXPECT_THAT(index.ids({.filters = filters_of(Facet::kTheme, {"olematon"})}), IsEmpty());
  EXPECT_THAT(index.ids({.filters = filters_of(Facet::kKeyword, {"agile metod"})}),
              ElementsAre("c"));
}

TEST(FiltersOfARequest, TakeSeveralRangesOfYears) {
  TestIndex index(varied_deeds());
  Filters filters;
  filters.years = {{.first = 2019, .last = 2019}, {.first = 2024, .last = std::nullopt}};
  EXPECT_THAT(index.ids({.filters = filters}), UnorderedElementsAre("a", "c"));
  filters.years = {{.first = std::nullopt, .last = std::nullopt}};
  EXPECT_THAT(index.ids({.filters = filters}), UnorderedElementsAre("a", "b", "c"));
}

TEST(FiltersOfARequest, NarrowTheTotalOfAQuery) {
  TestIndex index(varied_deeds());
  const auto result =
      index.search({.text = "malli", .filters = filters_of(Facet::kOrganisation, {"liminka"})});
  EXPECT_EQ(result.total, 1U);
  EXPECT_TRUE(result.total_is_exact);
}

// 250 deeds whose facets follow from their number; every third speaks of mentoring.
std::vector<Deed> many_deeds() {
  const std::vector<std::string> themes{"hallinto", "digitalisaatio", "osaaminen", "viestinta"};
  std::vector<Deed> deeds;
  for (std::size_t i = 0; i < 250; ++i) {
    deeds.push_back(
        deed_of({.id = "d" + std::to_string(1000 + i),
                 .title = "Teko " + std::to_string(i),
                 .body = i % 3 == 0 ? "Mentorointia kokeiltiin." : "Palaverit loppuivat."}));
    Deed& deed = deeds.back();
    for (std::size_t t = 0; t < themes.size(); ++t) {
      if (i % (t + 2) == 0) {
        deed.themes.push_back(themes[t]);
      }
    }
    deed.keywords = {i % 2 == 0 ? "parillinen" : "pariton"};
    if (i % 10 != 9) {
      deed.published = std::chrono::year(2015 + static_cast<int>(i % 7)) / 6 / 15;
    }
    if (i % 11 == 0) {
      deed.awards = {{.year = 2020, .kind = AwardKind::kFinalist, .category = ""}};
    }
  }
  return deeds;
}

// Counts as the API promises them, by looking at every deed.
class BruteForce {
 public:
  BruteForce(const std::vector<Deed>& deeds, std::function<bool(const Deed&)> has_words)
      : has_words_(std::move(has_words)) {
    for (const auto& deed : deeds) {
      deeds_.push_back({&deed, facet_values(deed, *test_vocabulary())});
    }
  }

  [[nodiscard]] std::size_t total(const Filters& filters) const {
    return static_cast<std::size_t>(
        std::count_if(deeds_.begin(), deeds_.end(), [&](const Entry& entry) {
          return passes(entry, filters, std::nullopt);
        }));
  }

  [[nodiscard]] std::map<std::string, std::size_t> counts(const Filters& filters,
                                                          Facet facet) const {
    std::map<std::string, std::size_t> counts;
    for (const auto& entry : deeds_) {
      if (passes(entry, filters, facet)) {
        for (const auto& value : entry.values.at(index_of(facet))) {
          ++counts[value];
        }
      }
    }
    return counts;
  }

 private:
  struct Entry {
    const Deed* deed = nullptr;
    FacetValues values;
  };

  [[nodiscard]] bool passes(const Entry& entry,
                            const Filters& filters,
                            std::optional<Facet> but) const {
    bool all = has_words_(*entry.deed);
    for (std::size_t i = 0; i < kFacetCount; ++i) {
      const auto facet = static_cast<Facet>(i);
      const auto& wanted = filters.of(facet);
      if (facet != but && !wanted.empty()) {
        const auto& has = entry.values.at(i);
        all = all &&
              std::find_first_of(has.begin(), has.end(), wanted.begin(), wanted.end()) != has.end();
      }
    }
    if (but != Facet::kYear && !filters.years.empty()) {
      const auto& published = entry.deed->published;
      all = all && published &&
            std::any_of(filters.years.begin(), filters.years.end(), [&](const YearRange& range) {
              return range.contains(static_cast<int>(published->year()));
            });
    }
    return all;
  }

  std::function<bool(const Deed&)> has_words_;
  std::vector<Entry> deeds_;
};

void expect_exact_counts(TestIndex& index, const BruteForce& truth, SearchRequest request) {
  request.limit = 3;
  for (std::size_t i = 0; i < kFacetCount; ++i) {
    request.facets.push_back(static_cast<Facet>(i));
  }
  const auto result = index.search(request);
  EXPECT_EQ(result.total, truth.total(request.filters));
  EXPECT_TRUE(result.total_is_exact);
  ASSERT_EQ(result.facets.size(), kFacetCount);
  for (const auto& facet : result.facets) {
    std::map<std::string, std::size_t> counted;
    for (const auto& value : facet.values) {
      const auto& wanted = request.filters.of(facet.facet);
      if (facet.facet != Facet::kYear) {
        EXPECT_EQ(value.selected, std::count(wanted.begin(), wanted.end(), value.value) > 0);
      }
      EXPECT_TRUE(value.count > 0 || value.selected) << value.value;
      if (value.count > 0) {
        counted[value.value] = value.count;
      }
    }
    EXPECT_EQ(counted, truth.counts(request.filters, facet.facet)) << name_of(facet.facet);
  }
}

TEST(FacetCountsOfASearch, AreThoseOfBruteForce) {
  const auto deeds = many_deeds();
  TestIndex index(deeds);
  const BruteForce all(deeds, [](const Deed&) { return true; });
  const BruteForce mentoring(deeds, [](const Deed& deed) {
    return deed.sections.front().text.starts_with("Mentorointia");
  });
  std::vector<Filters> filters(1);
  filters.push_back(filters_of(Facet::kTheme, {"hallinto"}));
  filters.push_back(filters_of(Facet::kTheme, {"hallinto", "viestinta"}));
  filters.push_back(filters_of(Facet::kKeyword, {"pariton"}));
  filters.back().of(Facet::kTheme) = {"digitalisaatio", "osaaminen"};
  filters.push_back(filters_of(Facet::kAward, {"finalist"}));
  filters.back().years = {{.first = 2016, .last = 2018}};
  filters.push_back(filters_of(Facet::kTheme, {"olematon"}));
  for (const auto& filter : filters) {
    for (const SortOrder sort : {SortOrder::kRelevance, SortOrder::kNewest, SortOrder::kTitle}) {
      expect_exact_counts(index, all, {.filters = filter, .sort = sort});
      expect_exact_counts(
          index, mentoring, {.text = "mentoroinnin", .filters = filter, .sort = sort});
    }
  }
}

TEST(FacetCountsOfASearch, StandMostFrequentFirstAndInTheOrderAsked) {
  TestIndex index(many_deeds());
  const auto result = index.search({.facets = {Facet::kKeyword, Facet::kTheme}});
  ASSERT_EQ(result.facets.size(), 2U);
  EXPECT_EQ(result.facets[0].facet, Facet::kKeyword);
  EXPECT_EQ(result.facets[0].values[0].value, "parillinen");  // 125 each: by value
  const auto& themes = result.facets[1].values;
  EXPECT_TRUE(std::is_sorted(themes.begin(), themes.end(), [](const auto& a, const auto& b) {
    return a.count > b.count;
  }));
}

TEST(FacetCountsOfASearch, AreNotGivenUnasked) {
  TestIndex index(varied_deeds());
  EXPECT_THAT(index.search("malli").facets, IsEmpty());
}

}  // namespace
}  // namespace kiertoon
