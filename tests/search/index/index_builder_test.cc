#include "search/index/index_builder.h"

#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include "base/files.h"
#include "search/index/deed_store.h"
#include "search/index/generations.h"
#include "search/index/snapshot.h"
#include "tests/search/test_index.h"
#include "tests/value_or_throw.h"

namespace kiertoon {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<Deed> one_deed(std::string_view title = "Kehittämisteko") {
  return {deed_of({.id = "a", .title = std::string(title), .summary = "", .body = ""})};
}

std::vector<std::string> generations_in(const fs::path& index) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(index)) {
    if (entry.path().filename().string().starts_with("generation-")) {
      names.push_back(entry.path().filename().string());
    }
  }
  return names;
}

class IndexOnDisk : public ::testing::Test {
 protected:
  [[nodiscard]] fs::path index() const { return folder_.path("index"); }

  // An index is refused when this file is missing, damaged, or of an index without deeds.
  void expect_needed(const std::string& name, const std::string& of_empty_index);

  TestFolder folder_;
};

TEST_F(IndexOnDisk, IsPublishedAndFound) {
  const auto published = publish_deeds(index(), one_deed());
  EXPECT_EQ(published.deeds, 1U);
  EXPECT_GT(published.bytes, 0U);
  EXPECT_EQ(current_generation(index()), published.generation);
  EXPECT_THAT(generations_in(index()), ElementsAre(published.generation));
  const auto snapshot = Snapshot::open(index());
  ASSERT_TRUE(snapshot) << snapshot.error().to_string();
  EXPECT_EQ((*snapshot)->deed_count(), 1U);
}

TEST_F(IndexOnDisk, MayHoldNothing) {
  EXPECT_EQ(publish_deeds(index(), {}).deeds, 0U);
  const auto service = open_test_service(index());
  ASSERT_TRUE(service) << service.error().to_string();
  const auto result =
      (*service)->search({.text = "työ", .filters = {}, .facets = {Facet::kTheme, Facet::kYear}});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->total, 0U);
}

TEST_F(IndexOnDisk, HoldsManyDeedsInTheirOrder) {
  std::vector<Deed> deeds;
  for (int i = 1000; i < 1300; ++i) {
    deeds.push_back(deed_of(
        {.id = "d" + std::to_string(i), .title = "Sama otsikko", .summary = "", .body = ""}));
  }
  EXPECT_EQ(publish_deeds(index(), deeds).deeds, 300U);
  const auto service = open_test_service(index());
  ASSERT_TRUE(service);
  const auto result = (*service)->search({.text = "otsikko", .limit = 100});
  ASSERT_TRUE(result);
  for (std::size_t i = 0; i < 100; ++i) {
    EXPECT_EQ(result->hits[i].id, "d" + std::to_string(1000 + i));
  }
}

TEST_F(IndexOnDisk, ShowsTheOldGenerationUntilTheNewOneIsPublished) {
  const auto old = publish_deeds(index(), one_deed("Vanha"));
  auto builder = test_builder(index());
  ASSERT_TRUE(builder) << builder.error().to_string();
  ASSERT_TRUE((*builder)->add(one_deed("Uusi").front()));
  EXPECT_EQ(current_generation(index()), old.generation);
  EXPECT_EQ((*Snapshot::open(index()))->generation(), old.generation);
  const auto published = (*builder)->publish();
  ASSERT_TRUE(published) << published.error().to_string();
  EXPECT_EQ((*Snapshot::open(index()))->generation(), published->generation);
}

TEST_F(IndexOnDisk, IsLeftAloneByABuilderThatDoesNotPublish) {
  const auto old = publish_deeds(index(), one_deed());
  {
    auto builder = test_builder(index());
    ASSERT_TRUE(builder);
    for (int i = 0; i < 100; ++i) {
      ASSERT_TRUE((*builder)->add(one_deed().front()));
    }
  }
  EXPECT_EQ(current_generation(index()), old.generation);
  EXPECT_THAT(generations_in(index()), ElementsAre(old.generation));
  EXPECT_EQ((*Snapshot::open(index()))->deed_count(), 1U);
}

TEST_F(IndexOnDisk, SurvivesGenerationsThatFollowEachOtherAtOnce) {
  std::set<std::string> names;
  for (int i = 0; i < 5; ++i) {
    names.insert(publish_deeds(index(), one_deed()).generation);
    { const auto abandoned = test_builder(index()); }
    ASSERT_TRUE(Snapshot::open(index()));
  }
  EXPECT_EQ(names.size(), 5U);
  EXPECT_LE(generations_in(index()).size(), 2U);
}

TEST_F(IndexOnDisk, KeepsTheGenerationBeforeForReadersThatAreStillAtIt) {
  const auto first = publish_deeds(index(), one_deed());
  const auto second = publish_deeds(index(), one_deed());
  EXPECT_THAT(generations_in(index()),
              ::testing::UnorderedElementsAre(first.generation, second.generation));
  publish_deeds(index(), one_deed());
  EXPECT_EQ(generations_in(index()).size(), 2U);
}

TEST_F(IndexOnDisk, IsRidOfWhatAKilledBuilderLeft) {
  const auto current = publish_deeds(index(), one_deed());
  folder_.write("index/generation-00000000T000000Z-1/iamglass", "half");
  { const auto builder = test_builder(index()); }
  EXPECT_THAT(generations_in(index()), ElementsAre(current.generation));
}

