#include "analysis/participle.h"

#include <string>

#include <gtest/gtest.h>

namespace kiertoon {
namespace {

TEST(Participle, EndsInAFewWays) {
  for (const std::string word : {"osallistuva",
                                 "perehtyvä",
                                 "osallistunut",
                                 "perehtynyt",
                                 "tullut",
                                 "purrut",
                                 "juossut",
                                 "koulutettu",
                                 "perehdytetty",
                                 "tehty",
                                 "koulutettava"}) {
    EXPECT_TRUE(ends_as_participle(word)) << word;
  }
}

TEST(Participle, IsNoVerbNorItsNouns) {
  for (const std::string word :
       {"", "v", "osallistua", "osallistuja", "osallistuminen", "osallisuus", "perehdytys"}) {
    EXPECT_FALSE(ends_as_participle(word)) << word;
  }
}

}  // namespace
}  // namespace kiertoon
