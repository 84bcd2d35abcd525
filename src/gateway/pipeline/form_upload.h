// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/wire/body_source.h"

#include <string>

namespace gatehouse::pipeline {

class FormIntake;

/// A form on its way to a provider, read as fast as it takes it and no faster than the client sends it. Owned by its reader; it
/// and its intake know each other until one of them goes.
class FormUpload final : public wire::BodySource
{
public:
    FormUpload(FormIntake &intake, std::string fields);
    ~FormUpload() override;

    Result<wire::BodyPiece> read(std::span<char> room) override;
    std::optional<std::uint64_t> length() const override { return m_length; }
    void listen(wire::BodyListener *listener) override { m_listener = listener; }

    // for the intake
    void tell() const;
    void detach() { m_intake = nullptr; }

private:
    FormIntake *m_intake;
    wire::BodyListener *m_listener = nullptr;
    std::string m_fields;
    std::optional<std::uint64_t> m_length;
    std::uint64_t m_at = 0; // of the whole
};

} // namespace gatehouse::pipeline
