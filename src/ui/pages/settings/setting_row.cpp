// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/setting_row.h"

#include "ui/config/change_dialog.h"
#include "ui/config/setting_field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/switch.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

const QJsonValue undefined {QJsonValue::Undefined};
constexpr int unitWidth = 11; ///< in characters, the same for all, so that the fields beside them align

/// A value's parts, for people: what is too much for a line is counted.
QString summaryOf(const QJsonValue &value)
{
    if (value.isArray())
        return SettingRow::tr("%n entries", nullptr, int(value.toArray().size()));
    if (value.isObject())
        return SettingRow::tr("%n entries", nullptr, int(value.toObject().size()));
    return value.isUndefined() || value.isNull() ? SettingRow::tr("Not set") : settingText(value);
}

} // namespace

SettingRow::SettingRow(const QString &title, QWidget *parent)
    : FormRow(title, parent)
{
}

void SettingRow::setSetting(const Setting &setting)
{
    m_setting = setting;
    setHelp(setting.row.value("help"_L1).toString());
    setTip(setting.path());
    if (const Kind kind = wantedKind(); kind != m_kind)
        build(kind);
    if (!m_isTouched)
        showFile();
    showState();
}

void SettingRow::setTwin(const Setting &twin)
{
    m_twin = twin;
    showState();
}

SettingRow::Kind SettingRow::wantedKind() const
{
    const QJsonValue value = fileValue();
    // A reference in the place of a yes or no, and the like: the file says more than a control could.
    const bool isOther = value.isObject() || (value.isString() && m_setting.type() == "boolean"_L1);
    if (!m_setting.isPlain() && m_setting.type() != "any"_L1)
        return Kind::Structure;
    if (isOther)
        return Kind::Structure;
    return m_setting.type() == "boolean"_L1 ? Kind::Switch : Kind::Field;
}

void SettingRow::build(Kind kind)
{
    m_kind = kind;
    m_switch = nullptr;
    m_field = nullptr;
    m_summary = nullptr;
    m_isTouched = m_removes = false;
    m_control = new QWidget;
    auto *line = new QHBoxLayout(m_control);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    if (kind == Kind::Switch)
        addSwitch(*line);
    else if (kind == Kind::Field)
        addField(*line);
    else
        addStructure(*line);
    m_back = new QPushButton;
    m_back->setProperty("role", u"quiet"_s);
    QSizePolicy policy = m_back->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // or the fields beside it would not align
    m_back->setSizePolicy(policy);
    m_back->setVisible(false);
    connect(m_back, &QPushButton::clicked, this, &SettingRow::takeBack);
    if (kind != Kind::Structure)
        line->addWidget(m_back);
    else
        m_back->setParent(m_control);
    setControl(m_control);
}

void SettingRow::addSwitch(QHBoxLayout &line)
{
    m_switch = new Switch;
    connect(m_switch, &Switch::clicked, this, &SettingRow::onEdited);
    line.addWidget(m_switch);
    line.addStretch(1);
    m_control->setFocusProxy(m_switch);
}

void SettingRow::addField(QHBoxLayout &line)
{
    m_field = new SettingField(m_setting.row, false);
    connect(m_field, &SettingField::edited, this, &SettingRow::onEdited);
    line.addWidget(m_field, 1);
    if (const QString unit = m_setting.unit(); !unit.isEmpty()) {
        QLabel *label = makeLabel(Voice::Small, unit);
        label->setFixedWidth(fontMetrics().averageCharWidth() * unitWidth);
        line.addWidget(label);
    }
    m_control->setFocusProxy(m_field->focusProxy());
}

void SettingRow::addStructure(QHBoxLayout &line)
{
    m_summary = makeLabel(Voice::Muted);
    auto *open = new QPushButton(tr("Edit in the file…"));
    connect(open, &QPushButton::clicked, this, [this] { Q_EMIT fileWished(m_setting.path()); });
    line.addWidget(m_summary, 1);
    line.addWidget(open);
    m_control->setFocusProxy(open);
}

QList<QWidget *> SettingRow::tabStops() const
{
    if (m_kind == Kind::None)
        return {};
    return m_kind == Kind::Structure ? QList<QWidget *> {m_control} : QList<QWidget *> {m_control, m_back};
}

