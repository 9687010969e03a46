#include "search/deed/deed_rules.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/tsv.h"
#include "base/utf8.h"

namespace kiertoon {
namespace {

constexpr std::size_t kMaxShownCharacters = 80;

bool is_slug_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

bool is_id_character(char c) {
  return is_slug_character(c) || (c >= 'A' && c <= 'Z') || c == '.' || c == '_';
}

// Bytes of the control character that `text` begins with: C0, DEL, C1, the separators of lines and
// paragraphs. 0 when it begins with something else.
std::size_t control_character_size(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  if (first < 0x20 || first == 0x7f) {
    return 1;
  }
  if (first == 0xc2 && text.size() > 1 && static_cast<unsigned char>(text[1]) < 0xa0) {
    return 2;
  }
  return text.starts_with("\u2028") || text.starts_with("\u2029") ? 3 : 0;
}

bool breaks_line(std::string_view control) {
  return control == "\n" || control == "\t" || control.size() == 3;
}

std::string control_problem(std::string_view text, Lines lines) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view control = text.substr(i, control_character_size(text.substr(i)));
    if (control.empty() || (lines == Lines::kMany && breaks_line(control))) {
      continue;
    }
    return breaks_line(control) ? "has a line break or a tab; it is one line"
                                : "has a control character";
  }
  return {};
}

bool consists_of(std::string_view text, bool (*allowed)(char)) {
  return std::all_of(text.begin(), text.end(), allowed);
}

bool is_web_address(std::string_view text) {
  const std::string_view scheme = text.starts_with("https://") ? "https://" : "http://";
  return text.starts_with(scheme) && text.size() > scheme.size() &&
         std::string_view("/?#:@.").find(text[scheme.size()]) == std::string_view::npos &&
         text.find_first_of(" \"<>\\^`{|}") == std::string_view::npos;
}

std::string_view form_problem(std::string_view text, Form form) {
  switch (form) {
    case Form::kId:
      return consists_of(text, is_id_character) ? ""
                                                : "may hold only A-Z, a-z, 0-9, '.', '_' and '-'";
    case Form::kSlug:
      return consists_of(text, is_slug_character) ? "" : "is not a slug: only a-z, 0-9 and '-'";
    case Form::kWebAddress:
      return is_web_address(text) ? ""
                                  : "is not a web address that begins with http:// or https://";
    case Form::kAny:
      break;
  }
  return "";
}

}  // namespace

std::string text_problem(std::string_view text, const TextRule& rule) {
  if (rule.presence == Presence::kRequired && strip(text).empty()) {
    return "is empty";
  }
  if (text.size() > rule.max_characters) {
    if (const std::size_t characters = count_code_points(text); characters > rule.max_characters) {
      return fmt::format("has {} characters; {} are allowed", characters, rule.max_characters);
    }
  }
  std::string problem = control_problem(text, rule.lines);
  return problem.empty() && !text.empty() ? std::string(form_problem(text, rule.form)) : problem;
}

std::string shorten_for_message(std::string_view text) {
  const bool cut = byte_offset(text, kMaxShownCharacters) < text.size();
  std::string_view rest = cut ? text.substr(0, byte_offset(text, kMaxShownCharacters - 1)) : text;
  std::string out;
  while (!rest.empty()) {
    const std::size_t control = control_character_size(rest);
    out += control > 0 ? std::string_view("\uFFFD") : rest.substr(0, 1);
    rest.remove_prefix(std::max<std::size_t>(control, 1));
  }
  return cut ? out + "…" : out;
}

}  // namespace kiertoon
