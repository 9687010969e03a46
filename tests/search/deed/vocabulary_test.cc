#include "search/deed/vocabulary.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(Vocabulary, OfTheProjectIsRead) {
  const Vocabulary& vocabulary = *test_vocabulary();
  EXPECT_GE(vocabulary.themes().size(), 15U);
  EXPECT_GE(vocabulary.sectors().size(), 15U);
  EXPECT_EQ(vocabulary.organisation_types().size(), 5U);
  EXPECT_GE(vocabulary.organisations().size(), 300U);
  EXPECT_TRUE(vocabulary.has_theme("tyohyvinvointi"));
  EXPECT_TRUE(vocabulary.has_sector("perusopetus"));
  EXPECT_FALSE(vocabulary.has_theme("perusopetus"));
  EXPECT_FALSE(vocabulary.has_theme(""));
  EXPECT_FALSE(vocabulary.has_sector("Perusopetus"));
}

TEST(Vocabulary, NamesATypeForEachKindOfOrganisation) {
  for (const auto& type : test_vocabulary()->organisation_types()) {
    EXPECT_TRUE(organisation_type_from(type.slug)) << type.slug;
  }
}

TEST(Vocabulary, FindsAnOrganisationByAnyOfItsNamesInAnyCase) {
  for (const std::string name : {"Liminka",
                                 "liminka",
                                 "LIMINKA",
                                 "Limingan kunta",
                                 "limingan KUNTA",
                                 "Limingo",
                                 " Liminka "}) {
    const auto* found = test_vocabulary()->find_organisation(name);
    ASSERT_NE(found, nullptr) << name;
    EXPECT_EQ(found->slug, "liminka");
    EXPECT_EQ(found->type, OrganisationType::kMunicipality);
  }
  EXPECT_EQ(test_vocabulary()->organisation_slug("A\u0308a\u0308nekoski"), "aanekoski");
  EXPECT_EQ(test_vocabulary()->organisation_slug("ESBO STAD"), "espoo");
}

TEST(Vocabulary, KnowsWhatElsePeopleCallAnOrganisation) {
  const auto* county = test_vocabulary()->find_organisation("Pirkanmaan hyvinvointialue");
  ASSERT_NE(county, nullptr);
  std::vector<std::string> names;
  for (const auto& name : county->other_names) {
    names.push_back(name.text);
  }
  EXPECT_THAT(names, ElementsAre("Pirkanmaa", "Pirha", "Birkaland"));
  EXPECT_EQ(county->other_names.back().language, Language::kSwedish);
}

TEST(Vocabulary, DoesNotFindAnOrganisationByLess) {
  for (const std::string name : {"", " ", "Limin", "Limingan", "Liminka ja Oulu", "kunta"}) {
    EXPECT_EQ(test_vocabulary()->find_organisation(name), nullptr) << name;
  }
}

TEST(Vocabulary, MakesASlugForAnOrganisationItDoesNotKnow) {
  EXPECT_EQ(test_vocabulary()->organisation_slug("Jokilaakson Apu Oy"), "jokilaakson-apu-oy");
}

TEST(Vocabulary, LabelsValuesInThreeLanguages) {
  const Vocabulary& vocabulary = *test_vocabulary();
  EXPECT_EQ(vocabulary.label(Facet::kTheme, "digitalisaatio", Language::kFinnish),
            "Digitalisaatio");
  EXPECT_EQ(vocabulary.label(Facet::kTheme, "digitalisaatio", Language::kSwedish),
            "Digitalisering");
  EXPECT_EQ(vocabulary.label(Facet::kTheme, "digitalisaatio", Language::kEnglish),
            "Digitalisation");
  EXPECT_EQ(vocabulary.label(Facet::kLanguage, "sv", Language::kFinnish), "ruotsi");
  EXPECT_EQ(vocabulary.label(Facet::kAward, "winner", Language::kSwedish), "vinnare");
  EXPECT_EQ(vocabulary.label(Facet::kOrganisation, "espoo", Language::kSwedish), "Esbo");
}

