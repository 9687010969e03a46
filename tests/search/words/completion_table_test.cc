#include "search/words/completion_table.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

CompletionTable table_of(const std::vector<std::string>& texts,
                         CompletionStarts starts = CompletionStarts::kFirstWord) {
  std::vector<CompletionText> entries;
  for (const auto& text : texts) {
    const auto number = static_cast<std::uint32_t>(entries.size());
    entries.push_back({.text = text, .weight = 10 * number, .tag = number});
  }
  return CompletionTable(entries, starts);
}

std::vector<std::string> texts_in(const CompletionTable& table, CompletionTable::Range range) {
  std::vector<std::string> texts;
  for (std::uint32_t start = range.first; start < range.last; ++start) {
    texts.emplace_back(table.text(table.entry_at(start)));
  }
  return texts;
}

std::vector<std::string> found(const CompletionTable& table, std::string_view prefix) {
  return texts_in(table, table.find(prefix));
}

std::set<std::string> near(const CompletionTable& table, std::string_view prefix) {
  std::set<std::string> texts;
  for (const auto range : table.find_near(prefix)) {
    for (auto& text : texts_in(table, range)) {
      texts.insert(std::move(text));
    }
  }
  return texts;
}

TEST(CompletionTable, FindsTextsByTheBeginningOfTheirKey) {
  const auto table = table_of({"työ", "Tyyni", "työhyvinvointi", "hyvinvointi"});
  EXPECT_THAT(found(table, "tyo"), ElementsAre("työ", "työhyvinvointi"));
  EXPECT_THAT(found(table, "ty"), ElementsAre("työ", "työhyvinvointi", "Tyyni"));
  EXPECT_THAT(found(table, "tyohyvinvointia"), IsEmpty());
  EXPECT_THAT(found(table, "x"), IsEmpty());
  EXPECT_EQ(found(table, "").size(), 4U);
}

TEST(CompletionTable, FindsTextsByAnyWordWhereThatIsWanted) {
  const auto table = table_of({"Liminka: hr-työn malli", "Malli"}, CompletionStarts::kAnyWord);
  EXPECT_THAT(found(table, "mal"), ElementsAre("Liminka: hr-työn malli", "Malli"));
  EXPECT_THAT(found(table, "tyon m"), ElementsAre("Liminka: hr-työn malli"));
  EXPECT_THAT(found(table, "inka"), IsEmpty());
}

TEST(CompletionTable, SaysWhereAStartStands) {
  const auto table = table_of({"Uusi malli"}, CompletionStarts::kAnyWord);
  EXPECT_EQ(table.key_offset(table.find("mal").first), 5U);
  EXPECT_EQ(table.key_offset(table.find("uus").first), 0U);
}

TEST(CompletionTable, KeepsWeightsAndTags) {
  const auto table = table_of({"a", "b", "c"});
  const auto entry = table.entry_at(table.find("c").first);
  EXPECT_EQ(table.weight(entry), 20U);
  EXPECT_EQ(table.tag(entry), 2U);
}

TEST(CompletionTable, ForgivesOneTypingError) {
  const auto table = table_of({"kunta", "kunto", "koulu"});
  EXPECT_THAT(near(table, "kuntta"), UnorderedElementsAre("kunta"));  // one too many
  EXPECT_THAT(near(table, "kuta"), UnorderedElementsAre("kunta"));    // one too few
  EXPECT_THAT(near(table, "kumta"), UnorderedElementsAre("kunta"));   // another one
  EXPECT_THAT(near(table, "kutna"), UnorderedElementsAre("kunta"));   // swapped
  EXPECT_THAT(near(table, "unta"), UnorderedElementsAre("kunta"));    // the first one missing
  EXPECT_THAT(near(table, "kuntx"), UnorderedElementsAre("kunta", "kunto"));
}

TEST(CompletionTable, ForgivesNoSecondError) {
  const auto table = table_of({"kunta"});
  EXPECT_THAT(near(table, "kumtta"), IsEmpty());
  EXPECT_THAT(near(table, "ktuna"), IsEmpty());
  EXPECT_THAT(near(table, "kunnan"), IsEmpty());
}

TEST(CompletionTable, FindsAWholeKeyOrText) {
  const auto table = table_of({"kunta", "Kunta", "kuntayhtymä"});
  ASSERT_TRUE(table.find_key("kunta"));
  EXPECT_FALSE(table.find_key("kun"));
  EXPECT_FALSE(table.find_key("kuntaan"));
  ASSERT_TRUE(table.find_text("Kunta"));
  EXPECT_EQ(table.text(*table.find_text("Kunta")), "Kunta");
  EXPECT_FALSE(table.find_text("KUNTA"));
}

TEST(CompletionTable, LeavesTextsWithoutAKeyOut) {
  EXPECT_EQ(table_of({"", "!?", "työ"}).size(), 1U);
  EXPECT_THAT(found(CompletionTable(), "a"), IsEmpty());
  EXPECT_THAT(near(CompletionTable(), "abcd"), IsEmpty());
}

std::string bytes_of(const CompletionTable& table) {
  ByteWriter writer;
  table.write(writer);
  return writer.take();
}

std::optional<CompletionTable> read(std::string_view bytes) {
  ByteReader reader(bytes);
  return CompletionTable::read(reader);
}

TEST(CompletionTable, IsTheSameAfterItWasWrittenAndRead) {
  const auto table = table_of({"Uusi malli", "työ"}, CompletionStarts::kAnyWord);
  const auto again = read(bytes_of(table));
  ASSERT_TRUE(again);
  EXPECT_EQ(bytes_of(*again), bytes_of(table));
  EXPECT_THAT(found(*again, "mal"), ElementsAre("Uusi malli"));
  EXPECT_TRUE(read(bytes_of(CompletionTable())));
}

TEST(CompletionTable, RefusesBytesThatEndEarly) {
  const std::string bytes = bytes_of(table_of({"kunta", "työ"}));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(read(std::string_view(bytes).substr(0, size))) << size;
  }
}

TEST(CompletionTable, ReadsChangedBytesSafelyOrRefusesThem) {
  const std::string bytes = bytes_of(table_of({"kunta", "uusi työ"}, CompletionStarts::kAnyWord));
  std::size_t refused = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ '\x55');
    const auto table = read(changed);
    refused += table ? 0 : 1;
    for (std::uint32_t start = 0; table && start < table->all().last; ++start) {
      EXPECT_LE(table->key_offset(start), table->key(table->entry_at(start)).size());
      EXPECT_LE(table->text(table->entry_at(start)).size(), bytes.size());
    }
  }
  EXPECT_GT(refused, bytes.size() / 2);
}

}  // namespace
}  // namespace kiertoon
