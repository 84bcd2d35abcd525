// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/vault/vault.h"

#include <sodium.h>

#include <algorithm>
#include <vector>

namespace gatehouse::vault {

namespace {

using Bytes = std::vector<unsigned char>;

constexpr std::string_view version = "v1:";
constexpr int base64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::size_t nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t markBytes = 4;

const unsigned char *bytes(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

// BLAKE2b of \a input, for one purpose only.
template <std::size_t size> void derive(std::array<unsigned char, size> &output, std::string_view purpose, std::string_view input)
{
    static_assert(size >= 4);
    std::array<unsigned char, crypto_generichash_BYTES> hash {};
    crypto_generichash(hash.data(), hash.size(), bytes(input), input.size(), bytes(purpose), purpose.size());
    std::copy_n(hash.begin(), size, output.begin());
    sodium_memzero(hash.data(), hash.size());
}

std::string bound(std::string_view place)
{
    return std::string(version) + std::string(place);
}

Bytes decoded(std::string_view text)
{
    Bytes result(text.size());
    std::size_t size = 0;
    if (sodium_base642bin(result.data(), result.size(), text.data(), text.size(), nullptr, &size, nullptr, base64) != 0)
        return {};
    result.resize(size);
    return result;
}

Failure<Error> failure(std::string message)
{
    return Failure {Error {Fault::Internal, std::move(message)}};
}

} // namespace

Result<Vault> Vault::from(const Secret &saltKey)
{
    if (saltKey.isEmpty())
        return failure("there is nothing to seal secrets with: set LITELLM_SALT_KEY (or a master key)");
    if (sodium_init() < 0)
        return failure("libsodium cannot be used on this machine");
    Vault vault;
    derive(vault.m_key, "gatehouse vault v1 key", saltKey.reveal());
    derive(vault.m_mark, "gatehouse vault v1 mark", saltKey.reveal());
    return vault;
}

Vault::~Vault()
{
    sodium_memzero(m_key.data(), m_key.size());
}

std::string Vault::seal(std::string_view plain, std::string_view place) const
{
    static_assert(sizeof m_key == crypto_aead_xchacha20poly1305_ietf_KEYBYTES && sizeof m_mark == markBytes);
    Bytes box(markBytes + nonceBytes + plain.size() + tagBytes);
    std::copy(m_mark.begin(), m_mark.end(), box.begin());
    unsigned char *nonce = box.data() + markBytes;
    randombytes_buf(nonce, nonceBytes);
    const std::string data = bound(place);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        nonce + nonceBytes, nullptr, bytes(plain), plain.size(), bytes(data), data.size(), nullptr, nonce, m_key.data());
    std::string text(sodium_base64_ENCODED_LEN(box.size(), base64), '\0');
    sodium_bin2base64(text.data(), text.size(), box.data(), box.size(), base64);
    text.pop_back(); // the zero at its end
    return std::string(version) + text;
}

Result<Secret> Vault::open(std::string_view sealed, std::string_view place) const
{
    if (!isSealed(sealed))
        return failure("a stored secret is not sealed in a way this version knows");
    const Bytes box = decoded(sealed.substr(version.size()));
    if (box.size() < markBytes + nonceBytes + tagBytes)
        return failure("a stored secret is damaged");
    if (!std::equal(m_mark.begin(), m_mark.end(), box.begin()))
        return failure("a stored secret was sealed with another salt key; set LITELLM_SALT_KEY to the one it was stored with "
                       "(without one it was the master key)");
    const unsigned char *nonce = box.data() + markBytes;
    const std::size_t size = box.size() - markBytes - nonceBytes;
    const std::string data = bound(place);
    std::string plain(size - tagBytes, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char *>(plain.data()), nullptr, nullptr,
            nonce + nonceBytes, size, bytes(data), data.size(), nonce, m_key.data())
        != 0)
        return failure("a stored secret was changed, or moved from another place, since it was sealed");
    return Secret(std::move(plain));
}

bool Vault::isSealed(std::string_view text)
{
    return text.starts_with(version);
}

} // namespace gatehouse::vault
