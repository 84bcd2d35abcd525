// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/yaml_completion.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace gatehouse::ui {

class CodeEdit;
class ElidedLabel;

/// Where the cursor is, and what the key in its line is for.
class CursorHint : public QWidget
{
    Q_OBJECT
public:
    CursorHint(CodeEdit &edit, const YamlSchema &schema, QWidget *parent = nullptr);

    void showPlace();

private:
    CodeEdit &m_edit;
    const YamlSchema &m_schema;
    ElidedLabel *m_help;
    QLabel *m_place;
    QTimer m_wait; ///< keys that repeat ask once
};

} // namespace gatehouse::ui
