// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/guardrails/guardrail_hint.h"

#include "ui/session.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

GuardrailHint::GuardrailHint(Session &session, QWidget *parent)
    : Card(tr("No guardrail yet"), parent)
{
    auto *text = makeLabel(Voice::Muted,
        //: do not translate docs/guardrails.md
        tr("A guardrail looks at what goes to a model and at what comes back: it masks a part of it or blocks the call. This one "
           "masks "
           "e-mail addresses and blocks US social security numbers, in every call, and asks no service. "
           "docs/guardrails.md tells of all kinds."));
    text->setWordWrap(true);
    auto *code = new QPlainTextEdit(example());
    code->setProperty("role", u"code"_s);
    code->setReadOnly(true);
    code->setTabChangesFocus(true);
    code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    code->setLineWrapMode(QPlainTextEdit::NoWrap);
    code->setAccessibleName(tr("Example of a guardrail"));
    code->setFont(fixedFont(this));
    code->setFixedHeight(QFontMetrics(code->font()).lineSpacing() * int(example().count(u'\n') + 1) + 30);
    auto *open = new QPushButton(tr("Open the configuration file"));
    open->setProperty("role", u"primary"_s);
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(open);
    row->addWidget(new CopyButton(tr("Copy example"), &GuardrailHint::example));
    row->addStretch(1);
    addContent(text);
    addContent(code);
    addContent(foot);
    connect(open, &QPushButton::clicked, this, [&session] { session.openPage(u"settings"_s, u"section:file"_s); });
}

QString GuardrailHint::example()
{
    return u"guardrails:\n"
           "  - guardrail_name: pii\n"
           "    litellm_params:\n"
           "      guardrail: litellm_content_filter\n"
           "      mode: [pre_call, post_call]\n"
           "      default_on: true\n"
           "      patterns:\n"
           "        - {pattern_type: prebuilt, pattern_name: email, action: MASK}\n"
           "        - {pattern_type: prebuilt, pattern_name: us_ssn, action: BLOCK}"_s;
}

} // namespace gatehouse::ui
