// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/versions_dialog.h"

#include "ui/config/diff_view.h"
#include "ui/models/plain_tip.h"
#include "ui/models/text.h"
#include "ui/session.h"
#include "ui/widgets/label.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct HowWord {
    const char *how;
    const char *text;
};

constexpr HowWord howWords[] = {
    {"start", QT_TRANSLATE_NOOP("gatehouse::ui::VersionsDialog", "Found at the start")},
    {"edit", QT_TRANSLATE_NOOP("gatehouse::ui::VersionsDialog", "Saved")},
    {"undo", QT_TRANSLATE_NOOP("gatehouse::ui::VersionsDialog", "Undone")},
    {"disk", QT_TRANSLATE_NOOP("gatehouse::ui::VersionsDialog", "Changed on disk")},
};

QString wordFor(const QString &how)
{
    const auto isIt = [&how](const HowWord &word) { return how == QLatin1StringView(word.how); };
    const auto *found = std::find_if(std::begin(howWords), std::end(howWords), isIt);
    return found == std::end(howWords) ? how : VersionsDialog::tr(found->text);
}

QString titleOf(const QJsonObject &version)
{
    const QDateTime at = QDateTime::fromString(version.value("at"_L1).toString(), Qt::ISODate);
    const QString by = version.value("by"_L1).toString();
    const QString summary = version.value("summary"_L1).toString();
    QString title = fullTimeText(at) + u"\n"_s + wordFor(version.value("how"_L1).toString());
    if (!by.isEmpty())
        //: %1 is what was done with a file ("Saved"), %2 who did it
        title = fullTimeText(at) + u"\n"_s + VersionsDialog::tr("%1 by %2").arg(wordFor(version.value("how"_L1).toString()), by);
    return summary.isEmpty() ? title : title + u"\n"_s + summary;
}

} // namespace

VersionsDialog::VersionsDialog(Session &session, QWidget *parent)
    : FormDialog(tr("Versions of the configuration file"), tr("Put back"), parent)
    , m_session(session)
    , m_list(new QListWidget)
    , m_diff(new DiffView)
{
    QLabel *text = makeLabel(
        Voice::Body, tr("What has changed in the file since the version on the left. They are kept until the gateway ends."));
    text->setWordWrap(true);
    addWide(text);
    m_list->setAccessibleName(tr("Versions"));
    m_list->setFixedWidth(fontMetrics().averageCharWidth() * 34);
    m_list->setTextElideMode(Qt::ElideRight);
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_list);
    row->addWidget(m_diff, 1);
    addWide(both, 1);
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 28);
    connect(m_list, &QListWidget::currentRowChanged, this, &VersionsDialog::showVersion);
    connect(this, &FormDialog::submitted, this, &VersionsDialog::putBack);
    setBusy(tr("Asking for the versions…"));
    m_session.client().get(u"/config/file/versions"_s, this, [this](const Answer &answer) {
        setProblem(answer.isOk() ? QString() : answer.problem);
        fill(answer.json.object().value("data"_L1).toArray());
    });
}

void VersionsDialog::fill(const QJsonArray &versions)
{
    actionButton()->setEnabled(false);
    for (const QJsonValue version : versions) {
        const QString title = titleOf(version.toObject());
        auto *item = new QListWidgetItem(title, m_list);
        item->setToolTip(plainTip(title));
        item->setData(Qt::UserRole, version["revision"_L1].toString());
    }
    m_current = versions.isEmpty() ? QString() : versions.first()["revision"_L1].toString();
    m_list->setCurrentRow(std::min(1, m_list->count() - 1));
    m_list->setFocus();
}

void VersionsDialog::showVersion()
{
    const QListWidgetItem *item = m_list->currentItem();
    m_revision = item ? item->data(Qt::UserRole).toString() : QString();
    m_text.clear();
    actionButton()->setEnabled(false);
    if (m_revision.isEmpty())
        return;
    m_session.client().get(u"/config/file/versions/"_s + m_revision, this, [this, asked = m_revision](const Answer &answer) {
        if (asked == m_revision)
            take(answer);
    });
}

void VersionsDialog::take(const Answer &answer)
{
    setProblem(answer.isOk() ? QString() : answer.problem);
    const QJsonObject diff = answer.json.object().value("diff"_L1).toObject();
    m_text = answer.json.object().value("text"_L1).toString();
    m_diff->setDiff(diff);
    const bool isOther = !diff.value("hunks"_L1).toArray().isEmpty();
    if (answer.isOk() && !isOther)
        setSuccess(tr("The file says this now."));
    actionButton()->setEnabled(answer.isOk() && isOther && m_session.config().isWritable());
}

void VersionsDialog::putBack()
{
    setBusy(tr("Saving, and putting it into use…"));
    const QJsonObject change {{u"text"_s, m_text}, {u"revision"_s, m_current}};
    m_session.config().save(change, this, [this](const Answer &answer) { showSaved(answer); });
}

void VersionsDialog::showSaved(const Answer &answer)
{
    if (!answer.isOk())
        return setProblem(answer.problem);
    Session *session = &m_session;
    const QString revision = answer.json.object().value("revision"_L1).toString();
    session->announce(tr("The older version is back."), tr("Undo"), [session, revision] {
        session->config().undo(revision, session,
            [session](const Answer &undone) { session->announce(undone.isOk() ? tr("Undone.") : undone.problem); });
    });
    accept();
}

} // namespace gatehouse::ui
