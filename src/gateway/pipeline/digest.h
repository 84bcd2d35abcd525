// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCryptographicHash>

#include <cstdint>
#include <string>
#include <string_view>

namespace gatehouse::pipeline {

/// A digest of a row of texts and numbers, in which what belongs to one cannot be taken for a part of the next.
class Digest
{
public:
    void add(std::string_view text)
    {
        add(static_cast<std::uint64_t>(text.size()));
        addBytes(text);
    }
    void add(std::uint64_t number) { addBytes({reinterpret_cast<const char *>(&number), sizeof number}); }
    /// Bytes of a text whose end the next add() must make plain.
    void addBytes(std::string_view bytes) { m_hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size()))); }
    QByteArray result() const { return m_hash.result(); }

private:
    QCryptographicHash m_hash {QCryptographicHash::Blake2b_256}; // five times as fast as SHA-256
};

} // namespace gatehouse::pipeline
