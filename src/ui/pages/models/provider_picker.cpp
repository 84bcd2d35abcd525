// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/provider_picker.h"

#include "ui/pages/models/provider_icon.h"

#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

ProviderPicker::ProviderPicker(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setMaxVisibleItems(14);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(24);
    lineEdit()->setPlaceholderText(tr("Type to search"));
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    connect(this, &QComboBox::activated, this, &ProviderPicker::take);
    connect(lineEdit(), &QLineEdit::editingFinished, this, [this] {
        const int at = findText(lineEdit()->text().trimmed(), Qt::MatchFixedString);
        setCurrentIndex(at >= 0 ? at : currentIndex());
        take();
    });
}

void ProviderPicker::setProviders(const QJsonArray &providers)
{
    QList<QJsonObject> records;
    for (const QJsonValue each : providers)
        records.append(each.toObject());
    std::sort(records.begin(), records.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return a.value("title"_L1).toString().compare(b.value("title"_L1).toString(), Qt::CaseInsensitive) < 0;
    });
    const QString before = provider().value("name"_L1).toString();
    const QSignalBlocker blocker(this);
    clear();
    for (const QJsonObject &record : records) {
        const QString title = record.value("title"_L1).toString();
        addItem(providerIcon(title, *this), title, record);
    }
    setCurrentIndex(-1);
    choose(before);
}

bool ProviderPicker::choose(const QString &name)
{
    for (int at = 0; at < count(); ++at) {
        if (itemData(at).toJsonObject().value("name"_L1).toString() != name)
            continue;
        setCurrentIndex(at);
        take();
        return true;
    }
    return false;
}

QJsonObject ProviderPicker::provider() const
{
    return currentData().toJsonObject();
}

QStringList ProviderPicker::names() const
{
    QStringList names;
    for (int at = 0; at < count(); ++at)
        names.append(itemData(at).toJsonObject().value("name"_L1).toString());
    return names;
}

void ProviderPicker::take()
{
    const QJsonObject record = provider();
    if (record.value("name"_L1).toString() == m_last)
        return;
    m_last = record.value("name"_L1).toString();
    Q_EMIT chosen(record);
}

} // namespace gatehouse::ui
