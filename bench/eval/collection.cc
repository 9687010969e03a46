#include "bench/eval/collection.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <functional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/tsv.h"
#include "base/utf8.h"
#include "search/deed/deed_json.h"
#include "search/deed/deed_rules.h"

namespace kiertoon {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kNoTitle = "–";

// Calls `read(line)` for each line that is not blank; what it returns beside success is where the
// reading ends.
Expected<void> each_line(const std::filesystem::path& path,
                         const std::function<Expected<void>(const std::string&)>& read) {
  std::ifstream file(path);
  if (!file) {
    return fail(ErrorCode::kNotFound, "cannot read " + path.string());
  }
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (strip(line).empty()) {
      continue;
    }
    if (auto done = read(line); !done) {
      return fail(ErrorCode::kInvalidData,
                  fmt::format("{}:{}: {}", path.string(), number, done.error().message));
    }
  }
  return {};
}

// As each_line(), for JSON objects.
Expected<void> each_object(const std::filesystem::path& path,
                           const std::function<Expected<void>(const Json&)>& read) {
  return each_line(path, [&](const std::string& line) -> Expected<void> {
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object()) {
      return fail(ErrorCode::kInvalidData, "is not a JSON object");
    }
    return read(json);
  });
}

// The text of a field; empty when it is missing or something else.
std::string text_of(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// `text` without what a deed refuses.
std::string without_control_characters(std::string_view text) {
  std::string clean = to_valid_utf8(text);
  std::replace_if(
      clean.begin(),
      clean.end(),
      [](char c) { return (c >= 0 && c < ' ' && c != '\n' && c != '\t') || c == '\x7f'; },
      ' ');
  for (std::size_t i = 0; i + 1 < clean.size(); ++i) {
    if (clean[i] == '\xc2' && static_cast<unsigned char>(clean[i + 1]) < 0xa0) {  // C1
      clean.replace(i, 2, "  ");
    }
  }
  return clean;
}

std::string one_line(std::string_view text, const TextRule& rule) {
  std::string line = without_control_characters(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  line.resize(byte_offset(line, rule.max_characters));
  return line;
}

std::vector<Section> sections_of(std::string_view text) {
  std::vector<Section> sections;
  const std::string clean = without_control_characters(text);
  for (std::string_view rest = clean; !strip(rest).empty();) {
    const std::string_view part =
        rest.substr(0, byte_offset(rest, deed_rules::kSectionText.max_characters));
    sections.push_back({SectionKind::kOther, std::string(part)});
    rest.remove_prefix(part.size());
  }
  return sections;
}

}  // namespace

Expected<std::vector<Document>> load_documents(const std::filesystem::path& path) {
  std::vector<Document> documents;
  const auto read = each_object(path, [&](const Json& json) -> Expected<void> {
    documents.push_back({text_of(json, "id"), text_of(json, "title"), text_of(json, "text")});
    return documents.back().id.empty() ? fail(ErrorCode::kInvalidData, "has no id")
                                       : Expected<void>();
  });
  return read.map([&] { return std::move(documents); });
}

Expected<std::vector<Query>> load_queries(const std::filesystem::path& path) {
  std::vector<Query> queries;
  const auto read = each_object(path, [&](const Json& json) -> Expected<void> {
    queries.push_back({text_of(json, "qid"),
                       text_of(json, "text"),
                       text_of(json, "lang"),
                       text_of(json, "kind")});
    const bool complete = !queries.back().id.empty() && !queries.back().text.empty();
    return complete ? Expected<void>() : fail(ErrorCode::kInvalidData, "has no qid or no text");
  });
  return read.map([&] { return std::move(queries); });
}

Expected<std::vector<SimilarQuery>> load_similar_queries(const std::filesystem::path& path) {
  std::vector<SimilarQuery> queries;
  const auto read = each_object(path, [&](const Json& json) -> Expected<void> {
    queries.push_back({.id = text_of(json, "qid"), .document = deed_id_of(text_of(json, "docid"))});
    const bool complete = !queries.back().id.empty() && !queries.back().document.empty();
    return complete ? Expected<void>() : fail(ErrorCode::kInvalidData, "has no qid or no docid");
  });
  return read.map([&] { return std::move(queries); });
}

Expected<Qrels> load_qrels(const std::filesystem::path& path) {
  const auto rows = read_tsv(path, "qid");
  if (!rows) {
    return tl::unexpected(rows.error());
  }
  Qrels qrels;
  for (const TsvRow& row : *rows) {
    const std::string_view text = row.cell(2);
    int grade = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), grade);
    if (error != std::errc() || end != text.data() + text.size()) {
      return fail(ErrorCode::kInvalidData,
                  fmt::format("{}:{}: \"{}\" is not a grade", path.string(), row.line, text));
    }
    qrels[std::string(row.cell(0))].insert_or_assign(deed_id_of(row.cell(1)), grade);
  }
  return qrels;
}

Expected<std::vector<Deed>> load_deeds(const std::filesystem::path& path, Analyzer& analyzer) {
  std::vector<Deed> deeds;
  const auto read = each_line(path, [&](const std::string& line) -> Expected<void> {
    auto parsed = parse_deed(line);
    if (!parsed) {
      return fail(ErrorCode::kInvalidData, parsed.error().front().to_string());
    }
    if (!parsed->language_given) {
      parsed->deed.language =
          analyzer.detect_language(parsed->deed.title + '\n' + parsed->deed.summary);
    }
    deeds.push_back(std::move(parsed->deed));
    return {};
  });
  return read.map([&] { return std::move(deeds); });
}

Deed deed_from(const Document& document, std::optional<Language> language, Analyzer& analyzer) {
  Deed deed;
  deed.id = deed_id_of(document.id);
  deed.title = one_line(document.title, deed_rules::kTitle);
  if (strip(deed.title).empty()) {
    deed.title = kNoTitle;
  }
  deed.language =
      language ? *language : analyzer.detect_language(document.title + '\n' + document.text);
  deed.sections = sections_of(document.text);
  deed.organisations = {{"Kokoelma", OrganisationType::kOther, OrganisationRole::kLead}};
  return deed;
}

std::string deed_id_of(std::string_view document_id) {
  std::string id(document_id.substr(0, deed_rules::kId.max_characters));
  for (char& c : id) {
    if (!text_problem(std::string_view(&c, 1), deed_rules::kId).empty()) {
      c = '_';
    }
  }
  return id;
}

}  // namespace kiertoon
