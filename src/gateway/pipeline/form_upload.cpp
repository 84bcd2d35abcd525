// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/form_upload.h"

#include "gateway/pipeline/form_intake.h"

#include <algorithm>

namespace gatehouse::pipeline {

namespace {

std::size_t copyFrom(std::string_view text, std::uint64_t offset, std::span<char> room)
{
    const std::size_t size = std::min<std::uint64_t>(room.size(), text.size() - std::min<std::uint64_t>(text.size(), offset));
    std::copy_n(text.data() + (size ? offset : 0), size, room.data());
    return size;
}

} // namespace

FormUpload::FormUpload(FormIntake &intake, std::string fields)
    : m_intake(&intake)
    , m_fields(std::move(fields))
    , m_length(intake.uploadLength(m_fields.size()))
{
}

FormUpload::~FormUpload()
{
    if (m_intake)
        m_intake->m_upload = nullptr;
}

Result<wire::BodyPiece> FormUpload::read(std::span<char> room)
{
    if (!m_intake)
        return Failure {Error {Fault::ClientGone, "the form is gone"}};
    if (m_at < m_fields.size()) {
        const std::size_t size = copyFrom(m_fields, m_at, room);
        m_at += size;
        return wire::BodyPiece {size, false};
    }
    const std::uint64_t inSpool = m_at - m_fields.size();
    const std::uint64_t spooled = m_intake->m_spool.size();
    if (inSpool < spooled) {
        auto size = m_intake->m_spool.read(inSpool, room);
        if (!size)
            return Failure {std::move(size).error()};
        m_at += *size;
        return wire::BodyPiece {*size, false};
    }
    if (!m_intake->hasEnded())
        return wire::BodyPiece {};
    const std::size_t size = copyFrom(m_intake->closing(), inSpool - spooled, room);
    m_at += size;
    return wire::BodyPiece {size, size == 0};
}

void FormUpload::tell() const
{
    if (m_listener)
        m_listener->onBodyReady();
}

} // namespace gatehouse::pipeline
