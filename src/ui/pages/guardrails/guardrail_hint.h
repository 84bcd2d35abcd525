// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/card.h"

namespace gatehouse::ui {

class Session;

/// What the page shows where no guardrail is configured: an example to copy, and the way to where it goes.
class GuardrailHint : public Card
{
    Q_OBJECT
public:
    explicit GuardrailHint(Session &session, QWidget *parent = nullptr);

    static QString example();
};

} // namespace gatehouse::ui
