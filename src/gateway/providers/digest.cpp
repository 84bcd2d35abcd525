// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/digest.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>

#include <cstdint>
#include <memory>

namespace gatehouse::providers {

namespace {

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

unsigned char *bytesOf(std::string &text)
{
    return reinterpret_cast<unsigned char *>(text.data());
}

struct Free {
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

// An encrypted key must not make OpenSSL ask for its password on the terminal.
int noPassword(char *, int, int, void *)
{
    return -1;
}

std::unique_ptr<EVP_PKEY, Free> privateKey(const std::string &pem)
{
    const std::unique_ptr<BIO, Free> source(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    std::unique_ptr<EVP_PKEY, Free> key(PEM_read_bio_PrivateKey(source.get(), nullptr, noPassword, nullptr));
    ERR_clear_error(); // it is this thread's, and libcurl would take it for its own
    return key && EVP_PKEY_is_a(key.get(), "RSA") ? std::move(key) : nullptr;
}

} // namespace

std::string sha256(std::string_view bytes)
{
    std::string digest(32, '\0');
    EVP_Digest(bytes.data(), bytes.size(), bytesOf(digest), nullptr, EVP_sha256(), nullptr);
    return digest;
}

std::string hmacSha256(std::string_view key, std::string_view bytes)
{
    std::string digest(32, '\0');
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytesOf(bytes), bytes.size(), bytesOf(digest), nullptr);
    return digest;
}

std::string hex(std::string_view bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        text += digits[static_cast<unsigned char>(c) >> 4];
        text += digits[static_cast<unsigned char>(c) & 15];
    }
    return text;
}

std::string base64Url(std::string_view bytes)
{
    static constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string text;
    text.reserve(bytes.size() * 4 / 3 + 3);
    std::uint32_t bits = 0;
    int held = 0;
    for (const char c : bytes) {
        bits = bits << 8 | static_cast<unsigned char>(c);
        for (held += 8; held >= 6; held -= 6)
            text += digits[bits >> (held - 6) & 63];
    }
    if (held > 0)
        text += digits[bits << (6 - held) & 63];
    return text;
}

std::optional<std::string> signRs256(const Secret &pem, std::string_view bytes)
{
    const auto key = privateKey(pem.reveal());
    if (!key)
        return std::nullopt;
    const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
    std::string signature(static_cast<std::size_t>(EVP_PKEY_get_size(key.get())), '\0');
    std::size_t size = signature.size();
    const bool signedIt = EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1
        && EVP_DigestSign(context.get(), bytesOf(signature), &size, bytesOf(bytes), bytes.size()) == 1;
    ERR_clear_error();
    signature.resize(size);
    return signedIt ? std::optional(std::move(signature)) : std::nullopt;
}

} // namespace gatehouse::providers
