// kiertoon-eval: how good and how fast the search is on a collection with judgements, whether
// similar deeds are found, whether near-duplicates are recognised, whether misspelt words are
// understood, and how fast texts are completed.

#include <exception>
#include <filesystem>
#include <iostream>
#include <string>

#include <CLI/CLI.hpp>

#include "bench/eval/commands.h"
#include "bench/eval/duplicates.h"
#include "bench/eval/misspellings.h"
#include "bench/eval/suggest.h"

namespace {

enum ExitCode : int { kOk = 0, kBelowGoal = 1, kUsage = 2, kFailed = 3 };

constexpr const char* kFooter = R"(
Exit codes:
  0  done
  1  a figure misses its aim: --at-least, --at-most-changed
  2  wrong use of the program
  3  a file cannot be read or written or is wrong, or indexing or searching failed)";

struct Arguments {
  kiertoon::SearchEvaluation search;
  kiertoon::GoldenEvaluation golden;
  kiertoon::SimilarEvaluation similar;
  bool as_text = false;
  kiertoon::DuplicatesEvaluation duplicates;
  kiertoon::SuggestEvaluation suggest;
  kiertoon::MisspellingsEvaluation misspellings;
  std::string language;
  double at_least = 0;
  double at_most_changed = 1;
  bool json = false;
};

void add_documents(CLI::App& command, std::filesystem::path& documents, std::string& language) {
  command.add_option("--docs", documents, "JSON Lines: id, title, text")
      ->type_name("FILE")
      ->required();
  command.add_option("--language", language, "Of the documents; detected when not given")
      ->check(CLI::IsMember({"fi", "sv", "en"}));
}

void add_repeat(CLI::App& command, std::size_t& repeat) {
  command.add_option("--repeat", repeat, "Passes over the queries that are timed")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
}

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
  add_repeat(command, options.repeat);
  command.add_option("--at-least", arguments.at_least, "Fail when nDCG@10 is lower")
      ->check(CLI::Range(0.0, 1.0));
  command.add_flag("--json", arguments.json, "Print one JSON object");
}

void add_search(CLI::App& app, Arguments& arguments) {
  CLI::App* search = app.add_subcommand(
      "search", "Index a collection of documents, ask it the queries, and time the searches");
  add_documents(*search, arguments.search.documents, arguments.language);
  add_common_options(*search, arguments.search.common, arguments);
}

void add_golden(CLI::App& app, Arguments& arguments) {
  CLI::App* golden = app.add_subcommand(
      "golden", "Index deeds, ask them the queries, and time the searches; figures by kind");
  golden->add_option("--deeds", arguments.golden.deeds, "Deeds in JSON Lines")
      ->type_name("FILE")
      ->required();
  add_common_options(*golden, arguments.golden.common, arguments);
}

void add_similar_questions(CLI::App& similar, kiertoon::SimilarEvaluation& evaluation) {
  CLI::App* questions = similar.add_option_group("Questions")->require_option(1);
  CLI::Option* queries =
      questions->add_option("--queries", evaluation.queries, "JSON Lines: qid, docid")
          ->type_name("FILE");
  CLI::Option* classes =
      questions
          ->add_option("--classes", evaluation.classes, "Tab-separated: class, document, grade")
          ->type_name("FILE");
  CLI::Option* qrels =
      similar.add_option("--qrels", evaluation.qrels, "Tab-separated: qid, document, grade")
          ->type_name("FILE")
          ->needs(queries);
  queries->needs(qrels);
  similar.add_option("--sample", evaluation.sample.size, "Documents drawn from the classes")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str()
      ->needs(classes);
  similar.add_option("--seed", evaluation.sample.seed, "Of the drawing")->capture_default_str();
}

