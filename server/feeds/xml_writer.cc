#include "server/feeds/xml_writer.h"

namespace kiertoon {

namespace {

// U+FFFE and U+FFFF.
constexpr std::string_view kNoCharacter1 = "\xEF\xBF\xBE";
constexpr std::string_view kNoCharacter2 = "\xEF\xBF\xBF";
constexpr std::size_t kNoCharacterBytes = 3;

// What stands for a byte of XML's own, within attributes too, where a reader would make a space of
// a line's end; empty: itself.
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
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    case '\t':
      return "&#9;";
    default:
      return {};
  }
}

bool is_forbidden(char c) {
  return static_cast<unsigned char>(c) < 0x20;
}

}  // namespace

void XmlWriter::element(XmlName name, XmlAttributes attributes, std::string_view text) {
  open(name, attributes, ">");
  escape(text);
  close(name);
}

void XmlWriter::open(XmlName name, XmlAttributes attributes, std::string_view end) {
  out_ += '<';
  out_ += name.text();
  for (const auto& [attribute, value] : attributes) {
    out_ += ' ';
    out_ += attribute.text();
    out_ += "=\"";
    escape(value);
    out_ += '"';
  }
  out_ += end;
}

void XmlWriter::close(XmlName name) {
  out_ += "</";
  out_ += name.text();
  out_ += ">\n";
}

void XmlWriter::escape(std::string_view text) {
  while (!text.empty()) {
    if (text.starts_with(kNoCharacter1) || text.starts_with(kNoCharacter2)) {
      text.remove_prefix(kNoCharacterBytes);
      continue;
    }
    const char c = text.front();
    if (const std::string_view instead = reference(c); !instead.empty()) {
      out_ += instead;
    } else if (!is_forbidden(c)) {
      out_ += c;
    }
    text.remove_prefix(1);
  }
}

}  // namespace kiertoon
