// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>
#include <QJsonObject>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace gatehouse::ui {

class ElidedLabel;
class MessageLine;
class Pill;

/// One provider: how it stands, where its key is, what its deployments do, and the ways to change that.
class ProviderCard : public QFrame
{
    Q_OBJECT
public:
    explicit ProviderCard(QWidget *parent = nullptr);

    /// @param card of providerCards().
    void setRecord(const QJsonObject &card);
    const QJsonObject &record() const { return m_card; }
    /// While something is under way nothing else can be begun here.
    void setBusy(const QString &sentence);
    void setDone(bool isWell, const QString &sentence);

Q_SIGNALS:
    void testWished();
    void discoverWished();
    /// The menu with all the rest is about to be shown: fill it.
    void menuWished(QMenu *menu);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeButtons();
    void showPictures();
    void showState();

    QJsonObject m_card;
    QLabel *m_picture;
    ElidedLabel *m_title;
    Pill *m_state;
    ElidedLabel *m_dialects;
    QLabel *m_lock;
    ElidedLabel *m_key;
    QLabel *m_figures;
    MessageLine *m_message;
    QPushButton *m_test;
    QPushButton *m_discover;
    QToolButton *m_more;
};

} // namespace gatehouse::ui
