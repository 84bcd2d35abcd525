// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/playground/setup_fields.h"

#include "ui/widgets/label.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr double highest = 2;
constexpr double step = 0.1;
constexpr int most = 10'000'000; ///< tokens: more than any model gives
constexpr int tokenStep = 256;
constexpr int systemLines = 2;

QWidget *titled(const QString &title, QWidget *field)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    QLabel *label = makeLabel(Voice::Small, title);
    label->setBuddy(field);
    field->setAccessibleName(title);
    column->addWidget(label);
    column->addWidget(field);
    return box;
}

} // namespace

QJsonObject ColumnSetup::toJson() const
{
    QJsonObject object {{u"model"_s, model}, {u"system"_s, system}};
    if (temperature)
        object.insert("temperature"_L1, *temperature);
    if (mostTokens)
        object.insert("max_tokens"_L1, *mostTokens);
    return object;
}

ColumnSetup ColumnSetup::fromJson(const QJsonObject &object)
{
    ColumnSetup setup {object.value("model"_L1).toString(), object.value("system"_L1).toString()};
    if (const QJsonValue value = object.value("temperature"_L1); value.isDouble())
        setup.temperature = value.toDouble();
    if (const int value = object.value("max_tokens"_L1).toInt(); value > 0)
        setup.mostTokens = value;
    return setup;
}

SetupFields::SetupFields(QWidget *parent)
    : QWidget(parent)
    , m_model(new QComboBox)
    , m_temperature(new QDoubleSpinBox)
    , m_mostTokens(new QSpinBox)
    , m_system(new QPlainTextEdit)
{
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_model->setMinimumContentsLength(8);
    m_model->lineEdit()->setPlaceholderText(tr("Choose a model"));
    m_system->setPlaceholderText(tr("None"));
    m_system->setTabChangesFocus(true);
    m_system->setProperty("role", u"field"_s);
    const int frame = 2 * int(m_system->document()->documentMargin()) + 6;
    m_system->setFixedHeight(m_system->fontMetrics().lineSpacing() * systemLines + frame);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(titled(tr("Model"), m_model));
    column->addWidget(makeNumbers());
    //: what a model is told before the question
    column->addWidget(titled(tr("System prompt"), m_system));
}

QWidget *SetupFields::makeNumbers()
{
    // One step below what can be asked for stands for asking for nothing.
    m_temperature->setRange(-step, highest);
    m_temperature->setSingleStep(step);
    m_temperature->setDecimals(2);
    m_mostTokens->setRange(0, most);
    m_mostTokens->setSingleStep(tokenStep);
    for (QAbstractSpinBox *box :
        {static_cast<QAbstractSpinBox *>(m_temperature), static_cast<QAbstractSpinBox *>(m_mostTokens)}) {
        //: the model decides
        box->setSpecialValueText(tr("Default"));
        box->setButtonSymbols(QAbstractSpinBox::NoButtons);
        box->setToolTip(tr("The arrow keys change it; all the way down is the model’s default."));
    }
    m_temperature->setValue(-step);
    m_mostTokens->setValue(0);
    auto *numbers = new QWidget;
    auto *row = new QHBoxLayout(numbers);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(titled(tr("Temperature"), m_temperature), 1);
    //: the most tokens that an answer may have
    row->addWidget(titled(tr("Most tokens"), m_mostTokens), 1);
    return numbers;
}

ColumnSetup SetupFields::setup() const
{
    ColumnSetup setup {m_model->currentText().trimmed(), m_system->toPlainText()};
    if (m_temperature->value() >= 0)
        setup.temperature = m_temperature->value();
    if (m_mostTokens->value() > 0)
        setup.mostTokens = m_mostTokens->value();
    return setup;
}

void SetupFields::setSetup(const ColumnSetup &setup)
{
    m_model->setCurrentText(setup.model);
    m_system->setPlainText(setup.system);
    m_temperature->setValue(setup.temperature.value_or(-step));
    m_mostTokens->setValue(setup.mostTokens.value_or(0));
}

void SetupFields::setModels(const QStringList &models)
{
    const QString typed = m_model->currentText();
    m_model->clear();
    m_model->addItems(models);
    m_model->setCurrentText(typed);
}

void SetupFields::focusModel()
{
    m_model->setFocus();
}

} // namespace gatehouse::ui
