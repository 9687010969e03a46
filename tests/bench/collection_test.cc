#include "bench/eval/collection.h"

#include <filesystem>
#include <fstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "search/deed/deed_json.h"
#include "search/deed/deed_rules.h"
#include "search/resources.h"

namespace kiertoon {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

class Collection : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  // A new file with that content.
  [[nodiscard]] std::filesystem::path file(const std::string& content) {
    std::filesystem::path path = folder_ / std::to_string(++files_);
    std::ofstream(path, std::ios::binary) << content;
    return path;
  }

 private:
  std::filesystem::path folder_ = std::filesystem::path(testing::TempDir()) /
                                  ("kiertoon-collection-" + std::to_string(::getpid()));
  int files_ = 0;
};

class Conversion : public testing::Test {
 protected:
  void SetUp() override {
    auto tools = load_indexing_tools({});
    ASSERT_TRUE(tools) << tools.error().to_string();
    tools_ = std::move(*tools);
  }

  IndexingTools tools_;
};

TEST_F(Collection, LoadsDocumentsQueriesAndJudgements) {
  const auto documents =
      load_documents(file("{\"id\":\"k1\",\"title\":\"\",\"text\":\"Työ\"}\n\n{\"id\":\"k2\"}\n"));
  ASSERT_TRUE(documents) << documents.error().to_string();
  ASSERT_THAT(*documents, SizeIs(2));
  EXPECT_EQ(documents->front().text, "Työ");
  const auto queries = load_queries(file(R"({"qid":"q1","text":"työ","lang":"fi","kind":"word"})"));
  ASSERT_TRUE(queries) << queries.error().to_string();
  EXPECT_EQ(queries->front().kind, "word");
  const auto qrels = load_qrels(file("q1\tk1\t2\nq1\ta/b\t1\nq2\tk1\t1\n"));
  ASSERT_TRUE(qrels) << qrels.error().to_string();
  EXPECT_EQ(qrels->at("q1").at("k1"), 2);
  EXPECT_EQ(qrels->at("q1").at("a_b"), 1);
}

TEST_F(Collection, NamesFileAndLineOfWhatItCannotRead) {
  EXPECT_FALSE(load_documents("/nowhere"));
  EXPECT_THAT(load_documents(file("{\"id\":\"a\"}\n[]\n")).error().message,
              HasSubstr(":2: is not a JSON object"));
  EXPECT_THAT(load_documents(file("{}\n")).error().message, HasSubstr(":1: has no id"));
  EXPECT_THAT(load_queries(file("{\"qid\":\"a\"}\n")).error().message,
              HasSubstr(":1: has no qid or no text"));
  EXPECT_THAT(load_qrels(file("q1\tk1\t1\nq1\tk1\tx\n")).error().message,
              HasSubstr(":2: \"x\" is not a grade"));
}

TEST_F(Conversion, MakesDeedsThatKeepTheRules) {
  std::string long_text(2 * deed_rules::kSectionText.max_characters, 'a');
  for (const Document& document :
       {Document{"k1", "", "Kirjaston aineisto"},
        Document{"01.2/ä", "Otsikko\nkahdella rivillä", ""},
        Document{std::string(300, 'x'), std::string(600, 'y'), long_text},
        Document{"c", "\x01 \x7f \xc2\x9b", std::string("a\0b\r\n\xFF\xc2\x85", 8)}}) {
    const Deed deed = deed_from(document, std::nullopt, *tools_.analyzer);
    const auto parsed = parse_deed(serialise_deed(deed));
    EXPECT_TRUE(parsed) << parsed.error().front().to_string();
  }
}

TEST_F(Conversion, DetectsTheLanguageUnlessItIsGiven) {
  const Document document{"a", "", "Personalen planerade sina arbetsskift tillsammans"};
  EXPECT_EQ(deed_from(document, std::nullopt, *tools_.analyzer).language, Language::kSwedish);
  EXPECT_EQ(deed_from(document, Language::kEnglish, *tools_.analyzer).language, Language::kEnglish);
}

TEST_F(Conversion, GivesADocumentWithoutTitleOneWithoutTerms) {
  const Deed deed = deed_from({"a", "", "x"}, Language::kFinnish, *tools_.analyzer);
  EXPECT_THAT(tools_.analyzer->analyze(deed.title, Language::kFinnish), SizeIs(0));
}

}  // namespace
}  // namespace kiertoon
