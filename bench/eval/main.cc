// kiertoon-eval: how good and how fast the search is on a collection with judgements, and whether
// near-duplicates are recognised.

#include <exception>
#include <iostream>
#include <string>

#include <CLI/CLI.hpp>

#include "bench/eval/commands.h"
#include "bench/eval/duplicates.h"

namespace {

enum ExitCode : int { kOk = 0, kBelowGoal = 1, kUsage = 2, kFailed = 3 };

constexpr const char* kFooter = R"(
Exit codes:
  0  done
  1  nDCG@10 is below --at-least
  2  wrong use of the program
  3  a file cannot be read or written or is wrong, or indexing or searching failed)";

struct Arguments {
  kiertoon::SearchEvaluation search;
  kiertoon::GoldenEvaluation golden;
  kiertoon::DuplicatesEvaluation duplicates;
  std::string language;
  double at_least = 0;
  bool json = false;
};

void add_common_options(CLI::App& command,
                        kiertoon::EvaluationOptions& options,
                        Arguments& arguments) {
  command.add_option("--queries", options.queries, "JSON Lines: qid, text, kind")
      ->type_name("FILE")
      ->required();
  command.add_option("--qrels", options.qrels, "Tab-separated: qid, document, grade")
      ->type_name("FILE")
      ->required();
  command.add_option("--run-out", options.run_out, "Write the rankings here, for trec_eval")
      ->type_name("FILE");
  command.add_option("--queries-out", options.queries_out, "Write each query's figures here")
      ->type_name("FILE");
  command.add_option("--data", options.data, "Folder with lexicon/, vocabulary/, ...")
      ->type_name("DIR");
  command.add_option("--at-least", arguments.at_least, "Fail when nDCG@10 is lower")
      ->check(CLI::Range(0.0, 1.0));
  command.add_flag("--json", arguments.json, "Print one JSON object");
}

void add_search(CLI::App& app, Arguments& arguments) {
  CLI::App* search = app.add_subcommand(
      "search", "Index a collection of documents, ask it the queries, and time the searches");
  search->add_option("--docs", arguments.search.documents, "JSON Lines: id, title, text")
      ->type_name("FILE")
      ->required();
  search->add_option("--language", arguments.language, "Of the documents; detected when not given")
      ->check(CLI::IsMember({"fi", "sv", "en"}));
  search->add_option("--repeat", arguments.search.repeat, "Passes over the queries that are timed")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  add_common_options(*search, arguments.search.common, arguments);
}

void add_golden(CLI::App& app, Arguments& arguments) {
  CLI::App* golden =
      app.add_subcommand("golden", "Index deeds and ask them the queries; figures by kind");
  golden->add_option("--deeds", arguments.golden.deeds, "Deeds in JSON Lines")
      ->type_name("FILE")
      ->required();
  add_common_options(*golden, arguments.golden.common, arguments);
}

void add_duplicates(CLI::App& app, Arguments& arguments) {
  CLI::App* duplicates = app.add_subcommand(
      "duplicates", "Recognise known pairs of deeds, and deeds with words edited by chance");
  duplicates->add_option("--deeds", arguments.duplicates.deeds, "Deeds in JSON Lines")
      ->type_name("FILE")
      ->required();
  duplicates->add_option("--pairs", arguments.duplicates.pairs, "Tab-separated: deed, deed, kind")
      ->type_name("FILE")
      ->required();
  duplicates->add_option("--seed", arguments.duplicates.seed, "Of the edits")
      ->capture_default_str();
  duplicates->add_option("--data", arguments.duplicates.data, "Folder with lexicon/, ...")
      ->type_name("DIR");
  duplicates->add_flag("--json", arguments.json, "Print one JSON object");
}

template <typename Report>
int print(const kiertoon::Expected<Report>& report, const Arguments& arguments) {
  if (!report) {
    std::cerr << "kiertoon-eval: " << report.error().to_string() << '\n';
    return kFailed;
  }
  if (arguments.json) {
    kiertoon::write_json(*report, std::cout);
  } else {
    kiertoon::write_text(*report, std::cout);
  }
  return kOk;
}

int evaluate(const CLI::App& command, Arguments& arguments) {
  if (command.get_name() == "duplicates") {
    return print(kiertoon::run(arguments.duplicates), arguments);
  }
  arguments.search.language = kiertoon::language_from_code(arguments.language);
  const auto report = command.get_name() == "search" ? kiertoon::run(arguments.search)
                                                     : kiertoon::run(arguments.golden);
  const int printed = print(report, arguments);
  return report && report->quality.ndcg < arguments.at_least ? kBelowGoal : printed;
}

int run(int argc, char** argv) {
  CLI::App app("Measures the search on a collection with judgements.", "kiertoon-eval");
  app.footer(kFooter);
  app.require_subcommand(1);
  Arguments arguments;
  add_search(app, arguments);
  add_golden(app, arguments);
  add_duplicates(app, arguments);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kOk : kUsage;
  }
  return evaluate(*app.get_subcommands().front(), arguments);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "kiertoon-eval: " << error.what() << '\n';
    return kFailed;
  }
}
