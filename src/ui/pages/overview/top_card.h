// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/card.h"

namespace gatehouse::ui {

class Poll;
class RowList;
class Segments;
class Session;
struct Answer;
struct Range;

/// The dearest models, keys or teams of the range.
class TopCard : public Card
{
    Q_OBJECT
public:
    explicit TopCard(Session &session, QWidget *parent = nullptr);

    void setRange(const Range &range);
    void refresh();

private:
    void ask();
    void take(const Answer &answer);

    const Range *m_range;
    Segments *m_choice;
    RowList *m_rows;
    Poll *m_poll;
};

} // namespace gatehouse::ui
