// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/settings_form.h"

#include "ui/config/setting_field.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

const auto paramsPath = u"model_list[].litellm_params."_s;

/// What has a field of its own in the dialog, or is another spelling of that.
constexpr std::array elsewhere {
    "model"_L1, "custom_llm_provider"_L1, "api_key"_L1, "api_base"_L1, "base_url"_L1, "litellm_credential_name"_L1, "*"_L1};

struct Usual {
    QLatin1StringView name;
    const char *label;
    bool perMillion = false;
};

constexpr std::array usual {
    Usual {"input_cost_per_token"_L1, QT_TRANSLATE_NOOP("SettingsForm", "Price of a million tokens read, $"), true},
    Usual {"output_cost_per_token"_L1, QT_TRANSLATE_NOOP("SettingsForm", "Price of a million tokens written, $"), true},
    Usual {"cache_read_input_token_cost"_L1, QT_TRANSLATE_NOOP("SettingsForm", "Price of a million cached tokens, $"), true},
    Usual {"weight"_L1, QT_TRANSLATE_NOOP("SettingsForm", "Weight")},
    Usual {"order"_L1, QT_TRANSLATE_NOOP("SettingsForm", "Order")},
    Usual {"rpm"_L1, QT_TRANSLATE_NOOP("SettingsForm", "Requests a minute")},
    Usual {"tpm"_L1, QT_TRANSLATE_NOOP("SettingsForm", "Tokens a minute")},
    Usual {"timeout"_L1, QT_TRANSLATE_NOOP("SettingsForm", "Time-out, seconds")},
};

const Usual *usualOf(const QString &name)
{
    const auto found = std::find_if(usual.begin(), usual.end(), [&name](const Usual &each) { return each.name == name; });
    return found == usual.end() ? nullptr : &*found;
}

QString labelOf(const QString &name)
{
    const Usual *row = usualOf(name);
    return row ? QCoreApplication::translate("SettingsForm", row->label) : name;
}

} // namespace

SettingsForm::SettingsForm(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout)
    , m_picker(new QComboBox)
{
    m_form->setHorizontalSpacing(14);
    m_form->setVerticalSpacing(10);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_picker->setAccessibleName(tr("Add a setting"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(10);
    column->addLayout(m_form);
    column->addWidget(m_picker, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_picker, &QComboBox::activated, this, [this](int at) {
        if (at == 0)
            return;
        addField(m_picker->itemData(at).toString());
        fillPicker();
        m_fields.last()->setFocus();
    });
}

void SettingsForm::setSchema(const QJsonArray &keys)
{
    m_keys.clear();
    for (const QJsonValue key : keys) {
        const QString path = key["path"_L1].toString(), name = path.mid(paramsPath.size());
        const bool isPlain = path.startsWith(paramsPath) && !name.contains(u'.') && !name.contains(u'[');
        const bool isHere = std::find(elsewhere.begin(), elsewhere.end(), name) == elsewhere.end();
        if (isPlain && isHere && key["served"_L1] == "now"_L1 && !key["secret"_L1].toBool())
            m_keys.append(key.toObject());
    }
    build();
}

void SettingsForm::setParams(const QJsonObject &params)
{
    m_params = params;
    build();
}

void SettingsForm::build()
{
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    m_fields.clear();
    for (const Usual &each : usual)
        addField(each.name);
    addGiven();
    fillPicker();
}

void SettingsForm::addGiven()
{
    for (const QJsonObject &key : m_keys) {
        if (m_params.contains(key.value("name"_L1).toString()))
            addField(key.value("name"_L1).toString());
    }
}

void SettingsForm::setElsewhere(const QStringList &names)
{
    if (names == m_elsewhere)
        return;
    m_elsewhere = names;
    m_fields.removeIf([this](SettingField *field) {
        if (!m_elsewhere.contains(field->name()))
            return false;
        m_form->removeRow(field);
        return true;
    });
    addGiven();
    fillPicker();
}

void SettingsForm::addField(const QString &name)
{
    const QJsonObject key = keyOf(name);
    if (key.isEmpty() || has(name) || m_elsewhere.contains(name))
        return;
    const Usual *row = usualOf(name);
    auto *field = new SettingField(key, row && row->perMillion);
    field->setValue(m_params.value(name));
    field->setToolTip(key.value("help"_L1).toString());
    m_fields.append(field);
    m_form->addRow(labelOf(name), field);
}

void SettingsForm::fillPicker()
{
    m_picker->clear();
    m_picker->addItem(tr("Add a setting…"));
    for (const QJsonObject &key : m_keys) {
        const QString name = key.value("name"_L1).toString();
        if (has(name) || m_elsewhere.contains(name))
            continue;
        m_picker->addItem(name, name);
        m_picker->setItemData(m_picker->count() - 1, key.value("help"_L1), Qt::ToolTipRole);
    }
    m_picker->setVisible(m_picker->count() > 1);
}

QJsonObject SettingsForm::keyOf(const QString &name) const
{
    const auto found = std::find_if(
        m_keys.begin(), m_keys.end(), [&name](const QJsonObject &key) { return key.value("name"_L1).toString() == name; });
    return found == m_keys.end() ? QJsonObject() : *found;
}

bool SettingsForm::has(const QString &name) const
{
    return std::any_of(m_fields.begin(), m_fields.end(), [&name](const SettingField *field) { return field->name() == name; });
}

QJsonObject SettingsForm::apply(QJsonObject params) const
{
    for (const SettingField *field : m_fields) {
        const QJsonValue value = field->value();
        if (value.isUndefined())
            params.remove(field->name());
        else
            params.insert(field->name(), value);
    }
    return params;
}

QString SettingsForm::problem() const
{
    for (const SettingField *field : m_fields) {
        if (!field->isValid()) //: %1 is the label of a field
            return tr("“%1” is not written in a way that can be used.").arg(labelOf(field->name()));
    }
    return {};
}

} // namespace gatehouse::ui
