// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QTableView;

namespace gatehouse::ui {

/// Makes \a table, which has its model, one of whole rows that are read, sorted and chosen, and whose columns can be moved and
/// chosen by a menu of the head's. \a padding is a row's height beyond its line of text.
void setUpRowTable(QTableView &table, int padding);

} // namespace gatehouse::ui
