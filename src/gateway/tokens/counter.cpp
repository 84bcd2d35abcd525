// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/tokens/counter.h"

#include "gateway/tokens/meter.h"
#include "gateway/tokens/pieces.h"
#include "gateway/tokens/request_tally.h"
#include "gateway/tokens/vocabulary_data.h"

#include <QString>

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

/// The tokens of cl100k_base by their ids, made when they are first asked for.
class LazyTokens
{
public:
    const std::vector<std::string> &get()
    {
        std::call_once(m_once, [&] { m_tokens = unpackTokens(packedCl100kBase()); });
        return m_tokens;
    }

private:
    std::once_flag m_once;
    std::vector<std::string> m_tokens;
};

} // namespace

struct Counter::Vocabularies {
    LazyEncoding o200kBase, cl100kBase;
    LazyTokens cl100kTokens;

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

std::optional<std::string> Counter::textOf(const std::vector<std::int64_t> &ids) const
{
    const std::vector<std::string> &all = m_vocabularies->cl100kTokens.get();
    std::string bytes;
    for (const std::int64_t id : ids) {
        if (id < 0 || static_cast<std::size_t>(id) >= all.size())
            return std::nullopt;
        bytes += all[static_cast<std::size_t>(id)];
    }
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())).toStdString();
}

} // namespace gatehouse::tokens
