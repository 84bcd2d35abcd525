// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/api/client.h"
#include "ui/pages/settings/gateway_facts.h"
#include "ui/widgets/card.h"

#include <functional>

class QGridLayout;

namespace gatehouse::ui {

class ElidedLabel;
class MessageLine;
class Session;

/// What is in use now, from GET /gateway/info, while somebody looks at it.
class FactCard : public Card
{
    Q_OBJECT
public:
    using Reader = std::function<QList<GatewayFact>(const QJsonObject &info)>;

    /// @param hint below the facts: what they do not say.
    FactCard(Session &session, Reader reader, const QString &hint, QWidget *parent = nullptr);

    /// Reads what is known once more.
    void read(const QJsonObject &info);
    void again() { read(m_info); }

private:
    struct Line {
        QLabel *name;
        QLabel *mark;
        ElidedLabel *value;
    };
    void take(const Answer &answer);
    void addLine();
    void fill(const Line &line, const GatewayFact &fact);

    Reader m_reader;
    QJsonObject m_info;
    QGridLayout *m_grid;
    QList<Line> m_lines;
    MessageLine *m_message;
};

} // namespace gatehouse::ui
