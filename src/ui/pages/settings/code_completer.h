// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/yaml_completion.h"

#include <QCompleter>
#include <QStandardItemModel>

namespace gatehouse::ui {

class CodeEdit;

/// Offers what the schema knows for the place of the cursor: while typing, or at once by Ctrl+Space.
class CodeCompleter : public QCompleter
{
    Q_OBJECT
public:
    explicit CodeCompleter(CodeEdit &edit);

    void setSchema(const YamlSchema *schema) { m_schema = schema; }

private:
    void offer(bool asked);
    void show(bool asked);
    void take(const QModelIndex &index);

    CodeEdit &m_edit;
    const YamlSchema *m_schema = nullptr;
    QStandardItemModel m_offers;
    YamlPlace m_place;
};

} // namespace gatehouse::ui
