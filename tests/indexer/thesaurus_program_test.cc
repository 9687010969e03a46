// `kiertoon-indexer thesaurus` as its users meet it: arguments, streams, exit codes, and the file
// that is written.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/files.h"
#include "indexer/exit_code.h"
#include "tests/indexer/running_program.h"
#include "tests/value_or_throw.h"

namespace kiertoon {
namespace {

namespace fs = std::filesystem;

using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::StartsWith;

constexpr std::string_view kConcept =
    "<http://f/yso/p1> a <http://www.w3.org/2004/02/skos/core#Concept> ;\n"
    "  <http://www.w3.org/2004/02/skos/core#prefLabel> \"koira\"@fi .\n";

std::string golden(std::string_view name) {
  return std::string(KIERTOON_SOURCE_DIR "/tests/golden/skos/") + std::string(name);
}

class ThesaurusProgram : public testing::Test {
 protected:
  // Runs `kiertoon-indexer thesaurus` to its end.
  int run(std::vector<std::string> arguments, std::string_view input = {}) {
    arguments.insert(arguments.begin(), "thesaurus");
    RunningProgram program(folder_, std::move(arguments));
    program.write(input);
    const int exit_code = program.wait();
    out_ = program.out();
    err_ = program.err();
    return exit_code;
  }

  int import_from(std::vector<std::string> arguments, std::string_view input = {}) {
    arguments.insert(arguments.begin(), "import");
    arguments.insert(arguments.end(), {"--output", output()});
    return run(std::move(arguments), input);
  }

  [[nodiscard]] std::string output() const { return folder_.path("made.tsv").string(); }
  [[nodiscard]] std::string made() const { return value_or_throw(read_file(output())); }

