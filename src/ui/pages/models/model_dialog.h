// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/form_dialog.h"

#include <QJsonArray>
#include <QJsonObject>

class QLineEdit;
class QScrollArea;
class QToolButton;

namespace gatehouse::ui {

class ElidedLabel;
class KeyField;
class ModelPicker;
class ParameterFields;
class ProviderPicker;
class Session;
class SettingsForm;
struct Answer;

/// An entry of model_list as a form: provider, model, key, address, public name, and every other setting. It tests the
/// connection and keeps a new key; what becomes of the entry is up to whoever opened it.
class ModelDialog : public FormDialog
{
    Q_OBJECT
public:
    ModelDialog(Session &session, const QString &title, const QString &action, QWidget *parent);

    /// @param entry as in the configuration, with what is known of it; masked credentials stay what they are.
    void setEntry(const QJsonObject &entry);
    /// What the fields say. Of a new key nothing is in it before it is kept.
    QJsonObject entry() const;
    /// Opens the part with all the other settings.
    void showSettings(bool shown);

Q_SIGNALS:
    /// All is well and the key is kept: save this, then accept() or setProblem().
    void ready(const QJsonObject &entry);

private:
    QWidget *makeModelBox();
    QWidget *makeSettings();
    void ask();
    void takeProviders(const Answer &answer);
    void onProvider(const QJsonObject &provider);
    void shareParameters();
    void onModel();
    void askForModels();
    QJsonObject question() const;
    QString problem() const;
    QJsonObject testedParams() const;
    void test();
    void showTest(const Answer &answer);
    void submit();

    Session &m_session;
    ProviderPicker *m_provider;
    ModelPicker *m_model;
    KeyField *m_key;
    QLineEdit *m_base;
    QLineEdit *m_name;
    ParameterFields *m_parameters;
    SettingsForm *m_settings;
    QToolButton *m_more;
    QScrollArea *m_scroll;
    ElidedLabel *m_source;
    class QLabel *m_facts;
    class QPushButton *m_test;
    QJsonObject m_given;
    QStringList m_names;           ///< of all providers
    QStringList m_givenParameters; ///< of the provider that the entry came with
    QString m_lastUsualName;
    int m_tests = 0;
};

} // namespace gatehouse::ui
