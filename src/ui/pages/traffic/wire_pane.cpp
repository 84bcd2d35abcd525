// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/traffic/wire_pane.h"

#include "ui/background.h"
#include "ui/models/body_text.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString firstLine(const TrafficWire &wire)
{
    return wire.status > 0 ? u"HTTP %1"_s.arg(wire.status) : wire.method + u' ' + wire.address;
}

/// On a thread of the pool: bodies may be large.
QString wholeText(const TrafficWire &wire)
{
    QString text = firstLine(wire) + u'\n';
    for (const auto &[name, value] : wire.headers)
        text += name + u": "_s + value.left(2000) + u'\n';
    text += u'\n';
    if (wire.isBinary)
        return text + WirePane::tr("(%1 that are no text)").arg(sizeText(wire.bytes));
    return text + readableBody(wire.body).text;
}

QString noteOf(const TrafficWire &wire)
{
    QStringList notes {sizeText(wire.bytes)};
    if (wire.cutBytes > 0) //: %1 is an amount of data
        notes.append(WirePane::tr("the last %1 were not kept").arg(sizeText(wire.cutBytes)));
    if (wire.isUpload)
        notes.append(WirePane::tr("uploaded files are not kept"));
    if (wire.redacted > 0)
        notes.append(WirePane::tr("%n value(s) redacted", nullptr, wire.redacted));
    return notes.join(u" · "_s);
}

} // namespace

WirePane::WirePane(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_head(makeLabel(Voice::Strong, title))
    , m_note(new ElidedLabel)
    , m_text(new QPlainTextEdit)
{
    m_note->setProperty("role", u"muted"_s);
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setTabChangesFocus(true);
    m_text->setProperty("role", u"code"_s);
    m_text->setFont(fixedFont(this));
    m_text->setAccessibleName(title);
    auto *copy = new CopyButton(tr("Copy body"), [this] { return m_wire.body; });
    copy->setProperty("role", u"quiet"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_head);
    head->addWidget(m_note, 1);
    head->addWidget(copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_text, 1);
}

void WirePane::setWire(const TrafficWire &wire, const QString &missing)
{
    const int epoch = ++m_epoch;
    m_wire = wire;
    m_note->setWholeText(wire.isThere ? noteOf(wire) : QString());
    if (!wire.isThere)
        return show(missing);
    inBackground(
        this, [wire] { return wholeText(wire); },
        [this, epoch](const QString &text) {
            if (epoch == m_epoch)
                show(text);
        });
}

void WirePane::show(const QString &text)
{
    if (text != m_text->toPlainText())
        m_text->setPlainText(text);
}

QString WirePane::text() const
{
    return m_text->toPlainText();
}

} // namespace gatehouse::ui
