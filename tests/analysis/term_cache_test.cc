#include "analysis/term_cache.h"

#include <atomic>
#include <string>
#include <thread>

#include <gtest/gtest.h>

#include "tests/analysis/test_analyzer.h"

namespace kiertoon {
namespace {

constexpr std::size_t kThreads = 4;

TermList terms_for(std::string_view word) {
  return {{.text = std::string(word), .kind = TermKind::kBaseForm}};
}

// The terms of a word from the cache, or by `analyze`, as an analyzer asks for them.
template <typename Analyze>
TermCache::Terms find_or(TermCache& cache,
                         std::string_view word,
                         Language language,
                         Analyze analyze) {
  auto known = cache.find(word, language);
  return known ? known : cache.insert(word, language, analyze());
}

// Runs `work` with 0, 1, ... in as many threads.
template <typename Work>
void in_threads(Work work) {
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < kThreads; ++i) {
    threads.emplace_back([&work, i] { work(i); });
  }
  for (auto& thread : threads) {
    thread.join();
  }
}

TEST(TermCache, AnalysesAWordOnce) {
  TermCache cache(1000);
  int analysed = 0;
  for (int i = 0; i < 3; ++i) {
    const auto terms = find_or(cache, "työ", Language::kFinnish, [&] {
      ++analysed;
      return terms_for("työ");
    });
    ASSERT_EQ(terms->size(), 1U);
    EXPECT_EQ(terms->front().text, "työ");
  }
  EXPECT_EQ(analysed, 1);
}

TEST(TermCache, KeepsLanguagesApart) {
  TermCache cache(1000);
  for (const Language language : kLanguages) {
    const std::string wanted(language_code(language));
    const auto terms = find_or(cache, "hus", language, [&] { return terms_for(wanted); });
    EXPECT_EQ(terms->front().text, wanted);
  }
}

TEST(TermCache, KeepsAnswersByQuestion) {
  TermCache cache(1000);
  using Question = TermCache::Question;
  EXPECT_EQ(cache.find(Question::kIsWord, "malli"), std::nullopt);
  cache.insert(Question::kIsWord, "mallin", true);
  cache.insert(Question::kIsBaseForm, "mallin", false);
  EXPECT_EQ(cache.find(Question::kIsWord, "mallin"), true);
  EXPECT_EQ(cache.find(Question::kIsBaseForm, "mallin"), false);
  EXPECT_EQ(cache.find(Question::kIsBaseForm, "malli"), std::nullopt);
}

TEST(TermCache, ForgetsWhenThereAreTooManyWords) {
  TermCache cache(32);
  int analysed = 0;
  const auto ask = [&](const std::string& word) {
    return find_or(cache, word, Language::kFinnish, [&] {
      ++analysed;
      return terms_for(word);
    });
  };
  const auto kept = ask("first");
  for (int i = 0; i < 1000; ++i) {
    (void)ask(std::to_string(i));
  }
  (void)ask("first");
  EXPECT_EQ(analysed, 1002);
  EXPECT_EQ(kept->front().text, "first");  // what was given out lives on
}

TEST(TermCache, GivesEveryThreadTheRightTerms) {
  TermCache cache(64);  // small: words are dropped all the time
  std::atomic<int> wrong = 0;
  in_threads([&](std::size_t thread) {
    for (std::size_t i = 0; i < 5000; ++i) {
      const std::string word = std::to_string((i * (thread + 1)) % 300);
      const auto terms = find_or(cache, word, Language::kFinnish, [&] { return terms_for(word); });
      wrong += terms->front().text == word ? 0 : 1;
    }
  });
  EXPECT_EQ(wrong, 0);
}

TEST(TermCache, IsSharedByAnalyzersOfSeveralThreads) {
  const auto cache = std::make_shared<TermCache>(100);
  const std::string text =
      "Työhyvinvoinnin kehittämisteko HUS:n hr-toimintojen ja Soiten päivystyskuorman tukena.";
  const auto expected = test_analyzer().analyze(text, Language::kFinnish);
  std::atomic<int> wrong = 0;
  in_threads([&](std::size_t) {
    const auto analyzer = Analyzer::create(test_analysis_data(), cache);
    for (int i = 0; i < 50; ++i) {
      const auto tokens = (*analyzer)->analyze(text, Language::kFinnish);
      bool equal = tokens.size() == expected.size();
      for (std::size_t t = 0; equal && t < tokens.size(); ++t) {
        equal = *tokens[t].terms == *expected[t].terms;
      }
      wrong += equal ? 0 : 1;
    }
  });
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace kiertoon