TEST(Vocabulary, ShowsTheValueItHasNoNameFor) {
  const Vocabulary& vocabulary = *test_vocabulary();
  EXPECT_EQ(vocabulary.label(Facet::kTheme, "tuntematon", Language::kFinnish), "tuntematon");
  EXPECT_EQ(vocabulary.label(Facet::kKeyword, "winner", Language::kFinnish), "winner");
  EXPECT_EQ(vocabulary.label(Facet::kYear, "2021", Language::kEnglish), "2021");
  // The Finnish name where there is no Swedish one.
  EXPECT_EQ(vocabulary.label(Facet::kOrganisation, "akaa", Language::kSwedish), "Akaa");
}

TEST(Vocabulary, KnowsTheProgrammeOfAYear) {
  const std::map<int, std::string> programmes{{2014, ""},
                                              {2015, "kunteko-2020"},
                                              {2020, "kunteko-2020"},
                                              {2021, "kuntatyo2030"},
                                              {2022, "kuntatyo2030"},
                                              {2023, "tarkeissa-toissa"},
                                              {2099, "tarkeissa-toissa"}};
  for (const auto& [year, programme] : programmes) {
    EXPECT_EQ(test_vocabulary()->programme_of(year), programme) << year;
  }
}

struct Slug {
  std::string name;
  std::string slug;
};

TEST(SlugOf, KeepsLettersAndDigitsOfASCII) {
  const std::vector<Slug> slugs{{"Koski Oy", "koski-oy"},
                                {"Äänekosken kaupunki", "aanekosken-kaupunki"},
                                {"ÅBO – stad", "abo-stad"},
                                {"A/B  &  C", "a-b-c"},
                                {"Kunta2030!", "kunta2030"},
                                {"  --x--  ", "x"},
                                {"Café Łódź", "cafe-lodz"},
                                {"", ""},
                                {"  ", ""}};
  for (const auto& [name, slug] : slugs) {
    EXPECT_EQ(slug_of(name), slug) << name;
  }
}

TEST(SlugOf, TellsNamesOfOtherScriptsApart) {
  const std::vector<std::string> names{"Helsinki",
                                       "Хельсинки",
                                       "Ձմեռ",
                                       "北京市",  // sounds like the next
                                       "背景市",
                                       "Koski Хельсинки",
                                       "שלום",
                                       "!!!",
                                       "???",
                                       "🎉"};
  std::set<std::string> slugs;
  for (const auto& name : names) {
    const std::string slug = slug_of(name);
    EXPECT_FALSE(slug.empty()) << name;
    EXPECT_EQ(slug.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"), std::string::npos)
        << slug;
    EXPECT_EQ(slug, slug_of(" " + name + " ")) << name;
    EXPECT_TRUE(slugs.insert(slug).second) << name << " has the slug of another: " << slug;
  }
}

TEST(SlugOf, KeepsNamesOfOtherScriptsReadable) {
  EXPECT_EQ(slug_of("ХЕЛЬСИНКИ"), "helsinki-b9e42107");
  EXPECT_EQ(slug_of("Хельсинки"), slug_of("ХЕЛЬСИНКИ"));
  EXPECT_THAT(slug_of("Koski Хельсинки Oy"), StartsWith("koski-helsinki-oy-"));
}

// A copy of the project's vocabulary in which a test spoils one file.
class SpoiltVocabulary : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::copy(test_data_folder() / "vocabulary", folder_.path("vocabulary"));
  }

  Expected<Vocabulary> load_with(std::string_view file, std::string_view content) {
    folder_.write("vocabulary/" + std::string(file), content);
    return Vocabulary::load(folder_.path("vocabulary"));
  }

  void expect_refused(std::string_view file,
                      std::string_view content,
                      const std::vector<std::string>& parts) {
    const auto vocabulary = load_with(file, content);
    ASSERT_FALSE(vocabulary) << file << ": " << content;
    EXPECT_EQ(vocabulary.error().code, ErrorCode::kInvalidData);
    for (const auto& part : parts) {
      EXPECT_THAT(vocabulary.error().to_string(), HasSubstr(part));
    }
  }

  TestFolder folder_;
};

