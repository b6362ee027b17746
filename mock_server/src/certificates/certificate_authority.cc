// X.509 version 3 with what strict verifiers ask for (RFC 5280 §4.2.1: key identifiers, key usages, basic constraints).
#include "certificates/certificate_authority.h"

#include <openssl/pem.h>
#include <openssl/rand.h>

#include <array>

#include "gcmock/error.h"

namespace gcmock {
namespace {

using std::chrono::days;

/// When a certificate is good, from now.
struct Validity {
  days from;
  days to;
};

// Long enough for clients whose clock a test moves by a year or two, within the 825 days that Apple's verifiers allow.
constexpr Validity in_force{days{-60}, days{760}};

Validity validity_of(CertificateKind kind) {
  switch (kind) {
    case CertificateKind::expired:
      return {days{-60}, days{-1}};
    case CertificateKind::not_yet_valid:
      return {days{760}, days{1125}};
    case CertificateKind::valid:
    case CertificateKind::self_signed:
    case CertificateKind::wrong_host:
    case CertificateKind::untrusted_ca:
      return in_force;
  }
  return in_force;
}

void need(bool succeeded, const char* what) {
  if (!succeeded) throw Error{std::string{"OpenSSL: "} + what};
}

template <class Handle>
Handle needed(typename Handle::pointer object, const char* what) {
  need(object != nullptr, what);
  return Handle{object};
}

KeyHandle new_key() {
  return needed<KeyHandle>(EVP_EC_gen("P-256"), "no key could be made");
}

/// Positive and never the same twice: a client may remember serial numbers of an issuer.
void set_serial(X509& certificate) {
  std::array<unsigned char, 16> bytes{};
  need(RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) == 1, "no random bytes");
  bytes[0] = static_cast<unsigned char>((bytes[0] & 0x3f) | 0x40);
  const auto number = needed<NumberHandle>(BN_bin2bn(bytes.data(), bytes.size(), nullptr), "no number");
  need(BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(&certificate)) != nullptr, "no serial number");
}

void set_validity(X509& certificate, Validity validity, CertificateAuthority::Now now) {
  auto seconds = std::chrono::system_clock::to_time_t(now);
  const bool is_set =
      X509_time_adj_ex(X509_getm_notBefore(&certificate), static_cast<int>(validity.from.count()), 0, &seconds) !=
          nullptr &&
      X509_time_adj_ex(X509_getm_notAfter(&certificate), static_cast<int>(validity.to.count()), 0, &seconds) != nullptr;
  need(is_set, "no validity");
}

void set_subject(X509& certificate, const std::string& common_name) {
  X509_NAME* subject = X509_get_subject_name(&certificate);
  const auto add = [&](const char* field, const std::string& text) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    need(X509_NAME_add_entry_by_txt(subject, field, MBSTRING_UTF8, bytes, static_cast<int>(text.size()), -1, 0) == 1,
         "no subject");
  };
  add("O", "gcmock");
  add("CN", common_name);
}

/// `issuer` is the certificate itself where it signs itself.
void add_extension(X509& certificate, X509& issuer, int id, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, &issuer, &certificate, nullptr, nullptr, 0);
  const auto extension = needed<ExtensionHandle>(X509V3_EXT_conf_nid(nullptr, &context, id, value), "no extension");
  need(X509_add_ext(&certificate, extension.get(), -1) == 1, "no room for an extension");
}

GENERAL_NAME* general_name(const std::string& name) {
  GENERAL_NAME* entry = GENERAL_NAME_new();
  if (ASN1_OCTET_STRING* address = a2i_IPADDRESS(name.c_str())) {
    GENERAL_NAME_set0_value(entry, GEN_IPADD, address);
    return entry;
  }
  ASN1_IA5STRING* text = ASN1_IA5STRING_new();
  ASN1_STRING_set(text, name.data(), static_cast<int>(name.size()));
  GENERAL_NAME_set0_value(entry, GEN_DNS, text);
  return entry;
}

