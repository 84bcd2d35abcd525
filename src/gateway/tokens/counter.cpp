// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/tokens/counter.h"

#include "gateway/tokens/meter.h"
#include "gateway/tokens/pieces.h"
#include "gateway/tokens/request_tally.h"
#include "gateway/tokens/vocabulary_data.h"

#include <mutex>
#include <optional>

namespace gatehouse::tokens {

namespace {

/// An encoding that is made when it is first asked for, by whichever worker comes first.
class LazyEncoding
{
public:
    const Encoding &get(std::string_view (*packed)(), EndOfPiece endOfPiece)
    {
        std::call_once(m_once, [&] { m_encoding.emplace(packed(), endOfPiece); });
        return *m_encoding;
    }

private:
    std::once_flag m_once;
    std::optional<Encoding> m_encoding;
};

} // namespace

struct Counter::Vocabularies {
    LazyEncoding o200kBase, cl100kBase;

    const Encoding *of(Family family)
    {
        if (family == Family::O200k)
            return &o200kBase.get(&packedO200kBase, &endOfO200kPiece);
        return family == Family::Cl100k ? &cl100kBase.get(&packedCl100kBase, &endOfCl100kPiece) : nullptr;
    }
};

Counter::Counter()
    : m_vocabularies(std::make_unique<Vocabularies>())
{
}

Counter::~Counter() = default;

Count Counter::countText(std::string_view model, std::string_view text) const
{
    const Family family = familyOf(model);
    Meter meter(family, m_vocabularies->of(family));
    meter.addText(text);
    return meter.count();
}

Count Counter::countRequest(std::string_view model, const wire::JsonObject &body) const
{
    const Family family = familyOf(model);
    Meter meter(family, m_vocabularies->of(family));
    tallyRequest(meter, body);
    return meter.count();
}

} // namespace gatehouse::tokens
