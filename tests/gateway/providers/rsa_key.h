// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/evp.h>
#include <openssl/pem.h>

#include <string>

/// An RSA key made anew for each test program: no key lies in the tree.
class RsaKey
{
public:
    RsaKey()
        : m_key(EVP_RSA_gen(2048))
    {
    }
    ~RsaKey() { EVP_PKEY_free(m_key); }
    RsaKey(const RsaKey &) = delete;
    RsaKey &operator=(const RsaKey &) = delete;

    /// PKCS#8, as in Google's files.
    std::string pem() const
    {
        BIO *out = BIO_new(BIO_s_mem());
        PEM_write_bio_PKCS8PrivateKey(out, m_key, nullptr, nullptr, 0, nullptr, nullptr);
        char *data = nullptr;
        const long size = BIO_get_mem_data(out, &data);
        std::string text(data, static_cast<std::size_t>(size));
        BIO_free(out);
        return text;
    }

    bool verifies(const std::string &signature, const std::string &text) const
    {
        EVP_MD_CTX *context = EVP_MD_CTX_new();
        EVP_DigestVerifyInit(context, nullptr, EVP_sha256(), nullptr, m_key);
        const int outcome = EVP_DigestVerify(context, reinterpret_cast<const unsigned char *>(signature.data()), signature.size(),
            reinterpret_cast<const unsigned char *>(text.data()), text.size());
        EVP_MD_CTX_free(context);
        return outcome == 1;
    }

private:
    EVP_PKEY *m_key;
};
