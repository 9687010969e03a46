#include <map>
#include <string>

#include <gtest/gtest.h>

#include "analysis/analyzer.h"
#include "tests/analysis/golden_file.h"

namespace kiertoon {
namespace {

const std::string kGolden =
    std::string(KIERTOON_SOURCE_DIR) + "/tests/golden/analysis/languages.tsv";

class LanguageDetection : public ::testing::Test {
 protected:
  void SetUp() override {
    auto data = load_analysis_data(std::string(KIERTOON_SOURCE_DIR) + "/data");
    ASSERT_TRUE(data) << data.error().to_string();
    auto analyzer = Analyzer::create(*data);
    ASSERT_TRUE(analyzer) << analyzer.error().to_string();
    analyzer_ = std::move(*analyzer);
  }

  [[nodiscard]] std::string detected(std::string_view text) {
    return std::string(language_code(analyzer_->detect_language(text)));
  }

  std::unique_ptr<Analyzer> analyzer_;
};

TEST_F(LanguageDetection, MatchesTheGoldenFile) {
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

TEST_F(LanguageDetection, SaysFinnishWhenThereIsNothingToTellBy) {
  for (const std::string text : {"", "   ", "?!", "2021", "\xFF\xFE", "\U0001F642", "xyzzy"}) {
    EXPECT_EQ(detected(text), "fi") << text;
  }
}

TEST_F(LanguageDetection, GoesByTheBeginningOfALongText) {
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
