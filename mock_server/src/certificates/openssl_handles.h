// OpenSSL's objects, each with one owner.
#pragma once

#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <memory>

namespace gcmock {

template <auto free>
struct FreedBy {
  template <class T>
  void operator()(T* object) const {
    free(object);
  }
};

using CertificateHandle = std::unique_ptr<X509, FreedBy<X509_free>>;
using KeyHandle = std::unique_ptr<EVP_PKEY, FreedBy<EVP_PKEY_free>>;
using NumberHandle = std::unique_ptr<BIGNUM, FreedBy<BN_free>>;
using ExtensionHandle = std::unique_ptr<X509_EXTENSION, FreedBy<X509_EXTENSION_free>>;
using NamesHandle = std::unique_ptr<GENERAL_NAMES, FreedBy<GENERAL_NAMES_free>>;
using BioHandle = std::unique_ptr<BIO, FreedBy<BIO_free>>;
using SslContextHandle = std::unique_ptr<SSL_CTX, FreedBy<SSL_CTX_free>>;
using SslHandle = std::unique_ptr<SSL, FreedBy<SSL_free>>;

}  // namespace gcmock
