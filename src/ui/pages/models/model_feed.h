// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/models/day_sums.h"
#include "ui/pages/models/model_rows.h"

#include <QObject>

class QWidget;

namespace gatehouse::ui {

class Poll;
class Session;
struct Answer;

/// What is known of the deployments of one gateway, kept fresh while its viewer is seen: the list when configuration or records
/// change, the figures every few seconds. Main thread; owned by the viewer.
class ModelFeed : public QObject
{
    Q_OBJECT
public:
    ModelFeed(Session &session, QWidget *viewer);

    /// Whether the list has been told at least once.
    bool isKnown() const { return m_isKnown; }
    /// Why it is not told; empty while all is well.
    QString problem() const { return m_problem; }
    const QJsonArray &rows() const { return m_rows; }
    /// Empty: there is none with that id.
    QJsonObject row(const QString &id) const;
    /// Of the text of the file that the rows' indexes belong to; empty: there is none to change.
    QString fileRevision() const { return m_file.value(QLatin1StringView("revision")).toString(); }
    /// router_settings.model_group_alias as it stands in the file.
    QJsonObject aliases() const { return m_file.value(QLatin1StringView("aliases")).toObject(); }
    void ask();

Q_SIGNALS:
    void changed();

private:
    void takeInfo(const Answer &answer);
    void takeFile(const Answer &answer);
    void takeHealth(const Answer &answer);
    void askSums(bool isSecond = false);
    void rebuild();

    Session &m_session;
    Poll *m_infoPoll;
    Poll *m_filePoll;
    Poll *m_healthPoll;
    ModelSources m_sources;
    DaySums m_sums;
    QJsonObject m_file;
    QJsonArray m_rows;
    QString m_problem;
    bool m_isKnown = false;
    bool m_asksSums = false;
};

} // namespace gatehouse::ui
