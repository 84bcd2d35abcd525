// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/model_picker.h"

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
    connect(m_soon, &QTimer::timeout, this, &ModelPicker::discover);
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

void ModelPicker::discover()
{
    if (!m_mayDiscover)
        return askCatalogue({});
    Q_EMIT listed(tr("Asking the provider for its models…"));
    m_session.client().post(u"/providers/discover"_s, m_question, this, [this, epoch = m_epoch](const Answer &answer) {
        if (epoch == m_epoch)
            takeDiscovered(answer);
    });
}

void ModelPicker::takeDiscovered(const Answer &answer)
{
    const QJsonObject told = answer.json.object();
    if (!answer.isOk())
        return askCatalogue(answer.problem);
    if (told.value("status"_L1) != "success"_L1)
        return askCatalogue(told.value("reason"_L1) == "no_list"_L1 ? QString() : told.value("message"_L1).toString());
    const QJsonArray models = told.value("models"_L1).toArray();
    fill(models);
    Q_EMIT listed(tr("%n model(s), as the provider says.", nullptr, int(models.size())));
}

void ModelPicker::askCatalogue(const QString &why)
{
    const QUrlQuery query {{u"provider"_s, m_question.value("provider"_L1).toString()}, {u"limit"_s, u"5000"_s}};
    m_session.client().get(u"/catalogue"_s, query, this, [this, why, epoch = m_epoch](const Answer &answer) {
        if (epoch != m_epoch)
            return;
        const QJsonArray models = answer.json.object().value("models"_L1).toArray();
        fill(models);
        const QString count = tr("%n model(s) of the built-in catalogue.", nullptr, int(models.size()));
        Q_EMIT listed(why.isEmpty() ? count : why + u' ' + count);
    });
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
