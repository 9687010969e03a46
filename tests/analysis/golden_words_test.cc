#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "tests/analysis/golden_file.h"
#include "tests/analysis/test_analyzer.h"

namespace kiertoon {
namespace {

using testing::read_golden_pairs;
using testing::read_golden_stems;
using testing::read_golden_words;

const std::string kGoldens = std::string(KIERTOON_SOURCE_DIR) + "/tests/golden/analysis/";

// Whether two words share a term that finds one from the other.
bool share_term(const std::string& first,
                const std::string& second,
                Language language = Language::kFinnish) {
  const auto a = terms_in(first, language);
  const auto b = terms_in(second, language);
  return std::any_of(a.begin(), a.end(), [&](const std::string& term) { return b.contains(term); });
}

std::string listing(const std::set<std::string>& terms) {
  std::string text;
  for (const auto& term : terms) {
    text += " " + term;
  }
  return text;
}

TEST(GoldenWords, HaveTheBaseFormsAndPartsALinguistExpects) {
  const auto words = read_golden_words(kGoldens + "words.fi.txt");
  ASSERT_GE(words.size(), 300U);
  for (const auto& word : words) {
    const auto found = terms_in(word.form);
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

TEST(GoldenWords, InflectedFormsMeetTheirBaseForm) {
  const auto pairs = read_golden_pairs(kGoldens + "conflation.fi.tsv");
  ASSERT_GE(pairs.size(), 600U);
  std::size_t met = 0;
  std::string missed;
  for (const auto& pair : pairs) {
    if (share_term(pair.first, pair.second)) {
      ++met;
    } else {
      missed += "\n  line " + std::to_string(pair.line) + ": " + pair.first + " /" +
                listing(terms_in(pair.first)) + ", " + pair.second + " /" +
                listing(terms_in(pair.second));
    }
  }
  const double share = static_cast<double>(met) / static_cast<double>(pairs.size());
  RecordProperty("conflation", std::to_string(share));
  EXPECT_GE(share, 0.98) << "missed:" << missed;
  if (!missed.empty()) {
    SUCCEED() << missed;
  }
}

TEST(GoldenWords, UnrelatedWordsShareNoTerm) {
  const auto pairs = read_golden_pairs(kGoldens + "unrelated.fi.tsv");
  ASSERT_GE(pairs.size(), 150U);
  for (const auto& pair : pairs) {
    EXPECT_FALSE(share_term(pair.first, pair.second))
        << "unrelated.fi.tsv:" << pair.line << ": " << pair.first << " /"
        << listing(terms_in(pair.first)) << ", " << pair.second << " /"
        << listing(terms_in(pair.second));
  }
}

TEST(GoldenWords, SwedishAndEnglishFormsMeetByStem) {
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
