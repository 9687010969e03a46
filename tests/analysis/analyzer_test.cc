#include "analysis/analyzer.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/text.h"

namespace kiertoon {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsSupersetOf;
using ::testing::Not;

class AnalyzerOfText : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto data = load_analysis_data(std::string(KIERTOON_SOURCE_DIR) + "/data");
    ASSERT_TRUE(data) << data.error().to_string();
    auto analyzer = Analyzer::create(*data);
    ASSERT_TRUE(analyzer) << analyzer.error().to_string();
    analyzer_ = std::move(*analyzer);
  }
  static void TearDownTestSuite() { analyzer_.reset(); }

  static std::vector<Token> analyze(std::string_view text,
                                    Language language = Language::kFinnish,
                                    TextRole role = TextRole::kDocument) {
    return analyzer_->analyze(text, language, role);
  }

  // Terms of a text without the words as written.
  static std::set<std::string> terms(std::string_view text,
                                     Language language = Language::kFinnish,
                                     TextRole role = TextRole::kDocument) {
    std::set<std::string> found;
    for (const auto& token : analyze(text, language, role)) {
      for (const auto& term : *token.terms) {
        if (term.kind != TermKind::kSurfaceForm) {
          found.insert(term.text);
        }
      }
    }
    return found;
  }

  // The stretches of `text` that a term stands for.
  static std::vector<std::string> places(std::string_view text, std::string_view term_text) {
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

  inline static std::unique_ptr<Analyzer> analyzer_;
};

TEST_F(AnalyzerOfText, GivesTokensInTheOrderOfTheText) {
  const auto tokens = analyze("Työ, yö ja aamu.");
  ASSERT_EQ(tokens.size(), 4U);
  EXPECT_EQ(tokens[0].start, 0U);
  EXPECT_EQ(tokens[0].end, 4U);
  EXPECT_EQ(tokens[1].start, 6U);
  EXPECT_EQ(tokens[3].position, 3U);
}

TEST_F(AnalyzerOfText, PointsAtThePartOfACompound) {
  EXPECT_THAT(places("Uusi työhyvinvointiryhmä aloitti", "hyvinvointi"),
              ElementsAre("hyvinvointi"));
  EXPECT_THAT(places("Uusi työhyvinvointiryhmä aloitti", "työ"), ElementsAre("työ"));
  EXPECT_THAT(places("Uusi työhyvinvointiryhmä aloitti", "työhyvinvointiryhmä"),
              ElementsAre("työhyvinvointiryhmä"));
  EXPECT_THAT(places("päivystyskuormaa", "kuorma"), ElementsAre("kuormaa"));
}

TEST_F(AnalyzerOfText, PointsAtThePartOfAHyphenatedWord) {
  EXPECT_THAT(places("linja-autonkuljettajat", "auto"), ElementsAre("auton"));
  EXPECT_THAT(places("linja-autonkuljettajat", "linja"), ElementsAre("linja"));
}

