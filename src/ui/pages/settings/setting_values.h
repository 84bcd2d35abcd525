// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace gatehouse::ui {

class Session;

/// Every setting there is with what the file says of it, for all parts of the settings page. Asks again whenever the file has
/// changed, by whomever. Main thread; owned by the page.
class SettingValues : public QObject
{
    Q_OBJECT
public:
    explicit SettingValues(Session &session, QObject *parent = nullptr);

    /// Rows of GET /config/schema, with "value" where the file says something.
    const QJsonArray &rows() const { return m_rows; }
    /// Empty: there is no such setting.
    QJsonObject row(const QString &path) const { return m_byPath.value(path); }
    /// What the file says as a tree; credentials hidden.
    const QJsonObject &tree() const { return m_tree; }
    /// Of the file that says it: for edits.
    QString revision() const { return m_revision; }
    bool isKnown() const { return !m_rows.isEmpty(); }
    /// Why nothing is known, or why nothing can be changed; empty while all is well.
    QString problem() const;
    bool canChange() const;
    /// Paths of settings whose value in the file counts only from the next start on.
    const QStringList &waitingForRestart() const { return m_waiting; }

Q_SIGNALS:
    /// Any of the values above.
    void changed();
    /// They are another gateway's from now on: what was typed was meant for the last one.
    void forgotten();

private:
    void load();
    void takeSchema();
    void askWhatWaits();
    void forgetOther();

    Session &m_session;
    QUrl m_gateway; ///< whose values these are
    QJsonArray m_rows;
    QHash<QString, QJsonObject> m_byPath;
    QJsonObject m_tree;
    QString m_revision;
    QString m_problem;
    QStringList m_waiting;
};

} // namespace gatehouse::ui
