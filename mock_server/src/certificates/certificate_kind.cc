#include "gcmock/certificates/certificate_kind.h"

#include <algorithm>
#include <array>
#include <ostream>

namespace gcmock {
namespace {

constexpr std::array kinds{CertificateKind::valid,       CertificateKind::expired,    CertificateKind::not_yet_valid,
                           CertificateKind::self_signed, CertificateKind::wrong_host, CertificateKind::untrusted_ca};

}  // namespace

std::string_view to_string(CertificateKind kind) {
  switch (kind) {
    case CertificateKind::valid:
      return "valid";
    case CertificateKind::expired:
      return "expired";
    case CertificateKind::not_yet_valid:
      return "not_yet_valid";
    case CertificateKind::self_signed:
      return "self_signed";
    case CertificateKind::wrong_host:
      return "wrong_host";
    case CertificateKind::untrusted_ca:
      return "untrusted_ca";
  }
  return "?";
}

std::optional<CertificateKind> certificate_kind_from(std::string_view word) {
  const auto found = std::ranges::find(kinds, word, [](CertificateKind kind) { return to_string(kind); });
  return found == kinds.end() ? std::nullopt : std::optional(*found);
}

std::span<const CertificateKind> all_certificate_kinds() {
  return kinds;
}

std::ostream& operator<<(std::ostream& out, CertificateKind kind) {
  return out << to_string(kind);
}

}  // namespace gcmock
