// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/connect/client_texts.h"

#include "ui/widgets/copy_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segments.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QStringList titlesOf(const ConnectClient &client)
{
    QStringList titles;
    for (const ClientText &each : textsOf(client, {}))
        titles.append(each.title);
    return titles;
}

} // namespace

ClientTexts::ClientTexts(const ConnectClient &client, std::function<ClientWords()> words, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_words(std::move(words))
    , m_tabs(new Segments(titlesOf(client), tr("What to copy")))
    , m_text(new QPlainTextEdit)
{
    auto *copy = new CopyButton(tr("Copy"), [this] { return textsOf(m_client, m_words())[m_tabs->current()].text; });
    m_text->setProperty("role", u"code"_s);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(tr("Text to copy"));
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_tabs);
    bar->addStretch(1);
    bar->addWidget(copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(bar);
    column->addWidget(m_text);
    connect(m_tabs, &Segments::chosen, this, &ClientTexts::refresh);
}

void ClientTexts::setKeySecret(bool isSecret)
{
    m_isSecret = isSecret;
    refresh();
}

void ClientTexts::refresh()
{
    ClientWords words = m_words();
    if (m_isSecret)
        words.key = QString(8, u'•');
    const QString text = textsOf(m_client, words).value(std::max(0, m_tabs->current())).text;
    const QFontMetrics metrics(fixedFont(this));
    m_text->setFont(fixedFont(this));
    m_text->setPlainText(text);
    m_text->setFixedHeight(metrics.lineSpacing() * int(std::max<qsizetype>(3, text.count(u'\n') + 1)) + 30);
}

} // namespace gatehouse::ui
