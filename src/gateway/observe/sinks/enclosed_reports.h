// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/wire/body_source.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace gatehouse::observe::sinks {

/// What stands around reports in a request, and between them.
struct Enclosure {
    std::string begin = {};
    std::string_view between = {}; ///< static
    std::string end = {};
};

/// Reports in their enclosure, as a body that is read while it is sent. A batch may have megabytes, so its reports are not copied
/// for it: they outlive this.
class EnclosedReports final : public wire::BodySource
{
public:
    EnclosedReports(std::span<const std::string> reports, Enclosure enclosure);

    std::size_t size() const { return m_size; }
    /// All of it, as one text.
    std::string whole() const;

    Result<wire::BodyPiece> read(std::span<char> room) override;
    std::optional<std::uint64_t> length() const override { return m_size; }
    void listen(wire::BodyListener * /*listener*/) override { } // it is all there

private:
    std::size_t pieces() const { return m_reports.empty() ? 2 : 2 * m_reports.size() + 1; }
    std::string_view piece(std::size_t index) const;

    std::span<const std::string> m_reports;
    Enclosure m_enclosure;
    std::size_t m_size = 0;
    std::size_t m_piece = 0, m_offset = 0; // what is read next
};

} // namespace gatehouse::observe::sinks
