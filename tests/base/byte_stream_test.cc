#include "base/byte_stream.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using ::testing::IsEmpty;

const std::vector<std::uint32_t> kNumbers{1, 0, 4'294'967'295};

std::string written() {
  ByteWriter writer;
  writer.value(std::uint16_t{513});
  writer.values(std::span(kNumbers));
  writer.text("työ");
  writer.text({});
  writer.values(std::span<const double>());
  writer.value(-0.5);
  return writer.take();
}

// How many of the six things written can be read.
int readable(std::string_view bytes) {
  ByteReader reader(bytes);
  int read = 0;
  read += reader.value<std::uint16_t>() ? 1 : 0;
  read += reader.values<std::uint32_t>() ? 1 : 0;
  read += reader.text() ? 1 : 0;
  read += reader.text() ? 1 : 0;
  read += reader.values<double>() ? 1 : 0;
  read += reader.value<double>() ? 1 : 0;
  return read;
}

TEST(ByteStream, ReadsWhatWasWritten) {
  const std::string bytes = written();
  ByteReader reader(bytes);
  EXPECT_EQ(reader.value<std::uint16_t>(), 513);
  EXPECT_FALSE(reader.at_end());
  EXPECT_EQ(reader.values<std::uint32_t>(), kNumbers);
  EXPECT_EQ(reader.text(), "työ");
  EXPECT_EQ(reader.text(), "");
  const auto none = reader.values<double>();
  ASSERT_TRUE(none);
  EXPECT_THAT(*none, IsEmpty());
  EXPECT_EQ(reader.value<double>(), -0.5);
  EXPECT_TRUE(reader.at_end());
}

TEST(ByteStream, KeepsZeroBytesOfATextAndPointsIntoTheBytes) {
  ByteWriter writer;
  writer.text(std::string_view("a\0b", 3));
  const std::string bytes = writer.take();
  const auto text = ByteReader(bytes).text();
  ASSERT_TRUE(text);
  EXPECT_EQ(*text, std::string_view("a\0b", 3));
  EXPECT_EQ(text->data() + text->size(), bytes.data() + bytes.size());
}

TEST(ByteStream, IsLittleEndian) {
  ByteWriter writer;
  writer.value(std::uint16_t{513});
  writer.text("a");
  EXPECT_EQ(writer.take(), std::string("\1\2\1\0\0\0\0\0\0\0a", 11));
}

TEST(ByteStream, AWriterBeginsAnewOnceItsBytesAreTaken) {
  ByteWriter writer;
  writer.text("a");
  EXPECT_EQ(writer.take().size(), 9U);
  EXPECT_EQ(writer.take(), "");
}

TEST(ByteStream, EveryPrefixReadsLessAndNeverMoreThanItHolds) {
  const std::string bytes = written();
  EXPECT_EQ(readable(bytes), 6);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    // A copy of its own size, so that a sanitizer sees what is read beyond it.
    const std::vector<char> cut(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
    EXPECT_LT(readable({cut.data(), cut.size()}), 6) << size;
  }
}

TEST(ByteStream, DoesNotBelieveACountBeyondItsBytes) {
  for (const std::uint64_t count : {std::uint64_t{2},
                                    std::uint64_t{1} << 61,  // times 8 bytes overflows
                                    std::numeric_limits<std::uint64_t>::max()}) {
    ByteWriter writer;
    writer.value(count);
    writer.value(std::uint64_t{7});
    const std::string bytes = writer.take();
    EXPECT_FALSE(ByteReader(bytes).values<std::uint64_t>()) << count;
    if (count > sizeof(std::uint64_t)) {
      EXPECT_FALSE(ByteReader(bytes).text()) << count;
    }
  }
}

TEST(ByteStream, ReadsNothingFromNothing) {
  ByteReader reader({});
  EXPECT_TRUE(reader.at_end());
  EXPECT_FALSE(reader.value<char>());
  EXPECT_FALSE(reader.text());
  EXPECT_FALSE(reader.values<char>());
}

TEST(ByteStream, AValueThatCannotBeReadTakesNothingAway) {
  ByteReader reader("ab");
  EXPECT_FALSE(reader.value<std::uint32_t>());
  EXPECT_EQ(reader.value<char>(), 'a');
  EXPECT_EQ(reader.value<char>(), 'b');
  EXPECT_TRUE(reader.at_end());
}

}  // namespace
}  // namespace kiertoon
