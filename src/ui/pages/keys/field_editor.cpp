// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/keys/field_editor.h"

#include "ui/models/text.h"
#include "ui/pages/keys/account.h"
#include "ui/pages/keys/choice_list.h"
#include "ui/pages/keys/columns.h"
#include "ui/session.h"

#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QLineEdit>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("FieldEditor", text);
}

QString noProblem()
{
    return {};
}

FieldEditor makeText(const QJsonValue &value)
{
    auto *line = new QLineEdit(value.toString());
    line->setMaxLength(512); // as the gateway takes names
    return {line, [line] { return QJsonValue(line->text().trimmed()); }, noProblem};
}

QString plainNumber(double number, int decimals)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(number, 'f', decimals);
}

FieldEditor makeMoney(const QJsonValue &value)
{
    auto *line = new QLineEdit;
    if (value.isDouble()) { // as few decimals as say it all
        QString text = plainNumber(value.toDouble(), 9);
        while (text.endsWith(u'0'))
            text.chop(1);
        if (!text.isEmpty() && !text.back().isDigit())
            text.chop(1);
        line->setText(text);
    }
    line->setPlaceholderText(say(QT_TRANSLATE_NOOP("FieldEditor", "No limit")));
    const auto problem = [line] {
        return line->text().trimmed().isEmpty() || moneyFrom(line->text())
            ? QString()
            : say(QT_TRANSLATE_NOOP("FieldEditor", "“%1” is not an amount of money.")).arg(line->text());
    };
    return {line,
        [line] {
            const auto money = moneyFrom(line->text());
            return money ? QJsonValue(*money) : QJsonValue();
        },
        problem};
}

FieldEditor makeCount(const QJsonValue &value)
{
    auto *line = new QLineEdit(value.isDouble() ? plainNumber(value.toDouble(), 0) : QString());
    line->setPlaceholderText(say(QT_TRANSLATE_NOOP("FieldEditor", "No limit")));
    const auto problem = [line] {
        return line->text().trimmed().isEmpty() || countFrom(line->text())
            ? QString()
            : say(QT_TRANSLATE_NOOP("FieldEditor", "“%1” is not a whole number.")).arg(line->text());
    };
    return {line,
        [line] {
            const auto count = countFrom(line->text());
            return count ? QJsonValue(*count) : QJsonValue();
        },
        problem};
}

FieldEditor comboEditor(QComboBox *combo)
{
    return {combo, [combo] { return QJsonValue::fromVariant(combo->currentData()); }, noProblem};
}

void choose(QComboBox *combo, const QString &value, const QString &word)
{
    int at = combo->findData(value);
    if (at < 0 && !value.isEmpty()) {
        combo->addItem(word, value);
        at = combo->count() - 1;
    }
    combo->setCurrentIndex(std::max(0, at));
}

FieldEditor makePeriod(const QJsonValue &value)
{
    auto *combo = new QComboBox;
    combo->addItem(say(QT_TRANSLATE_NOOP("FieldEditor", "Never")), QString());
    for (const char *period : {"1h", "1d", "7d", "1mo", "yearly"})
        combo->addItem(periodWord(QString::fromLatin1(period)), QString::fromLatin1(period));
    choose(combo, value.toString(), periodWord(value.toString()));
    return comboEditor(combo);
}

FieldEditor makeRole(const QJsonValue &value)
{
    auto *combo = new QComboBox;
    for (const char *role : {"internal_user", "internal_user_viewer", "proxy_admin_viewer", "proxy_admin"})
        combo->addItem(roleWord(QString::fromLatin1(role)), QString::fromLatin1(role));
    choose(combo, value.toString(), roleWord(value.toString()));
    return comboEditor(combo);
}

FieldEditor makeExpiry(const QJsonObject &record)
{
    auto *combo = new QComboBox;
    const QDateTime expires = accountTime(record, "expires");
    if (expires.isValid()) //: %1 is a date: when a key expires
        combo->addItem(say(QT_TRANSLATE_NOOP("FieldEditor", "%1, as it is")).arg(fullTimeText(expires)), QString());
    combo->addItem(say(QT_TRANSLATE_NOOP("FieldEditor", "Never")), expires.isValid() ? u"-1"_s : QString());
    for (const int days : {1, 7, 30, 90, 365})
        combo->addItem(QCoreApplication::translate("FieldEditor", "In %n day(s)", nullptr, days), u"%1d"_s.arg(days));
    return comboEditor(combo);
}

