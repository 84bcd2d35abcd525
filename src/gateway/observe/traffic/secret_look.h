// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/traffic/secret_text.h"
#include "gateway/observe/traffic/tape_entry.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::observe::traffic {

/// One look at what passed, all of its small texts together: mostly no credential is in it, and then there is nothing to be taken
/// out. It finds what redaction.h would find, and in doubt says that there is something. What it is given outlives isClean().
class SecretLook
{
public:
    void clear();
    void addSecret(std::string_view secret) { m_known.add(secret); }
    void addTarget(std::string_view url);
    /// Of a header field that is not named for a credential.
    void addValue(std::string_view value);
    /// The head of a request, whose body comes behind it.
    void beginRequest(Place place);
    /// The next piece of a body.
    void addBody(const TapeReader &piece);
    /// When all is added.
    bool isClean();

private:
    struct Piece {
        std::string_view own = {}, other = {};
        Likeness same = {};

        void appendTo(std::string &text) const;
    };
    /// What one wire carried. A credential may stand across the seam of two pieces.
    struct Body {
        bool isBegun = false;
        std::size_t pieces = 0;
        Piece first = {};
        std::string joined = {}; ///< where there are more

        bool isOnePiece() const { return pieces == 1 && first.same.both() == 0; }
    };

    void lookAtUrls();
    Body &bodyAt(Place place);
    bool isBody(std::string_view text) const;
    bool isClean(Body &body, std::string_view &clean);
    bool isCleanText(std::string_view text);
    bool isCleanJoined(Body &body, std::string_view &clean) const;

    KnownSecrets m_known;
    std::string m_small; // texts that are looked at together
    std::vector<std::string_view> m_targets;
    std::vector<Body> m_bodies; // of the caller's request and answer, then of each attempt's
    bool m_isDoubtful = false;
};

} // namespace gatehouse::observe::traffic
