#include "analysis/thesaurus.h"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analysis/test_analyzer.h"
#include "tests/test_folder.h"
#include "tests/value_or_throw.h"

namespace kiertoon {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view kHeader = "concept\tfi\tsv\ten\tbroader\trelated\tnote\n";

class ThesaurusTest : public testing::Test {
 protected:
  Expected<Thesaurus> load(std::string_view rows) {
    return Thesaurus::load({folder_.write("one.tsv", std::string(kHeader) + std::string(rows))});
  }

  std::string error_of(std::string_view rows) {
    const auto loaded = load(rows);
    return loaded ? "no error" : loaded.error().message;
  }

  TestFolder folder_;
};

TEST_F(ThesaurusTest, KeepsNamesWithThePreferredOneFirst) {
  const auto thesaurus =
      value_or_throw(load("esihenkilo\tesihenkilö | esimies\tchef|förman\tsupervisor\t\t\n"));
  const auto& found = thesaurus.at(0);
  EXPECT_EQ(found.id, "esihenkilo");
  EXPECT_EQ(found.names.size(), 5U);
  EXPECT_EQ(found.preferred_name(Language::kFinnish), "esihenkilö");
  EXPECT_EQ(found.preferred_name(Language::kSwedish), "chef");
}

TEST_F(ThesaurusTest, FindsConceptsByAnyNameInAnyInflection) {
  const auto thesaurus =
      value_or_throw(load("esihenkilo\tesihenkilö | esimies\tförman\tsupervisor\t\t\n"
                          "varhainen-tuki\tvarhainen tuki\t\tearly support\t\t\n"));
  const auto concepts_in = [&](std::string_view query) {
    std::vector<std::string> ids;
    const auto tokens = test_analyzer().analyze(query, Language::kFinnish, TextRole::kQuery);
    for (const auto& match : thesaurus.find(tokens)) {
      ids.push_back(thesaurus.at(match.id).id);
    }
    return ids;
  };
  EXPECT_THAT(concepts_in("esimiehelle varhaista tukea"),
              ElementsAre("esihenkilo", "varhainen-tuki"));
  EXPECT_THAT(concepts_in("supervisors"), ElementsAre("esihenkilo"));
}

TEST_F(ThesaurusTest, LinksConceptsWhereverTheyStand) {
  const auto thesaurus =
      value_or_throw(load("etatyo\tetätyö\t\t\ttyoaika\thybridityo\n"
                          "tyoaika\ttyöaika\t\t\t\t\n"
                          "hybridityo\thybridityö\t\t\t\t\n"));
  EXPECT_THAT(thesaurus.at(0).broader, ElementsAre(1U));
  EXPECT_THAT(thesaurus.at(0).related, ElementsAre(2U));
}

TEST_F(ThesaurusTest, ALaterFileExtendsAConcept) {
  const auto first = folder_.write("a.tsv", "esihenkilo\tesihenkilö | pomo\tchef\t\t\t\n");
  const auto second =
      folder_.write("b.tsv", "esihenkilo\tvuorovastaava | pomo | tiimivastaava\tförman\tboss\n");
  const auto thesaurus = value_or_throw(Thesaurus::load({first, second}));
  ASSERT_EQ(thesaurus.size(), 1U);
  std::vector<std::string> names;
  for (const auto& name : thesaurus.at(0).names) {
    names.push_back(name.text);
  }
  EXPECT_THAT(
      names,
      ElementsAre(
          "esihenkilö", "vuorovastaava", "tiimivastaava", "pomo", "chef", "förman", "boss"));
  EXPECT_EQ(thesaurus.at(0).preferred_name(Language::kFinnish), "esihenkilö");
}

TEST_F(ThesaurusTest, NamesPlaceAndValueOfWhatIsWrong) {
  EXPECT_THAT(error_of("Esihenkilö\tesihenkilö\n"), HasSubstr("one.tsv:2: column concept: \"Esi"));
  EXPECT_THAT(error_of("a\tyksi || kaksi\n"), HasSubstr("one.tsv:2: column fi: \"\" is an empty"));
  EXPECT_THAT(error_of("a\tyksi |\n"), HasSubstr("is an empty name"));
  EXPECT_THAT(error_of("a\n"), HasSubstr("\"a\" has no name"));
  EXPECT_THAT(error_of("a\tyksi\na\tkaksi\n"), HasSubstr("one.tsv:3: column concept: \"a\" is in"));
  EXPECT_THAT(error_of("a\tyksi\t\t\tb\n"), HasSubstr("column broader: \"b\" is no concept"));
  EXPECT_THAT(error_of("a\tyksi\t\t\t\tc\n"), HasSubstr("column related: \"c\" is no concept"));
  EXPECT_THAT(error_of("a\t...\n"), HasSubstr("has no word"));
  EXPECT_THAT(error_of("a\t" + std::string(300, 'x') + "\n"), HasSubstr("too long"));
  EXPECT_THAT(error_of("a\t\xC3\x28\n"), HasSubstr("not UTF-8"));
  EXPECT_THAT(error_of("a\tX\nb\tx\nc\tx\n"), HasSubstr("one.tsv:4: column fi: \"x\" names two"));
}

TEST_F(ThesaurusTest, AMissingFileIsAnError) {
  EXPECT_FALSE(Thesaurus::load({folder_.path("none.tsv")}));
}

TEST(ThesaurusFiles, AreTheTabSeparatedOnesByName) {
  const TestFolder folder;
  const auto b = folder.write("b.tsv", "");
  const auto a = folder.write("a.tsv", "");
  folder.write("README.md", "");
  EXPECT_THAT(thesaurus_files(folder.path()), ElementsAre(a, b));
  EXPECT_TRUE(thesaurus_files(folder.path("none")).empty());
}

}  // namespace
}  // namespace kiertoon
