#include "indexer/rdf_reader.h"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/rdf_parser.h"
#include "tests/repeat.h"
#include "tests/test_folder.h"
#include "tests/value_or_throw.h"

namespace kiertoon {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

constexpr std::string_view kRdfBegin =
    R"(<?xml version="1.0"?>)"
    "\n"
    R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://s/">)"
    "\n";
constexpr std::string_view kRdfEnd = "</rdf:RDF>\n";

std::string rdf(std::string_view content) {
  return std::string(kRdfBegin) + std::string(content) + std::string(kRdfEnd);
}

std::string show(const RdfNode& node) {
  switch (node.kind) {
    case RdfNode::Kind::kLiteral:
      return '"' + std::string(node.text) + "\"@" + std::string(node.language);
    case RdfNode::Kind::kBlank:
      return "_";
    case RdfNode::Kind::kUri:
      break;
  }
  return '<' + std::string(node.text) + '>';
}

struct Reading {
  std::vector<std::string> statements;
  std::string error;
};

Reading read(RdfFormat format, std::string_view text) {
  Reading reading;
  const auto done = read_rdf(
      {.name = "/a/x", .format = format, .read = read_from(text)}, [&](const RdfStatement& it) {
        reading.statements.push_back(show(it.subject) + " " + std::string(it.predicate) + " " +
                                     show(it.object));
      });
  reading.error = done ? "" : done.error().message;
  return reading;
}

Reading read_turtle(std::string_view text) {
  return read(RdfFormat::kTurtle, text);
}
Reading read_xml(std::string_view text) {
  return read(RdfFormat::kRdfXml, text);
}

TEST(RdfReader, VisitsStatementsOfTurtle) {
  const auto reading = read_turtle("@prefix s: <http://s/> .\r\ns:a s:p \"ä\"@fi-FI, s:b, [] .\n");
  EXPECT_THAT(reading.statements,
              ElementsAre("<http://s/a> http://s/p \"ä\"@fi-FI",
                          "<http://s/a> http://s/p <http://s/b>",
                          "<http://s/a> http://s/p _"));
  EXPECT_THAT(reading.error, IsEmpty());
}

TEST(RdfReader, VisitsStatementsOfRdfXml) {
  const auto reading =
      read_xml(rdf(R"(<s:C rdf:about="http://s/a"><s:p xml:lang="sv">å &amp; ö</s:p></s:C>)"));
  EXPECT_THAT(
      reading.statements,
      ElementsAre("<http://s/a> http://www.w3.org/1999/02/22-rdf-syntax-ns#type <http://s/C>",
                  "<http://s/a> http://s/p \"å & ö\"@sv"));
  EXPECT_THAT(reading.error, IsEmpty());
}

TEST(RdfReader, SkipsAByteOrderMark) {
  EXPECT_THAT(read_turtle("\uFEFF<http://a> <http://p> <http://b> .").statements,
              ElementsAre("<http://a> http://p <http://b>"));
  EXPECT_THAT(read_xml("\uFEFF" + rdf("")).error, IsEmpty());
}

TEST(RdfReader, ResolvesRelativeUrisAgainstTheFile) {
  EXPECT_THAT(read_turtle("<b> <#p> <../c> .").statements,
              ElementsAre("<file:///a/b> file:///a/x#p <file:///c>"));
  EXPECT_THAT(read_turtle("@base <http://127.0.0.1:9/> . <b> <#p> <c> .").statements,
              ElementsAre("<http://127.0.0.1:9/b> http://127.0.0.1:9/#p <http://127.0.0.1:9/c>"));
}

TEST(RdfReader, ReadsADocumentOfOneLongLine) {
  const std::string xml = repeat(R"(<s:C rdf:about="http://s/a"/>)", 20'000);
  EXPECT_EQ(read_xml(rdf(xml)).statements.size(), 20'000U);
  const std::string turtle = repeat("<http://a> <http://p> <http://b> . ", 20'000);
  EXPECT_EQ(read_turtle(turtle).statements.size(), 20'000U);
}

TEST(RdfReader, NamesFileAndLineOfWhatIsNotWellFormed) {
  EXPECT_THAT(read_turtle("\n<http://a> <http://p>\n").error, StartsWith("/a/x:3: syntax error"));
  EXPECT_THAT(read_turtle("\n\n<http://a> <http://p> \"b").error, StartsWith("/a/x:3: "));
  EXPECT_THAT(read_turtle("\ns:a s:p s:b .\n").error, StartsWith("/a/x:2: The namespace prefix"));
  EXPECT_THAT(read_turtle("<http://a> <http://p> \"\\UFFFFFFFF\" .").error, StartsWith("/a/x:1: "));
  EXPECT_THAT(read_turtle("<!DOCTYPE html>\n<html/>\n").error, StartsWith("/a/x:1: "));
  EXPECT_THAT(read_xml(rdf("<s:C>\n<s:p>\n</s:C>")).error, StartsWith("/a/x:5: XML parser error"));
  EXPECT_THAT(read_xml(kRdfBegin).error, StartsWith("/a/x:"));
  EXPECT_THAT(read_xml("").error, StartsWith("/a/x: XML"));
  EXPECT_THAT(read_xml("@prefix s: <http://s/> .").error, StartsWith("/a/x"));
  EXPECT_THAT(read_xml(rdf("<s:C rdf:about='a' rdf:ID='b'/>")).error, StartsWith("/a/x:3: "));
}

TEST(RdfReader, RefusesEverythingButUtf8) {
  EXPECT_EQ(read_turtle("\n<http://a> <http://p> \"k\xE4ki\" .").error,
            "/a/x:2: the text is not UTF-8");
  EXPECT_EQ(read_turtle("\n<http://a> <http://p> \"k" + std::string(1, '\0') + "\" .").error,
            "/a/x:2: the text holds a zero byte");
  EXPECT_EQ(read_turtle("\xFF\xFE<").error, "/a/x:1: the text is not UTF-8");
  for (const std::string_view encoding : {"UTF-7", "ISO-8859-1", "UTF-16", ""}) {
    EXPECT_THAT(
        read_xml("<?xml version='1.0' encoding='" + std::string(encoding) + "'?>\n<a/>").error,
        StartsWith("/a/x:1: the encoding \""));
  }
  EXPECT_THAT(read_xml("<?xml version='1.0' encoding=utf-8?><a/>").error, HasSubstr("encoding"));
  EXPECT_THAT(read_xml("<?xml version='1.0' " + std::string(100'000, ' ')).error,
              HasSubstr("encoding"));
}

TEST(RdfReader, RefusesDocumentTypesAndTheirEntities) {
  for (const std::string_view type :
       {R"(<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>)",
        R"(<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd">)",
        R"(<!DOCTYPE r [<!ENTITY % a SYSTEM "file:///etc/hostname"> %a;]>)"}) {
    const auto reading =
        read_xml("<?xml version=\"1.0\"?>\n" + std::string(type) + "\n<s:C xmlns:s='http://s/'/>");
    EXPECT_THAT(reading.error, StartsWith("/a/x:2: XML with a document type")) << type;
    EXPECT_THAT(reading.statements, IsEmpty());
  }
}

TEST(RdfReader, BoundsLinesAndDocuments) {
  const auto error_of = [](std::string_view text, RdfFormat format) {
    const auto done = read_rdf({.name = "x",
                                .format = format,
                                .read = read_from(text),
                                .limits = {.line_mib = 1, .document_mib = 2}},
                               [](const RdfStatement&) {});
    return done ? "" : done.error().message;
  };
  const std::string mib(1024 * 1024, 'a');
  EXPECT_EQ(error_of("\n<http://a> <http://p> \"" + mib + "\" .\n", RdfFormat::kTurtle),
            "x:2: the line is longer than 1 MiB");
  EXPECT_EQ(error_of(rdf("<s:C><s:p>" + mib + "</s:p></s:C>"), RdfFormat::kRdfXml),
            "x:3: the line is longer than 1 MiB");
  EXPECT_EQ(error_of("# a\n" + mib + "\n" + mib + "\n", RdfFormat::kTurtle),
            "x:3: the document is larger than 2 MiB");
}

TEST(RdfReader, SurvivesDeepNesting) {
  const std::string begin = "<http://a> <http://p> ";
  EXPECT_THAT(read_turtle(begin + std::string(200'000, '(')).error, StartsWith("/a/x:1: "));
  EXPECT_THAT(read_turtle(begin + repeat("[ <http://p> ", 100'000)).error, StartsWith("/a/x:1: "));
  const auto xml = read_xml(rdf(repeat("<s:C><s:p>", 20'000)));
  EXPECT_THAT(xml.error, StartsWith("/a/x:"));
}

TEST(RdfReader, EndsWithAnyBeginningOfADocument) {
  const std::string turtle = "@prefix s: <http://s/> .\ns:a a s:C ; s:p \"ä\"@fi, [ s:q 1.0 ] .\n";
  const std::string xml = rdf("<s:C rdf:about='a'><s:p xml:lang='fi'>ä</s:p></s:C>");
  for (std::size_t size = 0; size < turtle.size(); ++size) {
    const auto reading = read_turtle(turtle.substr(0, size));
    EXPECT_LE(reading.statements.size(), 4U);
  }
  for (std::size_t size = 0; size + 1 < xml.size(); ++size) {
    EXPECT_THAT(read_xml(xml.substr(0, size)).error, Not(IsEmpty())) << size;
  }
}

TEST(RdfReader, PassesOnWhatTheVisitorThrowsAndWhatReadingFailsWith) {
  const std::string text = "<http://a> <http://p> <http://b> .";
  EXPECT_THROW((void)read_rdf({.name = "x", .format = RdfFormat::kTurtle, .read = read_from(text)},
                              [](const RdfStatement&) { throw std::runtime_error("enough"); }),
               std::runtime_error);
  const auto broken = [](std::span<char>) -> Expected<std::size_t> {
    return fail(ErrorCode::kUnavailable, "the disk is gone");
  };
  const auto done = read_rdf({.name = "x", .format = RdfFormat::kRdfXml, .read = broken},
                             [](const RdfStatement&) {});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "the disk is gone");
}

// Without the reader in front of it, which refuses document types.
TEST(RdfParserTest, ReadsNoExternalEntity) {
  const TestFolder folder;
  const auto secret = folder.write("secret.txt", "SECRET").string();
  std::string seen;
  const VisitStatement visit = [&](const RdfStatement& it) { seen += show(it.object); };
  auto parser = value_or_throw(RdfParser::create("/a/x", RdfFormat::kRdfXml, visit));
  const std::string text = "<!DOCTYPE r [<!ENTITY e SYSTEM \"file://" + secret + "\">]>\n" +
                           std::string(kRdfBegin.substr(kRdfBegin.find('\n') + 1)) +
                           "<s:C rdf:about='a'><s:p>x&e;y</s:p></s:C>" + std::string(kRdfEnd);
  EXPECT_TRUE(parser->feed(text));
  EXPECT_TRUE(parser->finish());
  EXPECT_THAT(seen, HasSubstr("xy"));
  EXPECT_THAT(seen, Not(HasSubstr("SECRET")));
}

TEST(RdfFormatOf, IsToldByTheEndOfTheName) {
  EXPECT_EQ(rdf_format_of("a/yso-skos.ttl"), RdfFormat::kTurtle);
  EXPECT_EQ(rdf_format_of("YSO.RDF"), RdfFormat::kRdfXml);
  EXPECT_EQ(rdf_format_of("x.ttl.xml"), RdfFormat::kRdfXml);
  for (const std::string_view name : {"", "-", "ttl", "x.ttl.gz", "x.jsonld", "dir.ttl/x"}) {
    EXPECT_FALSE(rdf_format_of(name)) << name;
  }
}

}  // namespace
}  // namespace kiertoon
