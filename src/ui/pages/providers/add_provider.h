// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/form_dialog.h"

#include <QJsonArray>
#include <QJsonObject>

class QLineEdit;

namespace gatehouse::ui {

class KeyField;
class ProviderPicker;
class Session;

/// Chooses a provider out of all that there are, and where its key is; then its models can be ticked.
class AddProviderDialog : public FormDialog
{
    Q_OBJECT
public:
    AddProviderDialog(Session &session, const QJsonArray &providers, QWidget *parent);

    void choose(const QString &provider, const QString &base);

Q_SIGNALS:
    /// The key is kept. @param params what its deployments take over.
    void ready(const QJsonObject &provider, const QJsonObject &params);

private:
    void onProvider(const QJsonObject &provider);
    void submit();
    void finish(const QJsonObject &key);

    Session &m_session;
    ProviderPicker *m_provider;
    KeyField *m_key;
    QLineEdit *m_base;
};

} // namespace gatehouse::ui