/// A credential stands in clear in the file, so nothing of it comes here.
bool SettingRow::hidesValue() const
{
    return m_setting.isSecret() && !fileValue().isUndefined() && !settingProblem(m_setting, fileValue()).isEmpty();
}

void SettingRow::showFile()
{
    m_removes = false;
    const QJsonValue value = fileValue();
    if (m_switch)
        m_switch->setChecked((value.isUndefined() ? m_setting.row.value("default"_L1) : value).toBool());
    if (m_field) {
        m_field->setValue(hidesValue() ? undefined : value);
        m_field->setHint(hidesValue() ? tr("••• (in the file, not shown)") : QString());
    }
    if (m_summary)
        m_summary->setText(summaryOf(value));
}

QJsonValue SettingRow::typed() const
{
    if (m_removes)
        return undefined;
    if (m_switch)
        return m_isTouched ? QJsonValue(m_switch->isChecked()) : fileValue();
    if (!m_field)
        return fileValue();
    const QJsonValue value = m_field->value();
    return value.isUndefined() && hidesValue() ? fileValue() : value;
}

std::optional<QJsonObject> SettingRow::edit() const
{
    if (m_kind == Kind::None || !m_isTouched)
        return {};
    const QJsonValue wanted = typed();
    if (wanted == fileValue())
        return {};
    return wanted.isUndefined() ? removeEdit(m_setting.pathParts()) : setEdit(m_setting.pathParts(), wanted);
}

QString SettingRow::wantedText() const
{
    return settingText(m_setting, typed());
}

bool SettingRow::check()
{
    const bool isChanged = edit().has_value();
    const QString problem = isChanged && !typed().isUndefined() ? settingProblem(m_setting, typed()) : QString();
    showState();
    if (!problem.isEmpty())
        say(Mood::Bad, problem);
    return problem.isEmpty();
}

void SettingRow::setChangeable(bool changeable)
{
    m_isChangeable = changeable;
    showState();
}

void SettingRow::showState()
{
    if (m_kind == Kind::None)
        return;
    m_control->setEnabled(m_isChangeable || m_kind == Kind::Structure);
    const bool isChanged = edit().has_value();
    const bool isSet = !fileValue().isUndefined();
    //: what was changed in a field and is not saved yet is taken back
    m_back->setText(isChanged ? tr("Undo") : tr("Reset"));
    m_back->setAccessibleName(
        isChanged ? tr("Undo the change of %1").arg(title()) : tr("Set %1 back to its default").arg(title()));
    m_back->setToolTip(isChanged ? QString() : tr("Back to the default"));
    m_back->setVisible(m_kind != Kind::Structure && (isChanged || isSet));
    if (isChanged && m_setting.row.value("needs_restart"_L1).toBool())
        say(Mood::Warn, tr("Counts from the next start of the gateway on."));
    else
        sayWhatElseCounts();
}

void SettingRow::sayWhatElseCounts()
{
    const QJsonValue value = m_twin.row.value("value"_L1);
    //: %1 is a setting, %2 its value
    say(Mood::Warn,
        value.isUndefined() ? QString() : tr("%1 stands in the file, too: %2").arg(m_twin.path(), settingText(m_twin, value)));
}

void SettingRow::onEdited()
{
    m_isTouched = true;
    m_removes = false;
    showState();
    Q_EMIT edited();
}

void SettingRow::takeBack()
{
    if (edit()) {
        discard();
    } else {
        m_isTouched = m_removes = true;
        if (m_switch)
            m_switch->setChecked(m_setting.row.value("default"_L1).toBool());
        if (m_field) {
            m_field->setValue(undefined);
            m_field->setHint({});
        }
        showState();
    }
    if (!m_back->isVisible()) // and with it the focus
        m_control->setFocus();
    Q_EMIT edited();
}

void SettingRow::discard()
{
    m_isTouched = false;
    showFile();
    showState();
}

void SettingRow::keep()
{
    const QJsonValue value = typed();
    m_setting.row.remove("value"_L1);
    if (!value.isUndefined())
        m_setting.row.insert("value"_L1, value);
    discard();
}

} // namespace gatehouse::ui