TEST_F(SpoiltVocabulary, IsReadWhenNothingIsSpoilt) {
  EXPECT_TRUE(load_with("themes.tsv", "slug\tfi\tsv\ten\nuusi\tUusi\n"));
}

TEST_F(SpoiltVocabulary, IsRefusedForAnEntryWithoutSlugOrName) {
  expect_refused("themes.tsv", "slug\tfi\nuusi\t\tny\n", {"themes.tsv:2"});
}

TEST_F(SpoiltVocabulary, IsRefusedForASectorWithoutSlug) {
  expect_refused("sectors.tsv", "# note\nslug\tfi\n\tUusi\n", {"sectors.tsv:3"});
}

TEST_F(SpoiltVocabulary, IsRefusedForASecondEntryOfASlug) {
  expect_refused("themes.tsv", "slug\tfi\nuusi\tUusi\nuusi\tUudempi\n", {"themes.tsv:3", "uusi"});
}

TEST_F(SpoiltVocabulary, IsRefusedForAnUnknownTypeOfOrganisation) {
  expect_refused("municipalities.tsv",
                 "slug\ttype\tfi\nliminka\tkunta\tLiminka\n",
                 {"municipalities.tsv:2", "kunta"});
}

TEST_F(SpoiltVocabulary, IsRefusedForASecondOrganisationOfASlug) {
  expect_refused("counties.tsv",
                 "slug\ttype\tfi\nliminka\twellbeing_county\tLiminka\n",
                 {"counties.tsv:2", "liminka"});
}

TEST_F(SpoiltVocabulary, IsRefusedForAnOrganisationWithoutSlugOrName) {
  expect_refused("counties.tsv", "slug\ttype\tfi\n\tcompany\tKoski\n", {"counties.tsv:2"});
  expect_refused("counties.tsv", "slug\ttype\tfi\nkoski\tcompany\t\n", {"counties.tsv:2"});
}

TEST_F(SpoiltVocabulary, IsRefusedForNamesOfAnOrganisationThatIsNotThere) {
  expect_refused("organisation_names.tsv",
                 "slug\tfi\tsv\nliminka\tLimppu\nlimingo\tLimppu\n",
                 {"organisation_names.tsv:3", "limingo"});
}

TEST_F(SpoiltVocabulary, IsRefusedForAProgrammeWithoutYears) {
  expect_refused("programmes.tsv", "slug\nuusi\t20x1\t\tUusi\n", {"programmes.tsv:2", "20x1"});
  expect_refused("programmes.tsv", "slug\nuusi\t\t\tUusi\n", {"programmes.tsv:2"});
  expect_refused("programmes.tsv", "slug\nuusi\t2021\t20x4\tUusi\n", {"programmes.tsv:2", "20x4"});
  expect_refused("programmes.tsv", "slug\nuusi\t2021\t\n", {"programmes.tsv:2"});
  expect_refused("programmes.tsv", "slug\n\t2021\t\tUusi\n", {"programmes.tsv:2"});
}

TEST_F(SpoiltVocabulary, IsRefusedWithoutOneOfItsFiles) {
  std::filesystem::remove(folder_.path("vocabulary/sectors.tsv"));
  const auto vocabulary = Vocabulary::load(folder_.path("vocabulary"));
  ASSERT_FALSE(vocabulary);
  EXPECT_EQ(vocabulary.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(vocabulary.error().message, HasSubstr("sectors.tsv"));
}

}  // namespace
}  // namespace kiertoon
