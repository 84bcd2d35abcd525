// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/keys/account_form.h"

#include "ui/pages/keys/account.h"
#include "ui/session.h"

#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

AccountForm::AccountForm(Session &session, const AccountSection &section, const QJsonObject &record, QWidget *parent)
    //: title of a dialog: %1 is what is edited, %2 its name
    : FormDialog(record.isEmpty() ? section.add().remove(u'…') : tr("%1: %2").arg(section.one(), accountName(record)),
        record.isEmpty() ? section.add().remove(u'…') : tr("Save"), parent)
    , m_session(session)
    , m_section(section)
    , m_record(record)
    , m_before(fieldValues(accountFields(section), record))
{
    const auto fields = accountFields(section);
    connect(this, &FormDialog::submitted, this, &AccountForm::submit);
    if (std::any_of(fields.begin(), fields.end(), [](const AccountField &field) { return field.isMore; })) {
        m_more = addSideButton(tr("More options"));
        connect(m_more, &QPushButton::clicked, this, &AccountForm::showMore);
    }
    addFields(false);
}

void AccountForm::showMore()
{
    m_more->hide();
    addFields(true);
}

void AccountForm::addFields(bool more)
{
    QWidget *first = nullptr;
    for (const AccountField &field : accountFields(m_section)) {
        if (field.isMore != more || (field.isFixed && !m_record.isEmpty()))
            continue;
        const QString member = QString::fromLatin1(field.member);
        const FieldEditor editor = makeEditor(field, m_before.value(member), m_record, m_session);
        addField(field.label(), editor.widget, field.help ? field.help() : QString());
        m_editors.insert(member, editor);
        first = first ? first : editor.widget;
    }
    if (first)
        first->setFocus();
}

FieldValues AccountForm::values() const
{
    FieldValues values = m_before;
    for (auto each = m_editors.begin(); each != m_editors.end(); ++each)
        values.insert(each.key(), each.value().value());
    return values;
}

QString AccountForm::problem() const
{
    for (const AccountField &field : accountFields(m_section)) {
        const auto editor = m_editors.find(QString::fromLatin1(field.member));
        const QString said = editor == m_editors.end() ? QString() : editor->problem();
        if (said.isEmpty())
            continue;
        editor->widget->setFocus();
        return said;
    }
    return {};
}

void AccountForm::submit()
{
    if (const QString wrong = problem(); !wrong.isEmpty())
        return setProblem(wrong);
    const bool isNew = m_record.isEmpty();
    const QJsonObject body = isNew ? createRequest(m_section, values()) : updateRequest(m_section, m_record, values());
    if (!isNew && body.isEmpty())
        return accept();
    setBusy(tr("Saving…"));
    m_session.client().post(QString::fromLatin1(isNew ? m_section.create : m_section.update), body, this,
        [this, body](const Answer &answer) { take(answer, body); });
}

void AccountForm::take(const Answer &answer, const QJsonObject &body)
{
    if (!answer.isOk())
        return setProblem(answer.kind == Answer::Kind::Denied ? tr("The key this window uses may not do that.") : answer.problem);
    if (m_record.isEmpty())
        Q_EMIT created(answer.json.object());
    else
        Q_EMIT updated(body);
    accept();
}

} // namespace gatehouse::ui
