// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/conversation.h"
#include "ui/pages/traffic/record_tab.h"

#include <QSet>

namespace gatehouse::ui {

class ProseView;

/// What was said, by roles: texts, calls of tools, placeholders for files. Reasoning and long texts are folded.
class ConversationTab : public RecordTab
{
    Q_OBJECT
public:
    explicit ConversationTab(QWidget *parent = nullptr);

    void setRecord(const SharedRecord &record) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void showAll();
    void showMessage(const SaidMessage &message, qsizetype number);
    void showPart(const SaidPart &part, const QString &place);
    void showLong(const QString &text, const QString &place, bool isCode);

    ProseView *m_view;
    SharedRecord m_record;
    QList<SaidMessage> m_said;
    QSet<QString> m_open; ///< places that were unfolded
    qsizetype m_room = 0; ///< characters that may still be shown
};

} // namespace gatehouse::ui