  TemporaryFolder folder_;
  std::string out_;
  std::string err_;
};

class ThesaurusImportOfFormat : public ThesaurusProgram,
                                public testing::WithParamInterface<std::string> {};

TEST_P(ThesaurusImportOfFormat, MatchesGolden) {
  const std::string name = "sample." + GetParam();
  EXPECT_EQ(import_from({golden(name)}), kExitOk);
  const std::string text = made();
  const std::size_t comment_end = text.find('\n') + 1;
  EXPECT_THAT(text.substr(0, comment_end), HasSubstr("from " + name + " of 20"));
  EXPECT_EQ(text.substr(comment_end), value_or_throw(read_file(golden("sample.tsv"))));
  EXPECT_THAT(out_, IsEmpty());
  EXPECT_THAT(err_,
              StartsWith("concepts: 5, names: fi 17, sv 4, en 4, links: broader 2, related 4\n"));
  EXPECT_THAT(err_,
              HasSubstr("concepts left out: deprecated 1, without a URI 1, without a name 1\n"));
  EXPECT_EQ(run({"check", output()}), kExitOk);
  EXPECT_EQ(out_, "concepts: 5, names: fi 17, sv 4, en 4, links: broader 2, related 4\n");
}

INSTANTIATE_TEST_SUITE_P(Skos, ThesaurusImportOfFormat, testing::Values("ttl", "rdf"));

TEST_F(ThesaurusProgram, BringsWhatSeveralFilesSayTogether) {
  const std::string one = folder_.file("one.ttl", kConcept);
  const std::string two = folder_.file(
      "two.ttl", "<http://f/yso/p1> <http://www.w3.org/2004/02/skos/core#altLabel> \"dog\"@en .\n");
  EXPECT_EQ(import_from({one, two}), kExitOk);
  EXPECT_THAT(made(), HasSubstr("\np1\tkoira\t\tdog\t\t\t\n"));
  EXPECT_THAT(made(),
              MatchesRegex("# [^\n]* from one.ttl of [-0-9]+, two.ttl of [-0-9]+\n(.|\n)*"));
}

TEST_F(ThesaurusProgram, ReadsTheStandardInput) {
  EXPECT_EQ(import_from({"-", "--format", "turtle"}, kConcept), kExitOk);
  EXPECT_THAT(made(), HasSubstr(" from standard input\n"));
  EXPECT_EQ(import_from({"-"}, kConcept), kExitUsage);
  EXPECT_THAT(err_, HasSubstr("standard input does not tell its format"));
}

TEST_F(ThesaurusProgram, WritesNothingWhenAFileIsBroken) {
  ASSERT_EQ(import_from({folder_.file("good.ttl", kConcept)}), kExitOk);
  const std::string before = made();
  const std::string broken = folder_.file("broken.ttl", std::string(kConcept) + "\n<p2> a \n");
  EXPECT_EQ(import_from({folder_.file("good.ttl", kConcept), broken}), kExitData);
  EXPECT_THAT(err_, StartsWith("kiertoon-indexer: " + broken + ":5: syntax error"));
  EXPECT_EQ(import_from({folder_.path("none.ttl").string()}), kExitData);
  EXPECT_EQ(import_from({folder_.path("").string(), "--format", "rdfxml"}), kExitData);
  EXPECT_EQ(import_from({folder_.file("empty.ttl", "")}), kExitData);
  EXPECT_THAT(err_, HasSubstr("no concept with a name in Finnish, Swedish or English"));
  EXPECT_EQ(made(), before);
}

TEST_F(ThesaurusProgram, ReadsNoEntity) {
  const std::string secret = folder_.file("secret.txt", "SECRET");
  const std::string source = folder_.file(
      "entity.rdf", "<!DOCTYPE r [<!ENTITY e SYSTEM \"file://" + secret + "\">]>\n<r>&e;</r>\n");
  EXPECT_EQ(import_from({source}), kExitData);
  EXPECT_THAT(err_, StartsWith("kiertoon-indexer: " + source + ":1: XML with a document type"));
  EXPECT_FALSE(fs::exists(output()));
}

TEST_F(ThesaurusProgram, SaysWhenItCannotWrite) {
  EXPECT_EQ(run({"import", golden("sample.ttl"), "--output", "/nowhere/made.tsv"}), kExitIndex);
  EXPECT_THAT(err_, HasSubstr("cannot write /nowhere/made.tsv"));
  EXPECT_EQ(run({"import", golden("sample.ttl"), "--output", folder_.path("").string()}),
            kExitIndex);
}

TEST_F(ThesaurusProgram, NeverWritesOverItsSource) {
  const std::string source = folder_.file("source.ttl", kConcept);
  EXPECT_EQ(run({"import", source, "--output", source}), kExitUsage);
  EXPECT_EQ(value_or_throw(read_file(source)), kConcept);
}

TEST_F(ThesaurusProgram, ChecksFilesTogether) {
  const std::string base = folder_.file("base.tsv", "elain\teläin\n");
  const std::string own = folder_.file("own.tsv", "koira\tkoira\t\tdog\telain\n");
  EXPECT_EQ(run({"check", base, own}), kExitOk);
  EXPECT_EQ(out_, "concepts: 2, names: fi 2, sv 0, en 1, links: broader 1, related 0\n");
  EXPECT_EQ(run({"check", own}), kExitData);
  EXPECT_EQ(
      err_,
      "kiertoon-indexer: " + own + ":1: column broader: \"elain\" is no concept of these files\n");
  EXPECT_EQ(run({"check", folder_.path("none.tsv").string()}), kExitData);
}

TEST_F(ThesaurusProgram, TellsWrongUse) {
  EXPECT_EQ(run({}), kExitUsage);
  EXPECT_EQ(run({"impart"}), kExitUsage);
  EXPECT_EQ(run({"check"}), kExitUsage);
  EXPECT_EQ(run({"import", golden("sample.ttl")}), kExitUsage);
  EXPECT_EQ(run({"import", "--output", output()}), kExitUsage);
  EXPECT_EQ(import_from({golden("sample.ttl"), "--format", "json"}), kExitUsage);
  EXPECT_EQ(import_from({folder_.file("x.jsonld", "{}")}), kExitUsage);
  EXPECT_EQ(import_from({golden("sample.ttl"), "--data", "/nowhere"}), kExitEnvironment);
  EXPECT_EQ(run({"import", "--help"}), kExitOk);
  EXPECT_THAT(out_, HasSubstr("Example:"));
  EXPECT_EQ(run({"check", "--help"}), kExitOk);
  EXPECT_THAT(out_, HasSubstr("Example:"));
}

}  // namespace
}  // namespace kiertoon
