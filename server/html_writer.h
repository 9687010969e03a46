#pragma once

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace kiertoon {

// The name of an element: a literal of lower-case letters, digits and hyphens, and none that runs
// code or has a function of its own.
class HtmlElement {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is a name
  consteval HtmlElement(const char* name) : name_(name) {
    for (const char c : name_) {
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
        throw "not the name of an element";
      }
    }
    if (name_.empty() || name_ == "script" || name_ == "style" || name_ == "a" || name_ == "link") {
      throw "there is a function for it, or there is none on purpose";
    }
  }
  [[nodiscard]] std::string_view name() const { return name_; }

 private:
  std::string_view name_;
};

// The name of an attribute: a literal, and none whose value is a script, a style or an address.
class HtmlAttributeName {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is a name
  consteval HtmlAttributeName(const char* name) : name_(name) {
    for (const char c : name_) {
      if ((c < 'a' || c > 'z') && c != '-') {
        throw "not the name of an attribute";
      }
    }
    if (name_.empty() || name_.starts_with("on") || name_ == "style" || name_ == "href" ||
        name_ == "src" || name_ == "srcdoc" || name_ == "action") {
      throw "not an attribute for text";
    }
  }
  [[nodiscard]] std::string_view name() const { return name_; }

 private:
  std::string_view name_;
};

struct HtmlAttribute {
  HtmlAttributeName name;
  std::string_view value;
};

using HtmlAttributes = std::initializer_list<HtmlAttribute>;

// Writes an HTML document front to back. Names are literals and everything else is text, so that no
// text can become markup: < > & and quotes are escaped; control characters come out as U+FFFD; the
// characters that turn the direction of the text after them (U+202A to U+202E, U+2066 to U+2069)
// are left out, so that no text disturbs its neighbours. Not thread-safe.
class HtmlWriter {
 public:
  explicit HtmlWriter(std::size_t expected_bytes = 1024) { out_.reserve(expected_bytes); }

  // "<!doctype html>".
  void doctype() { out_ += "<!doctype html>\n"; }

  void text(std::string_view text) { escape(text); }

  template <std::invocable Body>
  void element(HtmlElement element, HtmlAttributes attributes, Body&& body) {
    open(element.name(), attributes);
    std::forward<Body>(body)();
    close(element.name());
  }
  template <std::invocable Body>
  void element(HtmlElement element, Body&& body) {
    this->element(element, {}, std::forward<Body>(body));
  }
  void element(HtmlElement element, HtmlAttributes attributes, std::string_view text);
  void element(HtmlElement element, std::string_view text) { this->element(element, {}, text); }

  // An element that has no content and no end: meta, br.
  void void_element(HtmlElement element, HtmlAttributes attributes);

  // A link to an address of http, of https, or within the document ("#id"). Any other address is
  // left out and the text stands alone.
  void link(std::string_view address, std::string_view text, HtmlAttributes attributes = {});

  // A link to a path of this server ("/deeds/1"). Any other address is left out and the text stands
  // alone.
  void local_link(std::string_view path, std::string_view text, HtmlAttributes attributes = {});

  // "maija@example.org" and "+358 40 123" as links that write or call; any other text stands alone.
  void mail_link(std::string_view address);
  void phone_link(std::string_view number);

  // <link> of a document's head, to an address of http or https.
  void head_link(HtmlAttributes attributes, std::string_view address);

  // JSON that no script runs, for machines that read the page: <script type="application/ld+json">.
  // `json` is valid JSON; what could end the element is escaped within it.
  void json_block(std::string_view json);

  // A style sheet, as it is: the program's own alone.
  void style_sheet(std::string_view css);

  [[nodiscard]] std::string take() && { return std::move(out_); }

 private:
  void open(std::string_view element, HtmlAttributes attributes);
  void anchor(std::string_view address, std::string_view text, HtmlAttributes attributes);
  void close(std::string_view element);
  void attribute(std::string_view name, std::string_view value);
  void escape(std::string_view text);

  std::string out_;
};

}  // namespace kiertoon
