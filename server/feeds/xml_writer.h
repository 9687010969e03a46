#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace kiertoon {

// The name of an element or attribute: a literal of letters, ":" and "-".
class XmlName {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is a name
  consteval XmlName(const char* name) : name_(name) {
    for (const char c : name_) {
      if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && c != ':' && c != '-') {
        throw "not a name";
      }
    }
    if (name_.empty()) {
      throw "not a name";
    }
  }
  [[nodiscard]] std::string_view text() const { return name_; }

 private:
  std::string_view name_;
};

struct XmlAttribute {
  XmlName name;
  std::string_view value;
};

using XmlAttributes = std::initializer_list<XmlAttribute>;

// Writes an XML 1.0 document front to back, in UTF-8. Names are literals and everything else is
// text, so that no text can become markup. Characters that XML forbids (control characters, U+FFFE,
// U+FFFF) are left out. Text must be valid UTF-8. Not thread-safe.
class XmlWriter {
 public:
  XmlWriter() { out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"; }

  template <std::invocable Body>
  void element(XmlName name, XmlAttributes attributes, Body&& body) {
    open(name, attributes, ">\n");
    std::forward<Body>(body)();
    close(name);
  }
  void element(XmlName name, XmlAttributes attributes, std::string_view text);
  void element(XmlName name, std::string_view text) { element(name, {}, text); }
  void empty_element(XmlName name, XmlAttributes attributes) { open(name, attributes, "/>\n"); }

  [[nodiscard]] std::string take() && { return std::move(out_); }

 private:
  void open(XmlName name, XmlAttributes attributes, std::string_view end);
  void close(XmlName name);
  void escape(std::string_view text);

  std::string out_;
};

}  // namespace kiertoon
