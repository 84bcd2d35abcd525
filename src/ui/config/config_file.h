// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/api/client.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QString>

#include <functional>

namespace gatehouse::ui {

class Session;

/// The gateway's configuration file as the window sees it: what it says now, and the ways to change it (docs/config-api.md).
/// It asks again whenever the file has changed, by whomever. Main thread; owned by Session.
class ConfigFile : public QObject
{
    Q_OBJECT
public:
    explicit ConfigFile(Session &session, QObject *parent = nullptr);

    /// Begins to follow the file; pages that need it call this when they are first shown.
    void load();
    bool isKnown() const { return !m_file.isEmpty(); }
    QString path() const { return m_file.value(QLatin1StringView("path")).toString(); }
    QString text() const { return m_file.value(QLatin1StringView("text")).toString(); }
    QString revision() const { return m_file.value(QLatin1StringView("revision")).toString(); }
    bool isDemo() const { return m_file.value(QLatin1StringView("demo")).toBool(); }
    bool isWritable() const { return m_file.value(QLatin1StringView("writable")).toBool(); }
    QString whyNotWritable() const { return m_file.value(QLatin1StringView("why_not_writable")).toString(); }
    QJsonArray problems() const { return m_file.value(QLatin1StringView("problems")).toArray(); }
    /// Why the file is not known; empty while all is well.
    QString problem() const { return m_problem; }

    /// The keys there are, for forms and completion; asked once for each gateway, then from memory.
    void schema(QObject *context, std::function<void(const QJsonArray &keys)> handler);

    /// What would come of it. @param change {"edits": […]} or {"text": "…"}, with the "revision" that it was thought out for.
    void preview(const QJsonObject &change, QObject *context, Client::Handler handler);
    /// Saves and applies it. The answer is that of PUT /config/file.
    void save(const QJsonObject &change, QObject *context, Client::Handler handler);
    /// Takes back the change that led to `revision`.
    void undo(const QString &revision, QObject *context, Client::Handler handler);

Q_SIGNALS:
    /// Any of the values above.
    void changed();

private:
    void ask();
    Client::Handler refreshing(Client::Handler handler);

    Session &m_session;
    QJsonObject m_file;
    QJsonArray m_schema;
    QString m_problem;
    bool m_follows = false;
    bool m_asking = false;
    bool m_again = false;
};

} // namespace gatehouse::ui
