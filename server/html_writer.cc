#include "server/html_writer.h"

#include <algorithm>
#include <array>

#include "server/text.h"

namespace kiertoon {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX #9), in UTF-8.
constexpr std::array<std::string_view, 9> kDirectionCharacters{"\xE2\x80\xAA",
                                                               "\xE2\x80\xAB",
                                                               "\xE2\x80\xAC",
                                                               "\xE2\x80\xAD",
                                                               "\xE2\x80\xAE",
                                                               "\xE2\x81\xA6",
                                                               "\xE2\x81\xA7",
                                                               "\xE2\x81\xA8",
                                                               "\xE2\x81\xA9"};
constexpr std::size_t kDirectionBytes = 3;

bool is_direction_character(std::string_view text) {
  return std::any_of(kDirectionCharacters.begin(),
                     kDirectionCharacters.end(),
                     [&](std::string_view one) { return text.starts_with(one); });
}

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == '\x7F';
}

// What stands for a character of HTML's own; empty: itself.
std::string_view reference(char c) {
  switch (c) {
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '&':
      return "&amp;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return is_control(c) ? kReplacement : std::string_view();
  }
}

bool is_safe(std::string_view address) {
  return address.starts_with("https://") || address.starts_with("http://") ||
         address.starts_with("#");
}

// Browsers read "//host", and a backslash in place of its second slash, as addresses of other
// hosts.
bool is_local(std::string_view path) {
  return path.starts_with('/') && !path.starts_with("//") && !path.starts_with("/\\");
}

// Elements of running text, where a line's end would show as a space.
bool is_within_a_line(std::string_view element) {
  constexpr std::array<std::string_view, 4> kElements{"code", "span", "strong", "time"};
  return std::find(kElements.begin(), kElements.end(), element) != kElements.end();
}

// Characters that end a script's element or, to old readers of JSON, a line (U+2028, U+2029).
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kJsonEscapes{{
    {"<", "\\u003C"},
    {">", "\\u003E"},
    {"&", "\\u0026"},
    {"\xE2\x80\xA8", "\\u2028"},
    {"\xE2\x80\xA9", "\\u2029"},
}};

// The digits of a telephone number, with the plus it may begin with; empty when it is none.
std::string dialled(std::string_view number) {
  constexpr std::string_view kSeparators = " -()";
  constexpr std::size_t kShortestNumber = 3;
  std::string digits;
  for (const char c : number) {
    if ((c >= '0' && c <= '9') || (c == '+' && digits.empty())) {
      digits += c;
    } else if (kSeparators.find(c) == std::string_view::npos) {
      return {};
    }
  }
  return digits.size() < kShortestNumber ? std::string() : digits;
}

}  // namespace

void HtmlWriter::element(HtmlElement element, HtmlAttributes attributes, std::string_view text) {
  open(element.name(), attributes);
  escape(text);
  close(element.name());
}

void HtmlWriter::void_element(HtmlElement element, HtmlAttributes attributes) {
  open(element.name(), attributes);
  out_ += '\n';
}

void HtmlWriter::link(std::string_view address, std::string_view text, HtmlAttributes attributes) {
  if (is_safe(address)) {
    anchor(address, text, attributes);
  } else {
    escape(text);
  }
}

void HtmlWriter::local_link(std::string_view path,
                            std::string_view text,
                            HtmlAttributes attributes) {
  if (is_local(path)) {
    anchor(path, text, attributes);
  } else {
    escape(text);
  }
}

void HtmlWriter::anchor(std::string_view address,
                        std::string_view text,
                        HtmlAttributes attributes) {
  out_ += "<a";
  attribute("href", address);
  for (const auto& [name, value] : attributes) {
    attribute(name.name(), value);
  }
  out_ += '>';
  escape(text);
  out_ += "</a>";
}

void HtmlWriter::mail_link(std::string_view address) {
  if (is_mail_address(address)) {
    anchor("mailto:" + std::string(address), address, {});
  } else {
    escape(address);
  }
}

void HtmlWriter::phone_link(std::string_view number) {
  const std::string digits = dialled(number);
  if (digits.empty()) {
    escape(number);
  } else {
    anchor("tel:" + digits, number, {});
  }
}

void HtmlWriter::head_link(HtmlAttributes attributes, std::string_view address) {
  out_ += "<link";
  for (const auto& [name, value] : attributes) {
    attribute(name.name(), value);
  }
  attribute("href", address);
  out_ += ">\n";
}

void HtmlWriter::json_block(std::string_view json) {
  out_ += "<script type=\"application/ld+json\">";
  // Within JSON these stand in texts alone, where an escape means the same.
  while (!json.empty()) {
    const auto* const found =
        std::find_if(kJsonEscapes.begin(), kJsonEscapes.end(), [&](const auto& one) {
          return json.starts_with(one.first);
        });
    const bool escaped = found != kJsonEscapes.end();
    const std::size_t bytes = escaped ? found->first.size() : 1;
    out_ += escaped ? found->second : json.substr(0, 1);
    json.remove_prefix(bytes);
  }
  out_ += "</script>\n";
}

void HtmlWriter::style_sheet(std::string_view css) {
  out_ += "<style>";
  out_ += css;
  out_ += "</style>\n";
}

void HtmlWriter::open(std::string_view element, HtmlAttributes attributes) {
  out_ += '<';
  out_ += element;
  for (const auto& [name, value] : attributes) {
    attribute(name.name(), value);
  }
  out_ += '>';
}

void HtmlWriter::close(std::string_view element) {
  out_ += "</";
  out_ += element;
  out_ += '>';
  if (!is_within_a_line(element)) {
    out_ += '\n';
  }
}

void HtmlWriter::attribute(std::string_view name, std::string_view value) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  escape(value);
  out_ += '"';
}

void HtmlWriter::escape(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (is_direction_character(text.substr(i))) {
      i += kDirectionBytes;
      continue;
    }
    const std::string_view instead = reference(text[i]);
    if (instead.empty()) {
      out_ += text[i];
    } else {
      out_ += instead;
    }
    ++i;
  }
}

}  // namespace kiertoon
