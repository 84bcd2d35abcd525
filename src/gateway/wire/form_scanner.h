// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/wire/part_head.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace gatehouse::wire {

/// Hears what stands in a form, in its order. Each call may fail, and scanning ends with that.
class FormListener
{
public:
    virtual Result<> onPart(PartHead head) = 0;
    /// Some of the part's content, as much as has come.
    virtual Result<> onContent(std::string_view bytes) = 0;
    virtual Result<> onPartEnd() = 0;

protected:
    ~FormListener() = default;
};

/// Takes a body of multipart/form-data (RFC 7578) apart as it comes and keeps nothing of its contents but what could be the
/// beginning of a boundary. Strict: what two readers might understand in two ways is refused. A value with a listener, which
/// must outlive it.
class FormScanner
{
public:
    static constexpr std::size_t mostParts = 256;
    static constexpr std::size_t largestHead = 8 * 1024; ///< of one part

    FormScanner(std::string_view boundary, FormListener &listener);

    /// Fails with Fault::InvalidRequest, or as the listener does; nothing may be fed after that.
    Result<> feed(std::string_view bytes);
    /// The body has ended. Fails when its last boundary had not come.
    Result<> finish() const;
    /// Bytes of the body that stood before the delimiter at which the part that is being read began.
    std::size_t partBegin() const { return m_partBegin; }
    /// Bytes behind the last boundary: a line end, or nothing.
    std::size_t epilogue() const { return m_epilogue; }

private:
    enum class Step { Start, Head, Content, AfterBoundary, Epilogue };

    Result<> step();
    Result<> readStart();
    Result<> readHead();
    Result<> readContent();
    Result<> readAfterBoundary();
    Result<> readEpilogue();
    std::size_t heldBack() const;
    void consume(std::size_t count);
    std::string_view rest() const { return std::string_view(m_bytes).substr(m_at); }

    FormListener &m_listener;
    std::string m_delimiter; // "\r\n--boundary"
    std::string m_bytes;     // fed and not yet used
    std::size_t m_at = 0;    // where the unused ones begin
    std::size_t m_used = 0;  // of the body
    std::size_t m_partBegin = 0;
    std::size_t m_parts = 0;
    std::size_t m_epilogue = 0;
    Step m_step = Step::Start;
};

} // namespace gatehouse::wire
