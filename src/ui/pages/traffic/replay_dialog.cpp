// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/traffic/replay_dialog.h"

#include "ui/background.h"
#include "ui/pages/traffic/answer_pane.h"
#include "ui/session.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

ReplayDialog::ReplayDialog(Session &session, const SharedRecord &record, QWidget *parent)
    : FormDialog(tr("Send again"), tr("Send"), parent)
    , m_session(session)
    , m_record(record)
    , m_model(new QComboBox)
    //: the answer that a request got when it came first
    , m_then(new AnswerPane(tr("Then")))
    //: the answer that a request gets when it is sent again
    , m_now(new AnswerPane(tr("Now")))
{
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_model->setCurrentText(record->row.model);
    addField(tr("Model"), m_model, tr("The request goes out as it came, in the name of whoever looks on here, and is charged."));
    auto *answers = new QWidget;
    auto *row = new QHBoxLayout(answers);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_then, 1);
    row->addWidget(m_now, 1);
    addWide(answers, 1);
    m_then->setRecord(record);
    m_now->say(tr("Not sent yet."));
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 32);
    connect(this, &FormDialog::submitted, this, &ReplayDialog::send);
    askForModels();
}

void ReplayDialog::askForModels()
{
    m_session.client().get(u"/v1/models"_s, {}, this, [this](const Answer &answer) {
        const QString typed = m_model->currentText();
        const QJsonArray models = answer.json.object().value("data"_L1).toArray();
        for (const QJsonValue model : models) {
            if (const QString id = model["id"_L1].toString(); !id.contains(u'*'))
                m_model->addItem(id);
        }
        m_model->setCurrentText(typed);
    });
}

void ReplayDialog::send()
{
    const QString model = m_model->currentText().trimmed();
    QJsonObject question;
    if (!model.isEmpty() && model != m_record->row.model)
        question.insert("model"_L1, model);
    m_now->say({});
    setBusy(tr("Waiting for the answer…"));
    m_session.client().post(u"/traffic/%1/replay"_s.arg(m_record->row.callId), question, this, [this](const Answer &answer) {
        if (!answer.isOk())
            return setProblem(answer.problem);
        m_session.feed().refresh();
        fetch(answer.json.object().value("call_id"_L1).toString());
    });
}

// The answer came with the first question; what it took and cost is in the record of the call.
void ReplayDialog::fetch(const QString &callId)
{
    m_session.client().getRaw(u"/traffic/%1"_s.arg(callId), this, [this](const Answer &answer, const QByteArray &body) {
        if (!answer.isOk())
            return setProblem(answer.problem);
        take(body);
    });
}

void ReplayDialog::take(const QByteArray &body)
{
    inBackground(
        this,
        [body] {
            auto read = TrafficRecord::fromJson(body);
            return read ? std::make_shared<const TrafficRecord>(*std::move(read)) : SharedRecord();
        },
        [this](const SharedRecord &record) {
            if (!record)
                return setProblem(tr("The gateway remembers nothing of the new request."));
            setProblem({});
            m_now->setRecord(record);
        });
}

} // namespace gatehouse::ui
