#include <algorithm>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "bench/eval/similar.h"
#include "bench/eval/word_editor.h"
#include "search/similar/similar_request.h"

namespace kiertoon {
namespace {

// The documents of each class, and the classes of each document, of one collection alone.
struct Classification {
  StringMap<std::set<std::string>> documents_of;
  StringMap<std::set<std::string>> classes_of;
};

Classification classify(const Qrels& classes, const std::vector<Document>& documents) {
  std::set<std::string> known;
  for (const Document& document : documents) {
    known.insert(deed_id_of(document.id));
  }
  Classification classification;
  for (const auto& [name, members] : classes) {
    for (const auto& [document, grade] : members) {
      if (grade > 0 && known.contains(document)) {
        classification.documents_of[name].insert(document);
        classification.classes_of[document].insert(name);
      }
    }
  }
  return classification;
}

Judgements judge_by_classes(const Classification& classification, const std::string& document) {
  Judgements judgements;
  for (const std::string& name : classification.classes_of.find(document)->second) {
    for (const std::string& other : classification.documents_of.find(name)->second) {
      ++judgements[other];
    }
  }
  judgements.erase(document);
  return judgements;
}

}  // namespace

SimilarQuestions draw_similar_questions(const Qrels& classes,
                                        const std::vector<Document>& documents,
                                        const SampleOptions& sample) {
  const Classification classification = classify(classes, documents);
  std::set<std::string> candidates;  // in an order that no hash decides
  for (const auto& [name, members] : classification.documents_of) {
    if (members.size() > 1) {
      candidates.insert(members.begin(), members.end());
    }
  }
  const std::vector<std::string> ordered(candidates.begin(), candidates.end());
  SimilarQuestions questions;
  for (const std::size_t drawn : WordEditor({}, sample.seed).choose(sample.size, ordered.size())) {
    const std::string& document = ordered[drawn];
    questions.queries.push_back({.id = document, .document = document, .text = {}});
    questions.qrels.emplace(document, judge_by_classes(classification, document));
  }
  return questions;
}

Expected<void> ask_with_text(const std::vector<Document>& documents,
                             std::vector<SimilarQuery>& queries) {
  StringMap<const Document*> by_id;
  for (const Document& document : documents) {
    by_id.emplace(deed_id_of(document.id), &document);
  }
  for (SimilarQuery& query : queries) {
    const auto found = by_id.find(query.document);
    if (found == by_id.end()) {
      return fail(ErrorCode::kInvalidData,
                  "query " + query.id + ": there is no document \"" + query.document + "\"");
    }
    query.text =
        truncate_utf8(found->second->title + '\n' + found->second->text, kMaxSimilarTextBytes);
  }
  return {};
}

}  // namespace kiertoon
