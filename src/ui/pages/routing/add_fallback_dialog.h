// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/routing/route_map.h"
#include "ui/widgets/form_dialog.h"

class QComboBox;

namespace gatehouse::ui {

/// Asks for a fallback: which model, by what failure, and what is tried then. Whoever opened it makes the change.
class AddFallbackDialog : public FormDialog
{
    Q_OBJECT
public:
    /// @param from, to chosen beforehand; may be empty.
    AddFallbackDialog(const RouteMap &map, const QString &from, const QString &to, QWidget *parent);

    FallbackKind kind() const;
    QString from() const; ///< everyOther() for every other model
    QString to() const;

private:
    QString problem() const;
    void showFrom();

    RouteMap m_map;
    QComboBox *m_from;
    QComboBox *m_when;
    QComboBox *m_to;
};

} // namespace gatehouse::ui
