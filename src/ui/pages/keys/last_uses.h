// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/keys/section.h"

#include <QHash>
#include <QJsonArray>
#include <QObject>

namespace gatehouse::ui {

class Session;

/// When those of a section last sent a request, as far as it was asked for. Main thread.
class LastUses : public QObject
{
    Q_OBJECT
public:
    LastUses(Session &session, const AccountSection &section, QObject *parent);

    /// Asks for some hundred of these rows, those around `first` among them. @param place where in the list they begin; below 0:
    /// nowhere in it.
    void ask(const QJsonArray &rows, qsizetype first, qsizetype place);
    /// The row with what is known of it.
    QJsonObject with(QJsonObject row) const;
    /// Another gateway: who has the same id there is somebody else.
    void forget();

Q_SIGNALS:
    /// @param place of the first that was asked for, as ask() was told.
    void changed(qsizetype place, qsizetype many);

private:
    QString idOf(const QJsonObject &row) const;

    Session &m_session;
    const AccountSection &m_section;
    QHash<QString, QString> m_times; ///< by id
    int m_epoch = 0;                 ///< counts forget()s, so that a late answer is known as one
};

} // namespace gatehouse::ui
