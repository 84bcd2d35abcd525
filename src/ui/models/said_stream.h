// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/conversation.h"

#include <QJsonObject>
#include <QString>

namespace gatehouse::ui {

/// Puts together what a stream of server-sent events said, whichever dialect it speaks. Also of half a stream.
class SaidStream
{
public:
    /// The whole text of the stream.
    void take(const QString &text);
    QList<SaidMessage> messages() const;

private:
    void takeEvent(const QJsonObject &event);
    void takeOpenAi(const QJsonObject &delta);
    void takeAnthropic(const QJsonObject &event);
    void takeResponses(const QJsonObject &event);
    void takeGoogle(const QJsonObject &event);
    /// More of the last part, if that is of the kind and this has no name or size of its own, else a new one.
    void add(const SaidPart &part);

    QList<SaidPart> m_parts;
};

} // namespace gatehouse::ui
