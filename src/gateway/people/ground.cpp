// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/ground.h"

#include "gateway/people/fields.h"

namespace gatehouse::people {

QJsonObject Ground::fields(Kind kind, std::string_view id) const
{
    const auto record = id.empty() ? nullptr : directory.find(kind, id);
    return record ? objectFrom(record->json) : QJsonObject();
}

} // namespace gatehouse::people
