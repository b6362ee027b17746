// Which certificate a server shows: the right one, or one that a client must refuse.
#pragma once

#include <iosfwd>
#include <optional>
#include <span>
#include <string_view>

namespace gcmock {

enum class CertificateKind {
  valid,          ///< of the mock's CA, for every name that the mock is reached by
  expired,        ///< ended yesterday
  not_yet_valid,  ///< begins in two years
  self_signed,    ///< signed by its own key
  wrong_host,     ///< of the mock's CA, for another host
  untrusted_ca,   ///< like the valid one, of a CA that nobody was told of
};

/// The enumerator's own name: "self_signed".
std::string_view to_string(CertificateKind kind);
std::optional<CertificateKind> certificate_kind_from(std::string_view word);
std::span<const CertificateKind> all_certificate_kinds();
std::ostream& operator<<(std::ostream& out, CertificateKind kind);

}  // namespace gcmock
