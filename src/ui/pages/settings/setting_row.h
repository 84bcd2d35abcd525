// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/settings/form_row.h"
#include "ui/pages/settings/setting.h"

#include <optional>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace gatehouse::ui {

class SettingField;
class Switch;

/// One setting in a form: a control of its type with what the file says, the default muted where it says nothing. What is changed
/// here stays here until the form saves it, also while the file is changed by somebody else.
class SettingRow : public FormRow
{
    Q_OBJECT
public:
    explicit SettingRow(const QString &title, QWidget *parent = nullptr);

    /// What the file says now.
    void setSetting(const Setting &setting);
    /// Another setting that counts here, too: where the file has it, this says so.
    void setTwin(const Setting &twin);
    const Setting &setting() const { return m_setting; }
    /// Nothing may be changed while it is not.
    void setChangeable(bool changeable);
    /// The edit of docs/config-api.md that was made here; none: nothing was changed.
    std::optional<QJsonObject> edit() const;
    /// What the setting would be, for people.
    QString wantedText() const;
    /// Says what is wrong with what was typed; true: nothing is.
    bool check();
    void discard();
    /// The file says it now.
    void keep();
    /// What Tab goes through, in this order.
    QList<QWidget *> tabStops() const;

Q_SIGNALS:
    void edited();
    /// It is more than one control can show.
    void fileWished(const QString &path);

private:
    enum class Kind { None, Switch, Field, Structure };
    Kind wantedKind() const;
    void build(Kind kind);
    void addSwitch(QHBoxLayout &line);
    void addField(QHBoxLayout &line);
    void addStructure(QHBoxLayout &line);
    bool hidesValue() const;
    QJsonValue fileValue() const { return m_setting.row.value(QLatin1StringView("value")); }
    QJsonValue typed() const;
    void showFile();
    void showState();
    void onEdited();
    void takeBack();
    void sayWhatElseCounts();

    Setting m_setting;
    Setting m_twin;
    Kind m_kind = Kind::None;
    bool m_isChangeable = true;
    bool m_removes = false; ///< back to the default
    bool m_isTouched = false;
    Switch *m_switch = nullptr;
    SettingField *m_field = nullptr;
    QLabel *m_summary = nullptr;
    QWidget *m_control = nullptr;
    QPushButton *m_back = nullptr;
};

} // namespace gatehouse::ui
