// Where a credential was seen, in words.
#include "reading/sighting_wording.h"

#include <gtest/gtest.h>

namespace gcmock {
namespace {

TEST(SightingWording, NamesThePlaceAndTheEncoding) {
  EXPECT_EQ(describe_place({{}, SightingPlace::request_target, "state", {TextEncoding::base64}}),
            "in query parameter state, in base64");
  EXPECT_EQ(describe_place({{}, SightingPlace::request_target, "path"}), "in the path");
  EXPECT_EQ(describe_place({{}, SightingPlace::referer, "Referer"}), "in the Referer header");
  EXPECT_EQ(describe_place({{}, SightingPlace::other_header, "X-Debug", {TextEncoding::base64, TextEncoding::form}}),
            "in header X-Debug, form-encoded, in base64");
  EXPECT_EQ(describe_place({{}, SightingPlace::body_field, "body"}), "in the body");
  EXPECT_EQ(describe_place({{}, SightingPlace::body_field, "note"}), "in field note");
  EXPECT_EQ(describe_place({{}, SightingPlace::authorization_header, "Authorization"}), "in the Authorization header");
}

}  // namespace
}  // namespace gcmock
