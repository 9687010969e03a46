#include "indexer/skos_collector.h"

#include <algorithm>
#include <array>

#include "analysis/text.h"
#include "analysis/thesaurus_names.h"
#include "base/tsv.h"
#include "base/utf8.h"

namespace kiertoon {
namespace {

constexpr std::string_view kType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
constexpr std::string_view kDeprecated = "http://www.w3.org/2002/07/owl#deprecated";
constexpr std::string_view kSkos = "http://www.w3.org/2004/02/skos/core#";

constexpr std::array<std::string_view, 5> kGroupTypes{
    "http://www.w3.org/2004/02/skos/core#Collection",
    "http://www.w3.org/2004/02/skos/core#OrderedCollection",
    "http://www.w3.org/2004/02/skos/core#ConceptScheme",
    "http://purl.org/iso25964/skos-thes#ConceptGroup",
    "http://purl.org/iso25964/skos-thes#ThesaurusArray"};

// The part of a SKOS term's URI after the namespace; empty for other URIs.
std::string_view skos_term(std::string_view uri) {
  return uri.starts_with(kSkos) ? uri.substr(kSkos.size()) : std::string_view();
}

std::optional<SkosLabelKind> label_kind_of(std::string_view term) {
  if (term == "prefLabel") {
    return SkosLabelKind::kPreferred;
  }
  if (term == "altLabel") {
    return SkosLabelKind::kAlternative;
  }
  if (term == "hiddenLabel") {
    return SkosLabelKind::kHidden;
  }
  return std::nullopt;
}

// "fi", "fi-FI", "FI" -> Finnish.
std::optional<Language> language_of(std::string_view tag) {
  return language_from_code(to_lower(tag.substr(0, tag.find('-'))));
}

// On one line with single spaces. Of a text that is too long for a name as much as shows that.
std::string label_text(std::string_view literal) {
  constexpr std::size_t kEnough = kLongestThesaurusName + 4;  // a code point more
  std::string text;
  for (const std::string& word : split_words(literal)) {
    text += (text.empty() ? "" : " ") + word;
  }
  return std::string(truncate_utf8(text, kEnough));
}

template <typename T>
void sort_and_remove_copies(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

void SkosCollector::add(const RdfStatement& statement) {
  const RdfNode& object = statement.object;
  if (statement.predicate == kType && object.kind == RdfNode::Kind::kUri) {
    add_type(statement.subject, object.text);
  }
  if (statement.subject.kind != RdfNode::Kind::kUri) {
    return;
  }
  const std::string_view subject = statement.subject.text;
  const std::string_view term = skos_term(statement.predicate);
  if (statement.predicate == kDeprecated) {
    auto& resource = resources_[number_of(subject)];
    resource.is_deprecated |= object.text == "true" || object.text == "1";
  } else if (const auto kind = label_kind_of(term);
             kind && object.kind == RdfNode::Kind::kLiteral) {
    add_label(subject, object, *kind);
  } else if (object.kind == RdfNode::Kind::kUri) {
    add_link(term, subject, object.text);
  }
}

std::uint32_t SkosCollector::number_of(std::string_view uri) {
  const auto known = numbers_.find(uri);
  if (known != numbers_.end()) {
    return known->second;
  }
  const auto number = static_cast<std::uint32_t>(resources_.size());
  numbers_.emplace(uri, number);
  resources_.emplace_back();
  return number;
}

void SkosCollector::add_type(const RdfNode& subject, std::string_view type) {
  const bool is_concept = skos_term(type) == "Concept";
  const bool is_group =
      std::find(kGroupTypes.begin(), kGroupTypes.end(), type) != kGroupTypes.end();
  if (!is_concept && !is_group) {
    return;
  }
  if (subject.kind != RdfNode::Kind::kUri) {
    without_uri_ += is_concept ? 1 : 0;
    return;
  }
  auto& resource = resources_[number_of(subject.text)];
  resource.is_concept |= is_concept;
  resource.is_group |= is_group;
}

void SkosCollector::add_label(std::string_view subject, const RdfNode& label, SkosLabelKind kind) {
  auto& resource = resources_[number_of(subject)];
  if (const auto language = language_of(label.language)) {
    resource.labels.push_back({kind, *language, label_text(label.text)});
  } else {
    ++resource.foreign_labels;
  }
}

void SkosCollector::add_link(std::string_view term,
                             std::string_view subject,
                             std::string_view object) {
  if (term != "broader" && term != "narrower" && term != "related") {
    return;
  }
  const std::uint32_t source = number_of(subject);
  const std::uint32_t target = number_of(object);
  if (source == target) {
    return;
  }
  if (term == "related") {
    related_.emplace_back(std::min(source, target), std::max(source, target));
  } else if (term == "broader") {
    broader_.emplace_back(source, target);
  } else {
    broader_.emplace_back(target, source);
  }
}

std::vector<std::optional<std::uint32_t>> SkosCollector::take_concepts(SkosVocabulary& vocabulary) {
  std::vector<std::pair<std::string_view, std::uint32_t>> by_uri(numbers_.begin(), numbers_.end());
  std::sort(by_uri.begin(), by_uri.end());
  std::vector<std::optional<std::uint32_t>> places(resources_.size());
  for (const auto& [uri, number] : by_uri) {
    Resource& resource = resources_[number];
    if (resource.is_concept && !resource.is_group && resource.is_deprecated) {
      ++vocabulary.deprecated;
    }
    if (!resource.is_taken()) {
      continue;
    }
    places[number] = static_cast<std::uint32_t>(vocabulary.concepts.size());
    vocabulary.foreign_labels += resource.foreign_labels;
    sort_and_remove_copies(resource.labels);
    vocabulary.concepts.push_back({.uri = std::string(uri),
                                   .labels = std::move(resource.labels),
                                   .broader = {},
                                   .related = {}});
  }
  return places;
}

SkosVocabulary SkosCollector::take() {
  SkosVocabulary vocabulary;
  vocabulary.without_uri = without_uri_;
  const auto places = take_concepts(vocabulary);
  const auto for_each_link = [&](std::vector<Link>& links, auto visit) {
    sort_and_remove_copies(links);
    for (const auto& [from, to] : links) {
      if (places[from] && places[to]) {
        visit(*places[from], *places[to]);
      } else if (places[from] || places[to]) {
        ++vocabulary.lost_links;
      }
    }
  };
  for_each_link(broader_, [&](std::uint32_t narrower, std::uint32_t broader) {
    vocabulary.concepts[narrower].broader.push_back(broader);
  });
  for_each_link(related_, [&](std::uint32_t one, std::uint32_t other) {
    vocabulary.concepts[one].related.push_back(other);
    vocabulary.concepts[other].related.push_back(one);
  });
  for (auto& taken : vocabulary.concepts) {
    sort_and_remove_copies(taken.broader);
    sort_and_remove_copies(taken.related);
  }
  return vocabulary;
}

}  // namespace kiertoon