void add_names(X509& certificate, std::span<const std::string> names) {
  const auto list = needed<NamesHandle>(GENERAL_NAMES_new(), "no list of names");
  for (const auto& name : names) sk_GENERAL_NAME_push(list.get(), general_name(name));
  need(X509_add1_ext_i2d(&certificate, NID_subject_alt_name, list.get(), 0, 0) == 1, "no names");
}

CertificateHandle new_certificate(const std::string& common_name, EVP_PKEY& key, Validity validity,
                                  CertificateAuthority::Now now) {
  auto certificate = needed<CertificateHandle>(X509_new(), "no certificate");
  X509_set_version(certificate.get(), X509_VERSION_3);
  set_serial(*certificate);
  set_validity(*certificate, validity, now);
  set_subject(*certificate, common_name);
  need(X509_set_pubkey(certificate.get(), &key) == 1, "no public key");
  return certificate;
}

void sign(X509& certificate, EVP_PKEY& key) {
  need(X509_sign(&certificate, &key, EVP_sha256()) > 0, "no signature");
}

Identity new_authority(const std::string& name, CertificateAuthority::Now now) {
  auto key = new_key();
  auto certificate = new_certificate(name, *key, in_force, now);
  X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
  add_extension(*certificate, *certificate, NID_basic_constraints, "critical,CA:TRUE");
  add_extension(*certificate, *certificate, NID_key_usage, "critical,keyCertSign,cRLSign");
  add_extension(*certificate, *certificate, NID_subject_key_identifier, "hash");
  sign(*certificate, *key);
  return {std::move(certificate), std::move(key)};
}

/// `authority` null: signs itself.
Identity new_server(std::span<const std::string> names, Validity validity, CertificateAuthority::Now now,
                    const Identity* authority) {
  auto key = new_key();
  auto certificate = new_certificate("gcmock server", *key, validity, now);
  X509& issuer = authority == nullptr ? *certificate : *authority->certificate;
  X509_set_issuer_name(certificate.get(), X509_get_subject_name(&issuer));
  add_extension(*certificate, issuer, NID_basic_constraints, "critical,CA:FALSE");
  add_extension(*certificate, issuer, NID_key_usage, "critical,digitalSignature");
  add_extension(*certificate, issuer, NID_ext_key_usage, "serverAuth");
  add_extension(*certificate, issuer, NID_subject_key_identifier, "hash");
  add_extension(*certificate, issuer, NID_authority_key_identifier, "keyid:always");
  add_names(*certificate, names);
  sign(*certificate, authority == nullptr ? *key : *authority->key);
  return {std::move(certificate), std::move(key)};
}

}  // namespace

CertificateAuthority::CertificateAuthority(const std::string& name, Now now)
    : now_(now), identity_(new_authority(name, now)) {}

std::string CertificateAuthority::pem() const {
  const auto memory = needed<BioHandle>(BIO_new(BIO_s_mem()), "no memory");
  need(PEM_write_bio_X509(memory.get(), identity_.certificate.get()) == 1, "no PEM");
  char* text = nullptr;
  const long size = BIO_get_mem_data(memory.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

Identity CertificateAuthority::issue(CertificateKind kind, std::span<const std::string> names) const {
  static const std::array<std::string, 1> of_another_host{"another-host.invalid"};
  const auto validity = validity_of(kind);
  switch (kind) {
    case CertificateKind::valid:
    case CertificateKind::expired:
    case CertificateKind::not_yet_valid:
      return new_server(names, validity, now_, &identity_);
    case CertificateKind::self_signed:
      return new_server(names, validity, now_, nullptr);
    case CertificateKind::wrong_host:
      return new_server(of_another_host, validity, now_, &identity_);
    case CertificateKind::untrusted_ca: {
      const auto stranger = new_authority("gcmock CA that nobody was told of", now_);
      return new_server(names, validity, now_, &stranger);
    }
  }
  throw Error{"no such kind of certificate"};
}

}  // namespace gcmock