TEST_F(IndexOnDisk, TakesOneBuilderAtATime) {
  const auto first = test_builder(index());
  ASSERT_TRUE(first);
  const auto second = test_builder(index());
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kBusy);
  EXPECT_FALSE(second.error().hint.empty());
}

TEST_F(IndexOnDisk, IsNotMadeInAFolderOfSomethingElse) {
  folder_.write("index/letter.txt", "");
  const auto builder = test_builder(index());
  ASSERT_FALSE(builder);
  EXPECT_EQ(builder.error().code, ErrorCode::kInvalidData);
}

class IndexOfAnotherMaking : public IndexOnDisk {
 protected:
  // Changes what the index says of its schema, as another version would have written it.
  void set_version(const std::string& version) {
    const auto published = publish_deeds(index(), one_deed());
    Xapian::WritableDatabase database(database_path(index() / published.generation).string(),
                                      Xapian::DB_OPEN | Xapian::DB_NO_TERMLIST);
    database.set_metadata("kiertoon_schema_version", version);
    database.commit();
  }
};

TEST_F(IndexOfAnotherMaking, IsRefusedWithAHintToBuildItAnew) {
  set_version("0");
  const auto service = open_test_service(index());
  ASSERT_FALSE(service);
  EXPECT_EQ(service.error().code, ErrorCode::kVersionMismatch);
  EXPECT_THAT(service.error().message, HasSubstr("version 0"));
  EXPECT_THAT(service.error().hint, HasSubstr("kiertoon-indexer build"));
}

TEST_F(IndexOfAnotherMaking, IsReplacedByABuild) {
  set_version("0");
  publish_deeds(index(), one_deed());
  EXPECT_TRUE(open_test_service(index()));
}

TEST_F(IndexOfAnotherMaking, IsRefusedWhenItIsAnyXapianDatabase) {
  set_version("");
  const auto service = open_test_service(index());
  ASSERT_FALSE(service);
  EXPECT_EQ(service.error().code, ErrorCode::kInvalidData);
  EXPECT_THAT(service.error().message, HasSubstr("not a kiertoon index"));
}

TEST_F(IndexOnDisk, IsRefusedWhenItsDatabaseIsMissing) {
  const auto published = publish_deeds(index(), one_deed());
  fs::remove_all(database_path(index() / published.generation));
  const auto service = open_test_service(index());
  ASSERT_FALSE(service);
  EXPECT_THAT(service.error().hint, HasSubstr("kiertoon-indexer build"));
}

// Whichever thread indexes which deeds, and however often.
TEST_F(IndexOnDisk, IsTheSameForTheSameDeeds) {
  const auto deeds = read_deeds(test_data_folder() / "deeds" / "examples.jsonl");
  std::set<std::string> contents;
  for (int time = 0; time < 4; ++time) {
    const fs::path folder = index() / publish_deeds(index(), deeds).generation;
    std::string content;
    for (const auto& file : {deeds_path(folder),
                             database_path(folder) / "postlist.glass",
                             words_path(folder),
                             completions_path(folder),
                             similarity_path(folder)}) {
      content += value_or_throw(read_file(file));
    }
    contents.insert(std::move(content));
  }
  EXPECT_EQ(contents.size(), 1U);
}

TEST_F(IndexOnDisk, HoldsTheWordsOfItsDeeds) {
  publish_deeds(index(), one_deed());
  const auto snapshot = value_or_throw(Snapshot::open(index()));
  EXPECT_EQ(snapshot->words().deed_count(), 1U);
  EXPECT_TRUE(snapshot->words().contains("koski")) << "of the organisation's name";
}

void IndexOnDisk::expect_needed(const std::string& name, const std::string& of_empty_index) {
  const auto published = publish_deeds(index(), one_deed());
  const fs::path file = index() / published.generation / name;
  for (const auto& bytes : {std::string("rubbish"), of_empty_index}) {
    folder_.write(fs::relative(file, folder_.path("")).string(), bytes);
    const auto service = open_test_service(index());
    ASSERT_FALSE(service);
    EXPECT_EQ(service.error().code, ErrorCode::kInvalidData);
    EXPECT_THAT(service.error().message, HasSubstr(file.string()));
  }
  fs::remove(file);
  const auto service = open_test_service(index());
  ASSERT_FALSE(service);
  EXPECT_THAT(service.error().hint, HasSubstr("kiertoon-indexer build"));
}

TEST_F(IndexOnDisk, IsRefusedWhenAFileIsMissingOrDamagedOrOfAnotherIndex) {
  ASSERT_TRUE(value_or_throw(DeedStoreWriter::create(folder_.path("empty"))).finish());
  expect_needed("records", value_or_throw(read_file(folder_.path("empty"))));
  expect_needed("words", WordList().serialise());
  expect_needed("completions", Completions().serialise());
}

TEST_F(IndexOnDisk, IsRefusedWhenItsFilesAreDamaged) {
  const auto published = publish_deeds(index(), one_deed());
  for (const std::string file : {"iamglass", "postlist.glass"}) {
    folder_.write("index/" + published.generation + "/deeds/" + file, "rubbish");
    const auto service = open_test_service(index());
    ASSERT_FALSE(service) << file;
    EXPECT_FALSE(service.error().hint.empty()) << service.error().message;
  }
}

}  // namespace
}  // namespace kiertoon