TEST_F(AnalyzerOfText, CountsAPositionForEachPartOfAHyphenatedWord) {
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

TEST_F(AnalyzerOfText, GivesOffsetsIntoTheOriginalOfDecomposedText) {
  const std::string text = "tyo\u0308hyvinvointi ja yo\u0308";
  const auto tokens = analyze(text);
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_EQ(text.substr(tokens[0].start, tokens[0].end - tokens[0].start), "tyo\u0308hyvinvointi");
  EXPECT_EQ(tokens[2].end, text.size());
  EXPECT_THAT(terms(text), IsSupersetOf({"työhyvinvointi", "hyvinvointi", "yö"}));
  for (const auto& place : places(text, "hyvinvointi")) {
    EXPECT_EQ(place, "tyo\u0308hyvinvointi");  // the whole word: normalising changed it
  }
}

TEST_F(AnalyzerOfText, SeesThroughSoftHyphens) {
  const std::string text = "kehit\u00ADtä\u00ADmis\u00ADteko on";
  EXPECT_EQ(terms(text), terms("kehittämisteko on"));
  EXPECT_THAT(places(text, "teko"), ElementsAre("kehit\u00ADtä\u00ADmis\u00ADteko"));
}

TEST_F(AnalyzerOfText, ReadsTheFirstPartOfACompoundBeforeItsHyphen) {
  EXPECT_THAT(terms("sosiaali- ja terveyspalvelut"), IsSupersetOf({"sosiaali", "terveyspalvelu"}));
  const auto tokens = analyze("kesä- ja talviaika");
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_EQ(tokens[0].end, 5U);  // without the hyphen
  EXPECT_EQ(tokens[1].position, 1U);
}

TEST_F(AnalyzerOfText, TakesTheHyphensOfWordProcessorsForPlainOnes) {
  EXPECT_EQ(terms("hr\u2011toimintojen"), terms("hr-toimintojen"));
  EXPECT_EQ(terms("hr\u2010toimintojen"), terms("hr-toimintojen"));
}

TEST_F(AnalyzerOfText, FindsAWordWrittenInCapitals) {
  EXPECT_THAT(terms("TYÖHYVINVOINNIN"), IsSupersetOf({"työhyvinvointi", "hyvinvointi"}));
  EXPECT_THAT(terms("Työhyvinvoinnin"), IsSupersetOf({"työhyvinvointi", "hyvinvointi"}));
}

TEST_F(AnalyzerOfText, FindsAPlaceNameWrittenInLowerCase) {
  EXPECT_THAT(terms("limingan"), Contains("liminka"));
  EXPECT_THAT(terms("Limingan"), Contains("liminka"));
}

TEST_F(AnalyzerOfText, TakesTheStemBeforeACaseEnding) {
  EXPECT_THAT(terms("HUS:n"), ElementsAre("HUS"));
  EXPECT_THAT(terms("HR:ssä"), Contains("hr"));
}

TEST_F(AnalyzerOfText, IndexesEnglishWordsInsideFinnishTextByTheirEnglishStem) {
  const auto document = terms("Otimme käyttöön continuous improvement -mallin ja trainings-päivät");
  const auto query = terms("improvements", Language::kEnglish, TextRole::kQuery);
  std::vector<std::string> shared;
  std::set_intersection(
      document.begin(), document.end(), query.begin(), query.end(), std::back_inserter(shared));
  EXPECT_THAT(shared, Not(::testing::IsEmpty()));
}

TEST_F(AnalyzerOfText, StemsSwedishAndEnglish) {
  EXPECT_EQ(terms("medarbetarna", Language::kSwedish), terms("medarbetare", Language::kSwedish));
  EXPECT_EQ(terms("meetings", Language::kEnglish), terms("meeting", Language::kEnglish));
  for (const auto& token : analyze("medarbetarna", Language::kSwedish)) {
    for (const auto& term : *token.terms) {
      EXPECT_TRUE(term.kind == TermKind::kSurfaceForm || term.language == Language::kSwedish);
    }
  }
}

TEST_F(AnalyzerOfText, GivesTheSameForTheSameTextEachTime) {
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

TEST_F(AnalyzerOfText, ReadsALowerCaseAbbreviationInQueriesOnly) {
  EXPECT_THAT(terms("hus", Language::kFinnish, TextRole::kQuery), IsSupersetOf({"hus", "HUS"}));
  EXPECT_THAT(terms("hus"), Not(Contains("HUS")));
  EXPECT_THAT(terms("HUS"), Not(Contains("hus")));
}

TEST_F(AnalyzerOfText, DoesNotStemAnAbbreviationAsAForeignWord) {
  EXPECT_THAT(terms("HUS", Language::kFinnish, TextRole::kQuery), ElementsAre("HUS"));
  EXPECT_THAT(terms("HUS:n", Language::kSwedish, TextRole::kQuery), ElementsAre("HUS"));
}

TEST_F(AnalyzerOfText, ReadsTheWordsOfAQueryInEveryLanguage) {
  std::set<Language> languages;
  for (const auto& token : analyze("lärarna", Language::kFinnish, TextRole::kQuery)) {
    for (const auto& term : *token.terms) {
      languages.insert(term.language);
    }
  }
  EXPECT_EQ(languages.size(), kLanguages.size());
}

TEST_F(AnalyzerOfText, KeepsNumbersAsTheyAre) {
  EXPECT_THAT(terms("2021"), ElementsAre("2021"));
  EXPECT_THAT(terms("1,5"), ElementsAre("1,5"));
  EXPECT_THAT(terms("Kuntatyö2030"), Contains("kuntatyö2030"));
}

TEST_F(AnalyzerOfText, FindsNoTokensWhereThereAreNoWords) {
  for (const std::string text : {"", "   ", "?!–…", "\U0001F642"}) {
    EXPECT_TRUE(analyze(text).empty()) << text;
  }
}

TEST_F(AnalyzerOfText, KnowsStopWordsInAnySpelling) {
  EXPECT_TRUE(analyzer_->is_stop_word("Ja", Language::kFinnish));
  EXPECT_TRUE(analyzer_->is_stop_word("ETTA\u0308", Language::kFinnish));
  EXPECT_FALSE(analyzer_->is_stop_word("työ", Language::kFinnish));
  EXPECT_FALSE(analyzer_->is_stop_word("", Language::kFinnish));
}

}  // namespace
}  // namespace kiertoon
