// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/front/refusal.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::front {

/// Reads the head of one request, line by line and strictly (RFC 9112): each byte is looked at once, in whatever pieces it
/// comes. What is about the connection it keeps for itself; what is left is a head that no second parser can read otherwise.
class HeadReader
{
public:
    explicit HeadReader(std::size_t limit)
        : m_limit(limit)
    {
    }

    /// Takes from \a bytes until the head is complete or refused; returns how many.
    std::size_t take(std::string_view bytes);
    void reset();

    bool isEmpty() const { return m_taken == 0; }
    bool isComplete() const { return m_complete; }
    const std::optional<Refusal> &refusal() const { return m_refusal; }

    // what a complete head says
    const std::string &text() const { return m_text; } ///< request line in origin form, fields that are not ours, empty line
    bool isHead() const { return m_isHead; }
    bool isOld() const { return m_isOld; } ///< HTTP/1.0
    bool wantsClose() const { return m_wantsClose; }
    bool expectsContinue() const { return m_expectsContinue; }
    bool isChunked() const { return m_isChunked; }
    bool isForm() const { return m_isForm; } ///< the body is multipart/form-data
    std::uint64_t contentLength() const { return m_contentLength.value_or(0); }

private:
    struct FieldRow;
    static const FieldRow *rowOf(std::string_view name);

    bool append(std::string_view piece);
    void onLine();
    bool readRequestLine(std::string_view line);
    bool readMethod(std::string_view method);
    bool readVersion(std::string_view version);
    bool readTarget(std::string_view target, std::string_view method);
    bool readField(std::string_view line);
    void finish();
    bool refuse(int status, std::string_view message);

    bool onHost(std::string_view value);
    bool onContentLength(std::string_view value);
    bool onTransferEncoding(std::string_view value);
    bool onConnection(std::string_view value);
    bool onExpect(std::string_view value);
    bool onContentType(std::string_view value);
    bool onIgnored(std::string_view) { return true; }

    std::size_t m_limit;
    std::size_t m_taken = 0; // bytes of this head so far
    std::size_t m_fields = 0;
    std::string m_text;     // what is kept, and the line that is being read
    std::size_t m_line = 0; // where that line starts in m_text
    std::optional<std::uint64_t> m_contentLength;
    std::optional<Refusal> m_refusal;
    bool m_hasRequestLine = false;
    bool m_hasHost = false;
    bool m_isHead = false;
    bool m_isOld = false;
    bool m_wantsClose = false;
    bool m_expectsContinue = false;
    bool m_isChunked = false;
    bool m_isForm = false;
    bool m_complete = false;
};

} // namespace gatehouse::front
