// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

/// A self-signed certificate for localhost and 127.0.0.1 with its key, made anew for each test program: no key lies in the tree.
struct Certificate {
    QByteArray certificate, key; ///< PEM

    static Certificate make()
    {
        EVP_PKEY *key = EVP_EC_gen("P-256");
        X509 *x509 = X509_new();
        X509_set_version(x509, 2);
        ASN1_INTEGER_set(X509_get_serialNumber(x509), 1);
        X509_gmtime_adj(X509_getm_notBefore(x509), -3600);
        X509_gmtime_adj(X509_getm_notAfter(x509), 24 * 3600);
        X509_set_pubkey(x509, key);
        X509_NAME *name = X509_get_subject_name(x509);
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("localhost"), -1, -1, 0);
        X509_set_issuer_name(x509, name);
        X509_EXTENSION *names = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1");
        X509_add_ext(x509, names, -1);
        X509_sign(x509, key, EVP_sha256());
        Certificate result {text([&](BIO *out) { PEM_write_bio_X509(out, x509); }),
            text([&](BIO *out) { PEM_write_bio_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr); })};
        X509_EXTENSION_free(names);
        X509_free(x509);
        EVP_PKEY_free(key);
        return result;
    }

private:
    template <typename Write> static QByteArray text(Write write)
    {
        BIO *out = BIO_new(BIO_s_mem());
        write(out);
        char *data = nullptr;
        const long size = BIO_get_mem_data(out, &data);
        QByteArray result(data, size);
        BIO_free(out);
        return result;
    }
};
