#pragma once

#include <filesystem>
#include <vector>

#include <CLI/CLI.hpp>

#include "indexer/reporter.h"
#include "indexer/thesaurus_command.h"

namespace kiertoon {

struct ThesaurusArguments {
  ThesaurusImportOptions imported;
  std::vector<std::filesystem::path> checked;
};

// The command `thesaurus` with its subcommands; the arguments live as long as the app.
void add_thesaurus(CLI::App& app, ThesaurusArguments& arguments);

// Runs the subcommand of `thesaurus` that was given; returns the program's exit code.
[[nodiscard]] int run_thesaurus(const CLI::App& thesaurus,
                                const ThesaurusArguments& arguments,
                                const Reporter::Streams& streams);

}  // namespace kiertoon
