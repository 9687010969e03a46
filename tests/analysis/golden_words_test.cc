#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "analysis/analyzer.h"
#include "tests/analysis/golden_file.h"

namespace kiertoon {
namespace {

using testing::read_golden_pairs;
using testing::read_golden_stems;
using testing::read_golden_words;

const std::string kGoldens = std::string(KIERTOON_SOURCE_DIR) + "/tests/golden/analysis/";

class GoldenWords : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto data = load_analysis_data(std::string(KIERTOON_SOURCE_DIR) + "/data");
    ASSERT_TRUE(data) << data.error().to_string();
    auto analyzer = Analyzer::create(*data);
    ASSERT_TRUE(analyzer) << analyzer.error().to_string();
    analyzer_ = std::move(*analyzer);
  }
  static void TearDownTestSuite() { analyzer_.reset(); }

  // Terms of one word by kinds. The surface form is left out: it follows from the spelling alone.
  static std::set<std::string> terms(const std::string& word,
                                     Language language = Language::kFinnish) {
    std::set<std::string> found;
    for (const auto& token : analyzer_->analyze(word, language)) {
      for (const auto& term : *token.terms) {
        if (term.kind != TermKind::kSurfaceForm) {
          found.insert(term.text);
        }
      }
    }
    return found;
  }

  // Whether two words share a term that finds one from the other.
  static bool share_term(const std::string& first,
                         const std::string& second,
                         Language language = Language::kFinnish) {
    const auto a = terms(first, language);
    const auto b = terms(second, language);
    return std::any_of(
        a.begin(), a.end(), [&](const std::string& term) { return b.contains(term); });
  }

  static std::string listing(const std::set<std::string>& terms) {
    std::string text;
    for (const auto& term : terms) {
      text += " " + term;
    }
    return text;
  }

  inline static std::unique_ptr<Analyzer> analyzer_;
};

TEST_F(GoldenWords, HaveTheBaseFormsAndPartsALinguistExpects) {
  const auto words = read_golden_words(kGoldens + "words.fi.txt");
  ASSERT_GE(words.size(), 300U);
  for (const auto& word : words) {
    const auto found = terms(word.form);
    for (const auto* expected : {&word.base_forms, &word.parts}) {
      for (const auto& term : *expected) {
        EXPECT_TRUE(found.contains(term)) << "words.fi.txt:" << word.line << ": " << word.form
                                          << " lacks " << term << "; has" << listing(found);
      }
    }
    for (const auto& term : word.forbidden) {
      EXPECT_FALSE(found.contains(term)) << "words.fi.txt:" << word.line << ": " << word.form
                                         << " has " << term << " among" << listing(found);
    }
  }
}

TEST_F(GoldenWords, InflectedFormsMeetTheirBaseForm) {
  const auto pairs = read_golden_pairs(kGoldens + "conflation.fi.tsv");
  ASSERT_GE(pairs.size(), 600U);
  std::size_t met = 0;
  std::string missed;
  for (const auto& pair : pairs) {
    if (share_term(pair.first, pair.second)) {
      ++met;
    } else {
      missed += "\n  line " + std::to_string(pair.line) + ": " + pair.first + " /" +
                listing(terms(pair.first)) + ", " + pair.second + " /" +
                listing(terms(pair.second));
    }
  }
  const double share = static_cast<double>(met) / static_cast<double>(pairs.size());
  RecordProperty("conflation", std::to_string(share));
  EXPECT_GE(share, 0.98) << "missed:" << missed;
  if (!missed.empty()) {
    SUCCEED() << missed;
  }
}

TEST_F(GoldenWords, UnrelatedWordsShareNoTerm) {
  const auto pairs = read_golden_pairs(kGoldens + "unrelated.fi.tsv");
  ASSERT_GE(pairs.size(), 150U);
  for (const auto& pair : pairs) {
    EXPECT_FALSE(share_term(pair.first, pair.second))
        << "unrelated.fi.tsv:" << pair.line << ": " << pair.first << " /"
        << listing(terms(pair.first)) << ", " << pair.second << " /" << listing(terms(pair.second));
  }
}

TEST_F(GoldenWords, SwedishAndEnglishFormsMeetByStem) {
  for (const Language language : {Language::kSwedish, Language::kEnglish}) {
    const auto stems =
        read_golden_stems(kGoldens + "words." + std::string(language_code(language)) + ".txt");
    ASSERT_GE(stems.size(), 30U);
    for (const auto& pair : stems) {
      EXPECT_EQ(share_term(pair.first, pair.second, language), pair.same_stem)
          << language_code(language) << " line " << pair.line << ": " << pair.first << ", "
          << pair.second;
    }
  }
}

}  // namespace
}  // namespace kiertoon
