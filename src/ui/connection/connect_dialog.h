// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/form_dialog.h"

#include <QUrl>

class QLineEdit;

namespace gatehouse::ui {

class Connections;

/// Asks for the address and admin key of a gateway elsewhere, or for another key for a known one.
class ConnectDialog : public FormDialog
{
    Q_OBJECT
public:
    /// @param known empty: a new one.
    ConnectDialog(Connections &connections, const QUrl &known, QWidget *parent);

private:
    void submit();

    Connections &m_connections;
    QLineEdit *m_address;
    QLineEdit *m_key;
};

} // namespace gatehouse::ui
