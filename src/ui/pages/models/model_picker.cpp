// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/model_picker.h"

#include "ui/pages/models/model_list.h"
#include "ui/session.h"

#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

ModelPicker::ModelPicker(Session &session, QWidget *parent)
    : QComboBox(parent)
    , m_session(session)
    , m_soon(new QTimer(this))
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setMaxVisibleItems(14);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(24);
    lineEdit()->setPlaceholderText(tr("Type to search, or any other name"));
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    m_soon->setSingleShot(true);
    m_soon->setInterval(0); // several fields change together
    connect(m_soon, &QTimer::timeout, this, &ModelPicker::askNow);
    connect(this, &QComboBox::currentTextChanged, this, &ModelPicker::modelChanged);
}

void ModelPicker::ask(const QJsonObject &question, bool mayDiscover)
{
    if (question == m_question && mayDiscover == m_mayDiscover)
        return;
    m_question = question;
    m_mayDiscover = mayDiscover;
    ++m_epoch;
    m_soon->start();
}

void ModelPicker::askNow()
{
    if (m_mayDiscover)
        Q_EMIT listed(tr("Asking the provider for its models…"));
    askForModels(m_session, m_question, m_mayDiscover, this, [this, epoch = m_epoch](const ModelList &list) {
        if (epoch == m_epoch)
            take(list);
    });
}

void ModelPicker::take(const ModelList &list)
{
    fill(list.models);
    const int count = int(list.models.size());
    if (list.isProviders)
        return Q_EMIT listed(tr("%n model(s), as the provider says.", nullptr, count));
    const QString sentence = tr("%n model(s) of the built-in catalogue.", nullptr, count);
    Q_EMIT listed(list.problem.isEmpty() ? sentence : list.problem + u' ' + sentence);
}

void ModelPicker::fill(const QJsonArray &models)
{
    const QString before = model();
    {
        const QSignalBlocker blocker(this);
        clear();
        for (const QJsonValue each : models)
            addItem(each["id"_L1].toString(), each.toObject());
        setCurrentIndex(-1);
        setCurrentText(before);
    }
    Q_EMIT modelChanged();
}

void ModelPicker::setModel(const QString &model)
{
    setCurrentText(model);
}

QJsonObject ModelPicker::known() const
{
    const int at = findText(model(), Qt::MatchFixedString | Qt::MatchCaseSensitive);
    return at < 0 ? QJsonObject() : itemData(at).toJsonObject();
}

} // namespace gatehouse::ui
