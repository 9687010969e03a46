#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/rdf_reader.h"
#include "indexer/reporter.h"

namespace kiertoon {

// The subcommands of `kiertoon-indexer thesaurus`. Each returns the program's exit code (see
// exit_code.h) and writes only where it is told to.

struct ThesaurusImportOptions {
  std::vector<std::string> sources;  // "-" is the standard input
  std::filesystem::path output;
  std::optional<RdfFormat> format;  // absent: each file's by its name
  std::filesystem::path data;       // empty: see find_data_directory()
};

// Reads SKOS and writes a thesaurus file in its place, whole or not at all.
[[nodiscard]] int run_thesaurus_import(const ThesaurusImportOptions& options, Reporter& reporter);

// Reads thesaurus files together, as the server does, and says what is wrong or what is in them.
[[nodiscard]] int run_thesaurus_check(const std::vector<std::filesystem::path>& files,
                                      Reporter& reporter);

}  // namespace kiertoon
