// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/connect/file_change_dialog.h"

#include "ui/background.h"
#include "ui/config/diff_view.h"
#include "ui/pages/connect/line_diff.h"
#include "ui/widgets/label.h"

#include <QFileInfo>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

FileChangeDialog::FileChangeDialog(const FileChange &change, const QString &summary, const QStringList &secrets, QWidget *parent)
    : FormDialog(tr("Change a settings file"), change.isConnecting ? tr("Connect") : tr("Disconnect"), parent)
    , m_change(change)
    , m_diff(new DiffView)
{
    auto *path = new ElidedLabel;
    setVoice(path, Voice::Muted);
    path->setWholeText(shownPath(change.path));
    addWide(makeLabel(Voice::Heading, summary));
    addWide(path);
    addWide(m_diff, 1);
    resize(fontMetrics().averageCharWidth() * 96, fontMetrics().height() * 24);
    connect(this, &FormDialog::submitted, this, &FileChangeDialog::apply);
    showChange(secrets);
}

void FileChangeDialog::showChange(const QStringList &secrets)
{
    const QString before = QString::fromUtf8(m_change.before.value_or(QByteArray()));
    const QString after = QString::fromUtf8(m_change.after.value_or(QByteArray()));
    m_diff->setDiff(lineDiff(before, after, secrets));
    if (!m_change.problem.isEmpty()) {
        setProblem(m_change.problem);
        actionButton()->setEnabled(false);
    } else if (m_change.before && !m_change.after) {
        setNotice(tr("There was no such file before: it is removed."));
    } else if (m_change.isConnecting && m_change.before == m_change.after) {
        setSuccess(tr("The file says so already: there is nothing to change."));
        actionButton()->setEnabled(false);
    } else if (m_change.isConnecting && !m_change.before) {
        setNotice(tr("There is no such file yet: it is made, and only you may read it."));
    } else if (m_change.isConnecting) {
        setNotice(tr("The file as it is now is kept beside it, as %1.").arg(QFileInfo(backupOf(m_change.path)).fileName()));
    }
    actionButton()->setFocus();
}

void FileChangeDialog::apply()
{
    setBusy(tr("Writing…"));
    inBackground(
        this, [change = m_change] { return applyFileChange(change); },
        [this](const QString &problem) {
            if (!problem.isEmpty())
                return setProblem(problem);
            Q_EMIT done(m_change);
            accept();
        });
}

} // namespace gatehouse::ui
