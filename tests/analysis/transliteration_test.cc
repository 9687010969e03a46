#include "analysis/transliteration.h"

#include <atomic>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace kiertoon {
namespace {

TEST(HasOtherScript, TellsLatinLettersFromOthers) {
  for (const std::string text : {"Хельсинки", "Koski Ωmega", "東京都", "ქართული", "日", "עברית"}) {
    EXPECT_TRUE(has_other_script(text)) << text;
  }
  for (const std::string text : {"", "Äänekoski", "Łódź þæ", "2030 – A/B", "🎉", "\xFF", "№ 5 ™"}) {
    EXPECT_FALSE(has_other_script(text)) << text;
  }
}

TEST(Transliterate, WritesOtherScriptsInAsciiLetters) {
  const std::map<std::string, std::string> expected{{"Хельсинки", "Helsinki"},
                                                    {"Αθήνα", "Athena"},
                                                    {"東京", "dong jing"},
                                                    {"Äänekoski", "Aanekoski"},
                                                    {"A-1", "A-1"},
                                                    {"", ""}};
  for (const auto& [text, ascii] : expected) {
    EXPECT_EQ(transliterate(text), ascii);
  }
}

TEST(Transliterate, GivesEveryThreadTheSame) {
  std::atomic<int> wrong = 0;
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int j = 0; j < 200; ++j) {
        wrong += transliterate("Хельсинки 東京 Αθήνα") == "Helsinki dong jing Athena" ? 0 : 1;
      }
    });
  }
  threads.clear();
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace kiertoon
