// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desktop.h"
#include "app/house_control.h"
#include "app/key_store.h"

#include <QApplication>
#include <QDialog>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace gatehouse::ui::test {

/// The whole product in one process: a real gateway with its own configuration file and database, a fake provider behind it,
/// the desktop in front of it. What the user would click is found by its words.
class LiveStage
{
public:
    /// @param yaml the configuration file; PROVIDER in it becomes the fake provider's address, and a master key is added
    /// unless it has general_settings of its own. Empty: one model "gpt" of provider openai. "demo": no file at all, as when
    /// the program is started for the first time. "--model NAME": no file either, as with that flag; the fake provider is behind
    /// it.
    /// @param port where the gateway listens; 0: any free one. @param provider another program than provider.mjs beside it.
    explicit LiveStage(const QString &yaml = {}, quint16 port = 0, const QString &provider = QStringLiteral("provider.mjs"));
    ~LiveStage();

    /// Waits until the gateway runs and the window shows it.
    void begin();
    app::Desktop &desktop() { return *m_desktop; }
    Session &session() { return m_desktop->session(); }
    Window &window() { return m_desktop->window(); }
    app::HouseControl &control() { return *m_control; }
    /// The keychain of the D-Bus session that the environment names, as in the program.
    app::KeychainStore &keys() { return *m_keys; }
    QString providerUrl() const { return m_providerUrl; }
    static QByteArray masterKey() { return "sk-master-of-the-tests"; }

    QString configPath() const { return m_home.filePath(QStringLiteral("config.yaml")); }
    QString homePath() const { return m_home.path(); }
    QString configText() const;
    /// As an editor outside would.
    void writeConfig(const QString &text) const;

    /// Sends one request as a client would and waits for its answer. Returns the status; 0 = none.
    int chat(const QString &model, const QString &text = QStringLiteral("hello"), const QByteArray &key = masterKey());
    /// The same without waiting, streamed.
    void beginChat(const QString &model, const QString &text);
    /// One call to the admin API with the master key, beside the window.
    QJsonObject call(const QByteArray &verb, const QString &path, const QJsonObject &body = {});
    /// What the fake provider answers from now on: replies of tests/fake_provider/provider.mjs.
    void script(const QJsonArray &replies);

    /// The page, shown.
    QWidget *page(const QString &key);
    /// The dialog on top that is visible; null: none.
    QDialog *dialog() const;

private:
    void startProvider(const QString &program);
    app::Options options(quint16 port) const;

    QTemporaryDir m_home;
    QProcess m_provider;
    QString m_providerUrl;
    QString m_model; ///< of the command line; empty: there is a file, or the demo
    std::unique_ptr<app::HouseControl> m_control;
    std::unique_ptr<app::KeychainStore> m_keys;
    std::unique_ptr<app::Desktop> m_desktop;
};

/// The visible button below `where` with that caption; null: none.
QPushButton *buttonIn(QWidget *where, const QString &caption);
/// The visible widget below `where` with that accessible name; null: none.
template <typename Type> Type *named(QWidget *where, const QString &accessibleName)
{
    for (Type *each : where->findChildren<Type *>()) {
        if (each->isVisible() && each->accessibleName() == accessibleName)
            return each;
    }
    return nullptr;
}
/// Whether a visible label below `where` has that text in it.
bool says(QWidget *where, const QString &text);
/// Drags from one place of a widget to another with the left button. @param letGo whether the button is let go there.
void drag(QWidget *where, const QPoint &from, const QPoint &to, bool letGo = true);
/// Puts a text into a field as a user would.
void fillIn(QLineEdit *field, const QString &text);

} // namespace gatehouse::ui::test
