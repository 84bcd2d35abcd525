// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/models/key_choice.h"

#include <QList>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace gatehouse::ui {

/// Chooses where a provider's key comes from: what the keychain, the environment and the gateway's credentials have, or a new
/// one, which is typed here, told once and forgotten.
class KeyField : public QWidget
{
    Q_OBJECT
public:
    explicit KeyField(Session &session, QWidget *parent = nullptr);

    /// @param provider a record of GET /providers: its variables are offered, its name is proposed for a new key.
    void setProvider(const QJsonObject &provider);
    void setChoice(const KeyChoice &choice);
    KeyChoice choice() const;
    /// What was typed, for as long as it takes to send it; the field keeps it.
    QByteArray secret() const;
    NewKey newKey() const { return {choice().name, secret(), m_hasKeychain}; }
    /// Lets go of what was typed; the field says from now on that it is kept as `choice`.
    void forgetSecret(const KeyChoice &kept);
    /// Why nothing can be done with it yet; empty: it can.
    QString problem() const;

Q_SIGNALS:
    /// Another choice, or another key has been typed.
    void changed();

private:
    void ask();
    void fill();
    void showDetail();
    int find(const KeyChoice &choice) const;
    void addChoice(const KeyChoice &choice);

    Session &m_session;
    QComboBox *m_places;
    QWidget *m_new;
    QLineEdit *m_secret;
    QLineEdit *m_name;
    QLineEdit *m_variable;
    QLabel *m_hint;
    QJsonObject m_provider;
    QStringList m_keychain;
    QStringList m_credentials;
    KeyChoice m_given; ///< what an entry said, so that it can be offered
    QList<KeyChoice> m_choices;
    bool m_hasKeychain;
    bool m_isTouched = false;
};

} // namespace gatehouse::ui
