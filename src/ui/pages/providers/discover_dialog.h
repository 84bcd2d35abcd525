// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/form_dialog.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QStandardItemModel;
class QTreeView;

namespace gatehouse::ui {

class Session;
struct ModelList;

/// Models to tick, and all that are ticked are added at once. Nothing is ticked by itself; what is in use already is said.
class DiscoverDialog : public FormDialog
{
    Q_OBJECT
public:
    /// @param title whose models they are: "OpenAI". @param used usedModels() of what there is.
    DiscoverDialog(Session &session, const QString &title, const QStringList &used, QWidget *parent);

    /// Asks the provider, or the catalogue where the provider cannot be asked. @param params what every entry takes over.
    void discover(const QJsonObject &question, const QJsonObject &params, bool mayAsk);
    /// The models of a local server, as GET /providers/local tells them.
    void showLocal(const QJsonArray &models);

private:
    void setUpView();
    void take(const ModelList &list, const QJsonObject &params);
    void showModels(const QJsonArray &models, const QJsonArray &entries);
    void showCount();
    QJsonArray ticked() const;
    void submit();

    Session &m_session;
    QString m_title;
    QStringList m_used;
    QLineEdit *m_filter;
    QTreeView *m_view;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_proxy;
    QLabel *m_count;
};

} // namespace gatehouse::ui
