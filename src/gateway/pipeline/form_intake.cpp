// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/form_intake.h"

#include "gateway/pipeline/form_upload.h"

#include <QRandomGenerator>

#include <array>
#include <utility>

namespace gatehouse::pipeline {

namespace {

constexpr std::size_t readSize = 64 * 1024;
constexpr std::size_t safeBoundary = 16; // characters of 62: beyond guessing
constexpr std::size_t usualBoundary = 32;

// As long as the client's, so that the length of the form can be told before its end; unless that could be guessed.
std::string boundaryLike(std::size_t size)
{
    constexpr std::string_view letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    std::string boundary(size < safeBoundary ? usualBoundary : size, '0');
    for (char &c : boundary)
        c = letters[QRandomGenerator::system()->bounded(static_cast<quint32>(letters.size()))];
    return boundary;
}

Failure<Error> wrong(std::string message)
{
    return {Error {Fault::InvalidRequest, std::move(message)}};
}

} // namespace

FormIntake::FormIntake(Origin origin, IntakeListener &listener)
    : m_listener(listener)
    , m_origin(std::move(origin))
    , m_boundary(boundaryLike(m_origin.boundary.size()))
    , m_spool(m_origin.directory)
    , m_scanner(m_origin.boundary, *this)
    , m_hasModel(m_origin.isModelKnown)
{
}

FormIntake::~FormIntake()
{
    m_origin.body->listen(nullptr);
    if (m_upload)
        m_upload->detach();
}

void FormIntake::start()
{
    m_origin.body->listen(this);
    onBodyReady();
}

void FormIntake::onBodyReady()
{
    if (m_hasEnded)
        return;
    if (auto pumped = pump(); !pumped) {
        m_origin.body->listen(nullptr);
        if (pumped.error().fault != Fault::ClientGone) // who is told of by the reply
            m_listener.onFormFailed(std::move(pumped).error());
        return;
    }
    tell();
}

/// Takes in what has come.
Result<> FormIntake::pump()
{
    std::array<char, readSize> room; // NOLINT: written before it is read
    for (;;) {
        auto piece = m_origin.body->read(room);
        if (!piece)
            return Failure {std::move(piece).error()};
        if (piece->isEnd) {
            m_hasEnded = true;
            return m_scanner.finish();
        }
        if (!piece->size)
            return {};
        if (auto fed = m_scanner.feed({room.data(), piece->size}); !fed)
            return fed;
    }
}

void FormIntake::tell()
{
    if (m_isReady && m_hasTurned && !std::exchange(m_isTurnTold, true)) {
        m_isReady = false;
        if (!m_hasEnded)
            return m_listener.onFormTurned();
        m_listener.onFormTurned();
    }
    const bool mayBeReady = m_hasEnded || (m_hasModel && hasFiles() && !m_hasTurned);
    if (!m_isReady && mayBeReady) {
        m_isReady = true;
        return m_listener.onFormReady();
    }
    if (m_upload)
        m_upload->tell();
}

Result<> FormIntake::onPart(wire::PartHead head)
{
    m_isFile = head.fileName.has_value();
    if (!m_isFile) {
        m_hasTurned = m_hasTurned || hasFiles();
        m_fieldBytes += head.name.size();
        m_fields.push_back({std::move(head.name), {}});
        return {};
    }
    if (!m_partsBegin)
        m_partsBegin = m_scanner.partBegin();
    return m_spool.append("--" + m_boundary + "\r\n" + head.text + "\r\n\r\n");
}

Result<> FormIntake::onContent(std::string_view bytes)
{
    if (m_isFile)
        return m_spool.append(bytes);
    m_fieldBytes += bytes.size();
    m_fields.back().value.append(bytes);
    return checkField();
}

Result<> FormIntake::checkField()
{
    if (m_fields.back().value.size() > largestField)
        return wrong("A field of the form is larger than 256 KiB; a file needs a file name.");
    if (m_fieldBytes > largestFields)
        return wrong("The fields of the form are larger than 1 MiB.");
    return {};
}

Result<> FormIntake::onPartEnd()
{
    if (m_isFile)
        return m_spool.append("\r\n");
    m_hasModel = m_hasModel || m_fields.back().name == "model";
    return {};
}

std::unique_ptr<wire::BodySource> FormIntake::upload(std::string_view fields)
{
    if (m_upload)
        m_upload->detach();
    auto upload = std::make_unique<FormUpload>(*this, translate::jsonToFields(fields, m_boundary));
    m_upload = upload.get();
    return upload;
}

/// What follows the first file of a form has the same length in ours, because the boundaries have, and because a field there
/// would be the end of this upload.
std::optional<std::uint64_t> FormIntake::uploadLength(std::size_t fields) const
{
    if (m_hasEnded)
        return fields + m_spool.size() + closing().size();
    const auto whole = m_origin.body->length();
    if (!whole || !m_partsBegin || m_boundary.size() != m_origin.boundary.size())
        return std::nullopt;
    return fields + (*whole - *m_partsBegin);
}

std::string FormIntake::closing() const
{
    return "--" + m_boundary + "--" + (m_scanner.epilogue() ? "\r\n" : "");
}

} // namespace gatehouse::pipeline
