// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>

class QTimer;

namespace gatehouse::ui {

class Session;
struct ModelList;

/// Chooses a model of one provider: from what the provider itself says, where it can be asked, else from the catalogue of the
/// gateway. Any other name may be typed.
class ModelPicker : public QComboBox
{
    Q_OBJECT
public:
    explicit ModelPicker(Session &session, QWidget *parent = nullptr);

    /// @param question the body of POST /providers/discover. @param mayDiscover whether a key is there, or none is needed.
    void ask(const QJsonObject &question, bool mayDiscover);
    /// The name as the provider wants it, without the provider's prefix.
    QString model() const { return currentText().trimmed(); }
    void setModel(const QString &model);
    /// What is known of it: a model of GET /catalogue or of discover; empty: nothing.
    QJsonObject known() const;

Q_SIGNALS:
    void modelChanged();
    /// Where the list is from, or why there is none, in a sentence.
    void listed(const QString &sentence);

private:
    void askNow();
    void take(const ModelList &list);
    void fill(const QJsonArray &models);

    Session &m_session;
    QJsonObject m_question;
    bool m_mayDiscover = false;
    int m_epoch = 0; ///< of the question, so that a late answer is known as one
    QTimer *m_soon;
};

} // namespace gatehouse::ui
