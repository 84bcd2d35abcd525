// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/keys/small_dialogs.h"

#include "ui/models/text.h"
#include "ui/pages/keys/account.h"
#include "ui/pages/keys/fields.h"
#include "ui/session.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QLabel *makeParagraph(const QString &text)
{
    QLabel *label = makeLabel(Voice::Body, text);
    label->setWordWrap(true);
    return label;
}

double sumOf(const QList<QJsonObject> &records, const char *name)
{
    double sum = 0;
    for (const QJsonObject &record : records)
        sum += accountFigure(record, name).value_or(0);
    return sum;
}

QDateTime lastUse(const QList<QJsonObject> &records)
{
    QDateTime last;
    for (const QJsonObject &record : records) {
        const QDateTime used = accountTime(record, "last_used");
        if (used.isValid() && (!last.isValid() || used > last))
            last = used;
    }
    return last;
}

QString consequence(const AccountSection &section, const QList<QJsonObject> &records)
{
    const QByteArrayView kind(section.key);
    if (kind == "keys")
        return RotateDialog::tr("Requests with it are refused from then on.");
    if (kind == "teams")
        return RotateDialog::tr("%n key(s) of the team are deleted too.", nullptr, int(sumOf(records, "keys_count")));
    if (kind == "users")
        return RotateDialog::tr("%n key(s) of the user are deleted too.", nullptr, int(sumOf(records, "key_count")));
    if (kind == "customers")
        return RotateDialog::tr("The limits of the customer are gone; its requests are no longer bound by them.");
    qint64 count = 0;
    for (const QJsonObject &record : records)
        count += record.value("referrers"_L1).toObject().value("count"_L1).toInteger();
    return RotateDialog::tr("%n of the keys and customers lose its limits.", nullptr, int(count));
}

} // namespace

QString lossText(const AccountSection &section, const QList<QJsonObject> &records)
{
    QStringList sentences {consequence(section, records)};
    if (section.spender) {
        const QString spent = moneyText(sumOf(records, "spend"));
        const QDateTime used = lastUse(records);
        sentences.append(used.isValid() //: %1 is an amount of money, %2 a time
                ? RotateDialog::tr("Spent in this period: %1. Last used: %2.").arg(spent, timeText(used))
                : RotateDialog::tr("Spent in this period: %1. Never used.").arg(spent));
    }
    sentences.append(RotateDialog::tr("This cannot be undone."));
    return sentences.join(u' ');
}

RotateDialog::RotateDialog(Session &session, const QJsonObject &key, QWidget *parent)
    : FormDialog(tr("Rotate %1").arg(accountName(key)), tr("Rotate"), parent)
    , m_session(session)
    , m_token(key.value("token"_L1).toString())
    , m_grace(new QComboBox)
{
    addWide(makeParagraph(tr("A new key takes its place, with the same limits, budget and spend.")));
    m_grace->addItem(tr("At once"), QString());
    for (const int hours : {1, 24, 168}) {
        const QString text = hours < 24 ? tr("After %n hour(s)", nullptr, hours) : tr("After %n day(s)", nullptr, hours / 24);
        m_grace->addItem(text, u"%1h"_s.arg(hours));
    }
    addField(tr("The old key is refused"), m_grace);
    connect(this, &FormDialog::submitted, this, &RotateDialog::submit);
}

void RotateDialog::submit()
{
    QJsonObject body {{u"key"_s, m_token}};
    if (const QString grace = m_grace->currentData().toString(); !grace.isEmpty())
        body.insert("grace_period"_L1, grace);
    setBusy(tr("Rotating…"));
    m_session.client().post(u"/key/regenerate"_s, body, this, [this](const Answer &answer) {
        if (!answer.isOk())
            return setProblem(answer.problem);
        Q_EMIT rotated(answer.json.object());
        accept();
    });
}

RaiseDialog::RaiseDialog(const QJsonObject &record, QWidget *parent)
    : FormDialog(tr("Raise the budget of %1").arg(accountName(record)), tr("Save"), parent)
    , m_amount(new QLineEdit)
{
    const double spent = accountFigure(record, "spend").value_or(0);
    const auto limit = accountFigure(record, "max_budget");
    //: sums of money: %1 was spent of %2
    addWide(makeParagraph(limit ? tr("Spent in this period: %1 of %2.").arg(moneyText(spent), moneyText(*limit))
                                : tr("Spent in this period: %1. There is no budget yet.").arg(moneyText(spent))));
    if (limit)
        m_amount->setText(QLocale().toString(*limit * 1.5, 'f', 2));
    m_amount->selectAll();
    addField(tr("New budget in dollars"), m_amount);
    connect(this, &FormDialog::submitted, this, [this] {
        const auto money = moneyFrom(m_amount->text());
        if (!money)
            return setProblem(tr("“%1” is not an amount of money.").arg(m_amount->text()));
        Q_EMIT chosen(*money);
        accept();
    });
}

} // namespace gatehouse::ui
