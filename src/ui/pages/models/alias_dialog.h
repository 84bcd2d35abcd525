// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/models/aliases.h"
#include "ui/widgets/form_dialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace gatehouse::ui {

/// Another name of a model group as a form: the name, the models it stands for with their weights, and whether it is listed.
class AliasDialog : public FormDialog
{
    Q_OBJECT
public:
    /// @param groups the model groups there are. @param alias what is there already.
    AliasDialog(const QString &title, const QStringList &groups, const AliasForm &alias, QWidget *parent);

    AliasForm alias() const;

Q_SIGNALS:
    /// The fields say something that can be written: save it, then accept() or setProblem().
    void ready();

private:
    struct Line {
        AliasTarget given;
        QWidget *row;
        QComboBox *model;
        QWidget *weightBox;
        QLineEdit *weight;
        QWidget *remove;
    };

    QWidget *makeTargets();
    void addTarget(const AliasTarget &target);
    Line makeLine(const AliasTarget &target);
    void removeTarget(QWidget *row);
    void showTargets();
    void grow();
    AliasTarget targetOf(const Line &line) const;
    QString problem() const;
    void submit();

    QStringList m_groups;
    QLineEdit *m_name;
    QVBoxLayout *m_column = nullptr;
    QCheckBox *m_hidden;
    QList<Line> m_lines;
};

} // namespace gatehouse::ui
