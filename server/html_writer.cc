#include "server/html_writer.h"

#include <algorithm>
#include <array>

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
  out_ += ">\n";
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
