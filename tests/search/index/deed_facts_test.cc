#include "search/index/deed_facts.h"

#include <string>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/index/generations.h"
#include "search/index/snapshot.h"
#include "tests/search/test_index.h"
#include "tests/value_or_throw.h"

namespace kiertoon {
namespace {

using std::chrono::year;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Deed deed_with_everything() {
  Deed deed =
      deed_of({.id = "b", .title = "Otsikko", .summary = "Ingressi", .body = "Leipateksti"});
  deed.url = "https://example.org/b";
  deed.language = Language::kSwedish;
  deed.organisations = {
      {"Limingan kunta", OrganisationType::kMunicipality, OrganisationRole::kLead},
      {"Koski Oy", OrganisationType::kCompany, OrganisationRole::kPartner}};
  deed.themes = {"tyohyvinvointi", "johtaminen"};
  deed.sectors = {"perusopetus"};
  deed.keywords = {"Chatbot", "chatbot", "HR"};
  deed.published = year(2021) / 9 / 14;
  deed.modified = year(2022) / 1 / 2;
  deed.awards = {{2021, AwardKind::kWinner, "viestinta"}};
  deed.contacts = {{"Maija Esimerkki", "maija@example.org", "040 123"}};
  return deed;
}

std::vector<Deed> example_deeds() {
  return read_deeds(test_data_folder() / "deeds" / "examples.jsonl");
}

TEST(DeedFacts, HoldWhatIsShortAsSearchesShowIt) {
  const DeedFacts facts = facts_of(7, deed_with_everything(), *test_vocabulary());
  EXPECT_EQ(facts.document, 7U);
  EXPECT_EQ(facts.id, "b");
  EXPECT_EQ(facts.url, "https://example.org/b");
  EXPECT_EQ(facts.language, Language::kSwedish);
  EXPECT_EQ(facts.title, "Otsikko");
  ASSERT_EQ(facts.organisations.size(), 2U);
  EXPECT_EQ(facts.organisations[0].slug, "liminka");
  EXPECT_EQ(facts.organisations[0].name, "Limingan kunta");
  EXPECT_EQ(facts.organisations[1].slug, "koski-oy");
  EXPECT_EQ(facts.organisations[1].role, OrganisationRole::kPartner);
  EXPECT_THAT(facts.themes, ElementsAre("tyohyvinvointi", "johtaminen"));
  EXPECT_THAT(facts.sectors, ElementsAre("perusopetus"));
  EXPECT_THAT(facts.keywords, ElementsAre("chatbot", "hr"));
  EXPECT_EQ(facts.programme, "kuntatyo2030");
  EXPECT_EQ(facts.published, year(2021) / 9 / 14);
  EXPECT_EQ(facts.modified, year(2022) / 1 / 2);
  ASSERT_EQ(facts.awards.size(), 1U);
  EXPECT_EQ(facts.awards[0].category, "viestinta");
}

TEST(DeedFacts, HaveNoProgrammeWithoutADateOrBeforeTheFirstOne) {
  Deed deed = deed_with_everything();
  deed.published.reset();
  EXPECT_EQ(facts_of(1, deed, *test_vocabulary()).programme, "");
  deed.published = year(2014) / 12 / 31;
  EXPECT_EQ(facts_of(1, deed, *test_vocabulary()).programme, "");
}

TEST(Catalogue, FindsByIdAndByNumberAndNothingElse) {
  std::vector<DeedFacts> deeds;
  for (const auto& [number, id] : {std::pair(5U, "a"), {2U, "c"}, {9U, "b"}}) {
    deeds.push_back({.document = number, .id = id});
  }
  const Catalogue catalogue(deeds);
  EXPECT_EQ(catalogue.deeds()[0].id, "c");
  EXPECT_EQ(catalogue.deeds()[2].id, "b");
  ASSERT_NE(catalogue.find("a"), nullptr);
  EXPECT_EQ(catalogue.find("a")->document, 5U);
  ASSERT_NE(catalogue.find_document(9), nullptr);
  EXPECT_EQ(catalogue.find_document(9)->id, "b");
  for (const char* id : {"", "A", "aa", "d"}) {
    EXPECT_EQ(catalogue.find(id), nullptr) << id;
  }
  for (const std::uint32_t number : {0U, 3U, 10U}) {
    EXPECT_EQ(catalogue.find_document(number), nullptr) << number;
  }
  EXPECT_EQ(Catalogue({}).find("a"), nullptr);
}

TEST(Catalogue, HoldsEveryDeedOfAGenerationInItsOrder) {
  const TestFolder folder;
  const auto deeds = example_deeds();
  publish_deeds(folder.path("index"), deeds);
  const auto snapshot = value_or_throw(Snapshot::open(folder.path("index")));
  const auto catalogue = snapshot->catalogue(*test_vocabulary());
  ASSERT_EQ(catalogue->deeds().size(), deeds.size());
  for (std::size_t i = 0; i < deeds.size(); ++i) {
    const DeedFacts& facts = catalogue->deeds()[i];
    EXPECT_EQ(facts.document, i + 1);
    EXPECT_EQ(facts.id, deeds[i].id);
    EXPECT_EQ(facts.title, deeds[i].title);
    EXPECT_EQ(catalogue->find(deeds[i].id), &facts);
  }
}

TEST(Catalogue, IsReadOnceHoweverManyAsk) {
  const TestFolder folder;
  publish_deeds(folder.path("index"), {deed_with_everything()});
  const auto snapshot = value_or_throw(Snapshot::open(folder.path("index")));
  std::vector<std::shared_ptr<const Catalogue>> seen(8);
  {
    std::vector<std::jthread> threads;
    for (auto& place : seen) {
      threads.emplace_back([&] { place = snapshot->catalogue(*test_vocabulary()); });
    }
  }
  ASSERT_NE(seen[0], nullptr);
  EXPECT_THAT(seen, testing::Each(seen[0]));
}

TEST(Catalogue, ThatCannotBeReadIsAnErrorAndNotAnEmptyOne) {
  const TestFolder folder;
  const auto index = folder.path("index");
  const auto published = publish_deeds(index, {deed_with_everything()});
  const auto service = value_or_throw(open_test_service(index));
  std::filesystem::resize_file(deeds_path(generation_path(index, published.generation)), 0);
  const auto failed = service->statistics({});
  ASSERT_FALSE(failed.has_value());
  EXPECT_THAT(failed.error().message, HasSubstr("cannot read the deeds"));
}

// Facets filter in the search and here by different code.
class CatalogueFilters : public testing::TestWithParam<Facet> {
 protected:
  static TestIndex& index() {
    static TestIndex examples(example_deeds());
    return examples;
  }
  static std::size_t counted(const Filters& filters) {
    return value_or_throw(index().service().statistics({.period = {}, .filters = filters}))
        .deeds.now;
  }
  static std::size_t found(const Filters& filters) {
    return index().search(SearchRequest{.text = {}, .filters = filters}).total;
  }
};

TEST_P(CatalogueFilters, LetTheSameDeedsThroughAsASearch) {
  const auto table = index().service().counts();
  const auto& values = table->at(index_of(GetParam())).values;
  ASSERT_FALSE(values.empty());
  for (const auto& value : values) {
    Filters one;
    one.of(GetParam()) = {value.value};
    if (GetParam() == Facet::kYear) {
      one = {};
      one.years = {*parse_year_range(value.value)};
    }
    EXPECT_EQ(counted(one), value.count) << value.value;
    Filters with_another = one;
    with_another.of(Facet::kOrganisationType).emplace_back("municipality");
    with_another.of(Facet::kLanguage) = {"fi", "sv"};
    EXPECT_EQ(counted(with_another), found(with_another)) << value.value;
  }
}

TEST_P(CatalogueFilters, FindNothingWithAValueThatNoDeedHas) {
  Filters filters;
  filters.of(GetParam()) = {"nothing-has-this"};
  if (GetParam() == Facet::kYear) {
    filters = {};
    filters.years = {{.first = 1950, .last = 1960}};
  }
  EXPECT_EQ(counted(filters), 0U);
}

INSTANTIATE_TEST_SUITE_P(Facets,
                         CatalogueFilters,
                         testing::Values(Facet::kTheme,
                                         Facet::kSector,
                                         Facet::kOrganisation,
                                         Facet::kOrganisationType,
                                         Facet::kProgramme,
                                         Facet::kLanguage,
                                         Facet::kAward,
                                         Facet::kKeyword,
                                         Facet::kYear),
                         [](const auto& facet) { return std::string(name_of(facet.param)); });

}  // namespace
}  // namespace kiertoon
