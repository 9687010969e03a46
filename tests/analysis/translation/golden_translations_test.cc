#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "analysis/text.h"
#include "analysis/translation/word_translator.h"
#include "base/tsv.h"
#include "tests/analysis/test_analyzer.h"
#include "tests/value_or_throw.h"

namespace kiertoon {
namespace {

const std::string kGolden =
    std::string(KIERTOON_SOURCE_DIR) + "/tests/golden/analysis/translations.tsv";

// FreeDict's dictionaries as Debian installs them; the tests are skipped where they are not.
std::shared_ptr<const Dictionaries> installed() {
  static const auto dictionaries = value_or_throw(Dictionaries::load(kDefaultDictionaryFolder));
  return dictionaries;
}

constexpr std::size_t kPackages = 4;

// Translations of a query's words: of phrases where there are some, of single words else.
std::vector<Translation> translate(const WordTranslator& translator,
                                   const std::string& query,
                                   Language from,
                                   Language to) {
  const auto tokens = test_analyzer().analyze(query, from, TextRole::kQuery);
  std::vector<SourceWord> words;
  words.reserve(tokens.size());
  for (const auto& token : tokens) {
    words.push_back({.text = std::string_view(query).substr(token.start, token.end - token.start),
                     .terms = token.terms.get()});
  }
  if (auto phrase = translator.translate_phrase(words, from, to)) {
    return phrase->translations;
  }
  return words.empty() ? std::vector<Translation>()
                       : translator.translate(words[0].text, *words[0].terms, from, to);
}

std::string listing(const std::vector<Translation>& translations) {
  std::string text;
  for (const auto& one : translations) {
    text += " " + one.text;
  }
  return text;
}

TEST(GoldenTranslations, AreAmongTheFirstThree) {
  if (installed()->all().size() < kPackages) {
    GTEST_SKIP() << "the packages dict-freedict-* are not installed";
  }
  constexpr std::ptrdiff_t kFirst = 3;
  const WordTranslator translator(installed(), test_analyzer());
  const auto rows = value_or_throw(read_tsv(kGolden));
  ASSERT_GE(rows.size(), 80U);
  for (const auto& row : rows) {
    const auto from = language_from_code(row.cell(0));
    const auto to = language_from_code(row.cell(1));
    ASSERT_TRUE(from && to) << "translations.tsv:" << row.line;
    const auto found = translate(translator, std::string(row.cell(2)), *from, *to);
    const auto end = found.begin() + std::min(std::ssize(found), kFirst);
    const bool is_there = std::any_of(found.begin(), end, [&](const Translation& one) {
      return fold(one.text) == fold(row.cell(3));
    });
    EXPECT_TRUE(is_there) << "translations.tsv:" << row.line << ": " << row.cell(2) << " lacks "
                          << row.cell(3) << "; has" << listing(found);
  }
}

TEST(GoldenTranslations, AreFewAndSorted) {
  const WordTranslator translator(installed(), test_analyzer());
  for (const auto& row : value_or_throw(read_tsv(kGolden))) {
    const auto found = translate(translator,
                                 std::string(row.cell(2)),
                                 *language_from_code(row.cell(0)),
                                 *language_from_code(row.cell(1)));
    EXPECT_LE(found.size(), WordTranslator::kMostTranslations);
    EXPECT_TRUE(std::is_sorted(found.begin(), found.end(), [](const auto& a, const auto& b) {
      return a.confidence > b.confidence;
    })) << row.cell(2);
    EXPECT_TRUE(std::all_of(found.begin(), found.end(), [](const Translation& one) {
      return one.confidence > 0 && one.confidence <= 1;
    })) << row.cell(2);
  }
}

TEST(Dictionaries, OfDebianFitIntoMemory) {
  constexpr std::size_t kMost = std::size_t{12} << 20U;
  std::size_t bytes = 0;
  for (const auto& dictionary : installed()->all()) {
    bytes += dictionary.memory_bytes();
  }
  EXPECT_LT(bytes, kMost);
}

}  // namespace
}  // namespace kiertoon
