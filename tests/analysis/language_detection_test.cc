#include <map>
#include <string>

#include <gtest/gtest.h>

#include "tests/analysis/golden_file.h"
#include "tests/analysis/test_analyzer.h"

namespace kiertoon {
namespace {

const std::string kGolden =
    std::string(KIERTOON_SOURCE_DIR) + "/tests/golden/analysis/languages.tsv";

std::string detected(std::string_view text) {
  return std::string(language_code(test_analyzer().detect_language(text)));
}

TEST(LanguageDetection, MatchesTheGoldenFile) {
  std::map<std::string, int> seen;
  for (const auto& pair : testing::read_golden_pairs(kGolden)) {
    EXPECT_EQ(detected(pair.second), pair.first)
        << "languages.tsv:" << pair.line << ": " << pair.second;
    ++seen[pair.first];
  }
  for (const Language language : kLanguages) {
    EXPECT_GE(seen[std::string(language_code(language))], 10) << language_code(language);
  }
}

TEST(LanguageDetection, SaysFinnishWhenThereIsNothingToTellBy) {
  for (const std::string text : {"", "   ", "?!", "2021", "\xFF\xFE", "\U0001F642", "xyzzy"}) {
    EXPECT_EQ(detected(text), "fi") << text;
  }
}

TEST(LanguageDetection, GoesByTheBeginningOfALongText) {
  std::string text;
  for (int i = 0; i < 200; ++i) {
    text += "Vi ville att alla skulle få vara med. ";
  }
  for (int i = 0; i < 5000; ++i) {
    text += "Halusimme että kaikki pääsevät mukaan. ";
  }
  EXPECT_EQ(detected(text), "sv");
}

}  // namespace
}  // namespace kiertoon
