// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/record_table.h"

namespace gatehouse::ui {

/// What the table of deployments shows of the rows of modelRows().
std::span<const RecordColumn> modelColumns();

/// "Keychain: openai"; where a key is, in words, for a row or keyPlace().
QString keyPlaceText(const QJsonObject &place);
/// "$2.50 / $10.00": what a million tokens read and written cost, of a row or of a model of the catalogue.
QString pricesText(const QJsonValue &input, const QJsonValue &output);

} // namespace gatehouse::ui
