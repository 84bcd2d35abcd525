// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/card.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

class QPushButton;

namespace gatehouse::ui {

class MessageLine;
class Session;
struct Answer;

/// Model servers that run on the gateway's machine (Ollama, LM Studio, vLLM …), looked for when the page is first seen and
/// whenever somebody asks.
class LocalServers : public Card
{
    Q_OBJECT
public:
    explicit LocalServers(Session &session, QWidget *parent = nullptr);

    void look();

Q_SIGNALS:
    /// Somebody wants the models of one: a server of GET /providers/local.
    void addWished(const QJsonObject &server);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void take(const Answer &answer);
    void showServers(const QJsonArray &servers);
    QWidget *makeRow(const QJsonObject &server);

    Session &m_session;
    QPushButton *m_again;
    MessageLine *m_message;
    QWidget *m_list;
    QJsonArray m_servers;
    bool m_isLooking = false;
    bool m_hasLooked = false;
};

} // namespace gatehouse::ui
