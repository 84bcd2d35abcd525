// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/cursor_hint.h"

#include "ui/models/yaml_lines.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QTextBlock>

#include <chrono>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QString hintFor(const QString &path, const QJsonObject &key)
{
    if (key.isEmpty())
        return path;
    QStringList parts {path};
    const QString standard = key.value("default"_L1).toVariant().toString();
    if (!standard.isEmpty())
        //: the value that counts where none is given
        parts.append(CursorHint::tr("default %1").arg(standard));
    if (key.value("needs_restart"_L1).toBool())
        parts.append(CursorHint::tr("needs a restart"));
    if (key.value("served"_L1).toString() == "later"_L1)
        parts.append(CursorHint::tr("not active yet"));
    return parts.join(u" · "_s) + u" – "_s + key.value("help"_L1).toString();
}

QString pathText(const QStringList &path)
{
    return path.join(u'.').replace(".[]"_L1, "[]"_L1);
}

} // namespace

CursorHint::CursorHint(CodeEdit &edit, const YamlSchema &schema, QWidget *parent)
    : QWidget(parent)
    , m_edit(edit)
    , m_schema(schema)
    , m_help(new ElidedLabel)
    , m_place(makeLabel(Voice::Small))
{
    m_help->setProperty("role", u"muted"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(m_help, 1);
    row->addWidget(m_place);
    m_wait.setSingleShot(true);
    m_wait.setInterval(std::chrono::milliseconds(60));
    connect(&m_wait, &QTimer::timeout, this, &CursorHint::showPlace);
    connect(&edit, &QPlainTextEdit::cursorPositionChanged, &m_wait, QOverload<>::of(&QTimer::start));
}

void CursorHint::showPlace()
{
    const QTextCursor cursor = m_edit.textCursor();
    //: where the cursor is in a text
    m_place->setText(tr("Line %1, column %2").arg(cursor.blockNumber() + 1).arg(cursor.positionInBlock() + 1));
    YamlTrail trail;
    bool isTree = false;
    for (QTextBlock block = m_edit.document()->begin(); block.isValid() && block.position() <= cursor.position();
         block = block.next())
        isTree = trail.add(yamlLine(block.text()));
    const QStringList path = isTree ? yamlPath(trail.steps()) : QStringList();
    m_help->setWholeText(path.isEmpty() ? QString() : hintFor(pathText(path), m_schema.keyAt(path)));
}

} // namespace gatehouse::ui
