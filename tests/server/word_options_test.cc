// Options that name where other words for those of queries come from.

#include <cstdlib>
#include <string>
#include <variant>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/options.h"
#include "tests/test_folder.h"

namespace kiertoon {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::variant<ServerOptions, EndWith> parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), {"kiertoon-server", "--index=i"});
  return parse_options(static_cast<int>(arguments.size()), arguments.data());
}

ServerOptions options(std::vector<const char*> arguments) {
  return std::get<ServerOptions>(parse(std::move(arguments)));
}

TEST(WordOptions, HaveDefaults) {
  EXPECT_THAT(options({}).thesauri, IsEmpty());
  EXPECT_EQ(options({}).dictionaries, kDefaultDictionaryFolder);
}

TEST(WordOptions, NameSeveralThesauriInTheirOrder) {
  EXPECT_THAT(options({"--thesaurus", "b.tsv", "--thesaurus=a.tsv"}).thesauri,
              ElementsAre("b.tsv", "a.tsv"));
}

TEST(WordOptions, NameOneFolderOfDictionaries) {
  EXPECT_EQ(options({"--dictionaries", "d"}).dictionaries, "d");
  const auto twice = parse({"--dictionaries=a", "--dictionaries=b"});
  ASSERT_TRUE(std::holds_alternative<EndWith>(twice));
  EXPECT_EQ(std::get<EndWith>(twice).code, ExitCode::kUsage);
}

TEST(WordOptions, NeedAValue) {
  for (const char* option : {"--thesaurus", "--dictionaries"}) {
    const auto parsed = parse({option});
    ASSERT_TRUE(std::holds_alternative<EndWith>(parsed)) << option;
    EXPECT_EQ(std::get<EndWith>(parsed).code, ExitCode::kUsage);
    EXPECT_THAT(std::get<EndWith>(parsed).text, HasSubstr(option));
  }
}

TEST(WordOptions, ComeFromTheFileToo) {
  const TestFolder folder;
  const auto file =
      folder.write("server.toml", "thesaurus = [\"a.tsv\", \"b.tsv\"]\ndictionaries = \"words\"\n");
  const auto read = options({"--config", file.c_str()});
  EXPECT_THAT(read.thesauri, ElementsAre("a.tsv", "b.tsv"));
  EXPECT_EQ(read.dictionaries, "words");
}

TEST(WordOptions, ComeFromTheEnvironmentToo) {
  // These tests have one thread.
  setenv("KIERTOON_THESAURUS", "a.tsv", 1);     // NOLINT(concurrency-mt-unsafe)
  setenv("KIERTOON_DICTIONARIES", "words", 1);  // NOLINT(concurrency-mt-unsafe)
  const auto read = options({});
  unsetenv("KIERTOON_THESAURUS");     // NOLINT(concurrency-mt-unsafe)
  unsetenv("KIERTOON_DICTIONARIES");  // NOLINT(concurrency-mt-unsafe)
  EXPECT_THAT(read.thesauri, ElementsAre("a.tsv"));
  EXPECT_EQ(read.dictionaries, "words");
}

}  // namespace
}  // namespace kiertoon
