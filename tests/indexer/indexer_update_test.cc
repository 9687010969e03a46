// kiertoon-indexer update as its users meet it.

#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/exit_code.h"
#include "search/index/generations.h"
#include "search/index/stored_deeds.h"
#include "tests/indexer/running_program.h"

namespace kiertoon {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string deed(std::string_view id, std::string_view title = "Työhyvinvointi paranee") {
  return R"({"id":")" + std::string(id) + R"(","language":"fi","title":")" + std::string(title) +
         R"(","organisations":[{"name":"Ii","type":"municipality","role":"lead"}],)"
         R"("contacts":[{"name":"Maija"}]})"
         "\n";
}

// Deeds with the ids "prefix-10", ... and words of six subjects.
std::string deeds(std::string_view prefix, std::size_t count) {
  const std::vector<std::string> titles{"Työvuorot suunnitellaan yhdessä",
                                        "Perehdytys uudistettiin videoilla",
                                        "Sairauspoissaolot vähenivät",
                                        "Palaverit lyhenivät puoleen",
                                        "Etätyön säännöt sovittiin",
                                        "Esihenkilöt saivat valmennusta"};
  std::string lines;
  for (std::size_t i = 0; i < count; ++i) {
    lines += deed(std::string(prefix) + "-" + std::to_string(i + 10),
                  titles[i % titles.size()] + " " + titles[i / titles.size() % titles.size()]);
  }
  return lines;
}

class Update : public testing::Test {
 protected:
  int run(std::vector<std::string> arguments, std::string_view input = {}) {
    arguments.insert(arguments.end(), {"--index", index().string()});
    RunningProgram program(folder_, std::move(arguments));
    program.write(input);
    const int exit_code = program.wait();
    out_ = program.out();
    err_ = program.err();
    return exit_code;
  }
  void build(std::string_view content) {
    ASSERT_EQ(run({"build", "--source", "-"}, content), kExitOk) << err_;
    built_ = generation();
  }
  int update(std::string_view content, std::vector<std::string> options = {}) {
    options.insert(options.begin(), {"update", "--source", "-"});
    return run(std::move(options), content);
  }
  int remove(std::vector<std::string> ids, const std::vector<std::string>& options = {}) {
    ids.insert(ids.begin(), {"update", "--remove"});
    ids.insert(ids.end(), options.begin(), options.end());
    return run(std::move(ids));
  }

  [[nodiscard]] std::filesystem::path index() const { return folder_.path("index"); }
  [[nodiscard]] std::string generation() const {
    return current_generation(index()).value_or("none");
  }
  // "a: Title" of each deed that is in the index.
  [[nodiscard]] std::vector<std::string> stored() const {
    std::vector<std::string> titles;
    const auto deeds = read_stored_deeds(index());
    for (const Deed& deed : deeds.value()) {
      titles.push_back(deed.id + ": " + deed.title);
    }
    return titles;
  }

  TemporaryFolder folder_;
  std::string built_;  // the generation that build() made
  std::string out_;
  std::string err_;
};

TEST_F(Update, AddsReplacesAndRemovesAndKeepsTheRest) {
  build(deed("b", "B") + deed("c", "C") + deed("d", "D") + deed("e", "E"));
  EXPECT_EQ(
      update(deed("f", "F") + deed("a", "A") + deed("c", "C2") + deed("e", "E"), {"--remove", "d"}),
      kExitOk);
  EXPECT_THAT(stored(), ElementsAre("a: A", "b: B", "c: C2", "e: E", "f: F"));
  EXPECT_THAT(out_, HasSubstr("deeds read: 4, right: 4, wrong: 0\n"));
  EXPECT_THAT(out_, HasSubstr("added: 2, replaced: 1, unchanged: 1, removed: 1, others kept: 1\n"));
  EXPECT_THAT(out_, HasSubstr("generation: " + generation() + ", deeds: 5, size: "));
  EXPECT_NE(generation(), built_);
  EXPECT_THAT(err_, IsEmpty());
}

TEST_F(Update, KeepsEverythingOfDeedsItDoesNotName) {
  build(deed("a") + deed("b"));
  ASSERT_EQ(remove({"a"}), kExitOk);
  const auto kept = read_stored_deeds(index());
  ASSERT_TRUE(kept);
  ASSERT_EQ(kept->size(), 1U);
  ASSERT_EQ(kept->front().contacts.size(), 1U);
  EXPECT_EQ(kept->front().contacts.front().name, "Maija");
}

TEST_F(Update, PublishesNothingWhenNothingChanges) {
  build(deed("a") + deed("b"));
  EXPECT_EQ(update(deed("b")), kExitOk);
  EXPECT_THAT(out_, HasSubstr("nothing changed: the index is as it was\n"));
  EXPECT_EQ(update(""), kExitOk);
  EXPECT_EQ(generation(), built_);
}

TEST_F(Update, WarnsOfIdsToRemoveThatAreNotThere) {
  build(deed("a") + deed("b"));
  EXPECT_EQ(remove({"x", "b", "b"}), kExitOk);
  EXPECT_THAT(stored(), ElementsAre(HasSubstr("a: ")));
  EXPECT_THAT(err_, HasSubstr("warning: \"x\" is to be removed, but no deed has that id\n"));
  EXPECT_THAT(out_, HasSubstr("removed: 1 (not found: 1),"));
}

TEST_F(Update, PublishesNothingWhenStrictAndAnythingIsWrong) {
  build(deed("a") + deed("b"));
  EXPECT_EQ(remove({"x", "b"}, {"--strict"}), kExitData);
  EXPECT_THAT(err_, HasSubstr("1 of the ids to remove are not in the index"));
  EXPECT_EQ(update(deed("c") + "[]\n", {"--strict"}), kExitData);
  EXPECT_THAT(err_, HasSubstr("1 of 2 deeds are wrong"));
  EXPECT_EQ(generation(), built_);
}

