// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QString>

#include <optional>

class QNetworkReply;

namespace gatehouse::ui {

class Client;

/// One question to a model and its answer while it comes, by POST /v1/chat/completions. One at a time. Main thread; owned by
/// whoever asks.
class ChatStream : public QObject
{
    Q_OBJECT
public:
    /// What is known of an answer without asking anybody else; times as this window sees them.
    struct Figures {
        std::optional<double> firstMs = {}; ///< until something was said
        double elapsedMs = 0;
        qint64 tokens = 0;     ///< of the answer
        bool isExact = false;  ///< else they are the pieces that came
        QString callId = {};   ///< empty until the gateway has begun to answer
        QString model = {};    ///< that answers, as it calls itself
        QString finished = {}; ///< "stop", "length" …; empty: not yet
    };
    /// Why there is no answer, or not all of it.
    struct Problem {
        int status = 0; ///< 0: no HTTP answer, or it had begun already
        QString text = {};
    };

    explicit ChatStream(Client &client, QObject *parent = nullptr);
    ~ChatStream() override;

    void ask(const QJsonObject &body);
    /// Hangs up; nothing is told of it.
    void stop();
    bool isRunning() const { return m_reply; }
    Figures figures() const;

Q_SIGNALS:
    void said(const QString &text);
    /// The model thinks aloud.
    void thought(const QString &text);
    /// @param problem with an empty text: it was answered.
    void ended(const gatehouse::ui::ChatStream::Problem &problem);

private:
    void read();
    void takeEvent(const QJsonObject &event);
    void takePiece(const QJsonObject &choice);
    void end();
    Problem problem();

    Client &m_client;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_pending; ///< a line that is not whole yet; of a refusal, all of it
    QString m_failure;    ///< in the midst of the stream
    QElapsedTimer m_clock;
    Figures m_figures;
};

} // namespace gatehouse::ui
