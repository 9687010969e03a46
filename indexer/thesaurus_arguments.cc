#include "indexer/thesaurus_arguments.h"

#include <map>
#include <string>

namespace kiertoon {
namespace {

constexpr const char* kImportFooter = R"(
Example:
  kiertoon-indexer thesaurus import yso-skos.ttl --output yso.tsv
  kiertoon-indexer thesaurus check yso.tsv

Concepts that hang together are imported in one run: it keeps the ids of several schemes apart, and
several files of one scheme together. What is left out, and why, is counted on the standard error
output.)";

constexpr const char* kCheckFooter = R"(
Example:
  kiertoon-indexer thesaurus check data/thesaurus/*.tsv our-own.tsv

The files are read together and in this order, as a server reads them: a file may extend concepts of
those before it, and name concepts of any.)";

void add_import(CLI::App& thesaurus, ThesaurusImportOptions& options) {
  CLI::App* command = thesaurus.add_subcommand(
      "import", "Make a thesaurus file from SKOS, as finto.fi publishes YSO");
  command->footer(kImportFooter);
  command
      ->add_option(
          "files", options.sources, "Turtle or RDF/XML; \"-\" is the standard input, with --format")
      ->type_name("FILE")
      ->required();
  command->add_option("--output", options.output, "The thesaurus file; replaced when it is there")
      ->type_name("FILE")
      ->required();
  const std::map<std::string, RdfFormat> formats{{"turtle", RdfFormat::kTurtle},
                                                 {"rdfxml", RdfFormat::kRdfXml}};
  command
      ->add_option_function<std::string>(
          "--format",
          [&options, formats](const std::string& name) { options.format = formats.at(name); },
          "Of all files; when not given, by their names (.ttl; .rdf, .owl, .xml)")
      ->check(CLI::IsMember({"turtle", "rdfxml"}));
  command->add_option("--data", options.data, "Folder with lexicon/, vocabulary/, ...")
      ->type_name("DIR");
}

void add_check(CLI::App& thesaurus, std::vector<std::filesystem::path>& files) {
  CLI::App* command = thesaurus.add_subcommand(
      "check", "Say what is wrong with thesaurus files, or how much is in them");
  command->footer(kCheckFooter);
  command->add_option("files", files, "Thesaurus files (data/thesaurus/README.md)")
      ->type_name("FILE")
      ->required();
}

}  // namespace

void add_thesaurus(CLI::App& app, ThesaurusArguments& arguments) {
  CLI::App* thesaurus =
      app.add_subcommand("thesaurus", "Make or check a thesaurus: words that mean the same");
  thesaurus->require_subcommand(1);
  add_import(*thesaurus, arguments.imported);
  add_check(*thesaurus, arguments.checked);
}

int run_thesaurus(const CLI::App& thesaurus,
                  const ThesaurusArguments& arguments,
                  const Reporter::Streams& streams) {
  if (thesaurus.got_subcommand("import")) {
    // The result is the file; what is said of it goes where messages go.
    Reporter reporter({streams.messages, streams.messages}, ProgressStyle::kLines);
    return run_thesaurus_import(arguments.imported, reporter);
  }
  Reporter reporter(streams, ProgressStyle::kLines);
  return run_thesaurus_check(arguments.checked, reporter);
}

}  // namespace kiertoon
