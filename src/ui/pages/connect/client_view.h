// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/api/client.h"
#include "ui/pages/connect/client.h"
#include "ui/pages/connect/client_file.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QPushButton;

namespace gatehouse::ui {

class ClientKey;
class ClientTexts;
class MessageLine;
class Pill;
class Preferences;
class Session;

/// One client: what to set in it, the texts to copy, and, where its settings can be changed from here, the way in and out again.
class ClientView : public QFrame
{
    Q_OBJECT
public:
    ClientView(Session &session, Preferences &preferences, const ConnectClient &client, QWidget *parent = nullptr);

    /// Reads its file again.
    void look();
    void setModels(const QStringList &models);
    const ClientStatus &status() const { return m_status; }
    /// The same in a word.
    QString stateWord() const;
    const ConnectClient &client() const { return m_client; }

Q_SIGNALS:
    /// The file was read.
    void looked();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeFields();
    QWidget *makeButtons();
    ClientWords words(const QString &key) const;
    QString keyToCopy() const;
    QString keyInUse() const;
    QString model() const;
    void take(const ClientStatus &status);
    void showState();
    void showTexts();
    void connectIt();
    void disconnectIt();
    void preview(const FileChange &change, const QString &summary);
    void onDone(const FileChange &change);
    void tryIt();
    void showPicture();

    Session &m_session;
    Preferences &m_preferences;
    const ConnectClient &m_client;
    QString m_name;
    Client m_caller; ///< asks as the client would, with its key
    ClientStatus m_status;
    QStringList m_models;
    QLabel *m_picture;
    Pill *m_state;
    QLabel *m_story;
    ClientKey *m_key;
    QComboBox *m_model;
    ClientTexts *m_texts;
    MessageLine *m_message;
    QPushButton *m_connect;
    QPushButton *m_disconnect;
    QPushButton *m_test;
};

} // namespace gatehouse::ui
