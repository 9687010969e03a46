#include "server/encoding.h"

#include <array>
#include <string>
#include <utility>

#include <brotli/decode.h>
#include <gtest/gtest.h>
#include <zlib.h>

namespace kiertoon {
namespace {

using Preference = std::pair<const char*, Encoding>;

class Preferred : public testing::TestWithParam<Preference> {};

TEST_P(Preferred, FollowsTheHeader) {
  EXPECT_EQ(preferred_encoding(GetParam().first), GetParam().second) << GetParam().first;
}

INSTANTIATE_TEST_SUITE_P(Encoding,
                         Preferred,
                         testing::Values(Preference{"", Encoding::kIdentity},
                                         Preference{"gzip", Encoding::kGzip},
                                         Preference{"GZip", Encoding::kGzip},
                                         Preference{"x-gzip", Encoding::kGzip},
                                         Preference{"gzip, deflate, br", Encoding::kBrotli},
                                         Preference{"br;q=0.5, gzip;q=0.8", Encoding::kGzip},
                                         Preference{"br;q=0", Encoding::kIdentity},
                                         Preference{"br;q=0, gzip;q=0.000", Encoding::kIdentity},
                                         Preference{"br;q=0,*", Encoding::kGzip},
                                         Preference{"*", Encoding::kBrotli},
                                         Preference{"*;q=0", Encoding::kIdentity},
                                         Preference{"gzip;q=0.5, identity", Encoding::kIdentity},
                                         Preference{"identity;q=0.5, gzip", Encoding::kGzip},
                                         Preference{"gzip ; q=1", Encoding::kGzip},
                                         Preference{"gzip;q=nan", Encoding::kIdentity},
                                         Preference{"gzip;q=2", Encoding::kIdentity},
                                         Preference{"gzip;q=", Encoding::kIdentity},
                                         Preference{"brotli, abr, zstd, deflate",
                                                    Encoding::kIdentity},
                                         Preference{",;q,=;,", Encoding::kIdentity}));

std::string long_text() {
  std::string text;
  for (int i = 0; i < 500; ++i) {
    text += "työhyvinvointi " + std::to_string(i * 7919) + "\n";
  }
  return text;
}

TEST(Compress, GzipUnpacksToTheSame) {
  const std::string text = long_text();
  const auto packed = compress(text, Encoding::kGzip);
  ASSERT_TRUE(packed);
  EXPECT_LT(packed->size(), text.size() / 2);
  std::string unpacked(text.size(), '\0');
  z_stream stream{};
  ASSERT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed->data()));
  stream.avail_in = static_cast<uInt>(packed->size());
  stream.next_out = reinterpret_cast<Bytef*>(unpacked.data());
  stream.avail_out = static_cast<uInt>(unpacked.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  inflateEnd(&stream);
  EXPECT_EQ(unpacked, text);
}

TEST(Compress, BrotliUnpacksToTheSame) {
  const std::string text = long_text();
  const auto packed = compress(text, Encoding::kBrotli);
  ASSERT_TRUE(packed);
  EXPECT_LT(packed->size(), text.size() / 2);
  std::string unpacked(text.size(), '\0');
  std::size_t size = unpacked.size();
  EXPECT_EQ(BrotliDecoderDecompress(packed->size(),
                                    reinterpret_cast<const std::uint8_t*>(packed->data()),
                                    &size,
                                    reinterpret_cast<std::uint8_t*>(unpacked.data())),
            BROTLI_DECODER_RESULT_SUCCESS);
  EXPECT_EQ(unpacked, text);
}

TEST(Compress, ThoroughlyIsSmaller) {
  std::string text;
  for (int i = 0; i < 5'000; ++i) {
    text += std::to_string(i * i) + " työhyvinvointi ";
  }
  const CompressedForms forms = compressed_forms(text);
  EXPECT_LT(forms.of(Encoding::kBrotli).size(), compress(text, Encoding::kBrotli)->size());
  EXPECT_LT(forms.of(Encoding::kGzip).size(), compress(text, Encoding::kGzip)->size());
}

TEST(Compress, IsForText) {
  for (const char* type : {"text/html; charset=utf-8",
                           "application/json",
                           "application/problem+json",
                           "application/atom+xml; charset=utf-8",
                           "image/svg+xml"}) {
    EXPECT_TRUE(is_compressible(type)) << type;
  }
  for (const char* type : {"image/png", "font/woff2", "image/x-icon", ""}) {
    EXPECT_FALSE(is_compressible(type)) << type;
  }
}

TEST(Compress, TakesAnEmptyBody) {
  EXPECT_TRUE(compress("", Encoding::kGzip));
  EXPECT_TRUE(compress("", Encoding::kBrotli));
  EXPECT_EQ(compress("abc", Encoding::kIdentity), "abc");
}

}  // namespace
}  // namespace kiertoon
