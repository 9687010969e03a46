// kiertoon-indexer: reads deeds and makes the index that kiertoon-server answers from.

#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "indexer/commands.h"
#include "indexer/exit_code.h"
#include "indexer/input_file.h"
#include "indexer/thesaurus_arguments.h"

namespace {

constexpr std::size_t kMaxThreads = 64;

constexpr const char* kFooter = R"(
Exit codes:
  0    done
  1    a source cannot be read, or its deeds, or the ids to remove, are wrong: nothing was published;
       so with a thesaurus that is wrong
  2    wrong use of the program
  3    the index is busy, missing, or cannot be read or written; a thesaurus cannot be written
  4    the data folder, or Voikko's Finnish dictionary, is missing or broken
  130  stopped by SIGINT; 143: by SIGTERM. The index is as it was.)";

struct Arguments {
  kiertoon::BuildOptions build;
  std::vector<std::string> removed;
  kiertoon::ThesaurusArguments thesaurus;
  std::string language;
  bool strict = false;
  bool refit = false;
  bool quiet = false;
  bool query = false;
};

void add_data_option(CLI::App& command, Arguments& arguments) {
  command.add_option("--data", arguments.build.data, "Folder with lexicon/, vocabulary/, ...")
      ->type_name("DIR");
}

CLI::Option* add_sources_option(CLI::App& command, Arguments& arguments) {
  command.add_flag("--quiet", arguments.quiet, "Print problems only");
  add_data_option(command, arguments);
  return command
      .add_option(
          "--source", arguments.build.sources, "Deeds in JSON Lines; \"-\" is the standard input")
      ->type_name("FILE");
}

void add_index_options(CLI::App& command, Arguments& arguments, const std::string& about_index) {
  command.add_option("--index", arguments.build.index, about_index)->type_name("DIR")->required();
  command.add_option("--threads", arguments.build.threads, "Threads that analyse text")
      ->check(CLI::Range(std::size_t{1}, kMaxThreads))
      ->capture_default_str();
}

void add_build(CLI::App& app, Arguments& arguments) {
  CLI::App* build = app.add_subcommand("build", "Build the index anew from all sources");
  add_sources_option(*build, arguments)->required();
  add_index_options(*build, arguments, "Folder of the index; made when missing");
  build->add_flag("--strict", arguments.strict, "Publish nothing when any deed is wrong");
}

void add_update(CLI::App& app, Arguments& arguments) {
  CLI::App* update = app.add_subcommand(
      "update",
      "Add deeds to the index, replace those with the same id, remove some; keep the rest");
  const CLI::Option* sources = add_sources_option(*update, arguments);
  const CLI::Option* removed =
      update->add_option("--remove", arguments.removed, "Ids of deeds to remove")->type_name("ID");
  add_index_options(*update, arguments, "Folder of the index; made by build");
  update->add_flag("--strict",
                   arguments.strict,
                   "Publish nothing when any deed is wrong, or an id to remove is not there");
  update->add_flag("--refit",
                   arguments.refit,
                   "Fit the space of similar deeds anew, instead of folding new deeds in");
  update->callback([&arguments, sources, removed] {
    if (sources->count() + removed->count() == 0 && !arguments.refit) {
      throw CLI::RequiredError("One of --source, --remove and --refit");
    }
  });
}

void add_check(CLI::App& app, Arguments& arguments) {
  CLI::App* check = app.add_subcommand("check", "Check the sources and change nothing");
  add_sources_option(*check, arguments)->required();
}

void add_analyze(CLI::App& app, Arguments& arguments) {
  CLI::App* analyze =
      app.add_subcommand("analyze", "Print the terms of each line of the standard input, as JSON");
  analyze->add_option("--language", arguments.language, "Of the lines; detected when not given")
      ->check(CLI::IsMember({"fi", "sv", "en"}));
  analyze->add_flag("--query", arguments.query, "Read the lines as queries");
  add_data_option(*analyze, arguments);
}

kiertoon::ProgressStyle progress_style(const Arguments& arguments) {
  if (arguments.quiet) {
    return kiertoon::ProgressStyle::kNone;
  }
  return ::isatty(STDERR_FILENO) != 0 ? kiertoon::ProgressStyle::kBar
                                      : kiertoon::ProgressStyle::kLines;
}

int analyze(const Arguments& arguments) {
  const kiertoon::AnalyzeOptions options{
      .data = arguments.build.data,
      .language = kiertoon::language_from_code(arguments.language),
      .role = arguments.query ? kiertoon::TextRole::kQuery : kiertoon::TextRole::kDocument};
  const auto input = kiertoon::open_input("-");
  return kiertoon::run_analyze(options, *input, {std::cout, std::cerr});
}

int update(const Arguments& arguments,
           kiertoon::Reporter& reporter,
           kiertoon::StopSignals& signals) {
  const auto latent_space =
      arguments.refit ? kiertoon::LatentSpaceSource::kFitted : kiertoon::LatentSpaceSource::kKept;
  return kiertoon::run_update(
      {.build = arguments.build, .removed = arguments.removed, .latent_space = latent_space},
      reporter,
      signals);
}

int run(const CLI::App& command, Arguments& arguments) {
  if (command.get_name() == "analyze") {
    return analyze(arguments);
  }
  if (command.get_name() == "thesaurus") {
    return kiertoon::run_thesaurus(command, arguments.thesaurus, {std::cout, std::cerr});
  }
  kiertoon::Reporter reporter({std::cout, std::cerr}, progress_style(arguments));
  kiertoon::StopSignals signals;
  if (command.get_name() == "check") {
    return kiertoon::run_check({arguments.build.sources, arguments.build.data}, reporter, signals);
  }
  arguments.build.strictness =
      arguments.strict ? kiertoon::Strictness::kFail : kiertoon::Strictness::kSkip;
  return command.get_name() == "update" ? update(arguments, reporter, signals)
                                        : kiertoon::run_build(arguments.build, reporter, signals);
}

int run(int argc, char** argv) {
  CLI::App app("Makes the index that kiertoon-server answers from.", "kiertoon-indexer");
  app.footer(kFooter);
  app.require_subcommand(1);
  Arguments arguments;
  add_build(app, arguments);
  add_update(app, arguments);
  add_check(app, arguments);
  add_analyze(app, arguments);
  kiertoon::add_thesaurus(app, arguments.thesaurus);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kiertoon::kExitOk : kiertoon::kExitUsage;
  }
  return run(*app.get_subcommands().front(), arguments);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "kiertoon-indexer: " << error.what() << '\n';
    return kiertoon::kExitEnvironment;
  }
}
