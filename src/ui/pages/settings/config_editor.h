// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/api/client.h"
#include "ui/models/yaml_completion.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace gatehouse::ui {

class CodeCompleter;
class CodeEdit;
class CursorHint;
class DiskBar;
class ElidedLabel;
class FindBar;
class MessageLine;
class ProblemList;
class Session;
class YamlHighlighter;

/// The configuration file as text: checked by the gateway while it is written, completed from the schema, saved after a look
/// at the difference. What another editor does to the file shows at once, or is offered where both have changed it.
class ConfigEditor : public QWidget
{
    Q_OBJECT
public:
    ConfigEditor(Session &session, QWidget *parent = nullptr);

    /// "line:12", or "path:router_settings.num_retries"; waits for the text where it is not there yet.
    void reveal(const QString &argument);
    /// Ctrl+F.
    void focusFind();
    /// Whether there is text that is not saved.
    bool isEdited() const { return m_isEdited; }

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    void connectParts();
    void addShortcuts();
    void takeFile();
    void forget();
    void askForSchema();
    void takeTheirs();
    void adopt();
    void offerTheirs();
    void keepBoth();
    void showDifference();
    void showState();
    void showButtons();
    void showProblems(const QJsonArray &problems);
    void onTextChanged();
    void check();
    void save();
    void openVersions();
    void goToWish();

    Session &m_session;
    YamlSchema m_schema;
    ElidedLabel *m_path;
    MessageLine *m_state;
    QPushButton *m_retry;
    QPushButton *m_versions;
    QPushButton *m_discard;
    QPushButton *m_save;
    DiskBar *m_disk;
    CodeEdit *m_edit;
    YamlHighlighter *m_highlighter;
    CodeCompleter *m_completer;
    FindBar *m_find;
    CursorHint *m_hint;
    MessageLine *m_checking;
    ProblemList *m_problems;
    QTimer m_wait;      ///< until somebody who writes pauses
    QString m_base;     ///< the text of the file that is edited, lines ended by a line feed
    QString m_revision; ///< its revision; empty: nothing is shown yet
    QString m_wish;     ///< what reveal() waits to show
    bool m_isEdited = false;
    bool m_hasBegun = false;
    int m_checks = 0; ///< only the answer to the newest question counts
};

} // namespace gatehouse::ui
