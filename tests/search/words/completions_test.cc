#include "search/words/completions.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "search/words/completions_builder.h"
#include "tests/analysis/test_analyzer.h"
#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

Completions example() {
  CompletionsBuilder builder;
  for (const auto& deed :
       deeds_of({{.id = "a", .title = "Uusi malli"}, {.id = "b", .title = "Työ"}})) {
    builder.add(deed, *test_vocabulary());
  }
  const auto words =
      WordList::of({{.folded = "työ", .word = "työ", .deeds = 1, .base_deeds = 2}}, 2);
  return builder.build(words, {}, test_analyzer());
}

ErrorCode refusal(std::string_view bytes) {
  const auto parsed = Completions::parse(bytes);
  EXPECT_FALSE(parsed);
  return parsed ? ErrorCode::kInternal : parsed.error().code;
}

TEST(Completions, AreTheSameAfterTheyWereWrittenAndRead) {
  const auto again = Completions::parse(example().serialise());
  ASSERT_TRUE(again) << again.error().to_string();
  EXPECT_EQ(again->serialise(), example().serialise());
  EXPECT_EQ(again->deed_count, 2U);
  EXPECT_EQ(again->titles.size(), 2U);
  EXPECT_EQ(again->words.size(), 1U);
  EXPECT_EQ(again->organisations.size(), 1U);  // "Koski Oy" is not in the vocabulary
}

TEST(Completions, RefuseWhatIsNotTheirs) {
  EXPECT_EQ(refusal(""), ErrorCode::kInvalidData);
  EXPECT_EQ(refusal("something else entirely"), ErrorCode::kInvalidData);
  EXPECT_EQ(refusal(example().serialise() + "x"), ErrorCode::kInvalidData);
  std::string other_version = example().serialise();
  ++other_version[8];
  EXPECT_EQ(refusal(other_version), ErrorCode::kVersionMismatch);
}

TEST(Completions, RefuseATitleOfNoDocument) {
  Completions completions = example();
  completions.deed_count = 1;
  EXPECT_EQ(refusal(completions.serialise()), ErrorCode::kInvalidData);
}

TEST(Completions, RefuseAFileThatEndsEarly) {
  const std::string bytes = example().serialise();
  for (std::size_t size = 0; size < bytes.size(); size += 7) {
    EXPECT_EQ(refusal(std::string_view(bytes).substr(0, size)), ErrorCode::kInvalidData);
  }
}

}  // namespace
}  // namespace kiertoon