TEST_F(Update, KeepsTheOldDeedWhenTheNewOneIsWrong) {
  build(deed("a", "A"));
  EXPECT_EQ(update(R"({"id":"a"})"
                   "\n" +
                   deed("b", "B")),
            kExitOk);
  EXPECT_THAT(stored(), ElementsAre("a: A", "b: B"));
  EXPECT_THAT(err_, HasSubstr("standard input:1: "));
}

TEST_F(Update, RefusesWhatItCannotUnderstandOrWhatLeavesNothing) {
  build(deed("a"));
  EXPECT_EQ(remove({"a"}), kExitData);
  EXPECT_THAT(err_, HasSubstr("would leave no deed"));
  EXPECT_EQ(update("[]\n"), kExitData);
  EXPECT_THAT(err_, HasSubstr("hold no deed that is right"));
  EXPECT_EQ(update(deed("b") + deed("b")), kExitData);
  EXPECT_THAT(err_, HasSubstr("1 ids are used more than once"));
  EXPECT_EQ(update(deed("b"), {"--remove", "b"}), kExitData);
  EXPECT_THAT(err_, HasSubstr("\"b\" is to be removed, and a source has it"));
  EXPECT_EQ(generation(), built_);
}

TEST_F(Update, NeedsAnIndexAndSaysHowToGetOne) {
  EXPECT_EQ(update(deed("a")), kExitIndex);
  EXPECT_THAT(err_, HasSubstr("build one: kiertoon-indexer build"));
  EXPECT_FALSE(std::filesystem::exists(index()));
}

TEST_F(Update, NeedsSomethingToDo) {
  EXPECT_EQ(run({"update"}), kExitUsage);
  EXPECT_THAT(err_, HasSubstr("One of --source, --remove and --refit is required"));
  EXPECT_EQ(run({"update", "--remove"}), kExitUsage);
}

TEST_F(Update, DoesNotDisturbAnotherOne) {
  build(deed("a"));
  RunningProgram first(folder_, {"update", "--source", "-", "--index", index().string()});
  first.write(deed("b") + "[]\n");
  ASSERT_TRUE(first.wait_for_error_output(":2: "));  // it is at work
  const TemporaryFolder other;
  RunningProgram second(other, {"update", "--remove", "a", "--index", index().string()});
  EXPECT_EQ(second.wait(), kExitIndex);
  EXPECT_EQ(first.wait(), kExitOk);
  EXPECT_THAT(first.out(), HasSubstr("deeds: 2,"));
}

TEST_F(Update, LeavesTheIndexWhenASignalStopsIt) {
  build(deed("a"));
  RunningProgram program(folder_, {"update", "--source", "-", "--index", index().string()});
  program.write(deed("b") + "[]\n");
  ASSERT_TRUE(program.wait_for_error_output(":2: "));
  program.send(SIGTERM);
  EXPECT_EQ(program.wait(), kExitSignalBase + SIGTERM);
  EXPECT_EQ(generation(), built_);
}

TEST_F(Update, FoldsNewDeedsInAndSaysWhenARefitIsDue) {
  build(deeds("a", 48));
  EXPECT_THAT(out_, HasSubstr("similar deeds: 6 dimensions, fitted on 48 of 48 deeds\n"));
  ASSERT_EQ(update(deed("b", "Työvuorot sovitaan")), kExitOk);
  EXPECT_THAT(
      out_,
      HasSubstr("similar deeds: 6 dimensions, fitted on 48 deeds; folded in since: 1 of 49\n"));
  EXPECT_THAT(out_, Not(HasSubstr("refit")));
  std::string many;
  for (char letter = 'c'; letter < 'o'; ++letter) {
    many += deed(std::string(1, letter), std::string("Palaverit lyhenivät ") + letter);
  }
  ASSERT_EQ(update(many), kExitOk);
  EXPECT_THAT(out_, HasSubstr("fitted on 48 deeds; folded in since: 13 of 61\n"));
  EXPECT_THAT(out_,
              HasSubstr("a refit is due: kiertoon-indexer update --refit --index " +
                        index().string() + ", or build\n"));
  ASSERT_EQ(run({"update", "--refit"}), kExitOk);
  EXPECT_THAT(out_, HasSubstr("similar deeds: 7 dimensions, fitted on 61 of 61 deeds\n"));
  EXPECT_THAT(out_, Not(HasSubstr("refit")));
}

TEST_F(Update, NeedsTheSpaceItKeepsAndRepairsItByARefit) {
  build(deed("a") + deed("b"));
  std::filesystem::remove(similarity_path(generation_path(index(), built_)));
  EXPECT_EQ(remove({"b"}), kExitIndex);
  EXPECT_EQ(generation(), built_);
  EXPECT_EQ(remove({"b"}, {"--refit"}), kExitOk);
  EXPECT_EQ(remove({"x"}), kExitOk);
}

TEST_F(Update, AsksForARefitWhenTheIndexHasGrownEnoughForASpace) {
  build(deeds("a", 12));
  EXPECT_THAT(out_, HasSubstr("similar deeds: by their words alone"));
  ASSERT_EQ(update(deeds("b", 6)), kExitOk);
  EXPECT_THAT(out_, Not(HasSubstr("refit")));
  ASSERT_EQ(update(deeds("c", 36)), kExitOk);
  EXPECT_THAT(out_, HasSubstr("a refit is due"));
}

}  // namespace
}  // namespace kiertoon
