// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/conversation.h"

#include <QJsonObject>
#include <QJsonValue>

namespace gatehouse::ui {

/// The pieces of a content in whichever dialect: a text, or a list of parts told apart by their type or members. Images and other
/// files become placeholders.
QList<SaidPart> partsFrom(const QJsonValue &content);
/// Calls of tools beside the content of a message of OpenAI's.
QList<SaidPart> toolCallsIn(const QJsonObject &message);
/// What a model thought, where it is beside the content.
QList<SaidPart> reasoningIn(const QJsonObject &message);

} // namespace gatehouse::ui
