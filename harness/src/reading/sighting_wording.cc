// Words for the places of credentials.
#include "reading/sighting_wording.h"

namespace gcmock {
namespace {

std::string place_of(const Sighting& sighting) {
  switch (sighting.where) {
    case SightingPlace::request_target:
      if (sighting.name == "path") return "in the path";
      return sighting.name.empty() ? "in the request target" : "in query parameter " + sighting.name;
    case SightingPlace::referer:
      return "in the Referer header";
    case SightingPlace::authorization_header:
      return "in the Authorization header";
    case SightingPlace::other_header:
      return "in header " + sighting.name;
    case SightingPlace::body_field:
      return sighting.name.empty() || sighting.name == "body" ? "in the body" : "in field " + sighting.name;
  }
  return {};
}

}  // namespace

std::string describe_place(const Sighting& sighting) {
  return place_of(sighting) + behind_comma(sighting.encodings);
}

std::string behind_comma(const std::vector<TextEncoding>& encodings) {
  return encodings.empty() ? "" : ", " + describe(encodings);
}

}  // namespace gcmock
