#include "analysis/stop_words.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/analyzer.h"
#include "tests/test_folder.h"

namespace kiertoon {
namespace {

using ::testing::HasSubstr;

const std::string kData = std::string(KIERTOON_SOURCE_DIR) + "/data";

TEST(StopWords, OfTheProjectAreReadByLanguage) {
  const auto words = StopWords::load(kData + "/stopwords");
  ASSERT_TRUE(words) << words.error().to_string();
  for (const std::string word : {"ja", "on", "miten", "että"}) {
    EXPECT_TRUE(words->contains(word, Language::kFinnish)) << word;
  }
  for (const std::string word : {"och", "är", "på"}) {
    EXPECT_TRUE(words->contains(word, Language::kSwedish)) << word;
  }
  for (const std::string word : {"and", "the", "how"}) {
    EXPECT_TRUE(words->contains(word, Language::kEnglish)) << word;
  }
}

TEST(StopWords, CarryNoContent) {
  const auto words = StopWords::load(kData + "/stopwords");
  ASSERT_TRUE(words) << words.error().to_string();
  for (const Language language : kLanguages) {
    for (const std::string word :
         {"", "työ", "kunta", "hyvinvointi", "arbete", "kommun", "work", "care", "hus", "lean"}) {
      EXPECT_FALSE(words->contains(word, language)) << word << " " << language_code(language);
    }
  }
  EXPECT_FALSE(words->contains("och", Language::kFinnish));
}

TEST(StopWords, AreFoldedWhenTheyAreRead) {
  const TestFolder folder;
  folder.write("fi.txt", "# note\nETTA\u0308\n\n  ja  \n");
  folder.write("sv.txt", "");
  folder.write("en.txt", "");
  const auto words = StopWords::load(folder.path());
  ASSERT_TRUE(words) << words.error().to_string();
  EXPECT_TRUE(words->contains("että", Language::kFinnish));
  EXPECT_TRUE(words->contains("ja", Language::kFinnish));
  EXPECT_FALSE(words->contains("# note", Language::kFinnish));
  EXPECT_FALSE(words->contains("ja", Language::kSwedish));
}

TEST(StopWords, NeedAFileOfEachLanguage) {
  const TestFolder folder;
  folder.write("fi.txt", "ja\n");
  folder.write("en.txt", "and\n");
  const auto words = StopWords::load(folder.path());
  ASSERT_FALSE(words);
  EXPECT_EQ(words.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(words.error().message, HasSubstr("sv.txt"));
}

TEST(AnalysisData, NamesWhatIsMissing) {
  const TestFolder folder;
  auto data = load_analysis_data(folder.path());
  ASSERT_FALSE(data);
  EXPECT_THAT(data.error().message, HasSubstr("lexicon"));
  folder.write("lexicon/fi.tsv", "");
  data = load_analysis_data(folder.path());
  ASSERT_FALSE(data);
  EXPECT_THAT(data.error().message, HasSubstr("stopwords"));
}

}  // namespace
}  // namespace kiertoon
