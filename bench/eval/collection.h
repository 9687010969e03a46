#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/analyzer.h"
#include "base/bounded_cache.h"
#include "base/error.h"
#include "bench/eval/metrics.h"
#include "search/deed/deed.h"

namespace kiertoon {

// A document of a collection that was not made for kiertoon: JSON Lines of {"id", "title", "text"}.
struct Document {
  std::string id;
  std::string title;
  std::string text;
};

// JSON Lines of {"qid", "text", "lang", "kind"}; the last two may be missing.
struct Query {
  std::string id;
  std::string text;
  std::string language;
  std::string kind;  // what sort of query it is, for results by kind
};

// Asks for documents similar to one of the collection. JSON Lines of {"qid", "docid"}.
struct SimilarQuery {
  std::string id;
  std::string document;  // as deed_id_of() names it
  std::string text;      // asks with the text of that document; empty: asks with its deed
};

// Judgements by query id.
using Qrels = StringMap<Judgements>;

// Errors of all of these name file and line.
[[nodiscard]] Expected<std::vector<Document>> load_documents(const std::filesystem::path& path);
[[nodiscard]] Expected<std::vector<Query>> load_queries(const std::filesystem::path& path);
[[nodiscard]] Expected<std::vector<SimilarQuery>> load_similar_queries(
    const std::filesystem::path& path);
// Tab-separated: query id, document id, grade. Documents are named as deed_id_of() does.
[[nodiscard]] Expected<Qrels> load_qrels(const std::filesystem::path& path);
// Deeds as kiertoon-indexer reads them; a missing language is detected.
[[nodiscard]] Expected<std::vector<Deed>> load_deeds(const std::filesystem::path& path,
                                                     Analyzer& analyzer);

// A document as a deed that keeps the rules of the format: characters that an id cannot have become
// "_", the text one section (more when it is very long), a missing title a dash, which has no
// terms. The language is detected when absent.
[[nodiscard]] Deed deed_from(const Document& document,
                             std::optional<Language> language,
                             Analyzer& analyzer);

// A document's id as a deed has it.
[[nodiscard]] std::string deed_id_of(std::string_view document_id);

}  // namespace kiertoon