FieldEditor makeTags(const QJsonValue &value)
{
    QStringList tags;
    for (const QJsonValue each : value.toArray())
        tags.append(each.toString());
    auto *line = new QLineEdit(tags.join(u", "_s));
    return {line,
        [line] {
            QJsonArray list;
            for (const QString &each : line->text().split(u',', Qt::SkipEmptyParts)) {
                if (!each.trimmed().isEmpty())
                    list.append(each.trimmed());
            }
            return QJsonValue(list);
        },
        noProblem};
}

/// Where the choices of a field come from.
struct Source {
    FieldKind kind;
    const char *path;
    const char *id;
    const char *name;
};

constexpr Source sources[] = {
    {FieldKind::Team, "/team/filter/ui", "team_id", "team_alias"},
    {FieldKind::User, "/user/filter/ui", "user_id", "user_email"},
    {FieldKind::Budget, "/budget/list", "budget_id", "budget_id"},
};

/// What each is called, by its id; where two are called the same, the id tells which is which.
QHash<QString, QString> labelsOf(const QJsonArray &rows, const Source &source)
{
    QHash<QString, QString> labels;
    QHash<QString, int> count;
    for (const QJsonValue row : rows) {
        const QString name = row[QLatin1StringView(source.name)].toString();
        labels.insert(row[QLatin1StringView(source.id)].toString(), name);
        ++count[name];
    }
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        if (label->isEmpty())
            *label = label.key();
        else if (count[*label] > 1)
            *label = u"%1 (%2)"_s.arg(*label, label.key());
    }
    return labels;
}

void fill(QComboBox *combo, const QJsonArray &rows, const Source &source)
{
    const QHash<QString, QString> labels = labelsOf(rows, source);
    const QString before = combo->currentData().toString(), typed = combo->currentText();
    const bool isTyped = typed != combo->itemText(combo->currentIndex());
    combo->blockSignals(true);
    for (const QJsonValue each : rows) {
        const QString id = each[QLatin1StringView(source.id)].toString();
        if (const int at = combo->findData(id); at >= 0)
            combo->setItemText(at, labels.value(id));
        else
            combo->addItem(labels.value(id), id);
    }
    combo->setCurrentIndex(std::max(0, combo->findData(before)));
    if (isTyped)
        combo->setEditText(typed);
    combo->blockSignals(false);
}

FieldEditor makeChoice(const Source &source, const QJsonValue &value, Session &session)
{
    auto *combo = new QComboBox;
    combo->addItem(say(QT_TRANSLATE_NOOP("FieldEditor", "None")), QString());
    choose(combo, value.toString(), value.toString());
    combo->setEditable(true); // there may be many: what is typed is looked for
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->completer()->setFilterMode(Qt::MatchContains);
    combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    session.client().get(QString::fromLatin1(source.path), combo, [combo, &source](const Answer &answer) {
        if (answer.isOk())
            fill(combo, answer.json.array(), source);
    });
    const auto chosen = [combo] {
        const bool isPicked = combo->currentText() == combo->itemText(combo->currentIndex());
        const int at = isPicked ? combo->currentIndex() : combo->findText(combo->currentText()); // one may be called "None"
        return at >= 0 ? combo->itemData(at).toString() : combo->currentText().trimmed();
    };
    return {combo, [chosen] { return QJsonValue(chosen()); }, noProblem};
}

FieldEditor makeModels(const QJsonValue &value, Session &session)
{
    auto *list = new ChoiceList;
    QStringList ticked;
    for (const QJsonValue each : value.toArray())
        ticked.append(each.toString());
    list->setTicked(ticked);
    session.client().get(u"/v1/models"_s, list, [list](const Answer &answer) {
        QStringList names;
        for (const QJsonValue each : answer.json.object().value("data"_L1).toArray())
            names.append(each.toObject().value("id"_L1).toString());
        if (answer.isOk())
            list->setChoices(names);
    });
    return {list, [list] { return QJsonValue(QJsonArray::fromStringList(list->ticked())); }, noProblem};
}

} // namespace

FieldEditor makeEditor(const AccountField &field, const QJsonValue &value, const QJsonObject &record, Session &session)
{
    switch (field.kind) {
    case FieldKind::Text: return makeText(value);
    case FieldKind::Money: return makeMoney(value);
    case FieldKind::Count: return makeCount(value);
    case FieldKind::Period: return makePeriod(value);
    case FieldKind::Models: return makeModels(value, session);
    case FieldKind::Role: return makeRole(value);
    case FieldKind::Expiry: return makeExpiry(record);
    case FieldKind::Tags: return makeTags(value);
    default: break;
    }
    const auto source =
        std::find_if(std::begin(sources), std::end(sources), [&field](const Source &each) { return each.kind == field.kind; });
    return makeChoice(*source, value, session);
}

} // namespace gatehouse::ui
