#include "analysis/term_list_builder.h"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

#include "base/utf8.h"

namespace kiertoon {
namespace {

constexpr std::size_t kLongestTerm = 120;  // bytes; an index holds 245 with prefix and escapes

auto order(const Term& term) {
  return std::tie(term.kind, term.text, term.language, term.begin);
}

bool same_term(const Term& a, const Term& b) {
  return std::tie(a.kind, a.text, a.language) == std::tie(b.kind, b.text, b.language);
}

}  // namespace

TermListBuilder::TermListBuilder(std::string_view original, std::string_view normalised)
    : original_(original), normalised_(normalised) {}

std::uint32_t TermListBuilder::to_bytes(std::uint32_t character) const {
  return static_cast<std::uint32_t>(byte_offset(original_, character));
}

std::uint32_t TermListBuilder::hyphens_before(std::uint32_t byte) const {
  const std::string_view before = original_.substr(0, byte);
  return static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '-'));
}

void TermListBuilder::add(std::string_view text,
                          TermKind kind,
                          std::uint32_t begin,
                          std::uint32_t end) {
  if (text.empty()) {
    return;
  }
  Term term{.text = std::string(truncate_utf8(text, kLongestTerm)), .kind = kind};
  term.end = static_cast<std::uint32_t>(original_.size());
  if (original_ == normalised_ && begin < end) {
    term.begin = to_bytes(begin);
    term.end = to_bytes(end);
    term.offset = hyphens_before(term.begin);
  }
  terms_.push_back(std::move(term));
}

void TermListBuilder::add(std::string_view text, TermKind kind, Language language) {
  add(text, kind, 0, 0);
  if (!terms_.empty()) {
    terms_.back().language = language;
  }
}

bool TermListBuilder::has(std::string_view text, TermKind kind) const {
  return std::any_of(terms_.begin(), terms_.end(), [&](const Term& term) {
    return term.text == text && term.kind == kind;
  });
}

TermList TermListBuilder::take() {
  std::sort(terms_.begin(), terms_.end(), [](const Term& a, const Term& b) {
    return order(a) < order(b);
  });
  terms_.erase(std::unique(terms_.begin(), terms_.end(), same_term), terms_.end());
  return std::move(terms_);
}

}  // namespace kiertoon
