// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/tokens/counter.h"

#include "gateway/tokens/estimate.h"

namespace gatehouse::tokens {

struct Counter::Vocabularies {
};

Counter::Counter()
    : m_vocabularies(std::make_unique<Vocabularies>())
{
}

Counter::~Counter() = default;

Count Counter::countText(std::string_view model, std::string_view text) const
{
    return {estimateText(familyOf(model), text)};
}

Count Counter::countRequest(std::string_view model, const wire::JsonObject &body) const
{
    return countText(model, body.text());
}

} // namespace gatehouse::tokens
