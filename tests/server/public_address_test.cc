#include "server/public_address.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/test_server_index.h"

namespace kiertoon {
namespace {

using testing::HasSubstr;

TEST(Host, IsANameOrAnAddress) {
  for (const char* host : {"teot.example",
                           "TEOT.example:8080",
                           "localhost",
                           "127.0.0.1:1",
                           "[::1]",
                           "[2001:db8::1]:8080",
                           "xn--4cab6c.example"}) {
    EXPECT_TRUE(is_host(host)) << host;
  }
}

TEST(Host, HoldsNothingElse) {
  const std::string long_name(256, 'a');
  for (const char* host : {"",
                           ":80",
                           "a:",
                           "a:123456",
                           "a:b",
                           "a:1:2",
                           "::1",
                           "[]",
                           "[::1",
                           "a/b",
                           "a@b",
                           "a b",
                           "a\"><script>",
                           "ä",
                           long_name.c_str()}) {
    EXPECT_FALSE(is_host(host)) << host;
  }
}

TEST(PublicAddress, IsWhatTheOperatorSaysElseTheHostAskedFor) {
  const auto address = [](std::optional<std::string> configured, const char* host) {
    return public_address(
        {.host = host},
        make_service_context(server_test_service(), Contacts::kHidden, std::move(configured)));
  };
  EXPECT_EQ(address(std::nullopt, "a.example:81").value(), "http://a.example:81");
  EXPECT_EQ(address("https://teot.example", "a.example").value(), "https://teot.example");
  EXPECT_EQ(address("https://teot.example", "<").value(), "https://teot.example");
  const auto refused = address(std::nullopt, "a.example\"><b>");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().status, 400);
  EXPECT_THAT(refused.error().detail, HasSubstr("a.example\"><b>"));
}

}  // namespace
}  // namespace kiertoon
