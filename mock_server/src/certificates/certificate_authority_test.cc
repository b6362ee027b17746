// Each kind of certificate, as OpenSSL's strict verifier judges it.
#include "certificates/certificate_authority.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/pem.h>

#include <array>

namespace gcmock {
namespace {

using std::chrono::days;
using Clock = std::chrono::system_clock;
using StoreHandle = std::unique_ptr<X509_STORE, FreedBy<X509_STORE_free>>;
using StoreContextHandle = std::unique_ptr<X509_STORE_CTX, FreedBy<X509_STORE_CTX_free>>;

const std::array<std::string, 4> names{"localhost", "login.mypurecloud.com", "127.0.0.1", "::1"};

CertificateHandle from_pem(const std::string& pem) {
  const BioHandle memory{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()))};
  return CertificateHandle{PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr)};
}

void expect_host(X509_VERIFY_PARAM& wanted, const std::string& host) {
  if (X509_VERIFY_PARAM_set1_ip_asc(&wanted, host.c_str()) != 1) X509_VERIFY_PARAM_set1_host(&wanted, host.c_str(), 0);
}

/// X509_V_OK, or the first mistake, for a client that trusts `pem` and connects to `host` at `now`.
int verdict(X509& certificate, const std::string& pem, const std::string& host, Clock::time_point now = Clock::now()) {
  const StoreHandle store{X509_STORE_new()};
  X509_STORE_add_cert(store.get(), from_pem(pem).get());
  const StoreContextHandle context{X509_STORE_CTX_new()};
  X509_STORE_CTX_init(context.get(), store.get(), &certificate, nullptr);
  X509_VERIFY_PARAM* wanted = X509_STORE_CTX_get0_param(context.get());
  X509_VERIFY_PARAM_set_flags(wanted, X509_V_FLAG_X509_STRICT);
  X509_VERIFY_PARAM_set_purpose(wanted, X509_PURPOSE_SSL_SERVER);
  X509_VERIFY_PARAM_set_time(wanted, Clock::to_time_t(now));
  expect_host(*wanted, host);
  X509_verify_cert(context.get());
  return X509_STORE_CTX_get_error(context.get());
}

TEST(Certificate, IsValidForEachOfItsNamesAndNoOther) {
  const CertificateAuthority authority{"gcmock CA", Clock::now()};

  const auto identity = authority.issue(CertificateKind::valid, names);

  for (const auto& name : names) EXPECT_EQ(verdict(*identity.certificate, authority.pem(), name), X509_V_OK) << name;
  EXPECT_EQ(verdict(*identity.certificate, authority.pem(), "example.com"), X509_V_ERR_HOSTNAME_MISMATCH);
  EXPECT_EQ(verdict(*identity.certificate, authority.pem(), "127.0.0.2"), X509_V_ERR_IP_ADDRESS_MISMATCH);
}

TEST(Certificate, IsValidForClocksThatAreOffAndForTestsThatMoveThem) {
  const auto now = Clock::now();
  const CertificateAuthority authority{"gcmock CA", now};

  const auto identity = authority.issue(CertificateKind::valid, names);

  for (const auto off : {days{-59}, days{-1}, days{30}, days{365}, days{759}}) {
    EXPECT_EQ(verdict(*identity.certificate, authority.pem(), "localhost", now + off), X509_V_OK) << off.count();
  }
}

TEST(Certificate, IsRefusedForTheReasonThatItsKindNames) {
  const CertificateAuthority authority{"gcmock CA", Clock::now()};
  const struct {
    CertificateKind kind;
    int verdict;
  } expected[] = {
      {CertificateKind::expired, X509_V_ERR_CERT_HAS_EXPIRED},
      {CertificateKind::not_yet_valid, X509_V_ERR_CERT_NOT_YET_VALID},
      {CertificateKind::self_signed, X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT},
      {CertificateKind::wrong_host, X509_V_ERR_HOSTNAME_MISMATCH},
      {CertificateKind::untrusted_ca, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY},
  };

  for (const auto& [kind, verdict_of_kind] : expected) {
    const auto identity = authority.issue(kind, names);
    EXPECT_EQ(verdict(*identity.certificate, authority.pem(), "localhost"), verdict_of_kind) << kind;
  }
}

TEST(Certificate, OfOneAuthorityIsNoneOfAnother) {
  const CertificateAuthority authority{"gcmock CA", Clock::now()};
  const CertificateAuthority of_another_run{"gcmock CA", Clock::now()};

  const auto identity = authority.issue(CertificateKind::valid, names);

  EXPECT_NE(verdict(*identity.certificate, of_another_run.pem(), "localhost"), X509_V_OK);
}

TEST(Certificate, HasAKeyOnP256ThatIsItsOwn) {
  const CertificateAuthority authority{"gcmock CA", Clock::now()};

  const auto identity = authority.issue(CertificateKind::valid, names);

  EXPECT_EQ(X509_check_private_key(identity.certificate.get(), identity.key.get()), 1);
  EXPECT_EQ(EVP_PKEY_get_bits(identity.key.get()), 256);
}

TEST(CertificateAuthority, GivesOutItsCertificateAndNoKey) {
  const std::string pem = CertificateAuthority{"gcmock CA", Clock::now()}.pem();

  EXPECT_THAT(pem, testing::StartsWith("-----BEGIN CERTIFICATE-----\n"));
  EXPECT_THAT(pem, testing::Not(testing::HasSubstr("PRIVATE")));
}

TEST(CertificateKind, IsReadAsItIsWritten) {
  for (const auto kind : all_certificate_kinds()) EXPECT_EQ(certificate_kind_from(to_string(kind)), kind);
  EXPECT_EQ(certificate_kind_from("sound"), std::nullopt);
}

}  // namespace
}  // namespace gcmock
