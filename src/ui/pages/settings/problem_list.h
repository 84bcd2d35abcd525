// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/code_edit.h"

#include <QJsonArray>
#include <QListWidget>

namespace gatehouse::ui {

/// What is wrong with a configuration, the worst first. Takes no room while nothing is.
class ProblemList : public QListWidget
{
    Q_OBJECT
public:
    explicit ProblemList(QWidget *parent = nullptr);

    /// @param problems as docs/config-api.md has them.
    void setProblems(const QJsonArray &problems);
    int errors() const { return m_errors; }

    QSize sizeHint() const override;

Q_SIGNALS:
    /// Somebody wants to see it; both from 1.
    void chosen(int line, int column);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void addProblem(const QJsonObject &problem);

    QJsonArray m_problems;
    int m_errors = 0;
};

/// The same as signs for the editor's lines; what is wrong elsewhere is left out.
QList<CodeSign> codeSigns(const QJsonArray &problems);

} // namespace gatehouse::ui
