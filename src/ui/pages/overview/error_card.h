// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/card.h"

namespace gatehouse::ui {

class Poll;
class RowList;
class Session;

/// What went wrong among the last calls, by its cause, and what can be done.
class ErrorCard : public Card
{
    Q_OBJECT
public:
    explicit ErrorCard(Session &session, QWidget *parent = nullptr);

    void refresh();

private:
    RowList *m_rows;
    Poll *m_poll;
};

} // namespace gatehouse::ui