void add_similar(CLI::App& app, Arguments& arguments) {
  CLI::App* similar = app.add_subcommand(
      "similar", "Index a collection of documents, ask for similar ones, and time the requests");
  add_documents(*similar, arguments.similar.documents, arguments.language);
  add_similar_questions(*similar, arguments.similar);
  similar->add_flag("--as-text", arguments.as_text, "Send texts of documents, not their ids");
  add_repeat(*similar, arguments.similar.repeat);
  similar->add_option("--run-out", arguments.similar.run_out, "Write the rankings here")
      ->type_name("FILE");
  similar->add_option("--data", arguments.similar.data, "Folder with lexicon/, vocabulary/, ...")
      ->type_name("DIR");
  similar->add_option("--at-least", arguments.at_least, "Fail when nDCG@10 is lower")
      ->check(CLI::Range(0.0, 1.0));
  similar->add_flag("--json", arguments.json, "Print one JSON object");
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

void add_suggest(CLI::App& app, Arguments& arguments) {
  CLI::App* suggest =
      app.add_subcommand("suggest", "Time how texts are completed among many made-up deeds");
  suggest->add_option("--docs", arguments.suggest.documents, "JSON Lines: id, title, text")
      ->type_name("FILE")
      ->required();
  suggest->add_option("--index", arguments.suggest.index, "Built when it is not there, and left")
      ->type_name("DIR")
      ->required();
  suggest->add_option("--deeds", arguments.suggest.deeds, "That are made up")
      ->check(CLI::Range(1, 10'000'000))
      ->capture_default_str();
  suggest->add_option("--texts", arguments.suggest.texts, "That are typed, each in four ways")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  suggest->add_option("--seed", arguments.suggest.seed, "Of deeds and texts")
      ->capture_default_str();
  suggest->add_option("--data", arguments.suggest.data, "Folder with lexicon/, ...")
      ->type_name("DIR");
  suggest->add_flag("--json", arguments.json, "Print one JSON object");
}

void add_misspellings(CLI::App& app, Arguments& arguments) {
  CLI::App* misspellings = app.add_subcommand(
      "misspellings", "Misspell words of the deeds, and see whether the right hits are found");
  misspellings->add_option("--deeds", arguments.misspellings.deeds, "Deeds in JSON Lines")
      ->type_name("FILE")
      ->required();
  misspellings->add_option("--count", arguments.misspellings.count, "Misspellings")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  misspellings->add_option("--seed", arguments.misspellings.seed, "Of what is drawn")
      ->capture_default_str();
  misspellings->add_option("--data", arguments.misspellings.data, "Folder with lexicon/, ...")
      ->type_name("DIR");
  misspellings
      ->add_option("--at-least", arguments.at_least, "Fail when a lower share finds the right hits")
      ->check(CLI::Range(0.0, 1.0));
  misspellings
      ->add_option("--at-most-changed",
                   arguments.at_most_changed,
                   "Fail when a higher share of the right words is changed")
      ->check(CLI::Range(0.0, 1.0));
  misspellings->add_flag("--json", arguments.json, "Print one JSON object");
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

template <typename Report>
int print_quality(const kiertoon::Expected<Report>& report, const Arguments& arguments) {
  const int printed = print(report, arguments);
  return report && report->quality.ndcg < arguments.at_least ? kBelowGoal : printed;
}

int print_misspellings(const Arguments& arguments) {
  const auto report = kiertoon::run(arguments.misspellings);
  const int printed = print(report, arguments);
  const bool is_reached = !report || (report->all.share() >= arguments.at_least &&
                                      report->known.share() <= arguments.at_most_changed);
  return is_reached ? printed : kBelowGoal;
}

int evaluate(const CLI::App& command, Arguments& arguments) {
  const std::string& name = command.get_name();
  const auto language = kiertoon::language_from_code(arguments.language);
  if (name == "duplicates") {
    return print(kiertoon::run(arguments.duplicates), arguments);
  }
  if (name == "suggest") {
    return print(kiertoon::run(arguments.suggest), arguments);
  }
  if (name == "misspellings") {
    return print_misspellings(arguments);
  }
  if (name == "golden") {
    return print_quality(kiertoon::run(arguments.golden), arguments);
  }
  if (name == "similar") {
    arguments.similar.language = language;
    arguments.similar.asked_with =
        arguments.as_text ? kiertoon::AskedWith::kText : kiertoon::AskedWith::kDeed;
    return print_quality(kiertoon::run(arguments.similar), arguments);
  }
  arguments.search.language = language;
  return print_quality(kiertoon::run(arguments.search), arguments);
}

int run(int argc, char** argv) {
  CLI::App app("Measures the search on a collection with judgements.", "kiertoon-eval");
  app.footer(kFooter);
  app.require_subcommand(1);
  Arguments arguments;
  add_search(app, arguments);
  add_golden(app, arguments);
  add_similar(app, arguments);
  add_duplicates(app, arguments);
  add_suggest(app, arguments);
  add_misspellings(app, arguments);
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
