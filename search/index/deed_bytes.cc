#include "search/index/deed_bytes.h"

#include <chrono>
#include <concepts>
#include <cstdint>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/byte_stream.h"
#include "base/utf8.h"

namespace kiertoon {
namespace {

using Date = std::chrono::year_month_day;

template <typename T, typename Wanted>
concept Is = std::same_as<std::remove_const_t<T>, Wanted>;

template <typename T>
concept Enumeration = std::is_enum_v<T>;

template <typename T>
concept Composite = std::is_aggregate_v<std::remove_const_t<T>>;

template <Enumeration T>
constexpr T kLast = T();
template <>
constexpr Language kLast<Language> = kLanguages.back();
template <>
constexpr SectionKind kLast<SectionKind> = SectionKind::kOther;
template <>
constexpr OrganisationType kLast<OrganisationType> = OrganisationType::kOther;
template <>
constexpr OrganisationRole kLast<OrganisationRole> = OrganisationRole::kPartner;
template <>
constexpr AwardKind kLast<AwardKind> = AwardKind::kFinalist;

// The fields of each kind of thing, in the order in which they are written and read. `archive`
// takes them one by one.

void visit_fields(Is<Section> auto& section, auto& archive) {
  archive(section.kind);
  archive(section.text);
}

void visit_fields(Is<Organisation> auto& organisation, auto& archive) {
  archive(organisation.name);
  archive(organisation.type);
  archive(organisation.role);
}

void visit_fields(Is<Award> auto& award, auto& archive) {
  archive(award.year);
  archive(award.kind);
  archive(award.category);
}

void visit_fields(Is<Contact> auto& contact, auto& archive) {
  archive(contact.name);
  archive(contact.email);
  archive(contact.phone);
}

void visit_fields(Is<Deed> auto& deed, auto& archive) {
  archive(deed.id);
  archive(deed.url);
  archive(deed.language);
  archive(deed.title);
  archive(deed.summary);
  archive(deed.sections);
  archive(deed.organisations);
  archive(deed.themes);
  archive(deed.sectors);
  archive(deed.keywords);
  archive(deed.published);
  archive(deed.modified);
  archive(deed.awards);
  archive(deed.contacts);
  archive(deed.source);
}

class Writer {
 public:
  void operator()(int number) { bytes_.value(static_cast<std::int32_t>(number)); }
  void operator()(Enumeration auto value) { bytes_.value(static_cast<std::uint8_t>(value)); }
  void operator()(const std::string& text) { bytes_.text(text); }
  // Days since 1970, after whether there is a date.
  void operator()(const std::optional<Date>& date) {
    bytes_.value(static_cast<std::uint8_t>(date ? 1 : 0));
    if (date) {
      (*this)(static_cast<int>(std::chrono::sys_days(*date).time_since_epoch().count()));
    }
  }
  template <typename Item>
  void operator()(const std::vector<Item>& items) {
    bytes_.value(static_cast<std::uint32_t>(items.size()));
    for (const auto& item : items) {
      (*this)(item);
    }
  }
  void operator()(const Composite auto& item) { visit_fields(item, *this); }

  [[nodiscard]] std::string take() { return bytes_.take(); }

 private:
  ByteWriter bytes_;
};

// What follows something that is wrong is not read.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  void operator()(int& number) { number = next<std::int32_t>(); }
  void operator()(Enumeration auto& value) {
    using Value = std::remove_reference_t<decltype(value)>;
    const auto number = next<std::uint8_t>();
    is_whole_ = is_whole_ && number <= static_cast<std::uint8_t>(kLast<Value>);
    value = is_whole_ ? static_cast<Value>(number) : Value();
  }
  void operator()(std::string& text) {
    const auto read = is_whole_ ? bytes_.text() : std::nullopt;
    is_whole_ = read && is_valid_utf8(*read);
    if (is_whole_) {
      text = *read;
    }
  }
  void operator()(std::optional<Date>& date) {
    const auto has_date = next<std::uint8_t>();
    is_whole_ = is_whole_ && has_date <= 1;
    if (has_date == 1) {
      // Days of years beyond those that std::chrono has come out as other ones.
      const std::chrono::sys_days day{std::chrono::days(next<std::int32_t>())};
      date = Date(day);
      is_whole_ = is_whole_ && date->ok() && std::chrono::sys_days(*date) == day;
    }
  }
  template <typename Item>
  void operator()(std::vector<Item>& items) {
    const auto size = next<std::uint32_t>();
    for (std::uint32_t i = 0; i < size && is_whole_; ++i) {
      (*this)(items.emplace_back());
    }
  }
  void operator()(Composite auto& item) { visit_fields(item, *this); }

  [[nodiscard]] bool is_done() const { return is_whole_ && bytes_.at_end(); }

 private:
  template <typename T>
  [[nodiscard]] T next() {
    const auto value = is_whole_ ? bytes_.value<T>() : std::nullopt;
    is_whole_ = value.has_value();
    return value.value_or(T());
  }

  ByteReader bytes_;
  bool is_whole_ = true;
};

}  // namespace

std::string encode_deed(const Deed& deed) {
  Writer writer;
  writer(deed);
  return writer.take();
}

std::optional<Deed> decode_deed(std::string_view bytes) {
  Reader reader(bytes);
  Deed deed;
  reader(deed);
  return reader.is_done() ? std::optional(std::move(deed)) : std::nullopt;
}

}  // namespace kiertoon
