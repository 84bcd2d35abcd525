// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/config/setting_field.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QJsonValue numberFrom(const QString &text)
{
    bool isNumber = false;
    // In the words of the configuration, and not of the locale: what is shown here is what the file says.
    const double number = text.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? QJsonValue(number) : QJsonValue();
}

QJsonValue structureFrom(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (document.isArray())
        return document.array();
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue();
}

QJsonValue anythingFrom(const QString &text)
{
    const QJsonValue only = QJsonDocument::fromJson('[' + text.toUtf8() + ']').array().at(0);
    return only.isUndefined() || only.isNull() ? QJsonValue(text) : only;
}

QJsonValue wordsFrom(const QString &text)
{
    QJsonArray words;
    for (const QString &word : text.split(u',', Qt::SkipEmptyParts))
        words.append(word.trimmed());
    return words;
}

} // namespace

QJsonValue settingValue(const QString &type, const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return QJsonValue(QJsonValue::Undefined);
    if (type == "boolean"_L1)
        return text == "true"_L1 || text == "false"_L1 ? QJsonValue(text == "true"_L1) : QJsonValue();
    if (type == "number"_L1)
        return numberFrom(text);
    if (type == "integer"_L1) {
        const QJsonValue number = numberFrom(text);
        return number.isDouble() && number.toDouble() == std::floor(number.toDouble()) ? number : QJsonValue();
    }
    if (type == "string_list"_L1)
        return wordsFrom(text);
    if (type == "list"_L1 || type == "map"_L1 || type == "fallback_list"_L1)
        return structureFrom(text);
    return type == "any"_L1 || type == "duration"_L1 ? anythingFrom(text) : QJsonValue(text);
}

QString settingText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    if (value.isString())
        return value.toString();
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (!value.isArray())
        return {};
    QStringList words;
    for (const QJsonValue each : value.toArray()) {
        if (!each.isString())
            return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
        words.append(each.toString());
    }
    return words.join(u", "_s);
}

SettingField::SettingField(const QJsonObject &key, bool perMillion, QWidget *parent)
    : QWidget(parent)
    , m_key(key)
    , m_perMillion(perMillion)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    QStringList words;
    for (const QJsonValue word : key.value("choices"_L1).toArray())
        words.append(word.toString());
    if (key.value("type"_L1) == "boolean"_L1)
        words = {u"true"_s, u"false"_s};
    QWidget *field = nullptr;
    if (words.isEmpty()) {
        field = m_line = new QLineEdit;
        m_line->setPlaceholderText(settingText(key.value("default"_L1)));
        connect(m_line, &QLineEdit::textEdited, this, &SettingField::edited);
    } else {
        field = m_words = new QComboBox;
        const QString standard = settingText(key.value("default"_L1));
        //: of a setting that is left as it is by default
        m_words->addItem(
            standard.isEmpty() ? tr("Not set") : QCoreApplication::translate("Settings", "%1 (default)").arg(standard),
            QString());
        for (const QString &word : words)
            m_words->addItem(word, word);
        connect(m_words, &QComboBox::activated, this, &SettingField::edited);
    }
    setFocusProxy(field);
    field->setAccessibleName(name());
    field->setAccessibleDescription(key.value("help"_L1).toString());
    row->addWidget(field);
}

QString SettingField::name() const
{
    return m_key.value("name"_L1).toString();
}

QString SettingField::text() const
{
    return m_words ? m_words->currentData().toString() : m_line->text();
}

void SettingField::setValue(const QJsonValue &value)
{
    m_given = value;
    m_givenText = m_perMillion && value.isDouble() ? QString::number(value.toDouble() * 1e6, 'g', 12) : settingText(value);
    if (m_line) {
        m_line->setText(m_givenText);
        m_line->setCursorPosition(0); // what is too long is seen from its beginning
        return;
    }
    if (value.isBool() && m_words->findData(m_givenText) < 0)
        m_givenText = value.toBool() ? u"on"_s : u"off"_s; // a word of the setting's own that YAML takes for a yes or no
    if (m_words->findData(m_givenText) < 0)                // os.environ/X, or a word of another version: it stays what it is
        m_words->addItem(m_givenText, m_givenText);
    m_words->setCurrentIndex(m_words->findData(m_givenText));
}

QJsonValue SettingField::value() const
{
    if (text() == m_givenText)
        return m_given;
    const QJsonValue typed = settingValue(m_key.value("type"_L1).toString(), text());
    return m_perMillion && typed.isDouble() ? QJsonValue(typed.toDouble() / 1e6) : typed;
}

bool SettingField::isValid() const
{
    return text() == m_givenText || !value().isNull();
}

void SettingField::setHint(const QString &hint)
{
    if (m_line)
        m_line->setPlaceholderText(hint.isEmpty() ? settingText(m_key.value("default"_L1)) : hint);
}

} // namespace gatehouse::ui
