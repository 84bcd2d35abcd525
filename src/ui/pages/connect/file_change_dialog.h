// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/connect/client_file.h"
#include "ui/widgets/form_dialog.h"

namespace gatehouse::ui {

class DiffView;

/// What will be done to a settings file on this computer, line by line, before it is done. Keys are shown as dots.
class FileChangeDialog : public FormDialog
{
    Q_OBJECT
public:
    /// @param summary one line, what it is for. @param secrets what is not shown.
    FileChangeDialog(const FileChange &change, const QString &summary, const QStringList &secrets, QWidget *parent);

Q_SIGNALS:
    void done(const FileChange &change);

private:
    void showChange(const QStringList &secrets);
    void apply();

    FileChange m_change;
    DiffView *m_diff;
};

} // namespace gatehouse::ui
