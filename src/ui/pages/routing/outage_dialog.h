// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/form_dialog.h"

#include <QJsonObject>

class QSpinBox;

namespace gatehouse::ui {

class RoutingState;

/// Begins a drill: for some minutes every request to one deployment fails, as if its provider were down.
class OutageDialog : public FormDialog
{
    Q_OBJECT
public:
    /// @param deployment a row of GET /health/deployments; "id" is enough.
    OutageDialog(RoutingState &state, const QJsonObject &deployment, QWidget *parent);

private:
    void begin();

    RoutingState &m_state;
    QString m_id;
    QSpinBox *m_minutes;
};

} // namespace gatehouse::ui
