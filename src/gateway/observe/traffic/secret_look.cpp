// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/secret_look.h"

#include <algorithm>

namespace gatehouse::observe::traffic {

namespace {

// To look at one text more takes about as long as to copy so many bytes.
constexpr std::size_t mostCopied = 4096;

} // namespace

void SecretLook::Piece::appendTo(std::string &text) const
{
    text.append(other.substr(0, same.begin)).append(own).append(other.substr(other.size() - same.end));
}

void SecretLook::clear()
{
    m_known.clear();
    m_small.clear();
    m_targets.clear();
    m_bodies.clear();
    m_isDoubtful = false;
}

void SecretLook::addTarget(std::string_view url)
{
    m_isDoubtful = m_isDoubtful || (url.find_first_of("?@") != std::string_view::npos && hasSecretsOfUrl(url));
    m_targets.push_back(url);
}

void SecretLook::addValue(std::string_view value)
{
    if (value.size() >= shortestSecret)
        m_small.append(value) += '\n';
}

// Values are there alone by now. Hardly one is a URL.
void SecretLook::lookAtUrls()
{
    const std::string_view values = m_small;
    for (std::size_t at = values.find("://"); at != std::string_view::npos; at = values.find("://", at + 1)) {
        const std::size_t begin = values.rfind('\n', at) + 1, end = values.find('\n', at);
        m_isDoubtful = m_isDoubtful || hasSecretsOfUrl(values.substr(begin, end - begin));
    }
}

SecretLook::Body &SecretLook::bodyAt(Place place)
{
    const std::size_t wires = place.attempt == Place::caller ? 0 : 2 * (std::size_t(place.attempt) + 1);
    const std::size_t index = wires + static_cast<std::size_t>(place.side);
    if (index >= m_bodies.size())
        m_bodies.resize(std::max<std::size_t>(index + 1, 4)); // as many as one attempt needs
    return m_bodies[index];
}

// One that takes the place of another does not join it.
void SecretLook::beginRequest(Place place)
{
    Body &body = bodyAt(place);
    m_isDoubtful = m_isDoubtful || body.isBegun;
    body.isBegun = true;
}

void SecretLook::addBody(const TapeReader &reader)
{
    Piece piece {reader.text(0)};
    if (reader.isAlike()) {
        piece.other = reader.other();
        piece.same = {reader.alike().begin, reader.alike().end};
    }
    m_isDoubtful = m_isDoubtful || reader.entry().count > 0; // half a credential may stand at the cut
    Body &body = bodyAt(reader.entry().place());
    body.isBegun = true;
    if (++body.pieces == 1) {
        body.first = piece;
        return;
    }
    if (body.pieces == 2)
        body.first.appendTo(body.joined);
    piece.appendTo(body.joined);
}

bool SecretLook::isBody(std::string_view text) const
{
    return std::any_of(m_bodies.begin(), m_bodies.end(), [&](const Body &body) {
        return body.isOnePiece() && body.first.own.data() == text.data() && body.first.own.size() == text.size();
    });
}

bool SecretLook::isCleanText(std::string_view text)
{
    if (text.size() > mostCopied)
        return secretsIn(text, m_known).empty();
    m_small.append(text) += '\n';
    return true;
}

// Of a stream, what its provider sent is mostly what the caller got.
bool SecretLook::isCleanJoined(Body &body, std::string_view &clean) const
{
    if (body.pieces == 1)
        body.first.appendTo(body.joined);
    if (!clean.empty() && isWithoutSecretsLike(clean, body.joined, m_known))
        return true;
    clean = body.joined;
    return secretsIn(clean, m_known).empty();
}

bool SecretLook::isClean(Body &body, std::string_view &clean)
{
    if (body.pieces == 0)
        return true;
    const Piece &piece = body.first;
    if (body.isOnePiece())
        return isCleanText(piece.own);
    const bool isLikeBody = body.pieces == 1 && piece.own.size() <= mostCopied && isBody(piece.other);
    if (isLikeBody && appendDifference(m_small, piece.other, piece.same, piece.own, m_known)) {
        m_small += '\n';
        return true;
    }
    return isCleanJoined(body, clean);
}

bool SecretLook::isClean()
{
    lookAtUrls();
    for (const std::string_view target : m_targets)
        m_small.append(target) += '\n';
    std::array<std::string_view, 2> clean; // of each side
    for (std::size_t each = 0; each < m_bodies.size() && !m_isDoubtful; ++each)
        m_isDoubtful = !isClean(m_bodies[each], clean[each % clean.size()]);
    return !m_isDoubtful && secretsIn(m_small, m_known).empty();
}

} // namespace gatehouse::observe::traffic
