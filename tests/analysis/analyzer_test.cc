#include "analysis/analyzer.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/text.h"
#include "tests/analysis/test_analyzer.h"

namespace kiertoon {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsSupersetOf;
using ::testing::Not;

std::vector<Token> analyze(std::string_view text,
                           Language language = Language::kFinnish,
                           TextRole role = TextRole::kDocument) {
  return test_analyzer().analyze(text, language, role);
}

// The stretches of `text` that a term stands for.
std::vector<std::string> places(std::string_view text, std::string_view term_text) {
  std::vector<std::string> found;
  for (const auto& token : analyze(text)) {
    for (const auto& term : *token.terms) {
      if (term.text == term_text && term.kind != TermKind::kSurfaceForm) {
        found.emplace_back(text.substr(token.start + term.begin, term.end - term.begin));
      }
    }
  }
  return found;
}

TEST(AnalyzerOfText, GivesTokensInTheOrderOfTheText) {
  const auto tokens = analyze("Työ, yö ja aamu.");
  ASSERT_EQ(tokens.size(), 4U);
  EXPECT_EQ(tokens[0].start, 0U);
  EXPECT_EQ(tokens[0].end, 4U);
  EXPECT_EQ(tokens[1].start, 6U);
  EXPECT_EQ(tokens[3].position, 3U);
}

TEST(AnalyzerOfText, GivesTheTermsOfASingleWord) {
  const std::string text =
      "Lasten linja-autonkuljettajat ja HUSin työhyvinvointiryhmässä arbetshälsan";
  for (const Language language : kLanguages) {
    for (const auto& token : analyze(text, language)) {
      const std::string word = text.substr(token.start, token.end - token.start);
      EXPECT_EQ(*test_analyzer().terms_of(word, language), *token.terms) << word;
    }
  }
}

TEST(AnalyzerOfText, NeverFailsOnASingleWord) {
  for (const std::string& word : {std::string(),
                                  std::string("\xC3"),
                                  std::string("kaksi sanaa"),
                                  std::string(100'000, 'a')}) {
    for (const auto& term : *test_analyzer().terms_of(word, Language::kFinnish)) {
      EXPECT_LE(term.begin, term.end) << word.substr(0, 20);
      EXPECT_LE(term.end, word.size()) << word.substr(0, 20);
    }
  }
}

TEST(AnalyzerOfText, PointsAtThePartOfACompound) {
  EXPECT_THAT(places("Uusi työhyvinvointiryhmä aloitti", "hyvinvointi"),
              ElementsAre("hyvinvointi"));
  EXPECT_THAT(places("Uusi työhyvinvointiryhmä aloitti", "työ"), ElementsAre("työ"));
  EXPECT_THAT(places("Uusi työhyvinvointiryhmä aloitti", "työhyvinvointiryhmä"),
              ElementsAre("työhyvinvointiryhmä"));
  EXPECT_THAT(places("päivystyskuormaa", "kuorma"), ElementsAre("kuormaa"));
}

TEST(AnalyzerOfText, PointsAtThePartOfAHyphenatedWord) {
  EXPECT_THAT(places("linja-autonkuljettajat", "auto"), ElementsAre("auton"));
  EXPECT_THAT(places("linja-autonkuljettajat", "linja"), ElementsAre("linja"));
}

TEST(AnalyzerOfText, CountsAPositionForEachPartOfAHyphenatedWord) {
  const auto tokens = analyze("uusi linja-auto-onnettomuus tapahtui");
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_EQ(tokens[1].position, 1U);
  EXPECT_EQ(tokens[2].position, 4U);
  std::set<std::uint32_t> offsets;
  for (const auto& term : *tokens[1].terms) {
    offsets.insert(term.offset);
  }
  EXPECT_THAT(offsets, ElementsAre(0, 1, 2));
}

TEST(AnalyzerOfText, GivesOffsetsIntoTheOriginalOfDecomposedText) {
  const std::string text = "tyo\u0308hyvinvointi ja yo\u0308";
  const auto tokens = analyze(text);
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_EQ(text.substr(tokens[0].start, tokens[0].end - tokens[0].start), "tyo\u0308hyvinvointi");
  EXPECT_EQ(tokens[2].end, text.size());
  EXPECT_THAT(terms_in(text), IsSupersetOf({"työhyvinvointi", "hyvinvointi", "yö"}));
  for (const auto& place : places(text, "hyvinvointi")) {
    EXPECT_EQ(place, "tyo\u0308hyvinvointi");  // the whole word: normalising changed it
  }
}

TEST(AnalyzerOfText, SeesThroughSoftHyphens) {
  const std::string text = "kehit\u00ADtä\u00ADmis\u00ADteko on";
  EXPECT_EQ(terms_in(text), terms_in("kehittämisteko on"));
  EXPECT_THAT(places(text, "teko"), ElementsAre("kehit\u00ADtä\u00ADmis\u00ADteko"));
}

TEST(AnalyzerOfText, ReadsTheFirstPartOfACompoundBeforeItsHyphen) {
  EXPECT_THAT(terms_in("sosiaali- ja terveyspalvelut"),
              IsSupersetOf({"sosiaali", "terveyspalvelu"}));
  const auto tokens = analyze("kesä- ja talviaika");
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_EQ(tokens[0].end, 5U);  // without the hyphen
  EXPECT_EQ(tokens[1].position, 1U);
}

TEST(AnalyzerOfText, TakesTheHyphensOfWordProcessorsForPlainOnes) {
  EXPECT_EQ(terms_in("hr\u2011toimintojen"), terms_in("hr-toimintojen"));
  EXPECT_EQ(terms_in("hr\u2010toimintojen"), terms_in("hr-toimintojen"));
}

TEST(AnalyzerOfText, FindsAWordWrittenInCapitals) {
  EXPECT_THAT(terms_in("TYÖHYVINVOINNIN"), IsSupersetOf({"työhyvinvointi", "hyvinvointi"}));
  EXPECT_THAT(terms_in("Työhyvinvoinnin"), IsSupersetOf({"työhyvinvointi", "hyvinvointi"}));
}

TEST(AnalyzerOfText, FindsAPlaceNameWrittenInLowerCase) {
  EXPECT_THAT(terms_in("limingan"), Contains("liminka"));
  EXPECT_THAT(terms_in("Limingan"), Contains("liminka"));
}

TEST(AnalyzerOfText, TakesTheStemBeforeACaseEnding) {
  EXPECT_THAT(terms_in("HUS:n"), ElementsAre("HUS"));
  EXPECT_THAT(terms_in("HR:ssä"), Contains("hr"));
}

TEST(AnalyzerOfText, IndexesEnglishWordsInsideFinnishTextByTheirEnglishStem) {
  const auto document =
      terms_in("Otimme käyttöön continuous improvement -mallin ja trainings-päivät");
  const auto query = terms_in("improvements", Language::kEnglish, TextRole::kQuery);
  std::vector<std::string> shared;
  std::set_intersection(
      document.begin(), document.end(), query.begin(), query.end(), std::back_inserter(shared));
  EXPECT_THAT(shared, Not(::testing::IsEmpty()));
}

TEST(AnalyzerOfText, StemsSwedishAndEnglish) {
  EXPECT_EQ(terms_in("medarbetarna", Language::kSwedish),
            terms_in("medarbetare", Language::kSwedish));
  EXPECT_EQ(terms_in("meetings", Language::kEnglish), terms_in("meeting", Language::kEnglish));
  for (const auto& token : analyze("medarbetarna", Language::kSwedish)) {
    for (const auto& term : *token.terms) {
      EXPECT_TRUE(term.kind == TermKind::kSurfaceForm || term.language == Language::kSwedish);
    }
  }
}

TEST(AnalyzerOfText, DoesNotTakeAFinnishWordOfAQueryForASwedishDefiniteForm) {
  const auto stems = [](std::string_view word, Language likely) {
    std::set<std::string> found;
    for (const auto& token : analyze(word, likely, TextRole::kQuery)) {
      for (const auto& term : *token.terms) {
        if (term.kind == TermKind::kStem && term.language == Language::kSwedish) {
          found.insert(term.text);
        }
      }
    }
    return found;
  };
  EXPECT_THAT(stems("kunnan", Language::kFinnish), ElementsAre("kunnan"));
  EXPECT_THAT(stems("kunnan", Language::kSwedish), ElementsAre("kunn", "kunnan"));
  EXPECT_THAT(stems("skolan", Language::kFinnish), ElementsAre("skol", "skolan"));
}

TEST(AnalyzerOfText, GivesTheSameForTheSameTextEachTime) {
  const std::string text = "Alusta alusta alusta: kuusen alla hus HUS";
  const auto first = analyze(text);
  for (int i = 0; i < 3; ++i) {
    const auto again = analyze(text);
    ASSERT_EQ(again.size(), first.size());
    for (std::size_t t = 0; t < first.size(); ++t) {
      EXPECT_EQ(*again[t].terms, *first[t].terms);
    }
  }
}

TEST(AnalyzerOfText, ReadsALowerCaseAbbreviationInQueriesOnly) {
  EXPECT_THAT(terms_in("hus", Language::kFinnish, TextRole::kQuery), IsSupersetOf({"hus", "HUS"}));
  EXPECT_THAT(terms_in("hus"), Not(Contains("HUS")));
  EXPECT_THAT(terms_in("HUS"), Not(Contains("hus")));
}

TEST(AnalyzerOfText, DoesNotStemAnAbbreviationAsAForeignWord) {
  EXPECT_THAT(terms_in("HUS", Language::kFinnish, TextRole::kQuery), ElementsAre("HUS"));
  EXPECT_THAT(terms_in("HUS:n", Language::kSwedish, TextRole::kQuery), ElementsAre("HUS"));
}

TEST(AnalyzerOfText, ReadsTheWordsOfAQueryInEveryLanguage) {
  std::set<Language> languages;
  for (const auto& token : analyze("lärarna", Language::kFinnish, TextRole::kQuery)) {
    for (const auto& term : *token.terms) {
      languages.insert(term.language);
    }
  }
  EXPECT_EQ(languages.size(), kLanguages.size());
}

TEST(AnalyzerOfText, KeepsNumbersAsTheyAre) {
  EXPECT_THAT(terms_in("2021"), ElementsAre("2021"));
  EXPECT_THAT(terms_in("1,5"), ElementsAre("1,5"));
  EXPECT_THAT(terms_in("Kuntatyö2030"), Contains("kuntatyö2030"));
}

TEST(AnalyzerOfText, FindsNoTokensWhereThereAreNoWords) {
  for (const std::string text : {"", "   ", "?!–…", "\U0001F642"}) {
    EXPECT_TRUE(analyze(text).empty()) << text;
  }
}

TEST(AnalyzerOfText, KnowsStopWordsInAnySpelling) {
  EXPECT_TRUE(test_analyzer().is_stop_word("Ja", Language::kFinnish));
  EXPECT_TRUE(test_analyzer().is_stop_word("ETTA\u0308", Language::kFinnish));
  EXPECT_FALSE(test_analyzer().is_stop_word("työ", Language::kFinnish));
  EXPECT_FALSE(test_analyzer().is_stop_word("", Language::kFinnish));
}

TEST(Analyzer, KnowsFormsThatAreNothingButVerbs) {
  for (const auto* verb : {"kertoivat", "muutti", "Kerromme", "keittää"}) {
    EXPECT_TRUE(test_analyzer().is_verb(verb, Language::kFinnish)) << verb;
  }
  // "tuki" is a noun too, "jäänyt" a participle; what is unknown, empty or not Finnish is no verb.
  for (const auto* other : {"tuki", "jäänyt", "malli", "xyzzy", "", "\xFF"}) {
    EXPECT_FALSE(test_analyzer().is_verb(other, Language::kFinnish)) << other;
  }
  EXPECT_FALSE(test_analyzer().is_verb("muutti", Language::kSwedish));
}

}  // namespace
}  // namespace kiertoon
