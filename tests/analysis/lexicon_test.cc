#include "analysis/lexicon.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/test_folder.h"

namespace kiertoon {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::string_view kHeader = "kind\tword\tvalue\tstems\tnote\n";

class LexiconFile : public ::testing::Test {
 protected:
  Expected<Lexicon> load(std::string_view entries) {
    return Lexicon::load(folder_.write("fi.tsv", std::string(kHeader) + std::string(entries)));
  }

  TestFolder folder_;
};

TEST_F(LexiconFile, OfTheProjectIsRead) {
  const auto lexicon = Lexicon::load(std::string(KIERTOON_SOURCE_DIR) + "/data/lexicon/fi.tsv");
  ASSERT_TRUE(lexicon) << lexicon.error().to_string();
  EXPECT_GT(lexicon->size(), 400U);
}

TEST_F(LexiconFile, KeepsWholeWordsWithTheirParts) {
  const auto lexicon = load("whole\ttekoäly\t\t\tnote\nwhole\tSähköposti\tposti\n");
  ASSERT_TRUE(lexicon) << lexicon.error().to_string();
  EXPECT_EQ(lexicon->size(), 2U);
  ASSERT_NE(lexicon->whole_word("tekoäly"), nullptr);
  EXPECT_THAT(*lexicon->whole_word("tekoäly"), IsEmpty());
  ASSERT_NE(lexicon->whole_word("sähköposti"), nullptr);
  EXPECT_THAT(*lexicon->whole_word("sähköposti"), ElementsAre("posti"));
  EXPECT_EQ(lexicon->whole_word("posti"), nullptr);
}

TEST_F(LexiconFile, KeepsTheBaseFormsOfAForm) {
  const auto lexicon = load("form\tjoissa\tjoka\nform\tHelin\thelin heli\n");
  ASSERT_TRUE(lexicon) << lexicon.error().to_string();
  ASSERT_NE(lexicon->base_forms("Joissa"), nullptr);
  EXPECT_THAT(*lexicon->base_forms("Joissa"), ElementsAre("joka"));
  ASSERT_NE(lexicon->base_forms("Helin"), nullptr);
  EXPECT_THAT(*lexicon->base_forms("Helin"), ElementsAre("helin", "heli"));
  EXPECT_EQ(lexicon->base_forms("helin"), nullptr);
  EXPECT_EQ(lexicon->base_forms("joka"), nullptr);
}

TEST_F(LexiconFile, FindsAWordByItsBaseAndItsStems) {
  const auto lexicon = load("word\tApotti\tjärjestelmä\tapoti apote\n");
  ASSERT_TRUE(lexicon) << lexicon.error().to_string();
  const auto* word = lexicon->word("apotti");
  ASSERT_NE(word, nullptr);
  EXPECT_EQ(word->base, "apotti");
  EXPECT_THAT(word->parts, ElementsAre("järjestelmä"));
  EXPECT_EQ(lexicon->word_of_stem("apote"), word);
  EXPECT_EQ(lexicon->word_of_stem("apotti"), nullptr);
  EXPECT_EQ(lexicon->word("apote"), nullptr);
}

TEST_F(LexiconFile, MatchesAbbreviationsInCapitalsByThoseAlone) {
  const auto lexicon = load("abbreviation\tHUS\tsairaala\nabbreviation\ttyhy\ttyöhyvinvointi\n");
  ASSERT_TRUE(lexicon) << lexicon.error().to_string();
  ASSERT_NE(lexicon->abbreviation("HUS"), nullptr);
  EXPECT_EQ(lexicon->abbreviation("HUS")->base, "HUS");
  EXPECT_EQ(lexicon->abbreviation("hus"), nullptr);
  EXPECT_EQ(lexicon->word("hus"), nullptr);
  EXPECT_EQ(lexicon->abbreviation_ignoring_case("hus"), lexicon->abbreviation("HUS"));
  EXPECT_EQ(lexicon->abbreviation_ignoring_case("tyhy"), nullptr);
  EXPECT_NE(lexicon->word("tyhy"), nullptr);
}

TEST_F(LexiconFile, IsNormalisedWhenItIsRead) {
  const auto lexicon = load("whole\ttekoa\u0308ly\tA\u0308LY\n");
  ASSERT_TRUE(lexicon) << lexicon.error().to_string();
  ASSERT_NE(lexicon->whole_word("tekoäly"), nullptr);
  EXPECT_THAT(*lexicon->whole_word("tekoäly"), ElementsAre("äly"));
}

TEST_F(LexiconFile, MayBeEmpty) {
  const auto lexicon = load("");
  ASSERT_TRUE(lexicon);
  EXPECT_EQ(lexicon->size(), 0U);
  EXPECT_EQ(lexicon->word(""), nullptr);
}

struct Wrong {
  std::string name;
  std::string entries;
  std::vector<std::string> message;  // what it has to say
};

class WrongLexicon : public LexiconFile, public ::testing::WithParamInterface<Wrong> {};

TEST_P(WrongLexicon, IsRefusedWithFileLineAndValue) {
  const auto lexicon = load(GetParam().entries);
  ASSERT_FALSE(lexicon);
  EXPECT_EQ(lexicon.error().code, ErrorCode::kInvalidData);
  for (const auto& part : GetParam().message) {
    EXPECT_THAT(lexicon.error().to_string(), HasSubstr(part));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Entries,
    WrongLexicon,
    ::testing::Values(
        Wrong{"UnknownKind", "whole\ta\nwholly\ttekoäly\n", {"fi.tsv:3", "wholly", "abbreviation"}},
        Wrong{"NoKind", "\ttekoäly\n", {"fi.tsv:2", "\"\""}},
        Wrong{"NoWord", "\n# note\nwhole\t\tposti\n", {"fi.tsv:4", "word"}},
        Wrong{"KindAlone", "word\n", {"fi.tsv:2"}},
        Wrong{"FormWithoutValue", "form\tnoin\t\t\tnote\n", {"fi.tsv:2", "noin"}},
        Wrong{"SecondWhole", "whole\ta\nwhole\tA\n", {"fi.tsv:3", "second", "whole A"}},
        Wrong{"SecondForm", "form\tnoin\tnoin\nform\tnoin\tnoki\n", {"fi.tsv:3", "noin"}},
        Wrong{"SecondWord", "word\tKela\nabbreviation\tkela\n", {"fi.tsv:3", "kela"}},
        Wrong{"SecondAbbreviation", "abbreviation\tHUS\nabbreviation\tHUS\n", {"fi.tsv:3", "HUS"}},
        Wrong{"WordOfInvisibleCharacters", "word\t\u00AD\n", {"fi.tsv:2", "word"}}),
    [](const auto& wrong) { return wrong.param.name; });

TEST_F(LexiconFile, FailsWhenItIsMissing) {
  const auto lexicon = Lexicon::load(folder_.path("missing.tsv"));
  ASSERT_FALSE(lexicon);
  EXPECT_EQ(lexicon.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(lexicon.error().message, HasSubstr("missing.tsv"));
}

}  // namespace
}  // namespace kiertoon
