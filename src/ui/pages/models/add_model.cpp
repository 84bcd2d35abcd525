// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/add_model.h"

#include "ui/config/change_dialog.h"
#include "ui/pages/models/model_dialog.h"
#include "ui/pages/models/model_entry.h"
#include "ui/session.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AddModel)
};

constexpr const char *stored = "storedEntries";
constexpr const char *tries = "storedUnder";

/// The entries with ids of their own, the same at every try from this dialog: what a try that failed half-way stored already is
/// known by them, and where only the answer was lost, the gateway refuses the second one.
QJsonArray withIds(const QJsonArray &entries, QWidget &from)
{
    if (from.property(tries).isNull())
        from.setProperty(tries, QUuid::createUuid());
    QJsonArray made;
    for (const QJsonValue value : entries) {
        QJsonObject entry = value.toObject(), info = entry.value("model_info"_L1).toObject();
        const QUuid id = QUuid::createUuidV5(from.property(tries).toUuid(), QJsonDocument(entry).toJson(QJsonDocument::Compact));
        if (!info.contains("id"_L1))
            info.insert("id"_L1, id.toString(QUuid::WithoutBraces));
        entry.insert("model_info"_L1, info);
        made.append(entry);
    }
    return made;
}

/// Stores one entry after another, since each is checked together with those before it; those that an earlier try from the same
/// dialog stored are left out.
class Storing : public QObject
{
public:
    Storing(Session &session, const QJsonArray &entries, const QString &summary, FormDialog *from)
        : QObject(from)
        , m_session(session)
        , m_entries(withIds(entries, *from))
        , m_summary(summary)
        , m_from(from)
    {
        from->setBusy(Words::tr("Saving…"));
        next();
    }

private:
    void next()
    {
        if (m_entries.isEmpty()) {
            m_session.announce(Words::tr("Saved: %1").arg(m_summary));
            return m_from->accept();
        }
        const QJsonObject entry = m_entries.takeAt(0).toObject();
        const QString id = entry.value("model_info"_L1)["id"_L1].toString();
        if (m_from->property(stored).toStringList().contains(id))
            return next();
        m_session.client().post(u"/model/new"_s, entry, this, [this, id](const Answer &answer) { take(id, answer); });
    }

    void take(const QString &id, const Answer &answer)
    {
        if (answer.isOk()) {
            m_from->setProperty(stored, m_from->property(stored).toStringList() << id);
            return next();
        }
        m_from->setProblem(answer.problem);
        deleteLater();
    }

    Session &m_session;
    QJsonArray m_entries;
    QString m_summary;
    FormDialog *m_from;
};

void change(Session &session, const QJsonArray &entries, const QJsonObject &file, const QString &summary, FormDialog *from)
{
    QJsonArray edits;
    int index = int(file.value("models"_L1).toArray().size());
    for (const QJsonValue entry : entries) {
        for (const QJsonValue edit : insertEntryEdits(index++, entry.toObject()))
            edits.append(edit);
    }
    const QJsonObject change {{u"edits"_s, edits}, {u"revision"_s, file.value("revision"_L1)}};
    auto *dialog = new ChangeDialog(session, change, summary, from);
    QObject::connect(dialog, &ChangeDialog::saved, from, &QDialog::accept);
    QObject::connect(dialog, &QDialog::rejected, from, [from] { from->setSuccess({}); });
    dialog->open();
}

} // namespace

void saveEntries(Session &session, const QJsonArray &entries, const QString &summary, FormDialog *from)
{
    from->setBusy(Words::tr("Working out what changes…"));
    session.client().get(u"/config/file/models"_s, from, [&session, entries, summary, from](const Answer &answer) {
        if (answer.isOk() && answer.json.object().value("writable"_L1).toBool())
            return change(session, entries, answer.json.object(), summary, from);
        if (answer.kind == Answer::Kind::Unreachable || answer.kind == Answer::Kind::Cancelled)
            return from->setProblem(answer.problem);
        new Storing(session, entries, summary, from);
    });
}

void addModel(Session &session, QWidget *parent, const QJsonObject &prefilled, std::function<void()> done)
{
    auto *dialog = new ModelDialog(session, Words::tr("Add a model"), Words::tr("Add"), parent);
    dialog->setEntry(prefilled);
    QObject::connect(dialog, &ModelDialog::ready, dialog, [&session, dialog](const QJsonObject &entry) {
        const QString summary = Words::tr("Add %1").arg(entry.value("model_name"_L1).toString());
        saveEntries(session, {entry}, summary, dialog);
    });
    if (done)
        QObject::connect(dialog, &QDialog::accepted, parent, std::move(done));
    dialog->open();
}

} // namespace gatehouse::ui
