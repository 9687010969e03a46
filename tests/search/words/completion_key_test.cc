#include "search/words/completion_key.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace kiertoon {
namespace {

TEST(CompletionKey, LeavesDotsAccentsAndCapitalsOut) {
  EXPECT_EQ(completion_key("Työhyvinvointi"), "tyohyvinvointi");
  EXPECT_EQ(completion_key("Åbo Äänekoski Öja"), "abo aanekoski oja");
  EXPECT_EQ(completion_key("Café"), "cafe");
}

TEST(CompletionKey, IsTheSameForComposedAndDecomposedLetters) {
  EXPECT_EQ(completion_key("tyo\u0308ha\u0308"), completion_key("työhä"));
  EXPECT_EQ(completion_key("työ\u00ADhyvinvointi"), "tyohyvinvointi");
}

TEST(CompletionKey, HasOneSpaceForWhateverStandsBetweenWords) {
  EXPECT_EQ(completion_key("Selkä kipeä,  pää (kunnossa)"), "selka kipea paa kunnossa ");
  EXPECT_EQ(completion_key("  hr-toiminnot\t2021"), "hr-toiminnot 2021");
}

TEST(CompletionKey, KeepsASpaceAtTheEnd) {
  EXPECT_EQ(completion_key("varhaisen "), "varhaisen ");
}

TEST(CompletionKey, KeepsLettersOfOtherScripts) {
  EXPECT_EQ(completion_key("Хельсинки"), "хельсинки");
}

TEST(CompletionKey, TakesAnyBytes) {
  EXPECT_EQ(completion_key(""), "");
  EXPECT_EQ(completion_key("\xFF\xC3"), "");
  EXPECT_EQ(completion_key(std::string_view("a\0b", 3)), "a b");
}

std::string part(std::string_view text, std::size_t begin, std::size_t end) {
  const auto [from, to] = part_of_key(text, begin, end);
  return std::string(text.substr(from, to - from));
}

TEST(PartOfKey, FindsWhatGaveThatPartOfTheKey) {
  EXPECT_EQ(part("Työhyvinvointi", 0, 3), "Työ");
  EXPECT_EQ(part("Lääkäri, hoitaja", 8, 12), "hoit");  // behind comma and space
  EXPECT_EQ(part("„Akku“-malli", 0, 4), "Akku");
}

TEST(PartOfKey, StaysWithinTheText) {
  EXPECT_EQ(part("Työ", 1, 99), "yö");
  EXPECT_EQ(part("Työ", 7, 99), "");
  EXPECT_EQ(part("", 0, 1), "");
}

}  // namespace
}  // namespace kiertoon
