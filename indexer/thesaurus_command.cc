#include "indexer/thesaurus_command.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "analysis/thesaurus.h"
#include "base/files.h"
#include "indexer/exit_code.h"
#include "indexer/input_file.h"
#include "indexer/skos_collector.h"
#include "indexer/thesaurus_rows.h"
#include "search/resources.h"

namespace kiertoon {
namespace {

namespace fs = std::filesystem;

using NameCounts = std::array<std::size_t, kLanguages.size()>;

std::string describe(const NameCounts& counts) {
  std::string text;
  for (const Language language : kLanguages) {
    text += fmt::format("{}{} {}",
                        text.empty() ? "" : ", ",
                        language_code(language),
                        counts.at(static_cast<std::size_t>(language)));
  }
  return text;
}

std::string describe(std::size_t concepts,
                     const NameCounts& names,
                     std::size_t broader,
                     std::size_t related) {
  return fmt::format("concepts: {}, names: {}, links: broader {}, related {}",
                     concepts,
                     describe(names),
                     broader,
                     related);
}

std::string describe(const ThesaurusRows& made) {
  NameCounts names{};
  std::size_t broader = 0;
  std::size_t related = 0;
  for (const ThesaurusRow& row : made.rows) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      names.at(i) += row.names.at(i).size();
    }
    broader += row.broader.size();
    related += row.related.size();
  }
  return describe(made.rows.size(), names, broader, related);
}

std::string describe(const Thesaurus& thesaurus) {
  NameCounts names{};
  std::size_t broader = 0;
  std::size_t related = 0;
  for (std::uint32_t i = 0; i < thesaurus.size(); ++i) {
    for (const ThesaurusName& name : thesaurus.at(i).names) {
      ++names.at(static_cast<std::size_t>(name.language));
    }
    broader += thesaurus.at(i).broader.size();
    related += thesaurus.at(i).related.size();
  }
  return describe(thesaurus.size(), names, broader, related);
}

void report(const SkosVocabulary& vocabulary, const ThesaurusRows& made, Reporter& reporter) {
  reporter.result(describe(made));
  reporter.result(
      fmt::format("names added, without qualifier or in base form: {}", made.search_forms));
  reporter.result(
      fmt::format("concepts left out: deprecated {}, without a URI {}, without a name {}",
                  vocabulary.deprecated,
                  vocabulary.without_uri,
                  made.nameless));
  reporter.result(
      fmt::format("names left out: of other languages {}, of two other concepts {}, over 200 bytes "
                  "{}, without a word or with over eight {}, with \"|\" or unreadable {}",
                  vocabulary.foreign_labels,
                  made.refused.of_too_many_concepts,
                  made.refused.too_long,
                  made.refused.without_word_or_too_many,
                  made.refused.unwritable));
  reporter.result(fmt::format("links left out, to what is no concept here: {}",
                              vocabulary.lost_links + made.lost_links));
}

std::string shown_name(const std::string& source) {
  return source == "-" ? "standard input" : source;
}

// "yso-skos.ttl of 2026-03-01"; the day is that of the file's last change, in UTC.
std::string describe_source(const std::string& source) {
  std::error_code error;
  const auto changed = fs::last_write_time(source, error);
  if (source == "-" || error) {
    return shown_name(source);
  }
  const std::chrono::year_month_day day(
      std::chrono::floor<std::chrono::days>(std::chrono::file_clock::to_sys(changed)));
  return fmt::format("{} of {:04}-{:02}-{:02}",
                     fs::path(source).filename().string(),
                     static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

std::string comment_on(const std::vector<std::string>& sources) {
  std::string text = "Made by `kiertoon-indexer thesaurus import` from ";
  for (std::size_t i = 0; i < sources.size(); ++i) {
    text += (i == 0 ? "" : ", ") + describe_source(sources[i]);
  }
  return text;
}

Expected<void> collect(const std::string& source, RdfFormat format, SkosCollector& collector) {
  auto read = open_input(source);
  if (!read) {
    return tl::unexpected(std::move(read.error()));
  }
  return read_rdf({.name = shown_name(source), .format = format, .read = std::move(*read)},
                  [&collector](const RdfStatement& statement) { collector.add(statement); });
}

// What is wrong with the use of the program, if something is.
std::optional<Error> misuse(const ThesaurusImportOptions& options) {
  for (const std::string& source : options.sources) {
    if (!options.format && !rdf_format_of(source)) {
      return Error{ErrorCode::kInvalidArgument,
                   "the name of " + shown_name(source) + " does not tell its format",
                   "name it with --format turtle or --format rdfxml"};
    }
    std::error_code ignored;
    if (fs::equivalent(source, options.output, ignored)) {
      return Error{ErrorCode::kInvalidArgument, source + " would be overwritten by its own import"};
    }
  }
  return std::nullopt;
}

Expected<SkosVocabulary> read_vocabulary(const ThesaurusImportOptions& options) {
  SkosCollector collector;
  for (const std::string& source : options.sources) {
    const auto format = options.format ? options.format : rdf_format_of(source);
    if (auto read = collect(source, *format, collector); !read) {
      return tl::unexpected(std::move(read.error()));
    }
  }
  return collector.take();
}

int failed(const Error& error, ExitCode exit_code, Reporter& reporter) {
  reporter.error(error);
  return exit_code;
}

}  // namespace

int run_thesaurus_import(const ThesaurusImportOptions& options, Reporter& reporter) {
  if (const auto error = misuse(options)) {
    return failed(*error, kExitUsage, reporter);
  }
  const auto tools = load_indexing_tools(options.data);
  if (!tools) {
    return failed(tools.error(), kExitEnvironment, reporter);
  }
  const auto vocabulary = read_vocabulary(options);
  if (!vocabulary) {
    return failed(vocabulary.error(), kExitData, reporter);
  }
  const auto made = make_thesaurus_rows(*vocabulary, *tools->analyzer);
  if (!made) {
    return failed(made.error(), kExitEnvironment, reporter);
  }
  report(*vocabulary, *made, reporter);
  if (made->rows.empty()) {
    return failed({ErrorCode::kInvalidData,
                   "the sources hold no concept with a name in Finnish, Swedish or English"},
                  kExitData,
                  reporter);
  }
  const auto written =
      write_file_atomically(options.output, to_tsv(made->rows, comment_on(options.sources)));
  if (!written) {
    return failed(written.error(), kExitIndex, reporter);
  }
  return kExitOk;
}

int run_thesaurus_check(const std::vector<fs::path>& files, Reporter& reporter) {
  const auto thesaurus = Thesaurus::load(files);
  if (!thesaurus) {
    return failed(thesaurus.error(), kExitData, reporter);
  }
  reporter.result(describe(*thesaurus));
  return kExitOk;
}

}  // namespace kiertoon
